package import JSONText
package import SourceText
package import TargetModel

extension LayoutCoding {
    /// Appends a layout, and what the cells of `table` said when its file was made: the table's
    /// baseline where it has one, else what they say now.
    ///
    /// - Throws: what the buffer throws.
    /// - Complexity: O(n) in the cells and their texts.
    package static func encode(
        _ layout: Layout,
        baselineOf table: TargetTable,
        to buffer: inout OutputBuffer
    ) throws {
        var json = JSONWriter(buffer)
        buffer = OutputBuffer()
        try encode(layout, baselineOf: table, to: &json)
        buffer = json.buffer
    }

    /// Writes a layout as the next value.
    ///
    /// - Throws: what the buffer throws.
    package static func encode(
        _ layout: Layout,
        baselineOf table: TargetTable,
        to json: inout JSONWriter
    ) throws {
        json.beginObject()
        json.member("encoding", layout.encoding.name)
        json.key("runs")
        json.beginArray()
        for run in layout.runs {
            switch run {
            case .literal(let row): encode(row, to: &json)
            case .targets(let rows): encode(rows, to: &json)
            }
            try json.buffer.handOnIfFull()
        }
        json.endArray()
        json.key("originals")
        json.beginArray()
        for target in 0..<table.count {
            encodeOriginals(of: target, in: table, to: &json)
            try json.buffer.handOnIfFull()
        }
        json.endArray()
        json.endObject()
    }

    private static func encode(_ row: Layout.Literal, to json: inout JSONWriter) {
        json.beginObject(.inline)
        json.member("text", row.text)
        json.member("end", row.end)
        if let blocks = row.blocks {
            json.key("blocks")
            json.beginArray()
            for block in blocks { encode(block, to: &json) }
            json.endArray()
        }
        json.endObject()
    }

    private static func encode(_ block: Layout.Block, to json: inout JSONWriter) {
        json.beginObject()
        json.member("cell", block.cell)
        json.key("columns")
        json.beginArray()
        for column in block.columns { json.integer(column) }
        json.endArray()
        if !block.latest.isEmpty {
            json.key("latest")
            json.beginArray()
            for latest in block.latest { encode(latest, to: &json) }
            json.endArray()
        }
        json.endObject()
    }

    private static func encode(_ latest: Layout.Latest, to json: inout JSONWriter) {
        json.beginObject()
        json.member("column", latest.column)
        json.key("parts")
        json.beginArray()
        for part in latest.parts { json.integer(part) }
        json.endArray()
        json.endObject()
    }

    private static func encode(_ rows: Layout.TargetRows, to json: inout JSONWriter) {
        json.beginObject(.inline)
        json.key("targets")
        json.beginArray()
        for target in rows.targets { json.integer(target) }
        json.endArray()
        json.member("count", rows.count)
        json.member("cells", rows.cells)
        json.member("end", rows.end)
        if !rows.forms.isEmpty {
            json.key("forms")
            json.beginArray()
            for form in rows.forms { encode(form, to: &json) }
            json.endArray()
        }
        json.endObject()
    }

    private static func encode(_ form: Layout.CellForm, to json: inout JSONWriter) {
        json.beginObject()
        json.member("row", form.row)
        json.member("cell", form.cell)
        switch form.content {
        case .value: break
        case .literal(let text): json.member("literal", text)
        case .standsFor(let text): json.member("standsFor", text)
        case .piece(let piece):
            json.key("piece")
            encode(piece, to: &json)
        }
        if !form.before.isEmpty { json.member("before", form.before) }
        if !form.after.isEmpty { json.member("after", form.after) }
        if form.quoted { json.member("quoted", true) }
        json.endObject()
    }

    private static func encode(_ piece: Layout.Piece, to json: inout JSONWriter) {
        json.beginObject()
        json.member("target", piece.target)
        json.member("column", piece.column)
        json.member("part", piece.part)
        if let text = piece.text { json.member("text", text) }
        if piece.length != piece.text?.utf8.count { json.member("length", piece.length) }
        if !piece.joint.isEmpty { json.member("joint", piece.joint) }
        json.endObject()
    }

    private static func encodeOriginals(
        of target: Int,
        in table: TargetTable,
        to json: inout JSONWriter
    ) {
        json.beginArray(.inline)
        for column in table.columns.indices {
            let text = table.range(target, column)
            let original = table.baseline?.original(target * table.columns.count + column)
            if table.columns[column].field == .serial {
                encode(serial: original ?? .text(table.text.string(text)), to: &json)
            } else {
                encode(original ?? .init(digestOf: table.text.bytes(text)), to: &json)
            }
        }
        json.endArray()
    }

    private static func encode(serial: Baseline.Original, to json: inout JSONWriter) {
        switch serial {
        case .text(let text): json.string(text)
        case .digest, .unknown: json.null()
        }
    }

    private static func encode(_ original: Baseline.Original, to json: inout JSONWriter) {
        switch original {
        case .text(let text): encode(Baseline.Original(digestOf: text.utf8), to: &json)
        case .digest(let digest):
            json.beginValue()
            json.buffer.append(.quotationMark)
            json.buffer.append(hexDigits: digest)
            json.buffer.append(.quotationMark)
        case .unknown: json.null()
        }
    }
}

extension Baseline {
    /// What is known of a cell; unknown where the baseline doesn't reach that far.
    fileprivate func original(_ index: Int) -> Original {
        index < cells.count ? cells[index] : .unknown
    }
}

extension OutputBuffer {
    /// Appends 8 lowercase hexadecimal digits.
    fileprivate mutating func append(hexDigits number: UInt32) {
        for shift in stride(from: UInt32(28), through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: number >> shift & 0xF)
            append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}
