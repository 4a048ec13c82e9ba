internal import ArgumentParser
internal import Yilan

/// An encoding named on the command line.
struct EncodingName: ExpressibleByArgument {
    /// The encoding.
    var encoding: TextEncoding

    /// Finds the encoding of a name; nil where there is none.
    init?(argument: String) {
        guard let encoding = TextEncoding(named: argument) else { return nil }
        self.encoding = encoding
    }

    /// The names that help and completion offer; others, such as gbk, are understood.
    static let allValueStrings = ["utf-8", "utf-8-bom", "gb18030", "utf-16le", "utf-16be"]
}
