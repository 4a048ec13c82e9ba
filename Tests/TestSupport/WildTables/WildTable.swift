/// A table as other governments publish it, with what a person reads in it.
///
/// Whoever makes it knows what was put in: what is expected is never worked out from the cells.
public struct WildTable: Sendable, CustomStringConvertible {
    /// What a person reads of one target.
    public struct Target: Sendable, Equatable, CustomStringConvertible {
        /// The serial, a slash and the number within where several stand under one: 1/2.
        public var serial = ""
        /// The leader; empty where nobody is named.
        public var leader = ""
        /// What is to be achieved.
        public var objective = ""
        /// By when.
        public var deadline = ""
        /// What was achieved.
        public var progress = ""
        /// Whether it goes as planned, in the table's words.
        public var status = ""
        /// The responsible units, the leading one first.
        public var units: [String] = []
        /// The section; nil where the table has none.
        public var section: String?
        /// The class of targets that it belongs to; nil where the table has none.
        public var category: String?

        /// What is compared, in one line.
        public var description: String {
            [serial, leader, objective, deadline, progress, status, units.joined(separator: "+")]
                .joined(separator: "|") + (section.map { "|" + $0 } ?? "")
                + (category.map { "|" + $0 } ?? "")
        }

        /// Makes a target that says nothing yet.
        public init() {}
    }

    /// The labels of classes of targets.
    public static let categories = WildWords.categories

    /// The seed that it was made from.
    public var seed: UInt64
    /// The title, in one line.
    public var title: String
    /// What is unusual in it, in words.
    public var traits: [String]
    /// The lines above the table, the title first.
    public var above: [String]
    /// How many rows the header has.
    public var headerRows: Int
    /// The rows, the header first; nil: the cell above reaches down to here.
    public var rows: [[String?]]
    /// How many columns a cell reaches over, by row and column (from 0), where that is more than one;
    /// the cells that it covers are blank.
    public var spans: [[Int]: Int]
    /// What a person reads.
    public var targets: [Target]

    /// The seed and what is unusual.
    public var description: String { "seed \(seed): \(traits.joined(separator: " "))" }

    /// As documents of other programs hold it.
    public var document: DocumentMaking {
        DocumentMaking(above: above, rows: rows, spans: spans)
    }

    /// The rows as lines of text have them: what a cell covers is blank.
    private var texts: [[String]] { rows.map { $0.map { $0 ?? "" } } }

    /// As tab-separated text, as Excel writes it.
    public var tsv: [UInt8] {
        let lines = above.map { [$0] } + texts
        return Array(
            lines.map { $0.map(Self.quoted).joined(separator: "\t") + "\n" }.joined().utf8
        )
    }

    private static func quoted(_ text: String) -> String {
        text.contains("\n") ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }

    /// As a pipe table of Markdown; its header has one row.
    public var markdown: [UInt8] {
        var lines = ["# " + above[0], ""] + above.dropFirst().flatMap { [$0, ""] }
        for (index, row) in texts.enumerated() {
            let cells = row.map { $0.replacing("|", with: "\\|").replacing("\n", with: "<br>") }
            lines.append("| " + cells.joined(separator: " | ") + " |")
            if index == 0 { lines.append("|" + row.map { _ in " --- |" }.joined()) }
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    /// As a workbook with merged cells.
    public var xlsx: [UInt8] {
        let lines = above.map { [$0] } + texts
        var merged: [String] = []
        for row in rows.indices {
            for column in rows[row].indices where rows[row][column] != nil {
                let height = document.height(row, column)
                let width = spans[[row, column]] ?? 1
                guard height > 1 || width > 1 else { continue }
                let top = row + above.count + 1
                let first = WorkbookParts.letters(column) + "\(top)"
                let last = WorkbookParts.letters(column + width - 1) + "\(top + height - 1)"
                merged.append("<mergeCell ref=\"\(first):\(last)\"/>")
            }
        }
        let behind = merged.isEmpty ? "" : "<mergeCells>\(merged.joined())</mergeCells>"
        return WorkbookParts(rows: WorkbookParts.rows(lines), behind: behind).bytes
    }
}
