internal import Glibc

extension FilePath {
    /// The first of the characters that stand for bytes: byte 0x80 is U+10FE80, 0xFF U+10FEFF.
    ///
    /// Nothing else uses them: they are private ones of the last plane, the very last for the bytes
    /// of Chinese names on file servers of old (GBK).
    private static let firstStandIn: UInt32 = 0x10_FE00

    /// The text that stands for the bytes of a path.
    ///
    /// Where they are UTF-8 it is their text. Any other byte becomes a character of its own, and so
    /// do the bytes of those characters, should a name contain them. So the bytes come back
    /// unchanged by `bytes(of:)`, and two paths are never taken for one.
    /// - Complexity: O(n) in the bytes.
    static func text(of bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self), !hasStandIns(text) { return text }
        var text = String.UnicodeScalarView()
        var start = 0
        while start < bytes.count {
            var rest = bytes[start...].makeIterator()
            var parser = Unicode.UTF8.ForwardParser()
            switch parser.parseScalar(from: &rest) {
            case .valid(let encoded):
                let scalar = Unicode.UTF8.decode(encoded)
                if isStandIn(scalar) {
                    text.append(contentsOf: encoded.lazy.compactMap(standIn))
                } else {
                    text.append(scalar)
                }
                start += encoded.count
            case .error(let length):
                text.append(contentsOf: bytes[start..<start + length].lazy.compactMap(standIn))
                start += length
            case .emptyInput:
                return String(text)
            }
        }
        return String(text)
    }

    /// The text that stands for the bytes of a C string.
    @unsafe static func text(at bytes: UnsafePointer<CChar>) -> String {
        let count = unsafe strlen(bytes)
        return text(of: (0..<count).map { unsafe UInt8(bitPattern: bytes[$0]) })
    }

    /// The bytes that a text of `text(of:)` stands for.
    static func bytes(of text: String) -> [UInt8] {
        guard hasStandIns(text) else { return Array(text.utf8) }
        return text.unicodeScalars.flatMap { scalar in
            isStandIn(scalar)
                ? [UInt8(scalar.value - firstStandIn)]
                : Array(Unicode.UTF8.encode(scalar) ?? .init())
        }
    }

    /// A path as the kernel takes it: its bytes, and a zero behind them.
    static func cString(_ text: String) -> [CChar] {
        bytes(of: text).map { CChar(bitPattern: $0) } + [0]
    }

    /// Whether a character stands for a byte.
    static func isStandIn(_ scalar: Unicode.Scalar) -> Bool {
        (firstStandIn + 0x80...firstStandIn + 0xFF).contains(scalar.value)
    }

    private static func hasStandIns(_ text: String) -> Bool {
        text.unicodeScalars.contains(where: isStandIn)
    }

    private static func standIn(for byte: UInt8) -> Unicode.Scalar? {
        Unicode.Scalar(firstStandIn + UInt32(byte))
    }
}
