import SourceText
import TestSupport
import Testing

@testable import Yilan

/// Two sides change a table with sections whose serials begin anew in each: edit, delete and add.
///
/// What both did stands in the merged file, and nothing else has changed.
@Suite struct SectionMergeTests {
    private typealias Sections = [(name: String, rows: [String])]

    private enum Change {
        case edit(section: Int, row: Int)
        case delete(section: Int, row: Int)
        case add(section: Int, text: String)
    }

    private static func text(_ sections: Sections, _ changes: [Change]) -> String {
        var lines = ["序号\t责任目标\t完成情况\t是否完成"]
        for (section, own) in sections.enumerated() {
            lines.append(own.name + "\t\t\t")
            for (row, text) in own.rows.enumerated() {
                var text: String? = text
                for change in changes {
                    switch change {
                    case .edit(section, row): text = text?.replacing("办了", with: "改为")
                    case .delete(section, row): text = nil
                    default: continue
                    }
                }
                if let text { lines.append(text) }
            }
            for case .add(section, let text) in changes { lines.append(text) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    @Test(arguments: UInt64(0)..<60)
    func bothSidesChangesStand(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let sections: Sections = ["一、经济", "二、民生"].map { name in
            let rows = (1...random.number(in: 2...4)).map { serial in
                "\(serial)\t\(name.prefix(1))第\(serial)件\t办了\(serial)成\t是"
            }
            return (name, rows)
        }
        var free = sections.indices.flatMap { section in
            sections[section].rows.indices.map { (section, $0) }
        }
        free.shuffle(using: &random)
        let adding = random.below(2)
        var sides: [[Change]] = []
        for side in 0..<2 {
            let (section, row) = free.removeLast()
            switch random.below(3) {
            case 0: sides.append([.edit(section: section, row: row)])
            case 1: sides.append([.delete(section: section, row: row)])
            default:
                // Each side adds to a section of its own.
                let section = side == 0 ? adding : 1 - adding
                let serial = sections[section].rows.count + 1
                sides.append([.add(section: section, text: "\(serial)\t新\(side)件\t办了\t否")])
            }
        }
        func input(_ changes: [Change]) -> InputFile {
            InputFile(name: "table.tsv", bytes: Array(Self.text(sections, changes).utf8))
        }
        let merge = try CellMerge(base: input([]), ours: input(sides[0]), theirs: input(sides[1]))
        #expect(merge.conflicts.isEmpty, "\(sides)")
        let merged = String(decoding: merge.bytes, as: UTF8.self)
        #expect(merged == Self.text(sections, sides[0] + sides[1]), "\(sides)")
    }
}
