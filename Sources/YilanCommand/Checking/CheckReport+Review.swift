internal import Yilan

/// Forms of the report that tools for code review show beside the text.
extension CheckReport {
    /// Returns the report as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format).
    ///
    /// Lines and columns count from 1, columns in Unicode code points; a place in a workbook is a
    /// logical location.
    func sarif(language: Language) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        json.member("version", "2.1.0")
        json.key("runs")
        json.beginArray()
        json.beginObject()
        json.key("tool")
        json.beginObject()
        json.key("driver")
        json.beginObject()
        json.member("name", "yilan")
        json.member("version", Version.current)
        json.member("rules", objects: codes) { code, json in
            json.member("id", code)
        }
        json.endObject()
        json.endObject()
        json.member("columnKind", "unicodeCodePoints")
        json.member("results", each: ordered) { finding, json in
            write(finding, language, to: &json)
        }
        json.endObject()
        json.endArray()
        json.endObject()
        json.endText()
        return json.buffer.bytes
    }

    /// Returns a line for each finding, as workflow commands of GitHub Actions.
    func annotations(language: Language) -> String {
        ordered.map { finding in
            let command =
                switch finding.severity {
                case .error: "error"
                case .warning: "warning"
                case .note: "notice"
                }
            var properties: [String] = []
            if let file = finding.file { properties.append("file=" + Self.property(file)) }
            if let line = finding.line { properties.append("line=\(line)") }
            if let column = finding.column {
                properties.append("col=\(column)")
                properties.append("endColumn=\(column + finding.span)")
            }
            let place = finding.cell.map { cell in
                (finding.sheet.map { $0 + "!" } ?? "") + cell + " "
            }
            properties.append("title=" + Self.property((place ?? "") + finding.code.rawValue))
            return "::\(command) \(properties.joined(separator: ","))::"
                + Self.message(Self.text(of: finding, language)) + "\n"
        }
        .joined()
    }

    /// The codes of the findings, each once, in the order of the alphabet.
    private var codes: [String] { Set(shown.map(\.code.rawValue)).sorted() }

    private func write(_ finding: Diagnostic, _ language: Language, to json: inout JSONWriter) {
        json.beginObject(.inline)
        json.member("ruleId", finding.code.rawValue)
        json.member("level", finding.severity.rawValue)
        json.key("message")
        json.beginObject(.inline)
        json.member("text", Self.text(of: finding, language))
        json.endObject()
        json.key("locations")
        json.beginArray(.inline)
        if let file = finding.file {
            json.beginObject(.inline)
            json.key("physicalLocation")
            json.beginObject(.inline)
            json.key("artifactLocation")
            json.beginObject(.inline)
            json.member("uri", Self.address(of: file))
            json.endObject()
            if let line = finding.line {
                json.key("region")
                json.beginObject(.inline)
                json.member("startLine", line)
                if let column = finding.column {
                    json.member("startColumn", column)
                    json.member("endColumn", column + finding.span)
                }
                json.endObject()
            }
            json.endObject()
            if let cell = finding.cell {
                json.key("logicalLocations")
                json.beginArray(.inline)
                json.beginObject(.inline)
                json.member("name", cell)
                json.member(
                    "fullyQualifiedName",
                    (finding.sheet.map { $0 + "!" } ?? "") + cell
                )
                json.endObject()
                json.endArray()
            }
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    private static func text(of finding: Diagnostic, _ language: Language) -> String {
        guard let hint = finding.hint else { return finding.message[language] }
        return Wording(en: "\(finding.message); \(hint)", zh: "\(finding.message)。\(hint)")[
            language
        ]
    }

    /// A file's name as a reference in a URI: blanks and other than ASCII letters in percent form.
    private static func address(of file: String) -> String {
        var address = ""
        for byte in file.utf8 {
            let scalar = Unicode.Scalar(byte)
            let isPlain =
                ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
                || ("0"..."9").contains(scalar) || "-._~/".unicodeScalars.contains(scalar)
            if isPlain {
                address.unicodeScalars.append(scalar)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                address += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return address
    }

    private static func message(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func property(_ text: String) -> String {
        message(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
