/// How the characters of a file are written as bytes.
public struct TextEncoding: Sendable, Equatable {
    /// The character sets that official tables come in.
    public enum CharacterSet: String, Sendable, CaseIterable {
        /// UTF-8 (RFC 3629).
        case utf8 = "utf-8"
        /// UTF-16, low byte first: what Excel calls "Unicode text".
        case utf16LittleEndian = "utf-16le"
        /// UTF-16, high byte first.
        case utf16BigEndian = "utf-16be"
        /// GB 18030, with GBK and GB 2312 as its parts.
        case gb18030 = "gb18030"
    }

    /// The character set.
    public var characterSet: CharacterSet
    /// Whether the file begins with a byte-order mark.
    public var hasByteOrderMark: Bool

    /// Makes an encoding.
    public init(_ characterSet: CharacterSet, byteOrderMark: Bool = false) {
        self.characterSet = characterSet
        hasByteOrderMark = byteOrderMark
    }

    /// UTF-8 without a byte-order mark.
    public static let utf8 = TextEncoding(.utf8)

    /// The name as it stands in `source.encoding` of the JSON, such as `utf-8` or `utf-8-bom`.
    public var name: String {
        switch characterSet {
        case .utf8: hasByteOrderMark ? "utf-8-bom" : "utf-8"
        case .gb18030: hasByteOrderMark ? "gb18030-bom" : "gb18030"
        case .utf16LittleEndian, .utf16BigEndian:
            hasByteOrderMark ? characterSet.rawValue : characterSet.rawValue + "-no-bom"
        }
    }

    /// Finds the encoding that `--encoding` or a JSON document names.
    ///
    /// GBK, GB2312 and CP936 are read as GB 18030, which holds them.
    public init?(named name: String) {
        switch name.lowercased() {
        case "utf-8", "utf8": self.init(.utf8)
        case "utf-8-bom", "utf8-bom", "utf-8-sig": self.init(.utf8, byteOrderMark: true)
        case "utf-16", "utf-16le", "utf16le": self.init(.utf16LittleEndian, byteOrderMark: true)
        case "utf-16be", "utf16be": self.init(.utf16BigEndian, byteOrderMark: true)
        case "utf-16le-no-bom": self.init(.utf16LittleEndian)
        case "utf-16be-no-bom": self.init(.utf16BigEndian)
        case "gb18030-bom": self.init(.gb18030, byteOrderMark: true)
        case "gb18030", "gbk", "gb2312", "cp936": self.init(.gb18030)
        default: return nil
        }
    }

    /// The bytes of the mark that begins the file; none where it has no mark.
    public var byteOrderMark: [UInt8] {
        guard hasByteOrderMark else { return [] }
        return switch characterSet {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        case .gb18030: [0x84, 0x31, 0x95, 0x33]
        }
    }
}
