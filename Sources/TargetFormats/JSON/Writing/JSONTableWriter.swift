internal import JSONText
package import SourceText
package import TargetModel

/// Writes the whole table as one JSON document, a target a line.
///
/// From the document alone the official file can be written back byte for byte.
package struct JSONTableWriter: TargetStreamWriter {
    /// What `format` says.
    static let format = "yilan/1"

    /// Makes a writer.
    package init() {}

    /// Writes the whole table.
    ///
    /// - Complexity: O(n) in the cells and their texts.
    package func write(
        _ table: TargetTable,
        options: WritingOptions,
        to buffer: inout OutputBuffer
    ) throws {
        // Beside the targets: it was a sixth of writing a large table.
        let summary = Ahead(isLong: table.count > 4096) { Summary(of: table) }
        var json = JSONWriter(buffer)
        buffer = OutputBuffer()
        json.beginObject()
        json.member("format", Self.format)
        encode(table.document, to: &json)
        encodeColumns(of: table, to: &json)
        try encodeTargets(of: table, to: &json)
        json.key("summary")
        SummaryCoding.encode(summary.value, of: table, to: &json)
        json.key("layout")
        if let layout = table.layout {
            try LayoutCoding.encode(layout, baselineOf: table, to: &json)
        } else {
            json.null()
        }
        if table.documents.count > 1 {
            json.member("documents", objects: table.documents) { document, json in
                encode(document, to: &json)
            }
        }
        if let findings = options.findings {
            json.key("findings")
            FindingCoding.encode(findings, in: options.language, to: &json)
        }
        if options.hasIndicators {
            json.key("indicators")
            IndicatorCoding.encode(table.indicators, of: table, to: &json)
        }
        json.endObject()
        json.endText()
        buffer = json.buffer
    }

    private func encode(_ document: Document, to json: inout JSONWriter) {
        json.member("title", document.title)
        json.member("issuer", document.issuer)
        json.member("year", document.year)
        json.key("source")
        json.beginObject(.inline)
        json.member("file", document.file.isEmpty ? nil : document.file)
        json.member("sha256", document.sha256.isEmpty ? nil : document.sha256)
        json.member("encoding", document.encoding.isEmpty ? nil : document.encoding)
        json.endObject()
    }

    private func encodeColumns(of table: TargetTable, to json: inout JSONWriter) {
        // A layout has the headers itself.
        let places = table.layout == nil ? table.headerPlaces : []
        json.member("columns", objects: table.columns.indices) { index, json in
            json.member("key", table.columns[index].key)
            json.member("label", table.columns[index].label)
            guard let headers = places.isEmpty ? nil : places[index] else { return }
            json.member("headers", each: headers, .inline) { header, json in
                json.beginObject(.inline)
                json.member("page", header.page)
                json.member("block", header.block)
                json.endObject()
            }
        }
    }

    private func encodeTargets(of table: TargetTable, to json: inout JSONWriter) throws {
        var additions: TargetEncoder.Additions = []
        if table.documents.count > 1 { additions.insert(.document) }
        // With a layout, `originals` has the serial's text.
        if table.layout == nil { additions.insert(.serialText) }
        json.key("targets")
        json.beginArray()
        let encoder = TargetEncoder(table, additions: additions)
        try json.elements(table.count, by: encoder) { encoder, target, buffer in
            encoder.append(target, to: &buffer)
        }
        json.endArray()
    }
}
