internal import ContentDigest
internal import SourceText

/// What stands, hidden, beside a target's row: which target the row was made for.
///
/// It is a witness only. A row is the target whose serial it shows; the key tells a target whose
/// serial was changed from one that is new.
struct RowKey: Equatable {
    /// The target, from 0, of the table that the workbook was made from.
    let target: Int
    /// Some bits of a digest of the target and its serial, so that a key of another table, or one
    /// that was changed, is taken for none.
    private let check: UInt16

    /// Makes the key of a target; `serial` is the UTF-8 of the serial in the official table.
    init(target: Int, serial: Span<UInt8>) {
        self.target = target
        check = Self.check(target, serial)
    }

    /// Reads a key; nil where the text is none.
    init?(_ text: Span<UInt8>) {
        let count = text.count / BrailleText.bytesPerByte
        guard (3...6).contains(count), let bytes = BrailleText.decode(text) else { return nil }
        target = bytes.dropLast(2).reduce(0) { $0 << 8 | Int($1) }
        check = bytes.suffix(2).reduce(0) { $0 << 8 | UInt16($1) }
    }

    /// The UTF-8 of the cell's text.
    var text: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8)
        var shift = max(0, (target.bitWidth - 1 - target.leadingZeroBitCount) & ~7)
        while shift >= 0 {
            bytes.append(UInt8(truncatingIfNeeded: target >> shift))
            shift -= 8
        }
        bytes.append(UInt8(check >> 8))
        bytes.append(UInt8(truncatingIfNeeded: check))
        return BrailleText.encode(bytes.span)
    }

    /// Whether it is the key of a target with a serial.
    func fits(serial: Span<UInt8>) -> Bool {
        check == Self.check(target, serial)
    }

    private static func check(_ target: Int, _ serial: Span<UInt8>) -> UInt16 {
        var bytes = Array(String(target).utf8)
        bytes.append(0)
        bytes.append(serial)
        return UInt16(SHA256.prefix(of: bytes.span) >> 16)
    }
}
