public import JSONText
public import SourceText

/// The JSON form of findings: every key in every object.
public enum FindingCoding {
    /// Writes a finding, in a language, as the next value.
    public static func encode(
        _ finding: Diagnostic,
        in language: Language,
        to json: inout JSONWriter
    ) {
        json.beginObject(.inline)
        json.member("severity", finding.severity.rawValue)
        json.member("code", finding.code.rawValue)
        json.member("file", finding.file)
        json.member("line", finding.line)
        json.member("column", finding.column)
        json.member("sheet", finding.sheet)
        json.member("cell", finding.cell)
        json.member("page", finding.page)
        json.member("block", finding.block)
        json.member(serial: finding.serial)
        json.member("field", finding.field)
        json.member("message", finding.message[language])
        json.member("hint", finding.hint?[language])
        json.endObject()
    }

    /// Writes findings, in a language, as the next value: an array with an object a line, the
    /// surest first.
    public static func encode(
        _ findings: DiagnosticBag,
        in language: Language,
        to json: inout JSONWriter
    ) {
        json.beginArray()
        for finding in findings.surestFirst { encode(finding, in: language, to: &json) }
        json.endArray()
    }
}
