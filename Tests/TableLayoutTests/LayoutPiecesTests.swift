import DelimitedText
import SourceText
import TableLayout
import TargetModel
import TestSupport
import Testing

/// Rows that several cores lay out: as if one did.
@Suite struct LayoutPiecesTests {
    @Test(arguments: 0..<40) func comeToOneLayout(seed: UInt64) throws {
        let official = OfficialTable.random(seed: seed)
        let source = SourceText(name: "table.tsv", official.text)
        var findings = DiagnosticBag()
        let recognition = try Recognizer().recognize(
            GridSource(source: source, grid: Grid(tabSeparated: source.bytes)),
            reporting: &findings
        )
        let whole = LayoutBuilder(recognition).layout()
        for rows in [1, 2, 3, 7] {
            #expect(LayoutBuilder(recognition, rowsAtOnce: rows).layout() == whole)
        }
    }
}
