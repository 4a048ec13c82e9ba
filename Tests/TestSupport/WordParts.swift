/// The parts of a Word document as XML: only what a test is about has to be written.
public struct WordParts: Sendable {
    /// What stands in `w:body`.
    public var body: String
    /// What stands in `w:numbering`; nil: the document has no such part.
    public var numbering: String?

    /// Makes a document.
    public init(body: String, numbering: String? = nil) {
        self.body = body
        self.numbering = numbering
    }

    /// The document as an archive.
    public var bytes: [UInt8] {
        let office = WorkbookParts.office
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        let word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
        var entries = [
            (
                "_rels/.rels",
                "<Relationships xmlns=\"\(package)\"><Relationship Id=\"r1\" Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            ),
            ("word/document.xml", "<w:document \(word)><w:body>\(body)</w:body></w:document>"),
        ]
        if let numbering {
            entries.append(
                (
                    "word/_rels/document.xml.rels",
                    "<Relationships xmlns=\"\(package)\"><Relationship Id=\"r1\" Type=\"\(office)/numbering\" Target=\"numbering.xml\"/></Relationships>"
                )
            )
            entries.append(
                ("word/numbering.xml", "<w:numbering \(word)>\(numbering)</w:numbering>")
            )
        }
        return Archive(entries.map { (name: $0.0, text: $0.1) }).bytes()
    }
}
