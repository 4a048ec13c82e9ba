internal import SourceText
internal import TargetModel

/// Numbers that belong to a person and should not be published: of identity cards (with their check
/// digit, GB 11643, or as they were until 1999), of mobile phones, of bank cards (with their check digit after Luhn).
enum PrivateNumbers: Check {
    static let looksAtEachAlone = true

    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        let columns = subject.columns(where: hasLongNumber)
        for target in subject.targets {
            for column in columns {
                let range = table.range(target, column)
                guard range.count >= 11, table.text.withSpan(of: range, hasLongNumber) else {
                    continue
                }
                let bytes = Array(table.text.bytes(range))
                for (place, kind) in numbers(in: bytes) {
                    findings.report(
                        finding(kind),
                        target: target,
                        column: column,
                        bytes: place
                    )
                }
            }
        }
    }

    /// What a number is.
    enum Kind {
        case identityCard, mobilePhone, bankCard
    }

    /// Whether eleven digits stand in a row, in groups of four or not: 138-1234-5678.
    private static func hasLongNumber(_ text: Span<UInt8>) -> Bool {
        var index = 9
        // Of eleven bytes or more, of which no two in a row are no digits, two are at every tenth; only then
        // is the number counted.
        while index + 1 < text.count {
            guard isDigit(text[index]) || isDigit(text[index + 1]) else {
                index += 10
                continue
            }
            if !isDigit(text[index]) { index += 1 }
            var start = index
            while start > 0, isDigit(text[start - 1]) || isInside(start - 1, text) { start -= 1 }
            var end = index + 1
            var digits = (start..<end).count { isDigit(text[$0]) }
            while end < text.count, isDigit(text[end]) || isInside(end, text) {
                if isDigit(text[end]) { digits += 1 }
                end += 1
            }
            if digits >= 11 { return true }
            index = end + 9
        }
        return false
    }

    /// Whether a byte sets off groups of digits: one blank or hyphen between two of them.
    private static func isInside(_ index: Int, _ text: Span<UInt8>) -> Bool {
        (text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: "-")) && index > 0
            && index + 1 < text.count && isDigit(text[index - 1]) && isDigit(text[index + 1])
    }

    /// The private numbers in a text, by their bytes.
    static func numbers(in text: [UInt8]) -> [(bytes: Range<Int>, kind: Kind)] {
        var found: [(bytes: Range<Int>, kind: Kind)] = []
        var index = 0
        while index < text.count {
            guard isDigit(text[index]) else {
                index += 1
                continue
            }
            // The groups of digits that stand together, and what they are: all of them, or one alone.
            var groups: [Range<Int>] = []
            var end = index
            while end < text.count, isDigit(text[end]) {
                let start = end
                while end < text.count, isDigit(text[end]) { end += 1 }
                if end < text.count, text[end] | 0x20 == UInt8(ascii: "x") { end += 1 }
                groups.append(start..<end)
                if isInside(end, in: text) { end += 1 }
            }
            if let whole = kind(of: groups, in: text), let first = groups.first,
                let last = groups.last
            {
                found.append((first.lowerBound..<last.upperBound, whole))
            } else if groups.count > 1 {
                for group in groups {
                    if let kind = kind(of: [group], in: text) { found.append((group, kind)) }
                }
            }
            index = max(end, index + 1)
        }
        return found
    }

    private static func isInside(_ index: Int, in text: [UInt8]) -> Bool {
        index < text.count && isInside(index, text.span)
    }

    /// What some groups of digits are together; of several, phones have 3, 4 and 4 digits, cards four
    /// in each but the last.
    private static func kind(of groups: [Range<Int>], in text: [UInt8]) -> Kind? {
        let number = groups.flatMap { text[$0] }
        let lengths = groups.map(\.count)
        let isPhone = groups.count == 1 || lengths == [3, 4, 4]
        let isCard = groups.count == 1 || lengths.dropLast().allSatisfy { $0 == 4 }
        // Only the check digit of an identity card may be X.
        guard number.dropLast().allSatisfy(isDigit) else { return nil }
        switch number.count {
        case 11 where isPhone: return isMobilePhone(number[...]) ? .mobilePhone : nil
        case 18 where isIdentityCard(number[...]): return .identityCard
        case 15 where groups.count == 1 && isFormerIdentityCard(number): return .identityCard
        case 16...19 where isCard:
            return number.allSatisfy(isDigit) && isBankCard(number[...]) ? .bankCard : nil
        default: return nil
        }
    }

    private static func isMobilePhone(_ number: ArraySlice<UInt8>) -> Bool {
        let digits = Array(number)
        return digits[0] == UInt8(ascii: "1") && digits[1] >= UInt8(ascii: "3")
            && digits.allSatisfy(isDigit)
    }

    private static func isIdentityCard(_ number: ArraySlice<UInt8>) -> Bool {
        let digits = Array(number)
        let month = Int(digits[10] - 48) * 10 + Int(digits[11] - 48)
        let day = Int(digits[12] - 48) * 10 + Int(digits[13] - 48)
        guard (1...12).contains(month), (1...31).contains(day) else { return false }
        var sum = 0
        var weight = 1
        for digit in digits.dropLast().reversed() {
            weight = weight * 2 % 11
            sum += Int(digit - 48) * weight
        }
        let check = (12 - sum % 11) % 11
        let last = digits[17]
        return check == 10 ? last | 0x20 == UInt8(ascii: "x") : last == UInt8(48 + check)
    }

    /// Whether fifteen digits are a number of an identity card as it was until 1999, without a check
    /// digit: a province, and a day of birth that there is.
    private static func isFormerIdentityCard(_ digits: [UInt8]) -> Bool {
        guard digits.allSatisfy(isDigit) else { return false }
        func number(_ place: Int) -> Int {
            Int(digits[place] - 48) * 10 + Int(digits[place + 1] - 48)
        }
        let day = CalendarDate(year: 1900 + number(6), month: number(8), day: number(10))
        return provinces.contains(number(0)) && day != nil
    }

    /// What the numbers of identity cards begin with.
    private static let provinces: Set<Int> = [
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51,
        52, 53, 54,
        61, 62, 63, 64, 65, 71, 81, 82,
    ]

    private static func isBankCard(_ number: ArraySlice<UInt8>) -> Bool {
        var sum = 0
        for (position, digit) in number.reversed().enumerated() {
            let value = Int(digit - 48)
            let doubled = position % 2 == 1 ? value * 2 : value
            sum += doubled > 9 ? doubled - 9 : doubled
        }
        // China's banks issue cards that begin with 3 to 6 and 9.
        return sum % 10 == 0 && number.first.map { "34569".utf8.contains($0) } == true
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func finding(_ kind: Kind) -> Diagnostic {
        let name =
            switch kind {
            case .identityCard: Wording(en: "the number of an identity card", zh: "身份证号码")
            case .mobilePhone: Wording(en: "the number of a mobile phone", zh: "手机号码")
            case .bankCard: Wording(en: "the number of a bank card", zh: "银行卡号")
            }
        return Diagnostic(
            .warning,
            .privateNumber,
            Wording(en: "this is \(name)", zh: "此处是\(name)"),
            hint: Wording(
                en: "delete it before the table is published",
                zh: "公开发布前请删去"
            )
        )
    }
}
