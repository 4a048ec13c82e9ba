internal import Yilan

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
        FindingCoding.encode(diagnostic, in: language, to: &json)
    }

    /// Returns the line that says how many findings were not shown.
    func text(suppressed count: Int) -> String {
        text(of: Diagnostic(.note, .suppressedFindings, DiagnosticText.suppressed(count)))
    }
}
