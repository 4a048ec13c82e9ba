import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Serials that are missing, out of order or mistyped.
@Suite struct SerialsTests {
    @Test(arguments: [
        (["1", "2", "3", "4"], []),
        (["144", "1145", "146", "147"], ["serial-slip"]),
        (["1", "2", "5"], ["serial-gap"]),
        (["1", "2", "4", "3"], ["serial-order"]),
        (["1", "2", "1", "2"], []),
        (["3", "40", "77"], []),
        (["1-1", "1-2", "2"], []),
        (["一", "二", "三"], []),
    ])
    func serials(_ serials: [String], _ expected: [String]) {
        let table = TargetTable.make(columns: ["serial"], rows: serials.map { [$0] })
        let codes = checked(table).filter { $0.code != .missingField }.map(\.code.rawValue)
        #expect(codes == expected)
    }
}
