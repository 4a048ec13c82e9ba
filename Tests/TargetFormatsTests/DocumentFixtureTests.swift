import Foundation
import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// One table as several programs save it: it reads the same from each file.
@Suite struct DocumentFixtureTests {
    private static let folder = "Tests/Fixtures/Documents"

    private func read(_ name: String) throws -> (table: TargetTable, findings: [Diagnostic]) {
        let bytes = [UInt8](
            try Data(contentsOf: Repository.root.appending(path: Self.folder + "/" + name))
        )
        let file = InputFile(name: name, bytes: bytes)
        let format = try #require(TargetFormat.ofInput(named: name)).resolved(for: file)
        var findings = DiagnosticBag()
        let table = try format.reader.read(
            file,
            options: ReadingOptions(),
            reporting: &findings
        )
        return (table, findings.all)
    }

    static let names = [
        "page.html", "page-gbk.html", "libreoffice.html", "python-docx.docx", "libreoffice.docx",
        "libreoffice.ods",
        "openpyxl.xlsx",
    ]

    @Test(arguments: names)
    func theSameTableReadsTheSame(name: String) throws {
        let official = try read("table.tsv").table
        let (table, findings) = try read(name)
        #expect(table.rows == official.rows)
        #expect(table.columns.map(\.label) == official.columns.map(\.label))
        #expect(table.document.title == official.document.title)
        #expect(table.document.year == 2023)
        #expect(Summary(of: table) == Summary(of: official))
        #expect(findings.filter { $0.severity != .note }.isEmpty)
    }

    /// Programs that export pages as workbooks or documents name them so.
    @Test(arguments: ["page.xls", "page.doc", "page.et", "-"])
    func aPageWithTheNameOfAnotherFormatIsRead(name: String) throws {
        let url = Repository.root.appending(path: Self.folder + "/page-gbk.html")
        let file = InputFile(name: name, bytes: [UInt8](try Data(contentsOf: url)))
        let told = name == "-" ? TargetFormat.tsv : try #require(TargetFormat.ofInput(named: name))
        #expect(told.resolved(for: file).name == "html")
        // A name that tells its format is believed: the file is an error, and told what it is.
        let named = InputFile(name: "page.csv", bytes: file.bytes)
        #expect(TargetFormat.csv.resolved(for: named).name == "csv")
    }
}
