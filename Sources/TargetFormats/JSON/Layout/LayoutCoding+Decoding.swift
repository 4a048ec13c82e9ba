package import JSONText
internal import SourceText
package import TargetModel

extension LayoutCoding {
    /// Reads a layout; `columns` are the table's, of which it was written for the first `width`, or all.
    ///
    /// Everything that is wrong is reported: values of a wrong kind, indexes that lead out of the
    /// table, a target with no place or with two. Whatever is returned can be written.
    /// - Returns: nil where something is wrong.
    /// - Complexity: O(n) in the text.
    package static func decode(
        _ value: JSONValue,
        columns: [Column],
        width: Int? = nil,
        reporting findings: inout JSONFindings
    ) -> StoredLayout? {
        decode(value, columns: columns, width: width, read: [], reporting: &findings)
    }

    /// Reads a layout as well; of originals that were parsed apart, `read` is what was read of them then, by the
    /// number of their part.
    static func decode(
        _ value: JSONValue,
        columns: [Column],
        width: Int? = nil,
        read: consuming [OriginalRows?],
        reporting findings: inout JSONFindings
    ) -> StoredLayout? {
        let width = width ?? columns.count
        var decoder = LayoutDecoder(
            columns: columns,
            width: width,
            read: consume read,
            findings: findings
        )
        let stored = decoder.decode(value)
        let isRight = !decoder.hasErrors
        findings = decoder.findings
        return isRight ? stored : nil
    }
}

/// Reads one layout.
struct LayoutDecoder {
    let columns: [Column]
    /// How many of them, the first ones, the layout was written for.
    let width: Int
    /// What was read of originals that were parsed apart, by the number of their part; given up when it has
    /// been taken over.
    var read: [OriginalRows?]
    var findings: JSONFindings
    var hasErrors = false
    /// How many targets the layout is for.
    var targetCount = 0
    /// Whether each target has its place.
    var isPlaced: [Bool] = []
    /// The blocks of the page that is being read; nil before the first header.
    var blocks: [Layout.Block]?

    init(
        columns: [Column],
        width: Int,
        read: consuming [OriginalRows?],
        findings: JSONFindings
    ) {
        self.columns = columns
        self.width = width
        self.read = read
        self.findings = findings
    }

    mutating func decode(_ value: JSONValue) -> StoredLayout? {
        let keys: [StaticString] = ["encoding", "runs", "originals", "digests"]
        guard expectObject(value, "layout", keys, required: 4),
            let encoding = value["encoding"], let runs = value["runs"],
            let originals = value["originals"],
            let digests = value["digests"], var cells = decodeOriginals(originals)
        else { return nil }
        decodeDigests(digests, of: &cells)
        let name = decodeEncoding(encoding)
        guard expect(.array, runs, "runs") else { return nil }
        isPlaced = Array(repeating: false, count: targetCount)
        var decoded: [Layout.Run] = []
        for run in runs.elements {
            guard let run = decodeRun(run) else { continue }
            decoded.append(run)
        }
        if !hasErrors, let missing = isPlaced.firstIndex(of: false) {
            report(
                runs,
                Wording(
                    en: "target \(missing) of `originals` (from 0) has no place in `runs`",
                    zh: "“originals”里的第 \(missing) 个目标（从 0 数起）在“runs”里没有位置"
                )
            )
        }
        guard let name else { return nil }
        return StoredLayout(
            layout: Layout(encoding: name, runs: decoded),
            originals: Baseline(cells),
            count: targetCount
        )
    }

    private mutating func decodeEncoding(_ value: JSONValue) -> TextEncoding? {
        guard let name = string(value, "encoding") else { return nil }
        if let encoding = TextEncoding(named: name) { return encoding }
        hasErrors = true
        findings.report(
            .error,
            .unknownEncoding,
            at: value,
            Wording(en: "there is no encoding \(name)", zh: "没有名为“\(name)”的编码"),
            hint: Wording(
                en: "utf-8, utf-8-bom, gb18030, utf-16le and utf-16be are known",
                zh: "可用的编码：utf-8、utf-8-bom、gb18030、utf-16le、utf-16be"
            )
        )
        return nil
    }

    // MARK: Runs

    private mutating func decodeRun(_ value: JSONValue) -> Layout.Run? {
        guard expect(.object, value, "runs") else { return nil }
        return value["targets"] == nil
            ? decodeLiteral(value).map { .literal($0) } : decodeRows(value).map { .targets($0) }
    }

    private mutating func decodeLiteral(_ value: JSONValue) -> Layout.Literal? {
        guard expectObject(value, "runs", ["text", "end", "blocks"], required: 2),
            let text = string(value["text"], "text"), let end = lineEnd(value["end"])
        else { return nil }
        var row = Layout.Literal(text: text, end: end)
        if let list = value["blocks"] {
            row.blocks = decodeBlocks(list)
            blocks = row.blocks ?? blocks
        }
        return row
    }

    private mutating func decodeBlocks(_ value: JSONValue) -> [Layout.Block]? {
        guard expect(.array, value, "blocks") else { return nil }
        var blocks: [Layout.Block] = []
        var end = 0
        for element in value.elements {
            guard expectObject(element, "blocks", ["cell", "columns", "latest"], required: 2),
                let cell = integer(
                    element["cell"],
                    "cell",
                    from: end,
                    below: LayoutCoding.longestRow
                ),
                let columns = indexes(element["columns"], "columns")
            else { continue }
            var block = Layout.Block(cell: cell, columns: columns)
            end = cell + columns.count
            if end > LayoutCoding.longestRow { reportRange(element, "columns") }
            if let latest = element["latest"], expect(.array, latest, "latest") {
                block.latest = latest.elements.compactMap { decodeLatest($0) }
            }
            blocks.append(block)
        }
        return blocks
    }

    private mutating func decodeLatest(_ value: JSONValue) -> Layout.Latest? {
        guard expectObject(value, "latest", ["column", "parts", "names"], required: 2),
            let column = integer(value["column"], "column", below: columns.count),
            let list = value["parts"], let parts = indexes(list, "parts")
        else { return nil }
        let known = parts.compactMap { $0 }
        if known.isEmpty || known.count < parts.count { reportRange(list, "parts") }
        var names: [String] = []
        if let list = value["names"], expect(.array, list, "names") {
            names = list.elements.compactMap { string($0, "names") }
            if names.count != known.count { reportRange(list, "names") }
        }
        return Layout.Latest(column: column, parts: known, names: names)
    }

    /// Indexes of columns; nil for a cell that no column has.
    private mutating func indexes(_ value: JSONValue?, _ name: String) -> [Int?]? {
        guard let value, expect(.array, value, name) else { return nil }
        var indexes: [Int?] = []
        for element in value.elements {
            guard !element.isNull else {
                indexes.append(nil)
                continue
            }
            guard let index = integer(element, name, below: columns.count) else {
                return nil
            }
            indexes.append(index)
        }
        return indexes
    }
}
