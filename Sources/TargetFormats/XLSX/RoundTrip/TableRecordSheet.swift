internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// The sheet that carries the table's documents, columns, layout and texts; see `WorkbookRoundTrip`.
struct TableRecordSheet {
    let plan: WorkbookPlan
    let sheet: WrittenSheet

    /// Writes the sheet, behind everything that the library writes.
    ///
    /// Its cells are rows like those of the targets: packing what is packed already was half of
    /// writing a large workbook where the library did it (2.4 s of 4.8 at 100,000 targets).
    /// - Throws: what the library refuses.
    func write(
        _ kept: SealedAhead,
        _ style: CellStyle,
        to rows: inout SheetRows
    ) throws(WorkbookError) {
        let marks = [
            WorkbookRoundTrip.tableMark, WorkbookRoundTrip.layoutMark, WorkbookRoundTrip.keptMark,
        ]
        let others = try kept.piecesOfOthers()
        try rows.beginRow(0)
        for (place, mark) in marks.enumerated() {
            try rows.text(mark, column: place, style)
        }
        var row = 0
        func beginRow() throws(WorkbookError) {
            try rows.beginRow(row + 1)
            for (place, pieces) in others.enumerated() where row < pieces.count {
                let packed = try pieces[row].whole()
                let piece = BrailleText.encode(packed.span)
                try rows.text(piece.span, column: place, style)
            }
            row += 1
        }
        var kept = kept
        while let pieces = try kept.nextTargets() {
            for piece in pieces {
                try beginRow()
                let packed = try piece.whole()
                let text = BrailleText.encode(packed.span)
                try rows.text(text.span, column: others.count, style)
            }
        }
        while row < others.map(\.count).max() ?? 0 { try beginRow() }
    }

    /// Packed pieces of what isn't targets: for each column, those below its mark.
    ///
    /// `digests` are those of the cells, where they are known; the pieces stay where `keeping` says.
    /// - Throws: `cannotWrite` where memory is short.
    func others(
        _ digests: [UInt32]?,
        keeping: PieceKeeping
    ) throws(WorkbookError) -> [[KeptPiece]] {
        var pieces = PackedPieces(keeping: keeping)
        pieces.take(about())
        return [try pieces.finished(), try layout(digests, keeping)]
    }

    /// The pieces of the layout; none where there is no layout.
    private func layout(
        _ digests: [UInt32]?,
        _ keeping: PieceKeeping
    ) throws(WorkbookError) -> [KeptPiece] {
        guard let layout = plan.table.layout else { return [] }
        var pieces = PackedPieces(keeping: keeping)
        var buffer = OutputBuffer { pieces.take($0) }
        // What takes the pieces refuses none.
        try? LayoutCoding.encode(
            layout,
            baselineOf: plan.table,
            keeping: .digests,
            digests: digests,
            to: &buffer
        )
        try? buffer.finish()
        return try pieces.finished()
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
        let places = plan.table.headerPlaces
        var isFirst = true
        for column in plan.columns {
            guard case .table(let source) = column.content else { continue }
            json += (isFirst ? "{" : ",{").utf8
            isFirst = false
            append("key", column.field?.key, to: &json)
            append(",\"label", plan.table.columns[source].label, to: &json)
            append(",\"header", column.header, to: &json)
            if !places.isEmpty, let headers = places[source] { append(headers, to: &json) }
            json += "}".utf8
        }
        json += "],\"targets\":\(plan.table.count)".utf8
        append(",\"dateHeader", plan.columns.first { $0.content == .date }?.header, to: &json)
        json += "}".utf8
        return json
    }

    /// Appends which headers have a column: of each its page and block, from 1.
    private func append(_ headers: [HeaderPlace], to json: inout [UInt8]) {
        let places = headers.map { "[\($0.page),\($0.block)]" }.joined(separator: ",")
        json += ",\"headers\":[\(places)]".utf8
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
        CellJSON.append(value.utf8.span, to: &json)
        json += "\"".utf8
    }
}
