import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// Targets are added to pages whose blocks stand side by side under headings of sections, and taken
/// out of them: each block's targets move up and down between two headings.
@Suite struct ColumnEditsTests {
    private static let header = "序号\t责任领导\t责任目标"

    /// A page of blocks side by side, and what stands in it.
    private struct Page {
        let sections = ["一、经济", "二、民生", "三、生态"]
        let blocks: Int
        /// The targets of each section.
        var targets: [[[String]]]

        init(_ random: inout SplitMix64) {
            blocks = Int.random(in: 2...3, using: &random)
            targets = sections.enumerated().map { number, _ in
                (1...Int.random(in: 1...7, using: &random)).map { serial in
                    ["\(serial)", "张三", "目标\(number)之\(serial)"]
                }
            }
        }

        /// The official file: in each section, blocks are filled from the left.
        var text: String {
            var lines = [Array(repeating: header, count: blocks).joined(separator: "\t")]
            for (section, rows) in zip(sections, targets) {
                lines.append(section + String(repeating: "\t", count: blocks * 3 - 1))
                let height = (rows.count + blocks - 1) / blocks
                for row in 0..<height {
                    let cells = (0..<blocks).flatMap { block -> [String] in
                        let index = block * height + row
                        return index < rows.count ? rows[index] : ["", "", ""]
                    }
                    lines.append(cells.joined(separator: "\t"))
                }
            }
            return lines.joined(separator: "\n") + "\n"
        }
    }

    private func targets(_ table: TargetTable) -> Set<[String]> {
        Set(
            (0..<table.count).map { target in
                [table.section(of: target) ?? ""]
                    + table.columns.indices.filter { !table.columns[$0].isSection }
                    .map { table.string(target, column: $0) }
            }
        )
    }

    /// Whatever is added and deleted, every target is in its section afterwards, and the sections that
    /// nothing happened to have every byte.
    @Test(arguments: 0..<60) func everyTargetIsInItsSection(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let page = Page(&random)
        let official = try OfficialFile(page.text)
        let section = Int.random(in: 0...2, using: &random)
        let own = page.targets[section]
        var expected = targets(official.table)
        var options = ApplyOptions()
        options.addsTargets = true
        var added: [CorrectionsDocument.NewTarget] = []
        for serial in [own.count + 1, own.count + 2] where Bool.random(using: &random) {
            let texts = ["\(serial)", "李四", "新目标\(serial)"]
            expected.insert([page.sections[section]] + texts)
            let fields = zip(["serial", "leader", "objective"], texts).map { ($0, $1) }
            added.append(
                .init(
                    texts: fields + [("section", page.sections[section])],
                    place: .init(file: "list.json", line: 4)
                )
            )
        }
        if own.count > 1, Bool.random(using: &random) || added.isEmpty {
            let gone = own[Int.random(in: 0..<own.count, using: &random)]
            expected.remove([page.sections[section]] + gone)
            let lines = page.text.split(separator: "\n")
            let line = try #require(lines.firstIndex { $0.contains(gone[2]) })
            options.deletedSerials = ["\(gone[0])@\(line + 1)"]
        }
        let plan = ApplyPlan(
            official: official.table,
            sources: [listed([], added: added)],
            options: options
        )
        try #require(plan.isWritable, "\(plan.diagnostics.all)")
        let bytes = try plan.bytes(correcting: official.input)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(targets(try OfficialFile(text).table) == expected, "\(page.text)\n\(text)")
        for (number, rows) in page.targets.enumerated() where number != section {
            var alone = page
            alone.targets = page.targets.map { _ in [] }
            alone.targets[number] = rows
            let kept = alone.text.split(separator: "\n").dropFirst().filter { $0.contains("目标") }
            #expect(text.contains(kept.joined(separator: "\n")))
        }
    }

    @Test func aTargetStandsBehindItsNeighbour() throws {
        let text = """
            序号\t责任目标\t序号\t责任目标
            一、经济\t\t\t
            1\t甲\t3\t丙
            2\t乙\t4\t丁
            二、民生\t\t\t
            1\t戊\t2\t己
            """
        let official = try OfficialFile(text)
        var options = ApplyOptions()
        options.addsTargets = true
        let new = CorrectionsDocument.NewTarget(
            texts: [("serial", "5"), ("objective", "新"), ("section", "一、经济")],
            place: .init(file: "list.json", line: 4)
        )
        let plan = ApplyPlan(
            official: official.table,
            sources: [listed([], added: [new])],
            options: options
        )
        let bytes = try plan.bytes(correcting: official.input)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == text.replacing("\t4\t丁\n", with: "\t4\t丁\n\t\t5\t新\n")
        )
    }

    /// A number that only another section has is a new target's, though both have leader and status.
    @Test func aNumberOfAnotherSectionIsNew() throws {
        let official = try OfficialFile(
            """
            序号\t责任领导\t责任目标\t完成时限
            一、经济\t\t\t
            1\t张三\t甲\t年底
            2\t张三\t乙\t年底
            二、民生\t\t\t
            1\t张三\t丙\t年底
            """
        )
        let back = try OfficialFile("序号\t责任领导\t责任目标\t完成时限\tsection\n2\t张三\t新\t年底\t二、民生\n").table
        var options = ApplyOptions()
        options.addsTargets = true
        let plan = ApplyPlan(
            official: official.table,
            sources: [CorrectionSource(file: "back.csv", .table(back, .spreadsheet))],
            options: options
        )
        #expect(plan.added.map(\.serial) == ["2"])
        #expect(plan.isWritable, "\(plan.diagnostics.all)")
    }
}
