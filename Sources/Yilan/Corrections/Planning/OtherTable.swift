internal import SourceText
internal import TargetModel

/// Tells a file that was made from another table, such as last year's or another city's: its serials
/// are there, too, but they are other targets.
enum OtherTable {
    /// The finding about a table with corrections; nil where it may be of the official one.
    ///
    /// Title, year and issuer are compared as far as both are known. Of a table made from several
    /// documents, one has to be the official one.
    static func finding(_ table: TargetTable, official: TargetTable) -> Diagnostic? {
        let document = official.document
        guard !table.documents.contains(where: { mayBe($0, document) }),
            let other = table.documents.first
        else { return nil }
        return Diagnostic(
            .error,
            .otherTable,
            Wording(
                en:
                    "this is of another table: \(name(other)); the official one is \(name(document))",
                zh: "这是另一张表的文件：\(name(other))；官方表格是：\(name(document))"
            ),
            hint: Wording(
                en: "give the right file; if it is the right one, say so",
                zh: "请核对文件；确属同一张表时，请指明"
            ),
            remedy: .otherTable
        )
    }

    private static func mayBe(_ one: Document, _ other: Document) -> Bool {
        agree(one.title.map(bare), other.title.map(bare)) && agree(one.year, other.year)
            && agree(one.issuer.map(bare), other.issuer.map(bare))
    }

    private static func agree<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool {
        guard let one, let other else { return true }
        return one == other
    }

    /// The bytes of a text without blanks and what can't be seen, which programs put into titles.
    private static func bare(_ text: String) -> [UInt8] {
        let kept = text.unicodeScalars.filter { !$0.isBlank && !$0.isInvisible }
        return Array(String(String.UnicodeScalarView(kept)).utf8)
    }

    /// What names a document: its title, else its issuer and year.
    private static func name(_ document: Document) -> Wording {
        if let title = document.title { return Wording(verbatim: "\(title)") }
        let issuer = document.issuer ?? ""
        guard let year = document.year else { return Wording(verbatim: "\(issuer)") }
        let blank = issuer.isEmpty ? "" : " "
        return Wording(en: "\(issuer)\(blank)\(year)", zh: "\(issuer)\(blank)\(year)年")
    }
}
