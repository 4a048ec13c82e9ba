internal import JSONText
internal import SourceText
internal import TargetFormats
internal import TargetModel

/// Findings as programs read them: one JSON object a line, every key in every object.
struct DiagnosticJSON {
    /// The language of the messages.
    var language: Language

    /// Returns the line of a finding, ended.
    func text(of diagnostic: Diagnostic) -> String {
        var json = JSONWriter()
        write(diagnostic, to: &json)
        json.endText()
        return String(decoding: json.buffer.bytes, as: UTF8.self)
    }

    /// Writes a finding as the next value.
    func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
        json.beginObject(.inline)
        json.member("severity", diagnostic.severity.rawValue)
        json.member("code", diagnostic.code.rawValue)
        json.member("file", diagnostic.file)
        json.member("line", diagnostic.line)
        json.member("column", diagnostic.column)
        json.member("sheet", diagnostic.sheet)
        json.member("cell", diagnostic.cell)
        json.member("page", diagnostic.page)
        json.member("block", diagnostic.block)
        json.member(serial: diagnostic.serial)
        json.member("field", diagnostic.field)
        json.member("message", diagnostic.message[language])
        json.member("hint", diagnostic.hint?[language])
        json.endObject()
    }

    /// Returns the line that says how many findings were not shown.
    func text(suppressed count: Int) -> String {
        text(of: Diagnostic(.note, .suppressedFindings, DiagnosticText.suppressed(count)))
    }
}
