/// What kinds of characters there are: every rule about single characters that more than one
/// module asks for.
extension Unicode.Scalar {
    /// Whether it can't be seen and says nothing: zero-width blanks and joiners, marks of direction,
    /// byte-order marks, soft hyphens.
    package var isInvisible: Bool {
        switch value {
        case 0x00AD, 0x061C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
        default: false
        }
    }

    /// Whether it is a blank inside a line (Unicode's category Zs: U+0020, U+00A0, U+3000, …).
    ///
    /// Such blanks around a cell's text are no part of it; line breaks are.
    package var isBlank: Bool {
        guard value < 0x80 else {
            return value <= Self.lastBlank && properties.generalCategory == .spaceSeparator
        }
        return value == 0x20
    }

    /// Whether it is a blank or a line break (Unicode's White_Space).
    package var isWhitespace: Bool {
        guard value > 0x7E else { return value == 0x20 || (0x09...0x0D).contains(value) }
        return value <= Self.lastBlank && properties.isWhitespace
    }

    /// The ideographic space, behind which Unicode has no blanks: Chinese characters are told
    /// without its tables, which were a sixth of checking statuses.
    private static var lastBlank: UInt32 { 0x3000 }

    /// The half-width form of a full-width letter, digit or sign; else the scalar itself.
    package var narrowed: Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(value) else { return self }
        return Unicode.Scalar(value - 0xFEE0) ?? self
    }

    /// The full-width form of a visible ASCII character; else the scalar itself.
    package var widened: Unicode.Scalar {
        guard (0x21...0x7E).contains(value) else { return self }
        return Unicode.Scalar(value + 0xFEE0) ?? self
    }

    /// How a message names it: `U+00AD`, at least four hexadecimal digits.
    package var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

extension String {
    /// Makes a text of scalars, in one go.
    ///
    /// Scalar by scalar it took an eighth of reading figures; and a view of scalars that is made of a
    /// sequence asks for each through a protocol: 2 % of the instructions of converting 60 targets.
    @inlinable
    package init(scalars: some Collection<Unicode.Scalar>) {
        let count = scalars.reduce(0) { $0 + UTF8.width($1) }
        self = unsafe String(unsafeUninitializedCapacity: count) { buffer in
            var index = 0
            for scalar in scalars {
                // Nearly all have three bytes: taken apart as others are, they took half as long again.
                if (0x800...0xFFFF).contains(scalar.value) {
                    unsafe buffer[index] = UInt8(truncatingIfNeeded: 0xE0 | scalar.value >> 12)
                    unsafe buffer[index + 1] =
                        UInt8(truncatingIfNeeded: 0x80 | scalar.value >> 6 & 0x3F)
                    unsafe buffer[index + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar.value & 0x3F)
                    index += 3
                    continue
                }
                let width = UTF8.width(scalar)
                // The first byte tells how many follow, each of which has six bits.
                let lead: UInt32 = width == 1 ? 0 : 0xF0 << UInt32(4 - width) & 0xFF
                unsafe buffer[index] = UInt8(
                    truncatingIfNeeded: lead | scalar.value >> UInt32(6 * (width - 1))
                )
                for place in 1..<width {
                    let bits = scalar.value >> UInt32(6 * (width - 1 - place)) & 0x3F
                    unsafe buffer[index + place] = UInt8(truncatingIfNeeded: 0x80 | bits)
                }
                index += width
            }
            return index
        }
    }
}
