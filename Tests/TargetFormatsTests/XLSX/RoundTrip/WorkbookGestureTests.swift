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
        case moveColumn
    }

    @Test(arguments: UInt64(0)..<120)
    func eachTargetSaysWhatItsRowSays(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let official = OfficialTable.random(seed: seed, options: .plain)
        let table = try readTSV(official.bytes).table
        var workbook = try ReturnedWorkbook(table)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let gesture = Gesture.allCases.randomElement(using: &random) ?? .type
            Self.make(gesture, in: &workbook, of: table, &random)
        }
        let (read, findings) = try workbook.read()
        guard !findings.hasErrors else {
            #expect(findings.all.allSatisfy { $0.severity != .error || $0.cell != nil })
            return
        }
        // The oracle: rows by the serial that they show, under the labels that stand above them.
        let header = workbook.rows[0]
        var said: [String: [String: String]] = [:]
        let serialCell = try #require(header.firstIndex(of: "序号"))
        for row in workbook.rows.dropFirst() where !row[serialCell].isEmpty {
            said[row[serialCell]] = Dictionary(
                zip(header, row).map { ($0, $1) },
                uniquingKeysWith: { first, _ in first }
            )
        }
        #expect(read.count == said.count)
        for target in 0..<read.count {
            let serial = read.string(target, .serial)
            for (column, own) in read.columns.enumerated() {
                #expect(read.string(target, column: column) == said[serial]?[own.label] ?? "")
            }
            // What it started from is the official target of that serial.
            let first = (0..<table.count).first { table.string($0, .serial) == serial }
            let origin = try #require(first)
            #expect(read.origins[target] == table.origins[origin] || read.baseline == nil)
        }
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
        case .moveColumn:
            for row in workbook.rows.indices {
                let text = workbook.rows[row].remove(at: cell)
                workbook.rows[row].insert(text, at: 1)
            }
        }
    }
}
