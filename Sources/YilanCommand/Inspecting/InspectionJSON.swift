internal import Yilan

/// What was seen in a file, told to programs: one object a file, every key in every object.
enum InspectionJSON {
    /// Returns the object, ended with a line end.
    static func bytes(of inspection: Inspection) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("file", inspection.file)
        json.member("format", inspection.format)
        json.member("encoding", inspection.encoding)
        json.key("lineEnds")
        write(inspection.lineEnds, to: &json)
        json.key("title")
        write(inspection.title, to: &json)
        json.member("issuer", inspection.issuer)
        json.member("year", inspection.year)
        json.member("targets", inspection.targets)
        json.member("pages", each: inspection.pages) { page, json in write(page, to: &json) }
        json.member("columns", objects: inspection.columns) { column, json in
            json.member("label", column.label)
            json.member("field", column.field?.key)
            json.member("synonym", column.isSynonym)
            json.member("line", column.line)
            json.member("reason", column.reason?.english)
        }
        json.member("missing", each: inspection.missing, .inline) { field, json in
            json.string(field.key)
        }
        json.member("notes", objects: inspection.notes) { note, json in
            json.member("line", note.line)
            json.member("text", note.text)
        }
        json.member("continuations", objects: inspection.continuations) { row, json in
            json.member("line", row.line)
            json.member("serial", row.text)
        }
        json.endObject()
        json.endText()
        return json.buffer.bytes
    }

    private static func write(_ ends: Inspection.LineEndCounts?, to json: inout JSONWriter) {
        guard let ends else { return json.null() }
        json.beginObject(.inline)
        json.member("lf", ends.lineFeed)
        json.member("crlf", ends.carriageReturnLineFeed)
        json.member("cr", ends.carriageReturn)
        json.member("lastLineEnded", ends.isLastEnded)
        json.endObject()
    }

    private static func write(_ title: Inspection.Note?, to json: inout JSONWriter) {
        guard let title else { return json.null() }
        json.beginObject(.inline)
        json.member("line", title.line)
        json.member("text", title.text)
        json.endObject()
    }

    private static func write(_ page: Inspection.Page, to json: inout JSONWriter) {
        json.beginObject()
        json.key("header")
        write(page.header, to: &json)
        json.member("blocks", each: page.blocks) { block, json in
            json.beginObject()
            json.key("cells")
            write(block.cells, to: &json)
            json.member("targets", block.targets)
            json.key("lines")
            write(block.lines, to: &json)
            json.member("firstSerial", block.targets > 0 ? block.firstSerial : nil)
            json.member("lastSerial", block.targets > 0 ? block.lastSerial : nil)
            json.member("columns", objects: block.columns) { cell, json in
                json.member("label", cell.label)
                json.member("field", cell.field?.key)
            }
            json.endObject()
        }
        json.endObject()
    }

    private static func write(_ range: ClosedRange<Int>?, to json: inout JSONWriter) {
        guard let range else { return json.null() }
        json.beginObject(.inline)
        json.member("first", range.lowerBound)
        json.member("last", range.upperBound)
        json.endObject()
    }
}
