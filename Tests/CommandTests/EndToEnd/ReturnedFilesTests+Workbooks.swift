import Foundation
import TestSupport
import Testing

/// Workbooks that came back: made by yilan 0.1.0, and worked in with LibreOffice or other programs.
extension ReturnedFilesTests {
    /// The lines that differ, as they are and as they become, cell by cell.
    private func changes(_ official: String, _ result: String?) throws -> [(String, String)] {
        let old = official.split(separator: "\n", omittingEmptySubsequences: false)
        let new = try #require(result).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(old.count == new.count)
        var changes: [(String, String)] = []
        for (line, changed) in zip(old, new) {
            let cells = zip(
                line.split(separator: "\t", omittingEmptySubsequences: false),
                changed.split(separator: "\t", omittingEmptySubsequences: false)
            )
            changes += cells.filter { $0 != $1 }.map { (String($0), String($1)) }
        }
        return changes
    }

    /// 171 was set to 是; then the columns that are seen were sorted by unit, the hidden ones not.
    @Test func theVisibleColumnsMayBeSortedAlone() throws {
        let (run, result, official) = try apply(["t03b_sort_visible_only.xlsx"])
        #expect(run.status == 0)
        let changes = try changes(official, result)
        #expect(changes.map { "\($0) \($1)" } == ["否 是"])
        #expect(result?.contains("\n171\t肖友华") == true)
    }

    /// 市住房和城乡建设局 was replaced everywhere, the texts beside the rows included.
    @Test func aReplacementEverywhereIsACorrection() throws {
        let (run, result, official) = try apply(["u01_replace_ui.xlsx"])
        #expect(run.status == 0)
        #expect(run.codes == ["changed-originals"])
        let changes = try changes(official, result)
        #expect(changes.count == 3)
        for (old, new) in changes {
            #expect(old.replacing("市住房和城乡建设局", with: "市住房城乡建设局") == new)
        }
    }

    /// The deadlines of 140 to 142, all 年底, were merged, and 142 was set to 否.
    @Test func mergedCellsHaveTheTextOfTheFirst() throws {
        let (run, result, official) = try apply(["81-merge-deadline.xlsx"])
        #expect(run.status == 0)
        #expect(run.codes == ["merged-cells"])
        #expect(try changes(official, result).map { "\($0) \($1)" } == ["是 否"])
        let units = try apply(["u02_merge_unit_only.xlsx"])
        #expect(units.run.codes == ["merged-cells", "no-corrections"])
        #expect(units.result == units.official)
    }

    /// Made from the table of 2022.
    @Test func anotherTablesWorkbookIsRefused() throws {
        let (run, result, _) = try apply(["w_lastyear.xlsx"])
        #expect(run.status == 65)
        #expect(run.codes == ["other-table"])
        #expect(run.errorText.contains("2022") && run.errorText.contains("2023"))
        #expect(result == nil)
        let taken = try apply(["w_lastyear.xlsx"], ["--other-table"])
        #expect(!taken.run.codes.contains("other-table"))
    }

    /// One message each, however many rows there are.
    @Test func copiesAndLostHeadersAreToldOnce() throws {
        let copy = try apply(["t08_copy_sheet.xlsx"])
        #expect(copy.run.status == 65)
        #expect(copy.run.codes == ["copied-sheet"])
        #expect(copy.result == nil)
        let headless = try apply(["u11_header_gone.xlsx"])
        #expect(headless.run.status == 65)
        #expect(headless.run.codes == ["missing-header"])
        #expect(headless.result == nil)
    }

    /// The totals row of an Excel table, and 142 set to 否.
    @Test func aTotalsRowIsNoTarget() throws {
        let (run, result, official) = try apply(["40-totalsrow.xlsx"])
        #expect(run.status == 0)
        #expect(run.codes == [])
        #expect(try changes(official, result).map { "\($0) \($1)" } == ["是 否"])
    }
}
