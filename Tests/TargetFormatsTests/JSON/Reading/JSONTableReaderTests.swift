import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// What a document may say, and the place of what it may not.
@Suite struct JSONTableReaderTests {
    /// A document that is right, in which each test changes one thing.
    private static let right = """
        {"format": "yilan/1",
         "title": "甲市人民政府2023年责任目标", "issuer": "甲市人民政府", "year": 2023,
         "source": {"file": "a.tsv", "sha256": null, "encoding": "utf-8"},
         "columns": [{"key": "serial", "label": "序号"}, {"key": "deadline", "label": "完成时限"},
          {"key": "onSchedule", "label": "是否完成"}, {"key": "units", "label": "责任单位"},
          {"key": "备注", "label": "备注"}],
         "targets": [
          {"serial": 1, "deadline": {"text": "11月底", "kind": "date", "date": "2023-11-30"},
           "onSchedule": {"text": "是", "value": true}, "units": {"text": "甲局 乙局", "names": ["甲局", "乙局"]},
           "extra": {"备注": "无"}, "source": {"line": 2, "page": 1, "block": 1}},
          {"serial": "2-1", "deadline": {"text": "", "kind": "none", "date": null},
           "onSchedule": {"text": "黄灯", "value": null}, "units": {"text": "", "names": []},
           "extra": {"备注": null}, "source": {"line": null, "page": null, "block": null}}],
         "summary": null, "layout": null}
        """

    @Test func theRightDocumentIsRead() throws {
        let (table, findings) = try readJSON(Self.right)
        #expect(findings.map(\.codeAndPlace).isEmpty)
        #expect(table.rows == [["1", "11月底", "是", "甲局 乙局", "无"], ["2-1", "", "黄灯", "", ""]])
        #expect(table.columns.map(\.label) == ["序号", "完成时限", "是否完成", "责任单位", "备注"])
        #expect(table.document.title == "甲市人民政府2023年责任目标")
        #expect(table.document.year == 2023)
        #expect(table.document.file == "a.tsv")
        #expect(table.origins == [Origin(line: 2, page: 1, block: 1), Origin()])
        #expect(table.places?.rows.map(\.number) == [8, 11])
        #expect(table.layout == nil)
        #expect(table.baseline == nil)
    }

    @Test(arguments: [
        // Values that contradict their text.
        ("contradicts-text", #""date": "2023-11-30""#, #""date": ▶"2023-12-31"◀"#),
        ("contradicts-text", #""date": "2023-11-30""#, #""date": ▶null◀"#),
        ("contradicts-text", #""kind": "date""#, #""kind": ▶"ongoing"◀"#),
        (
            "contradicts-text", #""kind": "none", "date": null"#,
            #""kind": "none", "date": ▶"2023-01-01"◀"#
        ),
        ("contradicts-text", #""value": true"#, #""value": ▶false◀"#),
        ("contradicts-text", #""value": true"#, #""value": ▶null◀"#),
        ("contradicts-text", #""value": null"#, #""value": ▶true◀"#),
        ("contradicts-text", #"["甲局", "乙局"]"#, #"▶["乙局", "甲局"]◀"#),
        ("contradicts-text", #"["甲局", "乙局"]"#, #"▶["甲局"]◀"#),
        ("contradicts-text", #""names": []"#, #""names": ▶["丙局"]◀"#),
        ("contradicts-text", #""year": 2023"#, #""year": ▶2024◀"#),
        ("contradicts-text", #""year": 2023"#, #""year": ▶null◀"#),
        ("contradicts-text", #""issuer": "甲市人民政府""#, #""issuer": ▶"乙市"◀"#),
        ("contradicts-text", #""serial": 1, "#, #""serial": 1, "serialText": ▶"002"◀, "#),
        // Kinds of values.
        (
            "wrong-type", #""title": "甲市人民政府2023年责任目标", "issuer": "甲市人民政府", "year": 2023"#,
            #""title": ▶7◀"#
        ),
        ("wrong-type", #""year": 2023"#, #""year": ▶"2023"◀"#),
        ("wrong-value", #""year": 2023"#, #""year": ▶9223372036854775807◀"#),
        ("wrong-type", #""serial": 1,"#, #""serial": ▶1.5◀,"#),
        ("wrong-type", #""serial": 1,"#, #""serial": ▶null◀,"#),
        ("wrong-type", #""备注": "无""#, #""备注": ▶["无"]◀"#),
        ("wrong-type", #"{"text": "是", "value": true}"#, #"▶"是"◀"#),
        ("wrong-type", #""text": "是""#, #""text": ▶true◀"#),
        ("wrong-type", #""value": true"#, #""value": ▶1◀"#),
        ("wrong-type", #"["甲局", "乙局"]"#, #"["甲局", ▶2◀]"#),
        ("wrong-type", #""kind": "date""#, #""kind": ▶null◀"#),
        ("wrong-type", #""line": 2"#, #""line": ▶"2"◀"#),
        ("wrong-type", #""summary": null"#, #""summary": ▶[]◀"#),
        ("wrong-type", #""layout": null"#, #""layout": ▶"none"◀"#),
        ("wrong-type", #""sha256": null"#, #""sha256": ▶0◀"#),
        // Keys.
        ("unknown-key", #""serial": 1,"#, #""serial": 1, ▶"progres"◀: "","#),
        ("unknown-key", #""summary": null"#, #"▶"sum"◀: null"#),
        ("unknown-key", #""text": "是""#, #""text": "是", ▶"note"◀: """#),
        ("unknown-key", #""page": 1"#, #"▶"Page"◀: 1"#),
        ("missing-key", #""text": "是", "#, #"▶▶"#),
        ("missing-key", #"{"key": "serial", "#, #"▶{◀"#),
        // Columns.
        ("unlisted-column", #""serial": 1,"#, #""serial": 1, ▶"leader"◀: "张","#),
        ("unlisted-column", #"{"备注": "无"}"#, #"{"备注": "无", ▶"其他"◀: ""}"#),
        (
            "duplicate-column", #"{"key": "备注", "label": "备注"}"#,
            #"▶{"key": "units", "label": "单位"}◀"#
        ),
        ("wrong-value", #"{"key": "备注", "label": "备注"}"#, #"{"key": ▶"remark"◀, "label": "备注"}"#),
        ("missing-serial-column", #"[{"key": "serial", "label": "序号"}, "#, #"▶["#),
        // Serials and documents.
        ("duplicate-serial", #""serial": "2-1""#, #""serial": ▶"001"◀"#),
        ("wrong-value", #""serial": "2-1""#, #""serial": ▶" "◀"#),
        ("wrong-value", #""serial": "2-1""#, #""serial": ▶-2◀"#),
        ("wrong-value", #""serial": "2-1""#, #""document": ▶1◀, "serial": "2-1""#),
        ("wrong-value", #""summary": null"#, #""documents": ▶[]◀"#),
        ("contradicts-text", #""summary": null"#, #""documents": ▶[{"title": "乙"}]◀"#),
        ("wrong-format", #""format": "yilan/1""#, #""format": ▶"yilan/2"◀"#),
        ("wrong-format", #""format": "yilan/1""#, #""format": ▶1◀"#),
        ("json-duplicate-key", #""summary": null"#, #""summary": null, ▶"title"◀: null"#),
        ("json-trailing-comma", #""layout": null"#, #""layout": null▶,◀"#),
        ("json-lone-surrogate", #""无""#, #""▶\ud800◀""#),
        ("json-invalid-number", #""serial": 1,"#, #""serial": ▶NaN◀,"#),
    ])
    func theWrongIsPlaced(_ code: String, _ old: String, _ new: String) throws {
        let range = try #require(Self.right.firstRange(of: old))
        let text = MarkedText(
            Self.right[..<range.lowerBound] + new + Self.right[range.upperBound...]
        )
        let found = findings(in: text.bytes, JSONTableReader())
        if new.contains("▶"), new.contains("◀") {
            #expect(
                found.map(\.codeAndPlace).contains(text.expected(code)),
                "\(found.map(\.codeAndPlace))"
            )
        } else {
            #expect(found.map(\.code.rawValue).contains(code))
        }
        #expect(found.allSatisfy { $0.file == "in.json" && $0.line != nil })
    }

    @Test func everyErrorIsReported() throws {
        let text = Self.right
            .replacing(#""date": "2023-11-30""#, with: #""date": "2023-12-31""#)
            .replacing(#""value": true"#, with: #""value": false"#)
            .replacing(#""line": null"#, with: #""line": "x""#)
            .replacing(#""year": 2023"#, with: #""year": 1"#)
        let found = findings(in: Array(text.utf8), JSONTableReader())
        #expect(
            found.map(\.code.rawValue).sorted() == [
                "contradicts-text", "contradicts-text", "contradicts-text", "wrong-type",
            ]
        )
        #expect(found.compactMap(\.serial).sorted() == ["1", "1", "2-1"])
        #expect(found.compactMap(\.field) == ["deadline", "onSchedule"])
    }

    /// As in JSON Lines: what a target doesn't say is as it was, and told once.
    @Test func aKeyMissingInManyTargetsIsReportedOnce() throws {
        let text = Self.right.replacing(#"{"备注": "无"}"#, with: "{}").replacing(
            #"{"备注": null}"#,
            with: "{}"
        )
        let found = findings(in: Array(text.utf8), JSONTableReader())
        #expect(found.map(\.code) == [.missingKey])
        #expect(found.map(\.serial) == ["1"])
        #expect(found.map(\.field) == ["备注"])
        #expect(found[0].severity == .note)
    }

    /// Its texts are those of the layout, so that nothing is emptied, and the way back holds.
    @Test(arguments: ["progress", "units", "备注"])
    func aColumnThatIsLeftOutIsAsItWas(key: String) throws {
        let official = "2023年表\n序号\t责任目标\t完成情况\t责任单位\t备注\n1\t甲\t好\t市甲局\t无\n2\t乙\t\t市乙局\t\n"
        let (read, _) = try readTSV(official)
        let whole = try writeJSON(read)
        for leavesColumnOut in [false, true] {
            var lines = whole.split(separator: "\n", omittingEmptySubsequences: false).map(
                String.init
            )
            for index in lines.indices where lines[index].contains("\"serial\": ") {
                let member =
                    key == "units" ? #""units": \{[^}]*\}, "# : "\"\(key)\": (\"[^\"]*\"|null),? ?"
                lines[index] = lines[index].replacing(try Regex(member), with: "")
            }
            if leavesColumnOut {
                lines.removeAll { $0.contains("\"key\": \"\(key)\"") }
                let end = try #require(lines.firstIndex { $0.hasPrefix("  ],") })
                lines[end - 1] = lines[end - 1].replacing("},", with: "}")
            }
            let text = lines.joined(separator: "\n")
            #expect(text != whole)
            let (part, found) = try readJSON(text)
            #expect(found.map(\.code) == [.missingKey], "\(found) \(text)")
            #expect(part.rows == read.rows)
            #expect(String(decoding: try writeTSV(part), as: UTF8.self) == official)
        }
    }

    @Test func whatIsDerivedMayBeLeftOut() throws {
        let text = #"""
            {"format": "yilan/1", "title": "乙县2022年重点工作", "targets": [
             {"serial": 7.0, "progress": "完工", "units": {"text": "甲局、乙局"}},
             {"serial": " 008 ", "progress": "\u3000动工\n了 ", "units": {"text": null}, "extra": {"备注": "a"}}]}
            """#
        let (table, findings) = try readJSON(text)
        #expect(findings.map(\.codeAndPlace).isEmpty)
        #expect(
            table.columns == [
                Column(.serial, label: "序号"), Column(.progress, label: "完成情况"),
                Column(.units, label: "责任单位"),
                Column(nil, label: "备注"),
            ]
        )
        // Blanks around a text are no text, line breaks inside are.
        #expect(table.rows == [["7", "完工", "甲局、乙局", ""], ["008", "动工\n了", "", "a"]])
        #expect(table.document.year == 2022)
        #expect(table.document.file == "in.json")
        // The target that lacks the key says nothing of the column.
        #expect(table.isOriginal(0, 3) == true)
        #expect(table.isOriginal(1, 3) == nil)
        #expect(table.isOriginal(0, 1) == nil)
    }

    @Test(arguments: [
        "[]", "{}", "\"x\"", #"{"format": "yilan-corrections/1", "corrections": []}"#,
    ])
    func otherDocumentsAreNamed(_ text: String) {
        #expect(findings(in: Array(text.utf8), JSONTableReader()).map(\.code) == [.wrongFormat])
    }

    @Test(arguments: ["", " ", "{\"format\": \"yilan/1\"", "\u{FEFF}"])
    func aTextThatEndsEarlyIsNoDocument(_ text: String) {
        #expect(
            findings(in: Array(text.utf8), JSONTableReader()).map(\.code) == [.jsonUnexpectedEnd]
        )
    }

    @Test func whatIsNotUTF8HasItsPlace() {
        let found = findings(
            in: Array("{\"a\":\n\"".utf8) + [0xB8, 0xC4] + Array("\"}".utf8),
            JSONTableReader()
        )
        #expect(found.first?.codeAndPlace == "undecodable-text 2:2")
    }

    @Test func aDocumentHasTargets() {
        let text = #"{"format": "yilan/1", "layout": null}"#
        #expect(findings(in: Array(text.utf8), JSONTableReader()).map(\.code) == [.missingKey])
    }

    @Test func aDocumentWithoutTargetsIsEmpty() {
        let text = #"{"format": "yilan/1", "targets": []}"#
        #expect(findings(in: Array(text.utf8), JSONTableReader()).map(\.code) == [.emptyTable])
    }

    @Test func aLayoutNeedsItsColumns() throws {
        let (read, _) = try readTSV("序号\t责任目标\n1\t甲\n")
        let text = try writeJSON(read)
        let start = try #require(text.firstRange(of: "\n  \"columns\""))
        let end = try #require(text.firstRange(of: "\n  \"targets\""))
        let found = findings(
            in: Array((text[..<start.lowerBound] + text[end.lowerBound...]).utf8),
            JSONTableReader()
        )
        #expect(found.map(\.code) == [.missingKey])
    }

    @Test func aTamperedLayoutIsRefused() throws {
        let (read, _) = try readTSV("序号\t责任目标\n1\t甲\n2\t乙\n")
        let text = try writeJSON(read).replacing(#""targets": [0]"#, with: #""targets": [1]"#)
        let found = findings(in: Array(text.utf8), JSONTableReader())
        #expect(found.map(\.code) == [.layoutMismatch])
        #expect(found.first?.excerpt?.contains("\"targets\": [1]") == true)
    }

    /// One who corrects a target need not count the summary anew.
    @Test func oldSummaryIsANote() throws {
        let (table, _) = try readTSV("序号\t责任目标\t是否完成\n1\t甲\t是\n2\t乙\t否\n")
        let text = try writeJSON(table)
        let edited = text.replacing(
            "{\"text\": \"否\", \"value\": false}",
            with: "{\"text\": \"是\", \"value\": true}"
        )
        #expect(edited != text)
        #expect(try readJSON(text).findings.isEmpty)
        let (read, findings) = try readJSON(edited)
        #expect(findings.map(\.code) == [.outdatedSummary])
        #expect(findings.map(\.severity) == [.note])
        #expect(try readJSON(try writeJSON(read)).findings.isEmpty)
    }
}
