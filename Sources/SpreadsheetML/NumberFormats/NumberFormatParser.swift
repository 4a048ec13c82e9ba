/// Reads the code of a number format.
///
/// Compares and steps by Unicode scalar: a combining mark in a literal must not hide a sign.
struct NumberFormatParser {
    private let code: [Unicode.Scalar]
    private var index = 0
    private var section = NumberFormat.Section()

    private let isTooLong: Bool

    /// The longest code read; programs allow 255 characters.
    private static let longest = 1_000

    init(_ code: String) {
        self.code = Array(code.unicodeScalars.prefix(Self.longest))
        isTooLong = code.unicodeScalars.dropFirst(Self.longest).first != nil
    }

    /// Reads all sections; never none.
    mutating func sections() -> [NumberFormat.Section] {
        var sections: [NumberFormat.Section] = []
        while index < code.count {
            if code[index] == ";" {
                sections.append(finished())
                index += 1
            } else {
                readToken()
            }
        }
        sections.append(finished())
        if sections.count == 1, sections[0].tokens.isEmpty { sections[0].tokens = [.general] }
        if sections.count > 4 || isTooLong {
            sections = [NumberFormat.Section(tokens: [.general])]
        }
        return sections
    }

    private mutating func finished() -> NumberFormat.Section {
        defer { section = NumberFormat.Section() }
        section.nameMinutes()
        if section.mixesDatesAndDigits { section.isUnderstood = false }
        return section
    }

    private mutating func readToken() {
        let scalar = code[index]
        switch scalar {
        case "\"": readQuoted()
        case "\\", "!":
            // Chinese and Japanese programs write ! where others write a backslash.
            if scalar == "!", index + 1 == code.count { append(literal: "!") }
            if index + 1 < code.count { append(literal: code[index + 1]) }
            index += 2
        case "_":
            // A blank as wide as the next character.
            append(literal: " ")
            index += 2
        case "*":
            // The next character, as often as the column is wide.
            index += 2
        case "[": readBracket()
        case "0": append(.digit(.zero))
        case "#": append(.digit(.nothing))
        case "?": append(.digit(.blank))
        case "@": append(.text)
        case "%": append(.percent)
        case ",": append(.comma)
        case ".": readPoint()
        case "/": readSlash()
        default:
            if !readWord() {
                if scalar.isASCII, scalar.properties.isAlphabetic { section.isUnderstood = false }
                append(literal: scalar)
                index += 1
            }
        }
    }

    private mutating func append(_ token: NumberFormat.Token) {
        section.tokens.append(token)
        index += 1
    }

    private mutating func append(literal scalar: Unicode.Scalar) {
        if case .literal(let text)? = section.tokens.last {
            section.tokens[section.tokens.count - 1] = .literal(text + String(scalar))
        } else {
            section.tokens.append(.literal(String(scalar)))
        }
    }

    private mutating func readQuoted() {
        index += 1
        while index < code.count, code[index] != "\"" {
            append(literal: code[index])
            index += 1
        }
        index += 1
    }

    /// A point between digits is the decimal point; behind seconds it begins their fraction.
    private mutating func readPoint() {
        if section.endsWithSeconds {
            let digits = run(of: "0", from: index + 1)
            if digits > 0 {
                section.tokens.append(.date(.secondFraction, digits))
                index += 1 + digits
                return
            }
        }
        append(section.isDate ? .literal(".") : .point)
    }

    /// A slash between digits makes a fraction; in dates it is only a sign.
    private mutating func readSlash() {
        if case .digit? = section.tokens.last {
            append(.fraction)
            let digits = code[index...].prefix { ("0"..."9").contains($0) }
            guard let first = digits.first, first != "0", digits.count <= 4 else { return }
            let number = digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
            section.tokens.append(.denominator(number))
            index += digits.count
        } else {
            append(literal: "/")
            index += 1
        }
    }

    private func run(of scalar: Unicode.Scalar, from start: Int) -> Int {
        code[min(start, code.count)...].prefix { Self.lower($0) == scalar }.count
    }

    private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
    }

    private func follows(_ word: String) -> Bool {
        let scalars = Array(word.unicodeScalars)
        guard index + scalars.count <= code.count else { return false }
        return scalars.indices.allSatisfy {
            Self.lower(code[index + $0]) == Self.lower(scalars[$0])
        }
    }

    /// Words that mean something.
    ///
    /// `General` has a name in each language, and programs write theirs into workbooks.
    private static let words: [(String, NumberFormat.Token)] =
        [
            ("AM/PM", .date(.halfDay, 2)), ("A/P", .date(.halfDayLetter, 1)),
            ("上午/下午", .date(.chineseHalfDay, 2)),
        ]
        + [
            "General", "G/通用格式", "G/標準", "G/标准", "G/표준", "通用格式", "常规", "標準", "표준", "Standardowy",
            "Standard", "Standaard", "Estándar", "Geral", "Genel", "Generale", "Ogólny", "Общий",
            "Основной", "Všeobecný", "Vęeobecný", "Yleinen", "Általános", "Normál",
        ].map { ($0, NumberFormat.Token.general) }

    /// Reads a word or letters that mean something; false where there are none.
    private mutating func readWord() -> Bool {
        for (word, token) in Self.words where follows(word) {
            section.tokens.append(token)
            index += word.unicodeScalars.count
            return true
        }
        let letter = Self.lower(code[index])
        let count = run(of: letter, from: index)
        switch letter {
        case "e" where index + 1 < code.count && (code[index + 1] == "+" || code[index + 1] == "-"):
            let digits = code[(index + 2)...].prefix { $0 == "0" || $0 == "#" || $0 == "?" }.count
            section.tokens.append(
                .exponent(showsPlus: code[index + 1] == "+", digits: max(digits, 1))
            )
            index += 2 + digits
            return true
        case "y", "e": section.tokens.append(.date(.year, letter == "e" ? 4 : count))
        case "m": section.tokens.append(.date(.month, count))
        case "d": section.tokens.append(.date(count > 2 ? .weekday : .day, count))
        case "a" where count > 2: section.tokens.append(.date(.chineseWeekday, count))
        case "h": section.tokens.append(.date(.hour, count))
        case "s": section.tokens.append(.date(.second, count))
        default: return false
        }
        index += count
        return true
    }

    private static let numerals: [String: Numerals] = [
        "dbnum1": .chinese, "dbnum2": .financial, "dbnum3": .fullWidth,
    ]

    /// Reads the language of names: its number in hexadecimal (`804`), or its name (`zh-CN`).
    ///
    /// `F800` and `F400` stand for the long date and the time that a user has chosen: here those of
    /// mainland China, and what else the section says counts for nothing.
    private mutating func read(language words: ArraySlice<Substring>) {
        guard let number = words.first.flatMap({ UInt32($0.prefix { $0 != "," }, radix: 16) })
        else {
            section.isChinese = words.first == "zh"
            return
        }
        switch number & 0xFFFF {
        case 0xF800: readInstead("yyyy\"年\"m\"月\"d\"日\"")
        case 0xF400: readInstead("h:mm:ss")
        case 0x0804, 0x0004, 0x1004, 0x0404, 0x0C04: section.isChinese = true
        default: break
        }
        // Years of emperors, of the Republic, of Buddha: not those of the Gregorian calendar.
        if [3, 4, 5, 6, 7, 8].contains(number >> 16 & 0xFF) { section.isUnderstood = false }
    }

    /// Takes another code for the section that is being read.
    private mutating func readInstead(_ code: String) {
        var parser = NumberFormatParser(code)
        section = parser.sections()[0]
        // On to the section's end: before the semicolon that is neither quoted nor escaped.
        var isQuoted = false
        while index < self.code.count, isQuoted || self.code[index] != ";" {
            if self.code[index] == "\"" { isQuoted.toggle() }
            index += self.code[index] == "\\" ? 2 : 1
        }
        index = min(index, self.code.count)
    }

    /// Reads `[…]`: a condition, a colour, a language, hours that don't begin again.
    private mutating func readBracket() {
        guard let end = code[index...].firstIndex(of: "]") else {
            append(literal: "[")
            index += 1
            return
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: code[(index + 1)..<end].map(Self.lower))
        let inside = (index + 1)..<end
        index = end + 1
        read(bracket: String(text), original: code[inside])
    }

    private mutating func read(bracket text: String, original: ArraySlice<Unicode.Scalar>) {
        if let condition = NumberFormat.Condition(text) {
            section.condition = condition
        } else if let numerals = Self.numerals[text] {
            section.numerals = numerals
        } else if original.first == "$" {
            // The sign of a currency, and the language after a hyphen.
            let parts = original.dropFirst().split(separator: "-", omittingEmptySubsequences: false)
            for scalar in parts.first ?? [] { append(literal: scalar) }
            if parts.count > 1 { read(language: text.split(separator: "-").dropFirst()) }
        } else if let letter = text.unicodeScalars.first,
            text.unicodeScalars.allSatisfy({ $0 == letter })
        {
            let count = text.unicodeScalars.count
            switch letter {
            case "h": section.tokens.append(.date(.allHours, count))
            case "m": section.tokens.append(.date(.allMinutes, count))
            case "s": section.tokens.append(.date(.allSeconds, count))
            default: return
            }
        }
    }
}

extension NumberFormat.Condition {
    /// Reads the inside of `[>=100]`; nil where it is no condition.
    fileprivate init?(_ text: String) {
        let signs: [(String, Comparison)] = [
            ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("<>", .notEqual), ("<", .less),
            (">", .greater),
            ("=", .equal),
        ]
        guard let (sign, comparison) = signs.first(where: { text.utf8.starts(with: $0.0.utf8) }),
            let bound = Double(text.dropFirst(sign.count))
        else { return nil }
        self.init(comparison: comparison, bound: bound)
    }
}

extension NumberFormat.Section {
    /// Whether a point that follows begins a fraction of a second.
    fileprivate var endsWithSeconds: Bool {
        switch tokens.last {
        case .date(.second, _)?, .date(.allSeconds, _)?: true
        default: false
        }
    }

    /// Whether digits stand beside parts of dates, which no program takes.
    fileprivate var mixesDatesAndDigits: Bool {
        isDate
            && tokens.contains { token in
                switch token {
                case .digit, .exponent, .fraction, .denominator, .general: true
                default: false
                }
            }
    }

    /// An `m` behind hours or before seconds is minutes.
    fileprivate mutating func nameMinutes() {
        let dates = tokens.indices.filter { index in
            if case .date = tokens[index] { return true }
            return false
        }
        for (position, index) in dates.enumerated() {
            guard case .date(.month, let count) = tokens[index], count <= 2 else { continue }
            let before = position > 0 ? tokens[dates[position - 1]] : nil
            let after = position + 1 < dates.count ? tokens[dates[position + 1]] : nil
            if isPart(before, [.hour, .allHours]) || isPart(after, [.second, .allSeconds]) {
                tokens[index] = .date(.minute, count)
            }
        }
    }

    private func isPart(_ token: NumberFormat.Token?, _ parts: [NumberFormat.DatePart]) -> Bool {
        guard case .date(let part, _)? = token else { return false }
        return parts.contains(part)
    }
}
