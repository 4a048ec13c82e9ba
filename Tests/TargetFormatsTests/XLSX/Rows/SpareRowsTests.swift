import Testing

@testable import TargetFormats

/// Rows that wait for targets at the end of a list.
@Suite struct SpareRowsTests {
    private func plan(_ rows: [Double]) -> SpareRows {
        SpareRows(below: rows, head: 60, header: 30, widths: [8, 33, 50, 20], wanted: 12)
    }

    /// 510 points: where the columns are a third wider, and the page is printed smaller.
    @Test(arguments: 0..<60, [490.6, 510])
    func theyAddNoPage(count: Int, page: Double) {
        let rows = [Double](repeating: 41, count: count)
        let spare = plan(rows)
        #expect(spare.printed + spare.others == 12)
        func pages(_ more: Int) -> Int {
            let heights = rows + [Double](repeating: SpareRows.height, count: more)
            var (pages, filled) = (1, 90.0)
            for height in heights {
                if filled + height > page { (pages, filled) = (pages + 1, 30) }
                filled += height
            }
            return pages
        }
        #expect(pages(spare.printed) == pages(0))
    }

    @Test func aShortListHasAllOfThem() {
        #expect(plan([24]).printed > 8)
        #expect(SpareRows().printed == 0)
    }

    /// A page may be full below a head that nobody has measured.
    @Test func noneArePrintedBelowAnUnknownHead() {
        let spare = SpareRows(below: [24], head: nil, header: 30, widths: [8, 33], wanted: 12)
        #expect(spare.printed == 0)
        #expect(spare.others == 12)
    }
}
