internal import ContentDigest
internal import SourceText
internal import TargetModel

/// The text of a file, and what a table keeps of the file: its bytes aren't in memory beside the text.
struct InputText: Sendable {
    /// The text.
    let source: SourceText
    /// The file's name without folders.
    let baseName: String
    /// The digest of the file; empty where none is wanted.
    private let digest: Ahead<String>

    /// Decodes a text file; `encoding` overrules what its bytes say.
    ///
    /// A digest that is wanted is made by another core, if the file is large. `isOwned`: nobody else has the
    /// file, and what was decoded of it need not stay in memory.
    /// - Throws: `FormatError` where it is no text, with the places that don't decode, or too large.
    /// - Complexity: O(n) in the bytes of the file.
    init(
        _ input: consuming InputFile,
        as encoding: TextEncoding?,
        keepingDigest isWanted: Bool = false,
        isOwned: Bool = false
    ) throws(FormatError) {
        baseName = input.baseName
        let isLong = isWanted && input.bytes.count > 1 << 20
        var ofPieces: DigestAhead?
        let source = try input.decoded(as: encoding, isOwned: isOwned) { piece in
            guard isWanted else { return }
            let digest = ofPieces ?? DigestAhead()
            var bytes: [UInt8] = []
            bytes.append(piece)
            digest.add(bytes)
            ofPieces = digest
        }
        self.source = source
        // Beside the rest: it was a tenth of writing JSON.
        digest = Ahead(isLong: isLong) { [ofPieces] in
            guard isWanted else { return "" }
            return ofPieces?.hexDigest
                ?? SHA256.hexDigest(of: source.encoding.byteOrderMark, source.bytes)
        }
    }

    /// Decodes a text file whose digest a table keeps, if the options say so.
    init(_ input: consuming InputFile, _ options: ReadingOptions) throws(FormatError) {
        try self.init(
            input,
            as: options.encoding,
            keepingDigest: options.keepsFileDigest,
            isOwned: options.ownsInput
        )
    }

    /// A document of which nothing is known but its file.
    var document: Document {
        Document(file: baseName, sha256: digest.value, encoding: source.encoding.name)
    }

    /// The file as it was: for who looks what else it may be.
    var file: InputFile { InputFile(name: source.name, bytes: Self.file(of: source)) }

    /// The bytes of the file that a text was decoded from: that they are these was verified then.
    private static func file(of source: SourceText) -> [UInt8] {
        guard let bytes = try? source.encoding.encode(source.bytes) else {
            preconditionFailure("a text doesn't encode to what it was decoded from")
        }
        return bytes
    }
}
