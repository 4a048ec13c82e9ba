/// The parts of a package by their names.
struct PackageParts {
    private var entries: [String: ZIPArchive.Entry] = [:]

    /// Lists the parts of an archive.
    ///
    /// - Throws: `damaged-workbook` where two parts have one name: programs would differ in which
    ///   of them they read.
    init(_ entries: [ZIPArchive.Entry]) throws(SpreadsheetError) {
        for entry in entries where !entry.name.hasSuffix("/") {
            let key = Self.key(entry.name)
            guard self.entries[key] == nil else {
                throw .damaged(entry.name, "two parts of one name", zh: "有两个同名部件")
            }
            self.entries[key] = entry
        }
    }

    /// The part with a name; capital and small letters are the same in packages.
    func entry(named name: String) -> ZIPArchive.Entry? {
        entries[Self.key(name)]
    }

    /// What names are compared by.
    private static func key(_ name: String) -> String {
        let path = name.utf8.first == UInt8(ascii: "/") ? name.dropFirst() : name[...]
        return String(
            decoding: path.utf8.map { byte -> UInt8 in
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
                case UInt8(ascii: "\\"): UInt8(ascii: "/")
                default: byte
                }
            },
            as: UTF8.self
        )
    }

    /// The name of the part that `target` leads to from a part in `folder`.
    ///
    /// It names a part of the archive and nothing else: no path is ever opened.
    static func resolve(_ target: String, from folder: String) -> String {
        let isAbsolute = target.hasPrefix("/")
        var steps = isAbsolute ? [] : folder.split(separator: "/")
        for step in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
            switch step {
            case ".": continue
            case "..": _ = steps.popLast()
            default: steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }
}
