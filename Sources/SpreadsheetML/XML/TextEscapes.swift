internal import SourceText

/// SpreadsheetML's own escapes: `_x000D_` stands for the UTF-16 unit U+000D.
///
/// Programs write them for characters that XML can't hold, and `_x005F_` for a `_` that would
/// begin such an escape.
enum TextEscapes {
    /// How many bytes an escape has.
    private static let length = 7

    /// Puts in place what the escapes in `bytes` from `start` on stand for, each decoded once.
    ///
    /// An escape of half a surrogate pair, or of U+0000, stays as it is.
    /// - Complexity: O(n) in the bytes.
    static func decode(_ bytes: inout [UInt8], from start: Int) {
        guard var from = first(in: bytes.span, from: start) else { return }
        var to = from
        while from < bytes.count {
            if let unit = unit(at: from, in: bytes.span),
                let escape = scalar(unit, at: from, in: bytes.span)
            {
                for byte in Array(String(escape.scalar).utf8) {
                    bytes[to] = byte
                    to += 1
                }
                from += escape.length
            } else {
                bytes[to] = bytes[from]
                to += 1
                from += 1
            }
        }
        bytes.removeSubrange(to...)
    }

    /// The index of the first escape from `start` on; nil where there is none.
    static func first(in bytes: Span<UInt8>, from start: Int) -> Int? {
        let index = bytes.firstIndex(from: start) {
            $0.equal(UInt8(ascii: "_"))
        } where: { index in
            unit(at: index, in: bytes) != nil
        }
        return index < bytes.count ? index : nil
    }

    /// The UTF-16 unit that the escape at `index` stands for; nil where there is none.
    private static func unit(at index: Int, in bytes: Span<UInt8>) -> UInt16? {
        guard bytes[index] == UInt8(ascii: "_"), index + length <= bytes.count,
            bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_")
        else { return nil }
        var unit: UInt16 = 0
        for place in (index + 2)..<(index + 6) {
            guard let digit = bytes[place].hexadecimalDigit else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    /// The character that the escape at `index`, or the pair of escapes there, stands for.
    private static func scalar(
        _ unit: UInt16,
        at index: Int,
        in bytes: Span<UInt8>
    ) -> (scalar: Unicode.Scalar, length: Int)? {
        guard unit != 0 else { return nil }
        if let scalar = Unicode.Scalar(unit) { return (scalar, length) }
        guard UTF16.isLeadSurrogate(unit), index + length < bytes.count,
            let second = self.unit(at: index + length, in: bytes), UTF16.isTrailSurrogate(second),
            case .scalarValue(let scalar) = pair(unit, second)
        else { return nil }
        return (scalar, 2 * length)
    }

    private static func pair(_ first: UInt16, _ second: UInt16) -> UnicodeDecodingResult {
        var decoder = UTF16()
        var units = [first, second].makeIterator()
        return decoder.decode(&units)
    }
}
