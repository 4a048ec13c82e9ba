import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@Suite struct CSVWriterTests {
    private let table = TargetTable.make(
        columns: ["serial", "备注", "objective", "leader"],
        rows: [["140", "", "修路,架桥", "张鹏"], ["141", "他说\"好\"", "上\n下", "张鹏"]]
    )

    @Test func writesLabelsInTheSourcesOrder() throws {
        #expect(
            try writeCSV(table)
                == Array(
                    ("\u{FEFF}序号,备注,责任目标内容,市政府领导\r\n"
                        + "140,,\"修路,架桥\",张鹏\r\n"
                        + "141,\"他说\"\"好\"\"\",\"上\n下\",张鹏\r\n").utf8
                )
        )
    }

    @Test func writesKeys() throws {
        let text = String(decoding: try writeCSV(table, options: .csv(.keys)), as: UTF8.self)
        #expect(text.utf8.starts(with: "\u{FEFF}serial,备注,objective,leader\r\n".utf8))
    }

    @Test(
        arguments: [
            (nil, [0xEF, 0xBB, 0xBF, 0xE5]),
            ("utf-8-bom", [0xEF, 0xBB, 0xBF, 0xE5]),
            ("utf-8", [0xE5, 0xBA, 0x8F, 0xE5]),
            ("gb18030", [0xD0, 0xF2, 0xBA, 0xC5]),
            ("utf-16le", [0xFF, 0xFE, 0x8F, 0x5E]),
        ] as [(String?, [UInt8])]
    )
    func writesEncodings(name: String?, start: [UInt8]) throws {
        let bytes = try writeCSV(table, options: .csv(encoding: name))
        #expect(Array(bytes.prefix(4)) == start)
        let (again, findings) = try readCSV(bytes)
        expectSame(again, table)
        #expect(findings.all.isEmpty)
    }

    @Test func handsOnInPieces() throws {
        var pieces = 0
        var total: [UInt8] = []
        let rows = (0..<12_000).map { ["\($0)", "", "推进重点项目建设", "张鹏"] }
        let long = TargetTable.make(columns: ["serial", "备注", "objective", "leader"], rows: rows)
        var buffer = OutputBuffer { piece in
            pieces += 1
            total += piece
        }
        try CSVWriter().write(long, options: WritingOptions(), to: &buffer)
        try buffer.finish()
        #expect(pieces > 1)
        #expect(total == (try writeCSV(long)))
    }

    // MARK: Formulas

    @Test(arguments: [
        ("=1+1", "'=1+1"),
        ("+8653", "'+8653"),
        ("-5", "'-5"),
        ("-5%(同比)", "'-5%(同比)"),
        ("@all", "'@all"),
        ("＝1+1", "'＝1+1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠1", "'＠1"),
        ("=1,2", "\"'=1,2\""),
        ("=\"a\"", "\"'=\"\"a\"\"\""),
        ("\t甲", "'\t甲"),
        ("\n甲", "\"'\n甲\""),
        ("\r=1", "\"'\r=1\""),
        ("\u{200B}=1", "'\u{200B}=1"),
        ("\u{FEFF}=1", "'\u{FEFF}=1"),
        ("'=1", "''=1"),
        ("''-1", "'''-1"),
        ("'\u{3000}=1", "''\u{3000}=1"),
        // No formulas.
        ("-", "-"),
        ("--", "--"),
        ("－－", "－－"),
        ("—", "—"),
        ("'", "'"),
        ("'tis", "'tis"),
        ("'-", "'-"),
        ("1=1", "1=1"),
        ("（=1）", "（=1）"),
        ("《方案》", "《方案》"),
        ("√", "√"),
        // The escape of a carriage return is no text of its own.
        ("_x000D_", "_x005F_x000D_"),
        ("a_x005F_x000D_b", "a_x005F_x005F_x000D_b"),
        ("_x000A_", "_x000A_"),
        ("a\r\nb", "\"a\r\nb\""),
    ])
    func formulasStayText(text: String, written: String) throws {
        let table = TargetTable.make(columns: ["serial", "备注"], rows: [["1", text]])
        let bytes = try writeCSV(table, options: .csv(encoding: "utf-8"))
        #expect(bytes == Array("序号,备注\r\n1,\(written)\r\n".utf8))
        let (again, findings) = try readCSV(bytes)
        expectSame(again, table)
        #expect(findings.all.isEmpty)
    }

    @Test func labelsAreGuardedToo() throws {
        let table = TargetTable.make(columns: ["serial", "=备注"], rows: [["1", "甲"]])
        let bytes = try writeCSV(table, options: .csv(encoding: "utf-8"))
        #expect(bytes == Array("序号,'=备注\r\n1,甲\r\n".utf8))
        expectSame(try readCSV(bytes).table, table)
    }

    // MARK: Encodings that don't hold everything

    @Test func namesTheCellThatCannotBeEncoded() throws {
        // A private character whose place in GB 18030 was given to another one.
        let table = TargetTable.make(
            columns: ["serial", "备注", "objective"],
            rows: [["7", "甲,\n乙", "丙"], ["8", "甲", "坏\u{E81E}字"]]
        )
        let error = #expect(throws: FormatError.self) {
            try writeCSV(table, options: .csv(encoding: "gb18030"))
        }
        #expect(error?.diagnostic?.code == .unencodableCharacter)
        #expect(error?.diagnostic?.serial == "8")
        #expect(error?.diagnostic?.field == "objective")
    }
}
