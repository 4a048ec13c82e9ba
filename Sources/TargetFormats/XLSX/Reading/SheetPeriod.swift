internal import SpreadsheetML
internal import TableLayout
internal import TargetModel

/// The time until which a sheet says how things stand, by its name: 第一季度, 1-9月, 上半年.
///
/// Of two sheets the later one is greater; one in which no target has a report or a status yet is
/// less than any other.
struct SheetPeriod: Comparable {
    /// The last month of the time, from 1.
    private let month: Int
    /// Whether it says anything of its targets.
    private let isFilled: Bool

    /// Reads the name of a sheet; nil where it names no time.
    init?(_ candidate: PlainWorkbookReader.Candidate) {
        guard let month = FieldLabels.lastMonth(ofPeriod: candidate.sheet.sheet) else { return nil }
        self.month = month
        isFilled = candidate.recognition.saysHowTargetsStand
    }

    static func < (one: SheetPeriod, other: SheetPeriod) -> Bool {
        one.isFilled == other.isFilled ? one.month < other.month : other.isFilled
    }
}
