internal import ContentDigest
internal import TargetModel

extension Document {
    /// What is known of a file before it is read: its name, the name of its encoding, and its digest
    /// where that is wanted.
    init(of input: InputFile, encoding: String, _ options: ReadingOptions) {
        self.init(file: input.baseName, encoding: encoding)
        sha256 = options.keepsFileDigest ? SHA256.hexDigest(of: input.bytes) : ""
    }
}

extension ReadingOptions {
    /// Whether a table keeps the digest of its file.
    var keepsFileDigest: Bool { keepsLayout && keepsDigest }
}
