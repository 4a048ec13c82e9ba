import Foundation
import SourceText
import Testing

@testable import YilanCommand

@Suite struct DiagnosticJSONTests {
    private let keys = [
        "severity", "code", "file", "line", "column", "sheet", "cell", "page", "block", "serial",
        "field", "message", "hint",
    ]

    private func object(_ text: String) throws -> [String: Any] {
        try #require(
            JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        )
    }

    @Test func everyKeyIsThereInItsOrder() throws {
        let finding = Diagnostic(.error, .emptyTable, Wording(en: "m", zh: "讯"))
        let text = DiagnosticJSON(language: .chinese).text(of: finding)
        #expect(text.hasSuffix("}\n") && text.count { $0 == "\n" } == 1)
        var rest = text[...]
        for key in keys {
            let place = try #require(rest.firstRange(of: "\"\(key)\":"))
            rest = rest[place.upperBound...]
        }
        let object = try object(text)
        #expect(Set(object.keys) == Set(keys))
        #expect(object["severity"] as? String == "error")
        #expect(object["message"] as? String == "讯")
        #expect(object["file"] is NSNull && object["line"] is NSNull && object["hint"] is NSNull)
    }

    @Test func tellsWhatIsKnown() throws {
        let source = SourceText(name: "a.tsv", "一\t二\n")
        let finding = Diagnostic(
            .warning,
            .emptyTable,
            Wording(verbatim: "m"),
            hint: Wording(verbatim: "h")
        )
        .at(4..<7, of: source)
        .about(page: 2, block: 3, serial: "140", field: "备注")
        let object = try object(DiagnosticJSON(language: .english).text(of: finding))
        #expect(object["line"] as? Int == 1)
        #expect(object["column"] as? Int == 3)
        #expect(object["page"] as? Int == 2)
        #expect(object["block"] as? Int == 3)
        #expect(object["serial"] as? Int == 140)
        #expect(object["field"] as? String == "备注")
        #expect(object["hint"] as? String == "h")
    }

    @Test func aSerialThatIsNoNumberStaysText() throws {
        let finding = Diagnostic(.note, .emptyTable, Wording(verbatim: "m")).about(serial: "6-1")
        let object = try object(DiagnosticJSON(language: .english).text(of: finding))
        #expect(object["serial"] as? String == "6-1")
    }

    @Test func everyTextSurvives() throws {
        let text = "\"\\\u{8}\n\r\t\u{0}\u{1F}\u{7F}/汉𠮷\u{2028}"
        let finding = Diagnostic(.note, .emptyTable, Wording(verbatim: "\(text)"))
        let object = try object(DiagnosticJSON(language: .english).text(of: finding))
        #expect(object["message"] as? String == text)
    }
}
