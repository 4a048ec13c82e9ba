internal import SourceText
internal import TargetModel

/// The serials of a table as numbers, which nearly all of them are.
///
/// They are read when the table is, as long as its text is near: the serials of 2,400 tables lie a few
/// hundred bytes from each other, so that reading them later waits for memory at each.
struct PlainSerials: Sendable {
    /// Whether all are numbers, each greater than the one before: then none occurs twice.
    private(set) var rise = true
    /// By target: the number, or one of those below 0.
    private var numbers: [Int32] = []

    /// What stands for a serial that is blank.
    private static let blank: Int32 = -1
    /// What stands for a serial that is no number, or a larger one than fits.
    private static let other: Int32 = -2

    /// A serial: two are the same where these are equal.
    enum Serial {
        case number(Int)
        /// It is no number.
        case text(TargetModel.Serial.Key)
    }

    /// Reads the serials of a table.
    ///
    /// - Complexity: O(n) in the targets.
    init(_ table: TargetTable) {
        numbers.reserveCapacity(table.count)
        let column = table.column(of: .serial)
        var last: Int32 = -1
        for target in 0..<table.count {
            let range = column.map { table.range(target, $0) } ?? .empty
            let number = table.text.withSpan(of: range) {
                TargetModel.Serial.number(ofDigits: $0)
            }
            let one =
                range.isEmpty ? Self.blank : number.flatMap(Int32.init(exactly:)) ?? Self.other
            if one <= last { rise = false }
            last = max(last, one)
            numbers.append(one)
        }
    }

    /// The serial of a target (from 0) of the table; nil where it is blank.
    func serial(of target: Int, in table: @autoclosure () -> TargetTable) -> Serial? {
        let number = numbers[target]
        guard number < 0 else { return .number(Int(number)) }
        guard number == Self.other else { return nil }
        let table = table()
        let key = table.text.withSpan(of: table.range(target, .serial)) {
            TargetModel.Serial.Key($0)
        }
        return key.number.map(Serial.number) ?? .text(key)
    }
}
