internal import JSONText
package import SourceText
package import TargetModel

extension LayoutCoding {
    /// Appends a layout, and what the cells of `table` said when its file was made: the table's
    /// baseline where it has one, else what they say now; `digests` are those of what they say now, row
    /// after row, where they are known.
    ///
    /// - Throws: what the buffer throws.
    /// - Complexity: O(n) in the cells and their texts.
    package static func encode(
        _ layout: Layout,
        baselineOf table: TargetTable,
        keeping originals: Originals = .texts,
        digests: [UInt32]? = nil,
        to buffer: inout OutputBuffer
    ) throws {
        var json = JSONWriter(buffer)
        buffer = OutputBuffer()
        try encode(layout, baselineOf: table, keeping: originals, digests, to: &json)
        buffer = json.buffer
    }

    /// Writes a layout as the next value.
    ///
    /// - Throws: what the buffer throws.
    static func encode(
        _ layout: Layout,
        baselineOf table: TargetTable,
        keeping originals: Originals = .texts,
        _ known: [UInt32]? = nil,
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
        let isWritten = table.columns.map { originals == .texts || $0.field == .serial }
        try json.elements(table.count, by: table) { table, target, buffer in
            appendOriginals(of: target, isWritten, in: table, to: &buffer)
        }
        json.endArray()
        json.key("digests")
        json.beginArray()
        try json.elements(table.count, by: TextDigests()) { digests, target, buffer in
            appendDigests(of: target, in: table, known, by: &digests, to: &buffer)
        }
        json.endArray()
        json.endObject()
    }

    private static func encode(_ row: Layout.Literal, to json: inout JSONWriter) {
        json.beginObject(.inline)
        json.member("text", row.text)
        json.member("end", row.end)
        if let blocks = row.blocks {
            json.member("blocks", each: blocks) { block, json in encode(block, to: &json) }
        }
        json.endObject()
    }

    private static func encode(_ block: Layout.Block, to json: inout JSONWriter) {
        json.beginObject()
        json.member("cell", block.cell)
        json.member("columns", each: block.columns) { column, json in json.integer(column) }
        if !block.latest.isEmpty {
            json.member("latest", each: block.latest) { latest, json in encode(latest, to: &json) }
        }
        json.endObject()
    }

    private static func encode(_ latest: Layout.Latest, to json: inout JSONWriter) {
        json.beginObject()
        json.member("column", latest.column)
        json.member("parts", each: latest.parts) { part, json in json.integer(part) }
        if !latest.names.isEmpty {
            json.member("names", each: latest.names) { name, json in json.string(name) }
        }
        json.endObject()
    }

    private static func encode(_ rows: Layout.TargetRows, to json: inout JSONWriter) {
        json.beginObject(.inline)
        json.member("targets", each: rows.targets) { target, json in json.integer(target) }
        json.member("count", rows.count)
        json.member("cells", rows.cells)
        json.member("end", rows.end)
        if !rows.forms.isEmpty {
            json.member("forms", each: rows.forms) { form, json in encode(form, to: &json) }
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
        case .repeats(let text, let target):
            json.key("repeats")
            json.beginObject()
            json.member("target", target)
            json.member("text", text)
            json.endObject()
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

    private static func appendOriginals(
        of target: Int,
        _ isWritten: [Bool],
        in table: TargetTable,
        to buffer: inout OutputBuffer
    ) {
        buffer.append(UInt8(ascii: "["))
        for column in 0..<((isWritten.lastIndex(of: true) ?? -1) + 1) {
            if column > 0 { buffer.append(static: ", ") }
            guard isWritten[column] else {
                buffer.append(static: "null")
                continue
            }
            let current = table.range(target, column)
            switch table.keptOriginal(target, column) {
            case nil: buffer.append(jsonText: current, in: table.text)
            case .text(let text)?: buffer.append(jsonString: text)
            case .digest? where table.isOriginal(target, column) == true:
                buffer.append(jsonText: current, in: table.text)
            case .digest?, .unknown?: buffer.append(static: "null")
            }
        }
        buffer.append(UInt8(ascii: "]"))
    }

    private static func appendDigests(
        of target: Int,
        in table: TargetTable,
        _ known: [UInt32]?,
        by digests: inout TextDigests,
        to buffer: inout OutputBuffer
    ) {
        buffer.append(atMost: table.columns.count * digitsOfDigest + 2) { output in
            output.append(.quotationMark)
            for column in table.columns.indices {
                let kept =
                    table.keptOriginal(target, column)
                    ?? known.map { .digest($0[target * table.columns.count + column]) }
                    ?? digests.digest(of: table.range(target, column), in: table.text)
                switch kept {
                case .text(let text): append(Baseline.Original(digestOf: text.utf8), to: &output)
                case .digest, .unknown: append(kept, to: &output)
                }
            }
            output.append(.quotationMark)
        }
    }

    private static func append(_ original: Baseline.Original, to output: inout OutputSpan<UInt8>) {
        guard case .digest(let digest) = original else {
            output.append(repeating: UInt8(ascii: "-"), count: digitsOfDigest)
            return
        }
        for shift in stride(from: UInt32(28), through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: digest >> shift & 0xF)
            output.append(digit < 10 ? UInt8(ascii: "0") + digit : 0x57 + digit)
        }
    }
}
