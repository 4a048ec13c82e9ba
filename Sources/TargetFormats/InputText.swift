internal import ContentDigest
internal import SourceText
internal import TargetModel

/// The text of a file, and what a table keeps of the file: its bytes aren't in memory beside the text, but for those
/// of another character set as long as their digest is made.
struct InputText: Sendable {
    /// The text.
    let source: SourceText
    /// The file's name without folders.
    let baseName: String
    /// The digest of the file; empty where none is wanted.
    private let digest: Ahead<String>

    /// Decodes a text file; `encoding` overrules what its bytes say.
    ///
    /// A digest that is wanted is made by another core, if the file is large.
    /// - Throws: `FormatError` where it is no text, with the places that don't decode, or too large.
    /// - Complexity: O(n) in the bytes of the file.
    init(
        _ input: consuming InputFile,
        as encoding: TextEncoding?,
        keepingDigest isWanted: Bool = false
    ) throws(FormatError) {
        baseName = input.baseName
        let isLong = isWanted && input.bytes.count > 1 << 20
        // While a marked file is kept, the text without its mark is a copy.
        let isMarked = input.bytes.starts(with: SourceText.markOfUTF8)
        let file = isMarked || !isWanted ? [] : input.bytes
        let source = try input.decoded(as: encoding)
        self.source = source
        // Beside the rest: it was a tenth of writing JSON.
        digest = Ahead(isLong: isLong) {
            guard isWanted else { return "" }
            return isMarked ? Self.digest(ofFileOf: source) : SHA256.hexDigest(of: file)
        }
    }

    /// Decodes a text file whose digest a table keeps, if the options say so.
    init(_ input: consuming InputFile, _ options: ReadingOptions) throws(FormatError) {
        try self.init(input, as: options.encoding, keepingDigest: options.keepsFileDigest)
    }

    /// A document of which nothing is known but its file.
    var document: Document {
        Document(file: baseName, sha256: digest.value, encoding: source.encoding.name)
    }

    /// The file as it was: for who looks what else it may be.
    var file: InputFile { InputFile(name: source.name, bytes: Self.file(of: source)) }

    private static func digest(ofFileOf source: SourceText) -> String {
        guard source.encoding.characterSet == .utf8 else {
            return SHA256.hexDigest(of: file(of: source))
        }
        return SHA256.hexDigest(of: source.encoding.byteOrderMark, source.bytes)
    }

    /// The bytes of the file that a text was decoded from: that they are these was verified then.
    private static func file(of source: SourceText) -> [UInt8] {
        guard let bytes = try? source.encoding.encode(source.bytes) else {
            preconditionFailure("a text doesn't encode to what it was decoded from")
        }
        return bytes
    }
}
