import SourceText
import TestSupport
import Testing

@testable import SpreadsheetML

/// Shared texts so many that another core reads them while the cells are.
@Suite struct SharedTextsTests {
    private static let count = 60_000
    /// As XML, and as they are read: 5 MB, so that they are read ahead, with escapes in some.
    private static func string(_ number: Int) -> (xml: String, text: String) {
        let text = "第\(number)项" + String(repeating: "目标任务", count: 6)
        switch number % 1000 {
        case 0: return ("<si><t>\(text)_x0041_</t></si>", text + "A")
        case 1: return ("<si><r><t>\(text)</t></r><r><t>乙</t></r></si>", text + "乙")
        default: return ("<si><t>\(text)</t></si>", text)
        }
    }
    private static let strings = (0..<count).map { string($0).xml }.joined()

    /// A row for each number: a shared text, and one of the cell's own beside some.
    private static func rows(_ numbers: [Int]) -> String {
        numbers.enumerated().map { row, number in
            let own = number % 7 == 0 ? "<c r=\"B\(row + 1)\"><v>\(number).5</v></c>" : ""
            return
                "<row r=\"\(row + 1)\"><c r=\"A\(row + 1)\" t=\"s\"><v>\(number)</v></c>\(own)</row>"
        }.joined()
    }

    @Test(
        "in whatever order the cells ask for them",
        arguments: [
            Array(0..<200), Array((0..<200).reversed()), [count - 1, 0, 30_000, 1, count - 2],
            (0..<300).map { $0 * 7919 % count }, [],
        ]
    )
    func areFound(numbers: [Int]) throws {
        let read = try texts(WorkbookParts(rows: Self.rows(numbers), strings: Self.strings))
        let expected = numbers.enumerated().flatMap { row, number in
            ["A\(row + 1)=\(Self.string(number).text)"]
                + (number % 7 == 0 ? ["B\(row + 1)=\(number).5"] : [])
        }
        #expect(read == expected)
    }

    @Test func oneThatIsNotThereIsToldAfterTheLast() {
        let parts = WorkbookParts(rows: Self.rows([0, Self.count]), strings: Self.strings)
        #expect(finding(of: parts) == .damagedWorkbook)
    }

    /// What is wrong behind the last text that a cell asks for is told all the same.
    @Test func damageBehindThoseAskedForIsTold() {
        let parts = WorkbookParts(rows: Self.rows([0]), strings: Self.strings + "<si><t>半</si>")
        #expect(finding(of: parts) == .damagedWorkbook)
    }

    @Test func tooManyAreTold() {
        let parts = WorkbookParts(rows: Self.rows([0]), strings: Self.strings)
        let limits = ExpansionLimits(perEntry: 1 << 30, total: 4_500_000)
        #expect(finding(of: parts, limits) == .workbookTooLarge)
    }

    private func finding(
        of parts: WorkbookParts,
        _ limits: ExpansionLimits = ExpansionLimits()
    ) -> FindingCode? {
        code { () throws(SpreadsheetError) in _ = try cells(parts.bytes, limits: limits) }
    }
}
