internal import SourceText

/// The number that a text begins with as an item of a list does: 1., 2、, (3), ④, （五）.
package struct ItemNumber: Sendable, Equatable {
    /// How the number is written.
    package enum Form: Sendable, Equatable {
        /// 1. or 1、.
        case digits
        /// (1) or 1).
        case brackets
        /// ①.
        case circled
        /// 一、 or （一）.
        case numerals
    }

    /// The number.
    package var value: Int
    /// How it is written.
    package var form: Form

    /// Reads the number at the start of a text; nil where there is none.
    package init?(_ text: String) {
        let scalars = TextFolding.folded(String(text.unicodeScalars.prefix(16)))
        guard let first = scalars.first else { return nil }
        if (0x2460...0x2473).contains(first.value) {
            value = Int(first.value) - 0x245F
            form = .circled
            return
        }
        let isOpen = first == "("
        let rest = scalars.dropFirst(isOpen ? 1 : 0)
        let digits = rest.prefix { (0x30...0x39).contains($0.value) }
        let numerals = rest.prefix(while: ChineseNumeral.isNumeral)
        let number = digits.isEmpty ? numerals : digits
        let behind = rest.dropFirst(number.count)
        guard let sign = behind.first, (1...2).contains(number.count) else { return nil }
        guard isOpen ? sign == ")" : ".、)".unicodeScalars.contains(sign) else { return nil }
        // 1.5 and 3.2亿元 are figures.
        if sign == ".", let next = behind.dropFirst().first, (0x30...0x39).contains(next.value) {
            return nil
        }
        if digits.isEmpty {
            guard let numeral = Self.value(Array(numerals)) else { return nil }
            value = numeral
            form = .numerals
        } else {
            guard let number = Int(String(scalars: digits)) else { return nil }
            value = number
            form = isOpen || sign == ")" ? .brackets : .digits
        }
    }

    private static func value(_ numerals: [Unicode.Scalar]) -> Int? {
        // No table has twenty lists of items: 二十 is a number of something else.
        ChineseNumeral.value(of: numerals[...]).flatMap { $0 < 20 ? $0 : nil }
    }

    /// Whether the item of a number stands in a text, be it not at its start.
    package static func isFound(_ value: Int, _ form: Form, in text: String) -> Bool {
        let scalars = text.unicodeScalars
        return scalars.indices.dropFirst().contains { index in
            let item = ItemNumber(String(scalars[index...].prefix(16)))
            return item?.value == value && item?.form == form
        }
    }
}
