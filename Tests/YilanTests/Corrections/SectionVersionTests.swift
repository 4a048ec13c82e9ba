import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// Versions of a table with sections, in which targets were corrected, added and deleted: a serial is
/// unique within its section, whatever the other sections have.
@Suite struct SectionVersionTests {
    private struct Row: Equatable {
        var serial: Int
        var progress: String

        var line: String { "\(serial)\t目标\(progress.prefix(2))\t\(progress)\t是\n" }
    }

    private enum Change {
        case edit(section: Int, serial: Int, String)
        case delete(section: Int, serial: Int)
        case add(section: Int, Row)
    }

    private static let header = "序号\t责任目标内容\t完成情况\t是否完成\n"
    private static let names = ["一、经济发展", "二、民生实事", "三、城乡建设"]

    private static func text(_ sections: [[Row]]) -> String {
        header + zip(names, sections).map { $0 + "\n" + $1.map(\.line).joined() }.joined()
    }

    private static func sections(_ random: inout SplitMix64) -> [[Row]] {
        (0..<random.number(in: 2...3)).map { section in
            (1...random.number(in: 2...4)).map { serial in
                Row(serial: serial, progress: "甲乙丙".map(String.init)[section] + "\(serial)")
            }
        }
    }

    /// A change of a target that no other change is about.
    private static func change(
        of sections: [[Row]],
        _ used: inout Set<[Int]>,
        _ random: inout SplitMix64
    ) -> Change? {
        let section = random.number(in: 0...(sections.count - 1))
        let kind = random.number(in: 0...2)
        let serial =
            kind == 2 ? sections[section].count + 1 : random.number(in: 1...sections[section].count)
        guard used.insert([section, serial]).inserted else { return nil }
        switch kind {
        case 0: return .edit(section: section, serial: serial, "改\(random.number(in: 10...99))")
        case 1: return .delete(section: section, serial: serial)
        default:
            return .add(
                section: section,
                Row(serial: serial, progress: "新\(random.number(in: 10...99))")
            )
        }
    }

    private static func applied(_ changes: [Change], to sections: [[Row]]) -> [[Row]] {
        var sections = sections
        for change in changes {
            switch change {
            case .edit(let section, let serial, let text):
                for row in sections[section].indices where sections[section][row].serial == serial {
                    sections[section][row].progress = text
                }
            case .delete(let section, let serial):
                sections[section].removeAll { $0.serial == serial }
            case .add(let section, let row): sections[section].append(row)
            }
        }
        return sections
    }

    private func input(_ text: String) -> InputFile {
        InputFile(name: "official.tsv", bytes: Array(text.utf8))
    }

    /// What was added, deleted and corrected is found, and nothing else.
    @Test(arguments: 0..<60) func areToldApart(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let sections = Self.sections(&random)
        var used = Set<[Int]>()
        let changes = (0..<3).compactMap { _ in Self.change(of: sections, &used, &random) }
        let diff = TableDiff(
            from: try OfficialFile(Self.text(sections)).table,
            to: try OfficialFile(Self.text(Self.applied(changes, to: sections))).table
        )
        var expected = (added: [String](), removed: [String](), changed: [String]())
        for change in changes {
            switch change {
            case .edit(let section, let serial, let text):
                expected.changed.append("\(Self.names[section])/\(serial) \(text)")
                // The objective of a row begins as its report does.
                expected.changed.append("\(Self.names[section])/\(serial) 目标\(text.prefix(2))")
            case .delete(let section, let serial):
                expected.removed.append("\(Self.names[section])/\(serial)")
            case .add(let section, let row):
                expected.added.append("\(Self.names[section])/\(row.serial)")
            }
        }
        func name(_ table: TargetTable, _ target: Int) -> String {
            "\(table.section(of: target) ?? "")/\(table.string(target, .serial))"
        }
        #expect(diff.diagnostics.all.isEmpty)
        #expect(diff.added.map { name(diff.new, $0) }.sorted() == expected.added.sorted())
        #expect(diff.removed.map { name(diff.old, $0) }.sorted() == expected.removed.sorted())
        #expect(
            diff.changes.map { "\(name(diff.old, $0.oldTarget)) \($0.new)" }.sorted()
                == expected.changed.sorted()
        )
    }

    /// Changes of two sides, each of another target, both stand in the merged file; where they can't,
    /// that is said.
    @Test(arguments: 0..<60) func areMerged(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let sections = Self.sections(&random)
        var used = Set<[Int]>()
        let own = [Self.change(of: sections, &used, &random)].compactMap(\.self)
        let their = [Self.change(of: sections, &used, &random)].compactMap(\.self)
        let merge: CellMerge
        do {
            merge = try CellMerge(
                base: input(Self.text(sections)),
                ours: input(Self.text(Self.applied(own, to: sections))),
                theirs: input(Self.text(Self.applied(their, to: sections)))
            )
        } catch {
            // A target that is added where another was deleted is left to git.
            return
        }
        let expected = Self.text(Self.applied(own + their, to: sections))
        #expect(String(decoding: merge.bytes, as: UTF8.self) == expected)
        #expect(merge.conflicts.isEmpty)
    }

    /// A correction of a target that was deleted meanwhile doesn't go to its namesake.
    @Test func aDeletedTargetsCorrectionGoesToNobodyElse() throws {
        let base = [
            [Row(serial: 1, progress: "甲1"), Row(serial: 2, progress: "甲2")],
            [Row(serial: 1, progress: "乙1"), Row(serial: 2, progress: "乙2")],
        ]
        let ours = Self.applied([.delete(section: 1, serial: 2)], to: base)
        let theirs = Self.applied([.edit(section: 1, serial: 2, "改9")], to: base)
        let merge = try? CellMerge(
            base: input(Self.text(base)),
            ours: input(Self.text(ours)),
            theirs: input(Self.text(theirs))
        )
        let text = merge.map { String(decoding: $0.bytes, as: UTF8.self) } ?? Self.text(ours)
        #expect(text.contains(base[0][1].line))
    }
}
