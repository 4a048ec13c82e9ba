import TargetModel
import Testing

/// Where the cells of a table stand in a workbook.
@Suite struct CellPlacesTests {
    @Test(arguments: [
        (0, 1, "A1"), (25, 7, "Z7"), (26, 7, "AA7"), (51, 7, "AZ7"), (52, 7, "BA7"),
        (701, 2, "ZZ2"),
        (702, 2, "AAA2"), (16_383, 1_048_576, "XFD1048576"),
    ])
    func referencesAreWrittenAsSpreadsheetsDo(column: Int, row: Int, reference: String) {
        #expect(CellPlaces.reference(column: column, row: row) == reference)
    }
}
