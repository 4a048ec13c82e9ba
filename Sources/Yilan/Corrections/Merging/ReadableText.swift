internal import SourceText
public import TargetModel

/// A table as lines for `git diff`: one line for each cell that says something, target by target.
///
///     某市人民政府2023年度责任目标完成情况一览表
///
///     161 市政府领导: 肖友华
///     161 责任目标内容: …
///
/// Each section begins with a line of its own, because serials are unique in one only.
///
/// A corrected cell is a changed line; a target that moved in the layout is none.
public enum ReadableText {
    /// Returns the lines, in the order of the table; what stands around the targets comes with it
    /// where the table has its layout.
    ///
    /// - Complexity: O(n) in the text.
    public static func bytes(of table: TargetTable) -> [UInt8] {
        var buffer = OutputBuffer()
        let rows = table.layout.map(rowsAround) ?? [table.document.title ?? ""]
        for row in rows where !row.isEmpty {
            append(row, to: &buffer)
            buffer.append(.lineFeed)
        }
        var section = ""
        for target in 0..<table.count {
            buffer.append(.lineFeed)
            if let column = table.sectionColumn {
                let heading = table.string(target, column: column)
                if !heading.utf8.elementsEqual(section.utf8) {
                    append(heading, to: &buffer)
                    buffer.append(.lineFeed)
                    buffer.append(.lineFeed)
                }
                section = heading
            }
            let serial = table.string(target, .serial)
            for (column, described) in table.columns.enumerated()
            where described.field != .serial && !described.isSection {
                let text = table.string(target, column: column)
                guard !text.isEmpty else { continue }
                append(serial, to: &buffer)
                buffer.append(.space)
                append(described.label, to: &buffer)
                buffer.append(static: ": ")
                append(text, to: &buffer)
                buffer.append(.lineFeed)
            }
        }
        return buffer.bytes
    }

    /// The rows that are no target's, cells apart by ` | `; a header only once.
    private static func rowsAround(_ layout: Layout) -> [String] {
        var rows: [String] = []
        var headers = Set<[UInt8]>()
        for case .literal(let row) in layout.runs {
            if row.blocks != nil, !headers.insert(Array(row.text.utf8)).inserted { continue }
            let cells = row.text.split(separator: "\t").map { cell in
                CellTextForm.written(String(cell), fromSpreadsheet: false)
            }
            rows.append(cells.filter { !$0.isEmpty }.joined(separator: " | "))
        }
        return rows
    }

    /// Appends a text in one line.
    private static func append(_ text: String, to buffer: inout OutputBuffer) {
        for byte in text.utf8 {
            switch byte {
            case .lineFeed: buffer.append(static: "\\n")
            case .carriageReturn: buffer.append(static: "\\r")
            case .tab: buffer.append(static: "\\t")
            default: buffer.append(byte)
            }
        }
    }
}
