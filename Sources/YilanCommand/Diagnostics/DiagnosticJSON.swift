internal import SourceText
internal import TargetModel

/// Findings as programs read them: one JSON object a line, every key in every object.
struct DiagnosticJSON {
    /// The language of the messages.
    var language: Language

    /// Returns the line of a finding, ended.
    func text(of diagnostic: Diagnostic) -> String {
        let serial = diagnostic.serial.map { text in
            SerialNumber.value(of: text).map(String.init) ?? Self.quoted(text)
        }
        let members: [(String, String?)] = [
            ("severity", Self.quoted(diagnostic.severity.rawValue)),
            ("code", Self.quoted(diagnostic.code)),
            ("file", diagnostic.file.map(Self.quoted)),
            ("line", diagnostic.line.map(String.init)),
            ("column", diagnostic.column.map(String.init)),
            ("sheet", diagnostic.sheet.map(Self.quoted)),
            ("cell", diagnostic.cell.map(Self.quoted)),
            ("page", diagnostic.page.map(String.init)),
            ("block", diagnostic.block.map(String.init)),
            ("serial", serial),
            ("field", diagnostic.field.map(Self.quoted)),
            ("message", Self.quoted(diagnostic.message[language])),
            ("hint", diagnostic.hint.map { Self.quoted($0[language]) }),
        ]
        let joined = members.map { key, value in "\"\(key)\":\(value ?? "null")" }
        return "{" + joined.joined(separator: ",") + "}\n"
    }

    /// Returns the line that says how many findings were not shown.
    func text(suppressed count: Int) -> String {
        text(of: Diagnostic(.note, "suppressed-findings", DiagnosticText.suppressed(count)))
    }

    /// Returns `text` as a JSON string, with its quotation marks.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
