/// What a part of a package refers to.
struct Relationships {
    /// One reference.
    struct Relationship: Equatable {
        /// What the referring part calls it.
        var id: String
        /// The last word of its type: `worksheet`, `sharedStrings`, `styles`, `officeDocument`.
        ///
        /// Transitional and strict workbooks differ only in what stands before it.
        var kind: String
        /// The name of the part that it leads to, in the archive.
        var part: String
    }

    /// The references to parts of the package, in the order in which they stand there.
    private(set) var all: [Relationship] = []

    /// Reads the references of a part; without a name, those of the package.
    ///
    /// A part without a list of references has none.
    /// - Throws: what reading the list throws.
    init(
        of part: String,
        among parts: PackageParts,
        in archive: borrowing ZIPArchive
    ) throws(SpreadsheetError) {
        let folder =
            part.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(part[..<$0]) + "/" } ?? ""
        let file = String(part[part.utf8.index(part.startIndex, offsetBy: folder.utf8.count)...])
        guard let entry = parts.entry(named: folder + "_rels/" + file + ".rels") else { return }
        var reader = try XMLReader(archive.open(entry))
        while true {
            switch try reader.next() {
            case .start where reader.element == .relationship:
                guard let id = reader.string("Id"), let type = reader.string("Type"),
                    let target = reader.string("Target"),
                    reader.string("TargetMode") != "External"
                else { continue }
                let kind = type.split(separator: "/").last.map(String.init) ?? ""
                let part = PackageParts.resolve(target, from: folder)
                all.append(Relationship(id: id, kind: kind, part: part))
            case .endOfDocument: return
            case .start, .end, .text: continue
            }
        }
    }

    /// The part that the reference called `id` leads to.
    func part(id: String) -> Relationship? {
        all.first { $0.id.utf8.elementsEqual(id.utf8) }
    }

    /// The first reference of a kind.
    func first(_ kind: String) -> Relationship? {
        all.first { $0.kind.utf8.elementsEqual(kind.utf8) }
    }
}
