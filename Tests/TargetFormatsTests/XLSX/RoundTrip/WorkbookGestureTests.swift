import SourceText
import TargetModel
import TestSupport
import Testing

@testable import TargetFormats

/// What people do to the rows of a workbook, one thing after the other, at random.
///
/// Each target says what its row says, or an error names the place; nothing goes to another target.
@Suite struct WorkbookGestureTests {
    private enum Gesture: CaseIterable {
        case type, sortWhole, sortVisible, swapRows, swapVisible, delete, blank, replaceAll,
            dropKeys
        case moveColumn, insertRow, pasteOver, renameSheet
    }

    /// A table with sections, in each of which the serials begin anew.
    private static func sectioned(_ random: inout SplitMix64) throws -> TargetTable {
        var text = "序号\t市政府领导\t责任目标\t完成情况\t是否完成\n"
        for section in ["一、经济发展", "二、民生保障", "三、生态环境"].prefix(random.number(in: 2...3)) {
            text += section + "\t\t\t\t\n"
            for serial in 1...random.number(in: 1...4) {
                text += "\(serial)\t市长\t\(section.prefix(1))做事\(serial)\t已办\(serial)\t是\n"
            }
        }
        return try readTSV(Array(text.utf8)).table
    }

    @Test(arguments: UInt64(0)..<120)
    func eachTargetSaysWhatItsRowSays(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let table =
            seed % 2 == 0
            ? try readTSV(OfficialTable.random(seed: seed, options: .plain).bytes).table
            : try Self.sectioned(&random)
        var workbook = try ReturnedWorkbook(table)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let gesture = Gesture.allCases.randomElement(using: &random) ?? .type
            Self.make(gesture, in: &workbook, of: table, &random)
        }
        // What is merged shows the text of its first cell; nobody sorts it then.
        var seen = workbook
        if random.oneIn(3) { Self.merge(in: &workbook, seenAs: &seen, &random) }
        let (read, findings) = try workbook.read()
        guard !findings.hasErrors else {
            #expect(findings.all.allSatisfy { $0.severity != .error || $0.cell != nil })
            return
        }
        // The oracle: rows by the serial, and the section, that they show, under the labels that stand
        // above them.
        let header = seen.rows[0]
        var said: [[String]: [String: String]] = [:]
        let serialCell = try #require(header.firstIndex(of: "序号"))
        let sectionCell = header.firstIndex(of: "所属分组")
        for row in seen.rows.dropFirst() where !row[serialCell].isEmpty {
            said[[row[serialCell], sectionCell.map { row[$0] } ?? ""]] = Dictionary(
                zip(header, row).map { ($0, $1) },
                uniquingKeysWith: { first, _ in first }
            )
        }
        #expect(read.count == said.count)
        for target in 0..<read.count {
            let name = [read.string(target, .serial), read.section(of: target) ?? ""]
            for (column, own) in read.columns.enumerated() {
                #expect(read.string(target, column: column) == said[name]?[own.shownLabel] ?? "")
            }
            // What it started from is the official target of that serial, or it is new.
            let first = (0..<table.count).first {
                [table.string($0, .serial), table.section(of: $0) ?? ""] == name
            }
            guard let first else {
                #expect(read.original(target, 0) == .unknown)
                continue
            }
            #expect(read.origins[target] == table.origins[first] || read.baseline == nil)
        }
    }

    /// Merges a cell with the one below it, which loses its text.
    private static func merge(
        in workbook: inout ReturnedWorkbook,
        seenAs seen: inout ReturnedWorkbook,
        _ random: inout SplitMix64
    ) {
        guard workbook.rows.count > 2, let cell = workbook.rows[0].firstIndex(of: "完成情况"),
            cell < 26
        else { return }
        let row = random.number(in: 1...workbook.rows.count - 2)
        guard cell < workbook.rows[row].count, cell < workbook.rows[row + 1].count else { return }
        let column = String(UnicodeScalar(UInt8(65 + cell)))
        workbook.merges.append("\(column)\(row + 1):\(column)\(row + 2)")
        workbook.rows[row + 1][cell] = ""
        seen.rows[row + 1][cell] = seen.rows[row][cell]
    }

    private static func make(
        _ gesture: Gesture,
        in workbook: inout ReturnedWorkbook,
        of table: TargetTable,
        _ random: inout SplitMix64
    ) {
        let rows = workbook.rows.indices.dropFirst()
        let visible = table.columns.count
        guard let one = rows.randomElement(using: &random),
            let other = rows.randomElement(using: &random)
        else { return }
        let cell = workbook.rows[0].firstIndex(of: "完成情况") ?? 0
        switch gesture {
        case .type: workbook.rows[one][cell] += "改"
        case .sortWhole:
            let sorted = workbook.rows.dropFirst().sorted { $0[cell] < $1[cell] }
            workbook.rows = [workbook.rows[0]] + sorted
        case .sortVisible:
            let sorted = workbook.rows.dropFirst().map { $0.prefix(visible) }
                .sorted { $0[cell] < $1[cell] }
            for (row, cells) in zip(rows, sorted) {
                workbook.rows[row].replaceSubrange(0..<cells.count, with: cells)
            }
        case .swapRows: workbook.rows.swapAt(one, other)
        case .swapVisible:
            let kept = workbook.rows[one].prefix(visible)
            workbook.rows[one].replaceSubrange(
                0..<visible,
                with: workbook.rows[other].prefix(visible)
            )
            workbook.rows[other].replaceSubrange(0..<visible, with: kept)
        case .delete: if rows.count > 1 { workbook.rows.remove(at: one) }
        case .blank: workbook.rows[one][cell] = ""
        case .replaceAll:
            for row in rows {
                workbook.rows[row] = workbook.rows[row].enumerated().map { place, text in
                    workbook.rows[0][place] == "序号" ? text : text.replacing("市", with: "县")
                }
            }
        case .dropKeys:
            let own = Set(workbook.rows[0].indices.filter { $0 >= visible })
            for row in rows where Bool.random(using: &random) {
                for place in own where place < workbook.rows[row].count {
                    workbook.rows[row][place] = ""
                }
            }
        case .insertRow:
            guard let serial = workbook.rows[0].firstIndex(of: "序号") else { return }
            var row = Array(repeating: "", count: workbook.rows[0].count)
            row[serial] = "\(900 + random.below(99))"
            row[cell] = "新增"
            if let section = workbook.rows[0].firstIndex(of: "所属分组") {
                row[section] = workbook.rows[one][section]
                if random.oneIn(2) { row[serial] = "5" }
            }
            workbook.rows.insert(row, at: one)
        case .pasteOver:
            for row in one..<min(one + 3, workbook.rows.count) {
                workbook.rows[row][cell] = workbook.rows[other][cell]
            }
        case .renameSheet: workbook.name = "返回稿"
        case .moveColumn:
            for row in workbook.rows.indices {
                let text = workbook.rows[row].remove(at: cell)
                workbook.rows[row].insert(text, at: 1)
            }
        }
    }
}
