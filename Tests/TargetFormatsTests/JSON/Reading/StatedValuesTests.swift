import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// What is said beside a text is held against it for every target, though each distinct thing is looked
/// at once where all are right.
@Suite struct StatedValuesTests {
    /// Members that are right beside each other, in years of their own, and others that are wrong.
    private static let right: [(year: Int, members: [String])] = [
        (2022, [#""deadline": {"text": "年底", "kind": "date", "date": "2022-12-31"}"#]),
        (2023, [#""deadline": {"text": "年底", "kind": "date", "date": "2023-12-31"}"#]),
        (2023, [#""onSchedule": {"text": "是", "value": true}"#]),
        (2023, [#""units": {"text": "甲局 乙局", "names": ["甲局", "乙局"]}"#]),
        (2023, [#""leader": "张三、李四""#, #""leaders": ["张三", "李四"]"#]),
        (2023, [#""leader": "张三""#, #""leaders": ["张三"]"#]),
    ]
    private static let wrong: [(year: Int, members: [String])] = [
        (2024, [#""deadline": {"text": "年底", "kind": "date", "date": "2023-12-31"}"#]),
        (2023, [#""onSchedule": {"text": "是", "value": false}"#]),
        (2023, [#""units": {"text": "甲局 乙局", "names": ["乙局", "甲局"]}"#]),
        (2023, [#""leader": "张三""#, #""leaders": ["张三", "李四"]"#]),
    ]

    private static func line(_ serial: Int, _ target: (year: Int, members: [String])) -> String {
        "{\"serial\": \(serial), \(target.members.joined(separator: ", ")), \"year\": \(target.year)}"
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func everyWrongValueIsReportedWhereItStands(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let count = random.number(in: 1...40)
        var lines = (1...count).map { Self.line($0, random.pick(Self.right)) }
        var expected: [Int] = []
        for number in 1...count where random.oneIn(8) {
            lines[number - 1] = Self.line(number, random.pick(Self.wrong))
            expected.append(number)
        }
        let (_, found) = try readJSONLines(lines.joined(separator: "\n"))
        #expect(found.map(\.line) == expected)
        #expect(found.allSatisfy { $0.code == .contradictsText })
    }
}
