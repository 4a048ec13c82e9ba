import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// An official file and the table that is read from it.
struct OfficialFile {
    var input: InputFile
    var table: TargetTable

    /// Reads a file.
    init(_ bytes: [UInt8], named name: String = "official.tsv") throws {
        input = InputFile(name: name, bytes: bytes)
        var options = ReadingOptions()
        options.keepsLayout = true
        var diagnostics = DiagnosticBag()
        table = try TSVReader().read(input, options: options, reporting: &diagnostics)
        try #require(!diagnostics.hasErrors, "\(diagnostics.all)")
    }

    init(_ text: String) throws {
        try self.init(Array(text.utf8))
    }

    /// The sample that the project ships.
    static func sample() throws -> OfficialFile {
        try OfficialFile(SampleTable.bytes(), named: "heze-2023.tsv")
    }

    /// Four targets in two blocks, with two leaders and a column of remarks.
    static let small = """
        某市人民政府2023年度责任目标完成情况一览表\r
        序号\t市政府领导\t责任目标内容\t是否完成\t备注\t序号\t市政府领导\t责任目标内容\t是否完成\t备注\r
        1\t张三\t修路\t是\t\t3\t李四\t种树\t否\t缺资金\r
        2\t张三\t建桥\t是\t \t4\t李四\t\t是\t\r
        注：截至12月底。
        """

    static func smallFile() throws -> OfficialFile { try OfficialFile(small) }

    /// Applies corrections and returns the file.
    func applying(
        _ sources: [CorrectionSource],
        _ options: ApplyOptions = ApplyOptions()
    ) throws -> [UInt8] {
        let plan = ApplyPlan(official: table, sources: sources, options: options)
        try #require(plan.isWritable, "\(plan.diagnostics.all) \(plan.conflicts)")
        return try plan.bytes(correcting: input)
    }

    /// Applies corrections and returns the file's text.
    func textApplying(
        _ sources: [CorrectionSource],
        _ options: ApplyOptions = ApplyOptions()
    ) throws -> String {
        String(decoding: try applying(sources, options), as: UTF8.self)
    }

    /// The table with other texts in some cells: target from 0, field, text.
    func edited(_ edits: [(target: Int, field: Field, text: String)]) throws -> TargetTable {
        var edited = table
        for edit in edits {
            edited.replace(
                edit.target,
                column: try #require(table.column(of: edit.field)),
                with: edit.text
            )
        }
        return edited
    }
}

extension TargetTable {
    /// The table with what its cells say kept as a workbook and JSON keep it.
    func keepingTexts() -> TargetTable {
        var kept = self
        kept.baseline = Baseline(
            cells: rows.joined().map { Baseline.Original.text($0) }
        )
        return kept
    }

    /// The table with what its cells say kept as the workbook of a large table keeps it.
    func keepingDigests() -> TargetTable {
        var kept = self
        kept.baseline = Baseline(
            cells: rows.joined().map { Baseline.Original(digestOf: $0.utf8) }
        )
        return kept
    }

    /// The table's rows in another order, or some of them, with what is kept of them.
    func withRows(_ targets: [Int]) -> TargetTable {
        var result = TargetTable(
            documents: documents,
            columns: columns,
            text: text,
            cells: TextRanges(
                targets.flatMap { target in columns.indices.map { range(target, $0) } }
            ),
            origins: Origins(targets.map { origins[$0] })
        )
        if let baseline {
            result.baseline = Baseline(
                cells: targets.flatMap { target in
                    columns.indices.map { baseline.cells[target * columns.count + $0] }
                }
            )
        }
        return result
    }

    /// The table with some of its columns (from 0), with what is kept of them.
    func withColumns(_ chosen: [Int]) -> TargetTable {
        var result = TargetTable(
            documents: documents,
            columns: chosen.map { columns[$0] },
            text: text,
            cells: TextRanges(
                (0..<count).flatMap { target in chosen.map { range(target, $0) } }
            ),
            origins: origins
        )
        if let baseline {
            result.baseline = Baseline(
                cells: (0..<count).flatMap { target in
                    chosen.map { baseline.cells[target * columns.count + $0] }
                }
            )
        }
        return result
    }
}

/// A list of corrections as a source.
func listed(
    _ corrections: [Correction],
    added: [CorrectionsDocument.NewTarget] = [],
    removed: [CorrectionsDocument.RemovedTarget] = [],
    file: String = "list.json"
) -> CorrectionSource {
    CorrectionSource(
        file: file,
        .document(CorrectionsDocument(corrections: corrections, added: added, removed: removed))
    )
}
