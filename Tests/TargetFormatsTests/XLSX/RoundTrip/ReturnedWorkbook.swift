import SourceText
import TargetModel
import TestSupport

@testable import TargetFormats

/// A workbook as yilan makes it, on its way back: what staff do to it is done here.
///
/// It is put together from the form that `WorkbookRoundTrip` describes, not by the writer.
struct ReturnedWorkbook {
    /// The rows of the sheet of targets: the header, then one row for each target; cell by cell.
    var rows: [[String]]
    /// The documents and columns, as JSON.
    var about: String
    /// The layout, as JSON.
    var layout: String
    /// The lines that keep the targets.
    var lines: [String] = []
    /// Ranges of cells of the sheet of targets that were merged.
    var merges: [String] = []
    /// The name of the sheet of targets.
    var name = "全部目标"
    /// How the workbook keeps its targets.
    let form: Form

    /// How a workbook keeps its targets.
    enum Form: CaseIterable {
        /// As yilan 0.1.0 did, beside the rows: their texts, or the digests of them.
        case formerTexts, formerDigests
        /// In the hidden sheet, and keys beside the rows.
        case texts, digests

        /// Whether it is that of yilan 0.1.0.
        var isFormer: Bool { self == .formerTexts || self == .formerDigests }
        /// Whether the texts are kept.
        var hasTexts: Bool { self == .formerTexts || self == .texts }
        /// What the header of the hidden column says.
        var mark: String { isFormer ? "yilan:targets/1" : "yilan:targets/2" }
    }

    /// Where the column of keys stands, from 0.
    var keyColumn: Int { rows[0].firstIndex(of: form.mark) ?? 0 }

    /// Makes the workbook of a table.
    init(_ table: TargetTable, _ form: Form = .texts) throws {
        self.form = form
        let columns = table.columns.indices
        rows = [
            table.columns.map(\.shownLabel) + ["完成时限(日期)", "yilan:number", form.mark]
        ]
        for target in 0..<table.count {
            let texts = columns.map { table.string(target, column: $0) }
            let origin = table.origins[target]
            let place = "[\(origin.line),\(origin.page),\(origin.block),\(origin.document)]"
            let originals =
                form.hasTexts
                ? "\"t\":[\(texts.map(Self.quoted).joined(separator: ","))]"
                : "\"d\":[\(texts.map(Self.digest).joined(separator: ","))]"
            let serial = table.string(target, .serial)
            let isTold = !form.hasTexts && (!form.isFormer || serial.hasPrefix("0"))
            let told = isTold ? "\"s\":\(Self.quoted(serial))," : ""
            let line = "{\"n\":\(target),\"o\":\(place),\(told)\(originals)}"
            lines.append(line)
            let key = RowKey(target: target, serial: serial.utf8.span).text
            let beside = form.isFormer ? line : String(decoding: key, as: UTF8.self)
            let year = table.documents[Int(origin.document)].year
            let date = Deadline(table.string(target, .deadline), year: year).date
            rows.append(texts + [date?.iso ?? "", "\(target)", beside])
        }
        let list = table.columns.map { column in
            let key = column.field.map { Self.quoted($0.key) } ?? "null"
            let label = Self.quoted(column.label)
            let header = Self.quoted(column.shownLabel)
            return "{\"key\":\(key),\"label\":\(label),\"header\":\(header)}"
        }
        let documents = table.documents.map { document in
            "{\"title\":\(document.title.map(Self.quoted) ?? "null"),"
                + "\"issuer\":\(document.issuer.map(Self.quoted) ?? "null"),"
                + "\"year\":\(document.year.map(String.init) ?? "null"),"
                + "\"file\":\(Self.quoted(document.file)),\"sha256\":\"\(document.sha256)\","
                + "\"encoding\":\"\(document.encoding)\"}"
        }
        about =
            "{\"documents\":[\(documents.joined(separator: ","))],"
            + "\"columns\":[\(list.joined(separator: ","))],"
            + "\"targets\":\(table.count),\"dateHeader\":\"完成时限(日期)\"}"
        layout = ""
        if let own = table.layout {
            var buffer = OutputBuffer()
            try LayoutCoding.encode(own, baselineOf: table, keeping: .digests, to: &buffer)
            layout = String(decoding: buffer.bytes, as: UTF8.self)
        }
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .replacing("\r", with: "\\r").replacing("\n", with: "\\n")
        return "\"\(escaped)\""
    }

    private static func digest(_ text: String) -> String {
        guard case .digest(let digest) = Baseline.Original(digestOf: text.utf8) else { return "" }
        let digits = String(digest, radix: 16)
        return "\"\(String(repeating: "0", count: 8 - digits.count))\(digits)\""
    }

    /// The workbook's parts: a summary, the targets, a leader's sheet, the hidden sheet.
    var parts: WorkbookParts {
        WorkbookParts([
            .init(
                "汇总",
                rows: WorkbookParts.rows([["领导", "目标数", "按计划", "未按计划"], ["张鹏", "6", "6", "0"]])
            ),
            .init(name, rows: WorkbookParts.rows(rows), behind: behind),
            .init(
                "张鹏",
                rows: WorkbookParts.rows([
                    ["序号", "市政府领导", "责任目标内容"], ["5", "张鹏", "甲"], ["6", "张鹏", "乙"],
                ])
            ),
            .init("yilan", rows: WorkbookParts.rows(record), state: "veryHidden"),
        ])
    }

    private var behind: String {
        let list = merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
        return list.isEmpty ? "" : "<mergeCells>\(list)</mergeCells>"
    }

    /// The rows of the hidden sheet.
    var record: [[String]] {
        // Cut in two, as long texts are.
        let half = layout.index(layout.startIndex, offsetBy: layout.count / 2)
        guard !form.isFormer else {
            return [
                ["yilan-workbook/1", "layout"], [about, String(layout[..<half])],
                ["", String(layout[half...])],
            ]
        }
        // The first target stands in a piece of its own, and no more than fit in any.
        let rest = stride(from: 1, to: lines.count, by: 100).map {
            lines[$0..<min($0 + 100, lines.count)]
        }
        let pieces = ([lines.prefix(1)] + rest).map { some in
            Self.sealed(some.map { $0 + "\n" }.joined())
        }
        let beside = [
            [Self.sealed(about), Self.sealed(layout[..<half])], ["", Self.sealed(layout[half...])],
        ]
        return [["yilan-workbook/2", "layout", "targets"]]
            + (0..<max(2, pieces.count)).map { row in
                (row < 2 ? beside[row] : ["", ""]) + [row < pieces.count ? pieces[row] : ""]
            }
    }

    private static func sealed(_ json: some StringProtocol) -> String {
        guard !json.isEmpty, let cell = try? SealedPiece.seal(Array(json.utf8)) else { return "" }
        return String(decoding: cell, as: UTF8.self)
    }

    /// Reads the workbook.
    func read(
        _ options: ReadingOptions = .keepingLayout
    ) throws -> (table: TargetTable, findings: DiagnosticBag) {
        try readXLSX(parts.bytes, options: options)
    }
}

/// Reads a workbook; what was reported comes with the table.
func readXLSX(
    _ bytes: [UInt8],
    options: ReadingOptions = .keepingLayout
) throws -> (table: TargetTable, findings: DiagnosticBag) {
    var findings = DiagnosticBag()
    let table = try XLSXReader().read(
        InputFile(name: "folder/table.xlsx", bytes: bytes),
        options: options,
        reporting: &findings
    )
    return (table, findings)
}

/// The codes of what was reported, with the cells.
func codes(_ findings: DiagnosticBag) -> [String] {
    findings.all.map { finding in
        [finding.code.rawValue, finding.sheet, finding.cell].compactMap { $0 }.joined(
            separator: " "
        )
    }
}
