import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Official files of many layouts, made from a seed, for the laws of corrections.
struct RandomOfficialFile {
    private var random: SplitMix64
    private var nextSerial: Int
    private let labels: [String]
    private let lineEnd: String

    /// Makes the file of a seed.
    static func bytes(seed: UInt64) throws -> [UInt8] {
        var file = RandomOfficialFile(seed: seed)
        let text = file.text()
        let names = ["utf-8", "utf-8-bom", "gb18030", "utf-16le", "utf-16be"]
        let name = names[Int.random(in: 0..<names.count, using: &file.random)]
        return try #require(TextEncoding(named: name)).encode(Array(text.utf8))
    }

    private init(seed: UInt64) {
        random = SplitMix64(seed: seed)
        nextSerial = Int.random(in: 1...300, using: &random)
        lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
        var labels = ["序号", "牵头领导", "责任目标内容", "完成时限", "完成情况", "是否按计划完成进度", "责任单位"]
        if Bool.random(using: &random) { labels.append("备注") }
        if Bool.random(using: &random) { labels.swapAt(2, 5) }
        self.labels = labels
    }

    private mutating func oneIn(_ count: Int) -> Bool {
        Int.random(in: 0..<count, using: &random) == 0
    }

    private mutating func text() -> String {
        var lines = ["", "# 某市人民政府2023年度责任目标完成情况一览表", ""]
        let blocks = Int.random(in: 1...3, using: &random)
        for page in 0..<Int.random(in: 1...3, using: &random) {
            if page > 0 { lines.append("续表") }
            lines.append(
                (0..<blocks).map { _ in labels.joined(separator: "\t") }.joined(separator: "\t")
            )
            lines += rows(blocks: blocks)
        }
        lines.append("注：本表由某市人民政府办公室填报。")
        if Bool.random(using: &random) { lines.append("") }
        return lines.joined(separator: lineEnd)
    }

    private mutating func rows(blocks: Int) -> [String] {
        let height = Int.random(in: 1...6, using: &random)
        var columns: [[[String]]] = []
        for block in 0..<blocks {
            let isLast = block == blocks - 1
            let count = isLast ? Int.random(in: 1...height, using: &random) : height
            columns.append((0..<count).map { _ in target() })
        }
        return (0..<height).map { row in
            var cells = columns.flatMap { block in
                row < block.count ? block[row] : Array(repeating: "", count: labels.count)
            }
            // Blanks at the end of a line are often missing.
            if oneIn(4) { while cells.last == "" { cells.removeLast() } }
            return cells.joined(separator: "\t")
        }
    }

    private mutating func target() -> [String] {
        nextSerial += Int.random(in: 1...3, using: &random)
        return labels.map { label in
            var cell =
                switch label {
                case "序号": oneIn(8) ? "0\(nextSerial)" : "\(nextSerial)"
                case "牵头领导": ["张三", "李四", "王五六", "张三"].randomElement(using: &random) ?? ""
                case "是否按计划完成进度": ["是", "否", "", "√"].randomElement(using: &random) ?? ""
                case "完成时限": ["年底", "11月底", "6月30日", "长期坚持"].randomElement(using: &random) ?? ""
                case "备注": ["", "重点", "2023-10"].randomElement(using: &random) ?? ""
                default: text(words: label == "责任目标内容" ? 1...6 : 0...6)
                }
            if oneIn(10) { cell = " " + cell + "\u{3000}" }
            if oneIn(25), label == "完成情况" { cell = "\"甲,\"\"\(cell)\"\"\"" }
            return cell
        }
    }

    private mutating func text(words: ClosedRange<Int>) -> String {
        let pieces = [
            "完成", "80%", "项目", "建设", "1.5亿元", "、", ",", "“双碳”", "(一期)", "推进", "5\"", "a", "𠮷",
        ]
        return (0..<Int.random(in: words, using: &random)).reduce(into: "") { text, _ in
            text += pieces.randomElement(using: &random) ?? ""
        }
    }
}

/// One cell of a table and the text that it gets.
struct RandomEdit {
    var target: Int
    var column: Int
    var text: String

    /// Edits of different cells of a table, each a real change, of columns with free text.
    static func some(_ count: Int, of table: TargetTable, _ random: inout SplitMix64)
        -> [RandomEdit]
    {
        let columns = table.columns.indices.filter {
            [.objective, .progress, .units, nil].contains(table.columns[$0].field)
        }
        var edits: [Int: RandomEdit] = [:]
        for number in 0..<count {
            let target = Int.random(in: 0..<table.count, using: &random)
            let column = columns.randomElement(using: &random) ?? 0
            let old = table.string(target, column: column)
            edits[target * table.columns.count + column] = RandomEdit(
                target: target,
                column: column,
                text: Bool.random(using: &random) || old.isEmpty
                    ? "已改,\"\(number)\"" : old + "改,\"\(number)\""
            )
        }
        return edits.sorted { $0.key < $1.key }.map(\.value)
    }
}

extension TargetTable {
    /// The table with edits made.
    func making(_ edits: [RandomEdit]) -> TargetTable {
        var edited = self
        for edit in edits { edited.replace(edit.target, column: edit.column, with: edit.text) }
        return edited
    }
}
