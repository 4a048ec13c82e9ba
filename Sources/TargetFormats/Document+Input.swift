internal import ContentDigest
internal import TargetModel

extension Document {
    /// What is known of a file before it is read: its name, the name of its encoding, and its digest
    /// where that is wanted.
    init(of input: InputFile, encoding: String, _ options: ReadingOptions) {
        self.init(file: input.baseName, encoding: encoding)
        sha256 = options.digest(of: input)
    }
}

extension ReadingOptions {
    /// The digest that a table keeps of its file; empty where it isn't wanted.
    ///
    /// - Complexity: O(n) in the bytes of the file.
    func digest(of input: InputFile) -> String {
        keepsLayout && keepsDigest ? SHA256.hexDigest(of: input.bytes) : ""
    }
}
