package import SourceText

/// The serial (序号) of a target: what its text means, and when two are the same.
///
/// A serial is a text. Most are numbers, and then the number counts: 5, 005 and ５ name the same
/// target. Any other, such as 6-1 or ④, is the same as one of the same bytes.
public enum Serial {
    /// No text of more digits is a number, so that spreadsheets and JSON hold every one.
    @usableFromInline package static let mostDigits = 15

    /// The number that the text of a serial is: at most 15 decimal digits, full-width ones, too.
    ///
    /// Leading zeros don't matter; signs, separators and ④ make a text that is no number (nil).
    public static func number(of text: String) -> Int? {
        // Unicode's tables are asked only where it isn't what nearly every serial is: asked of all, they
        // take 7 % more instructions of reading a workbook.
        if let number = number(ofDigits: text.utf8.span) { return number }
        guard !text.isEmpty, text.unicodeScalars.count <= mostDigits else { return nil }
        var number = 0
        for scalar in text.unicodeScalars {
            guard scalar.properties.generalCategory == .decimalNumber,
                let digit = scalar.properties.numericValue
            else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }

    /// The number that a text of ASCII digits is, from its UTF-8; nil for any other, also where
    /// `number(of:)` reads one.
    ///
    /// Nearly every serial is such a text, and needs no string to be read.
    @inlinable
    package static func number(ofDigits bytes: Span<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.count <= mostDigits else { return nil }
        var number = 0
        for index in bytes.indices {
            let digit = bytes[index] &- 0x30
            guard digit <= 9 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }

    /// Whether the UTF-8 of a serial is its number as JSON and spreadsheets write it: 140, not 0140.
    @inlinable
    package static func isCanonical(_ bytes: Span<UInt8>) -> Bool {
        number(ofDigits: bytes) != nil && (bytes.count == 1 || bytes[0] != 0x30)
    }

    /// The number of a serial, or of its first part where it has parts: 6 of 6-1; nil of none.
    public static func leadingNumber(of text: String) -> Int? {
        if let number = number(of: text) { return number }
        let digits = text.unicodeScalars.drop { $0.properties.numericType != .decimal }
            .prefix { $0.properties.numericType == .decimal }
        return number(of: String(scalars: digits))
    }

    /// The serial of a group of targets and the number within, of a serial that has such parts (1/2);
    /// nil of any other.
    package static func groupParts(_ serial: String) -> (serial: Substring, number: Int)? {
        guard let slash = serial.lastIndex(of: "/"), slash != serial.startIndex,
            let number = number(of: String(serial[serial.index(after: slash)...])), number > 0
        else { return nil }
        return (serial[..<slash], number)
    }

    /// Whether a text could be a target's number: 6-1, (3), ④, 第7项, 8、, （一）, 1/2.
    package static func isPlausible(_ text: String) -> Bool {
        // Nearly all are digits and nothing else: looked up scalar by scalar, they were a sixteenth of
        // reading many short tables.
        if text.utf8.count <= 12, number(ofDigits: text.utf8.span) != nil { return true }
        let bare = RowWords.squeezed(text)
        // 2023/5 is a month.
        if let parts = groupParts(bare) {
            let serial = String(parts.serial)
            return number(of: serial) ?? 0 < 1_000 && isPlausible(serial)
        }
        let scalars = bare.unicodeScalars
        guard !scalars.isEmpty, scalars.count <= 12 else { return false }
        var hasNumber = false
        for scalar in scalars {
            if scalar.properties.numericType != nil || RowWords.chineseDigits.contains(scalar) {
                hasNumber = true
            } else if !signs.contains(scalar), !("A"..."Z" ~= scalar), !("a"..."z" ~= scalar) {
                return false
            }
        }
        return hasNumber
    }

    private static let signs = Set("-—–.．、,，()（）第项号条款#№[]【】〔〕*".unicodeScalars)

    /// Whether two texts are the same serial.
    package static func areSame(_ one: String, _ other: String) -> Bool {
        Key(one) == Key(other)
    }

    /// What makes one serial the same as another: its number, else its bytes.
    public struct Key: Sendable, Hashable {
        private enum Value: Hashable {
            case number(Int)
            case text([UInt8])
        }

        private let value: Value

        private init(number: Int) { value = .number(number) }

        /// The number that the serial is; nil where it is a text that is none.
        package var number: Int? {
            switch value {
            case .number(let number): number
            case .text: nil
            }
        }

        /// The key of a serial's text.
        public init(_ text: String) {
            value = Serial.number(of: text).map(Value.number) ?? .text(Array(text.utf8))
        }

        /// The key of a serial's UTF-8.
        package init(_ bytes: Span<UInt8>) {
            if let number = Serial.number(ofDigits: bytes) {
                self = Key(number: number)
            } else {
                self.init(
                    unsafe bytes.withUnsafeBufferPointer {
                        unsafe String(decoding: $0, as: UTF8.self)
                    }
                )
            }
        }
    }
}

// MARK: Serials that occur twice

extension Serial {
    /// A target that has the serial of an earlier one.
    package struct Repetition: Equatable {
        /// The target (from 0).
        package var target: Int
        /// The first target (from 0) that has the serial.
        package var first: Int

        /// Makes one.
        package init(target: Int, first: Int) {
            self.target = target
            self.first = first
        }
    }

    /// Finds the targets whose serial an earlier one of their list has; a blank one is none.
    ///
    /// `serial` says where the serial of a target (from 0) is in `text`, `list` which list (one
    /// document, one section) the target belongs to.
    /// - Complexity: O(n) in the targets; without a dictionary where the serials are numbers that
    ///   rise, as they nearly always are: 1 % of the instructions of reading JSONL.
    package static func repetitions(
        among count: Int,
        in text: TextStore,
        serial: (Int) -> TextRange,
        list: (Int) -> Int = { _ in 0 }
    ) -> [Repetition] {
        if rise(among: count, in: text, serial: serial) { return [] }
        var seen: [ListedKey: Int] = [:]
        var found: [Repetition] = []
        for target in 0..<count {
            let range = serial(target)
            guard !range.isEmpty else { continue }
            let key = ListedKey(list: list(target), serial: Key(text.string(range)))
            if let first = seen[key] {
                found.append(Repetition(target: target, first: first))
            } else {
                seen[key] = target
            }
        }
        return found
    }

    /// Whether the serials are numbers, each greater than the one before: then none occurs twice.
    ///
    /// - Complexity: O(n) in the targets.
    package static func rise(
        among count: Int,
        in text: TextStore,
        serial: (Int) -> TextRange
    ) -> Bool {
        var last = -1
        return (0..<count).allSatisfy { target in
            guard let number = text.withSpan(of: serial(target), { number(ofDigits: $0) }),
                number > last
            else { return false }
            last = number
            return true
        }
    }

    private struct ListedKey: Hashable {
        var list: Int
        var serial: Key
    }

    /// The finding that a serial occurs twice; the other place stands in it as in a sentence
    /// (“line 5”, “第 5 行”).
    package static func repeated(
        _ serial: String,
        elsewhere place: Wording,
        _ severity: Severity = .error,
        hint: Wording? = nil
    ) -> Diagnostic {
        // Between Chinese and Latin letters a blank is wanted.
        let isLatin = place.chinese.unicodeScalars.first?.isASCII == true
        return Diagnostic(
            severity,
            .duplicateSerial,
            Wording(
                en: "serial \(serial) occurs twice: here and in \(place)",
                zh: "序号 \(serial) 重复：此处与\(isLatin ? " " : "")\(place)"
            ),
            hint: hint
                ?? Wording(
                    en: "every target needs a serial of its own; correct one of the two",
                    zh: "每项目标须有自己的序号，请改正其中一处"
                )
        ).about(serial: serial, field: Field.serial.key)
    }
}
