internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// The sheet that carries the table's documents, columns, layout and texts; see `WorkbookRoundTrip`.
struct TableRecordSheet {
    let plan: WorkbookPlan
    let sheet: Sheet

    /// Writes the sheet and hides it.
    ///
    /// - Throws: what the library refuses.
    func write(to workbook: inout WorkbookWriter) throws(WorkbookError) {
        let marks = [
            WorkbookRoundTrip.tableMark, WorkbookRoundTrip.layoutMark, WorkbookRoundTrip.keptMark,
        ]
        for (column, mark) in marks.enumerated() {
            try workbook.write(.text(mark), at: CellPosition(row: 0, column: column), of: sheet)
        }
        try write(SealedPiece.pieces(of: about()), column: 0, to: &workbook)
        if let layout = plan.table.layout {
            var buffer = OutputBuffer()
            // A buffer in memory refuses nothing.
            try? LayoutCoding.encode(
                layout,
                baselineOf: plan.table,
                keeping: .digests,
                to: &buffer
            )
            let json = CellJSON.compacted(buffer.bytes)
            try write(SealedPiece.pieces(of: json), column: 1, to: &workbook)
        }
        var kept = KeptTargetWriting(plan.table, keepsTexts: plan.keepsTexts)
        try write(kept.pieces(), column: 2, to: &workbook)
        workbook.hideDeeply(sheet)
    }

    private func write(
        _ pieces: [[UInt8]],
        column: Int,
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        for (index, piece) in pieces.enumerated() {
            try workbook.write(
                .text(String(decoding: piece, as: UTF8.self)),
                at: CellPosition(row: 1 + index, column: column),
                of: sheet
            )
        }
    }

    /// The JSON text `about`.
    private func about() -> [UInt8] {
        var json: [UInt8] = []
        json += #"{"documents":["#.utf8
        for (index, document) in plan.table.documents.enumerated() {
            json += (index == 0 ? "{" : ",{").utf8
            append("title", document.title, to: &json)
            append(",\"issuer", document.issuer, to: &json)
            json += ",\"year\":\(document.year.map(String.init) ?? "null")".utf8
            append(",\"file", document.file, to: &json)
            append(",\"sha256", document.sha256, to: &json)
            append(",\"encoding", document.encoding, to: &json)
            json += "}".utf8
        }
        json += #"],"columns":["#.utf8
        var isFirst = true
        for column in plan.columns {
            guard case .table(let source) = column.content else { continue }
            json += (isFirst ? "{" : ",{").utf8
            isFirst = false
            append("key", column.field?.key, to: &json)
            append(",\"label", plan.table.columns[source].label, to: &json)
            append(",\"header", column.header, to: &json)
            json += "}".utf8
        }
        json += "],\"targets\":\(plan.table.count)".utf8
        append(",\"dateHeader", plan.columns.first { $0.content == .date }?.header, to: &json)
        json += "}".utf8
        return json
    }

    /// Appends a member; `key` may begin with a comma and a quotation mark.
    private func append(_ key: String, _ value: String?, to json: inout [UInt8]) {
        json += (key.utf8.first == UInt8(ascii: ",") ? key : "\"" + key).utf8
        json += "\":".utf8
        guard let value else {
            json += "null".utf8
            return
        }
        json += "\"".utf8
        CellJSON.append(value.utf8, to: &json)
        json += "\"".utf8
    }
}
