import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Rows that head the targets under one serial, and those that only look like it.
@Suite struct GroupHeadingTests {
    private static let header = "序号⇥领导⇥责任目标⇥完成时限⇥完成情况⇥是否完成⇥责任单位↵"
    private static let below = "4⇥李四⇥种树⇥年底⇥已种⇥否⇥市林业局↵"

    /// What the targets say, group's text last, after both ways back were held against the bytes.
    private func read(_ rows: String, header: String = header) throws -> (
        rows: [String], findings: [Diagnostic]
    ) {
        let text = (header + rows).unsigned()
        let (table, findings) = try readTSV(text)
        #expect(!findings.hasErrors, "\(findings.all)")
        #expect(String(decoding: try writeTSV(table), as: UTF8.self) == text)
        var bag = DiagnosticBag()
        var json = OutputBuffer()
        try JSONTableWriter().write(table, options: WritingOptions(), to: &json)
        let again = try JSONTableReader().read(
            InputFile(name: "t.json", bytes: json.bytes),
            options: ReadingOptions(),
            reporting: &bag
        )
        #expect(bag.all.isEmpty, "\(bag.all)")
        #expect(String(decoding: try writeTSV(again), as: UTF8.self) == text)
        let fields: [Field] = [.serial, .leader, .objective, .units]
        let group = table.columns.firstIndex(where: \.isGroup)
        let said = (0..<table.count).map { target in
            (fields.map { table.string(target, $0) }
                + [group.map { table.string(target, column: $0) } ?? ""])
                .joined(separator: "|")
        }
        return (said, findings.all)
    }

    @Test(arguments: [
        // Its leader and units are its group's, its text the group's own.
        (
            "1⇥张三⇥建设甲类⇥⇥⇥⇥市水务局↵⇥⇥(1)修渠⇥6月底⇥好⇥是⇥↵⇥⇥(2)修坝⇥9月底⇥⇥否⇥市农业局↵",
            ["1/1|张三|(1)修渠|市水务局|建设甲类", "1/2|张三|(2)修坝|市农业局|建设甲类"]
        ),
        // Each row has a leader and units of its own.
        (
            "1⇥⇥建设甲类⇥⇥⇥⇥↵⇥张三⇥修渠⇥6月底⇥好⇥是⇥市甲局↵⇥王五⇥修坝⇥⇥好⇥否⇥市乙局↵",
            ["1/1|张三|修渠|市甲局|建设甲类", "1/2|王五|修坝|市乙局|建设甲类"]
        ),
        // One row that begins a list is enough.
        ("1⇥张三⇥建设甲类：⇥⇥⇥⇥↵⇥⇥①修渠⇥6月底⇥好⇥是⇥市甲局↵", ["1/1|张三|①修渠|市甲局|建设甲类："]),
        // A text within a group goes on below.
        (
            "1⇥张三⇥建设甲类⇥⇥⇥⇥↵⇥⇥修渠⇥6月底⇥好⇥是⇥市甲局↵⇥⇥十条⇥⇥⇥⇥↵⇥⇥修坝⇥年底⇥好⇥是⇥市乙局↵",
            ["1/1|张三|修渠十条|市甲局|建设甲类", "1/2|张三|修坝|市乙局|建设甲类"]
        ),
    ])
    func headsItsGroup(rows: String, expected: [String]) throws {
        let (said, findings) = try read(rows + Self.below)
        #expect(said == expected + ["4|李四|种树|市林业局|"])
        #expect(findings.first { $0.code == .groupHeading }?.severity == .note)
    }

    /// Counted all the same, but never in silence.
    @Test(arguments: [
        // It has units that none of the rows below leaves to it.
        "1⇥张三⇥甲⇥⇥⇥⇥市丙局↵⇥⇥乙⇥6月底⇥好⇥是⇥市甲局↵⇥⇥丙⇥9月底⇥⇥否⇥市乙局↵",
        // One of the rows below has nothing of its own but a number.
        "1⇥张三⇥1.甲⇥⇥⇥⇥↵⇥⇥2.乙⇥6月底⇥好⇥是⇥市甲局↵⇥⇥3.丙⇥⇥⇥⇥↵",
        // The list begins with it.
        "1⇥张三⇥1.甲⇥⇥⇥⇥↵⇥⇥2.乙⇥6月底⇥好⇥是⇥市甲局↵⇥⇥3.丙⇥9月底⇥好⇥否⇥市乙局↵",
        // One row below may be the same target, cut over a page.
        "1⇥张三⇥甲⇥⇥⇥⇥↵⇥⇥乙⇥6月底⇥好⇥是⇥市甲局↵",
    ])
    func staysATarget(rows: String) throws {
        let (said, findings) = try read(rows + Self.below)
        #expect(said.first?.hasPrefix("1/1|张三|") == true, "\(said)")
        #expect(said.count == rows.split(separator: "↵").count + 1)
        #expect(findings.map(\.severity) == [.warning])
        #expect(findings.map(\.code) == [.groupHeading])
    }

    @Test func neverWhereItHasADeadlineAReportOrAStatus() throws {
        for own in ["年底⇥⇥", "⇥好⇥", "⇥⇥是"] {
            let (said, findings) = try read(
                "1⇥张三⇥甲⇥\(own)⇥↵⇥⇥乙⇥6月底⇥好⇥否⇥市甲局↵⇥⇥丙⇥9月底⇥好⇥否⇥市乙局↵" + Self.below
            )
            #expect(said.count == 4, "\(own): \(said)")
            #expect(findings.isEmpty)
        }
    }

    @Test func withoutDeadlinesAndStatusesTheNumbersTell() throws {
        let (said, _) = try read(
            "1⇥张三⇥甲⇥⇥市丙局↵⇥⇥(1)乙⇥好⇥↵⇥⇥(2)丙⇥好⇥市乙局↵2⇥李四⇥丁⇥好⇥市丁局↵",
            header: "序号⇥领导⇥责任目标⇥完成情况⇥责任单位↵"
        )
        #expect(said == ["1/1|张三|(1)乙|市丙局|甲", "1/2|张三|(2)丙|市乙局|甲", "2|李四|丁|市丁局|"])
    }

    /// The second row's deadline and status are its own, where the first one's went to the row above.
    @Test func rowsThatAllGoOnWithOneTextAreTargetsEach() throws {
        let (said, findings) = try read(
            "1⇥张三⇥甲⇥⇥⇥⇥↵⇥⇥⇥6月底⇥好⇥是⇥市甲局↵⇥⇥⇥9月底⇥⇥否⇥市乙局↵" + Self.below
        )
        #expect(said.dropLast() == ["1/1|张三|甲|市甲局|", "1/2|张三|甲|市乙局|"])
        #expect(findings.map(\.code) == [.continuedRow])
    }

    @Test func groupsInSeveralBlocksAndSections() throws {
        let (said, _) = try read(
            "一、经济⇥⇥⇥⇥⇥⇥⇥⇥⇥⇥⇥⇥⇥↵"
                + "1⇥张三⇥甲⇥⇥⇥⇥市丙局⇥⇥⇥(2)丁⇥9月底⇥⇥否⇥↵⇥⇥(1)乙⇥6月底⇥好⇥是⇥⇥2⇥李四⇥戊⇥⇥⇥⇥↵"
                + "⇥⇥⇥⇥⇥⇥⇥⇥⇥(1)己⇥年底⇥⇥否⇥市丁局↵",
            header: Self.header.replacing("↵", with: "⇥") + Self.header
        )
        #expect(
            said == ["1/1|张三|(1)乙|市丙局|甲", "1/2|张三|(2)丁|市丙局|甲", "2/1|李四|(1)己|市丁局|戊"]
        )
    }
}
