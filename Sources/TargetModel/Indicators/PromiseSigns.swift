internal import SourceText

/// The signs without which a text promises nothing in figures: a number with a measure behind it,
/// 万, 亿 or 分之, and the words that promise without a number (全覆盖, 翻番).
///
/// Most objectives have none, so that one pass over their bytes saves reading them: of 100,000
/// objectives of the sample's kind a quarter is read, and `check` takes 0.3 s less on one core.
enum PromiseSigns {
    /// Whether a text (UTF-8) may promise something; false only where it doesn't.
    static func mayPromise(_ text: Span<UInt8>) -> Bool {
        let areSigns = areSigns.span
        var index = 0
        while index < text.count {
            guard let wide = text.threeByteScalar(at: index) else {
                let byte = text[index]
                index &+= 1
                if isDigit(byte), isCounted(behind: &index, text) { return true }
                continue
            }
            let scalar = Int(wide)
            guard areSigns[scalar >> 6] &>> UInt64(scalar & 63) & 1 == 1 else {
                index &+= 3
                continue
            }
            switch signs[scalar] {
            case Sign.words:
                index += 3
                if promisesInWords(sign: wide, text, behind: index) {
                    return true
                }
            default:
                // 一 alone counts nothing: 一批, 一体.
                let start = index
                if isCounted(behind: &index, text), !isOne(text, start..<index) { return true }
            }
        }
        return false
    }

    /// Passes the rest of a number; returns whether it may count something.
    private static func isCounted(behind index: inout Int, _ text: Span<UInt8>) -> Bool {
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                // 0.02 may be the value of a rate, and a blank may set a measure off.
                if byte == UInt8(ascii: "."), index + 1 < text.count, isDigit(text[index + 1]) {
                    return true
                }
                if isDigit(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: " ") {
                    index += 1
                    continue
                }
                return measures[Int(byte)]
            }
            guard byte & 0xF0 == 0xE0, index + 2 < text.count else { return true }
            let scalar = Int(text.scalarOfThree(at: index))
            switch signs[scalar] {
            case Sign.multiplier, Sign.words: return true
            case Sign.numeral, Sign.more: index += 3
            default: return measures[scalar]
            }
        }
        return false
    }

    /// Whether 全 or 翻 may begin words that promise: 全覆盖, 全部建成, 翻一番.
    private static func promisesInWords(
        sign: UInt32,
        _ text: Span<UInt8>,
        behind index: Int
    ) -> Bool {
        guard sign == UInt32("全" as Unicode.Scalar), index + 5 < text.count else { return true }
        let (next, last) = (text.scalarOfThree(at: index), text.scalarOfThree(at: index + 3))
        switch Unicode.Scalar(next) {
        case "覆", "部": return true
        case "面": return Unicode.Scalar(last) == "完"
        default: return false
        }
    }

    private static func isOne(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        range.count == 3
            && text.scalarOfThree(at: range.lowerBound) == UInt32("一" as Unicode.Scalar)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }

    /// What a scalar is a sign of.
    private enum Sign {
        static let numeral: UInt8 = 1
        /// 万, 亿: what they stand in is a number that counts.
        static let multiplier: UInt8 = 2
        /// 余, 多, 来 between a number and its measure.
        static let more: UInt8 = 3
        /// 全, 翻, and digits that are full-width.
        static let words: UInt8 = 4
    }

    /// By scalar below U+10000.
    private static let signs: [UInt8] = {
        var signs = [UInt8](repeating: 0, count: 1 << 16)
        func set(_ scalars: String, _ sign: UInt8) {
            for scalar in scalars.unicodeScalars { signs[Int(scalar.value)] = sign }
        }
        set("零〇一二两三四五六七八九十百千", Sign.numeral)
        set("万亿", Sign.multiplier)
        set("余多来", Sign.more)
        set("全翻", Sign.words)
        for scalar in 0xFF10...0xFF19 { signs[scalar] = Sign.words }
        return signs
    }()

    /// By scalar below U+10000, a bit: whether it is a sign of anything.
    ///
    /// These stay in the nearest cache. `signs` doesn't: looked up there, each scalar was waited for,
    /// and the pass over the bytes took half as long again.
    private static let areSigns: [UInt64] = {
        var bits = [UInt64](repeating: 0, count: signs.count / 64)
        for (scalar, sign) in signs.enumerated() where sign != 0 {
            bits[scalar >> 6] |= 1 << UInt64(scalar & 63)
        }
        return bits
    }()

    /// By scalar below U+10000: whether a measure that may be promised begins with it.
    private static let measures: [Bool] = {
        var measures = [Bool](repeating: false, count: 1 << 16)
        for unit in MeasureUnits.all where !unit.isOrdinal || unit.text == "岁" {
            guard let first = unit.text.unicodeScalars.first else { continue }
            measures[Int(first.value) & 0xFFFF] = true
            measures[Int(first.widened.value) & 0xFFFF] = true
        }
        // 百分之八十; of a span (10—15家), the upper end has its own measure.
        measures[Int(("分" as Unicode.Scalar).value)] = true
        return measures
    }()
}
