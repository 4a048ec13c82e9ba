import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Tables of every kind of layout; `⇥` stands for a tab, `↵` for a line end.
let awkwardTables: [(name: String, text: String)] = [
    ("one block", "序号⇥责任领导⇥目标任务⇥完成时限↵1⇥张三⇥甲⇥年底↵2⇥李四⇥乙⇥6月底↵"),
    ("no last line end", "序号⇥市政府领导⇥责任目标⇥序号⇥市政府领导⇥责任目标↵1⇥张⇥甲⇥3⇥李⇥丙↵2⇥张⇥乙⇥⇥⇥"),
    ("unpadded", "序号⇥市政府领导⇥责任目标⇥序号⇥市政府领导⇥责任目标↵1⇥张⇥甲⇥3⇥李⇥丙↵2⇥张⇥乙↵"),
    ("padded too far", "序号⇥市政府领导⇥责任目标⇥⇥↵1⇥张⇥甲⇥⇥⇥⇥↵2⇥张⇥乙⇥ ⇥↵"),
    ("three blocks", "序号⇥责任目标⇥序号⇥责任目标⇥序号⇥责任目标↵1⇥甲⇥3⇥丙⇥5⇥戊↵2⇥乙⇥4⇥丁⇥⇥↵"),
    ("gap", "序号⇥责任目标⇥⇥序号⇥责任目标↵1⇥甲⇥⇥3⇥丙↵2⇥乙⇥ ⇥4⇥丁↵"),
    (
        "all cells quoted",
        "\"甲市2023年度责任目标一览表\"⇥\"\"⇥\"\"↵\"序号\"⇥\"责任领导\"⇥\"责任目标\"↵\"1\"⇥\"张\"⇥\"\"\"甲\"\"\"↵"
            + "\"2\"⇥\"\"⇥\"乙,丙\"↵\"3\"⇥\" 李\"⇥丁↵"
    ),
    (
        "all text quoted",
        "\"序号\"⇥\"责任\n领导\"⇥\"责任目标\"⇥\"序号\"⇥\"责任\n领导\"⇥\"责任目标\"↵1⇥\"张\"⇥\"甲\"⇥3⇥\"李\"⇥\"丙\"↵"
            + "2⇥\"张\"⇥\"乙⇥丁\"⇥⇥⇥↵"
    ),
    ("title and notes", "附件2↵# 某市人民政府2023年度责任目标完成情况一览表↵↵序号⇥责任领导⇥责任目标↵1⇥张⇥甲↵注：截至12月底。↵填表人：王⇥审核人：赵↵"),
    ("two pages", "序号⇥责任领导⇥责任目标↵1⇥张⇥甲↵— 1 —↵续表↵序号⇥责任领导⇥责任目标↵2⇥李⇥乙↵— 2 —"),
    ("merged leaders", "序号⇥责任领导⇥责任目标⇥序号⇥责任领导⇥责任目标↵1⇥张三⇥甲⇥3⇥⇥丙↵2⇥同上⇥乙⇥4⇥〃⇥丁↵"),
    ("leader last, lacking", "序号⇥责任目标⇥责任领导↵1⇥甲⇥张三↵2⇥乙↵3⇥丙⇥李四↵"),
    ("sections", "序号⇥责任领导⇥责任目标↵一、经济发展↵1⇥张⇥甲↵二、社会事业⇥⇥↵2⇥李⇥乙↵小计⇥⇥2项↵合计⇥⇥2项↵"),
    ("continued", "序号⇥责任领导⇥责任目标⇥责任单位↵1⇥张⇥推进重点⇥市发改委↵⇥⇥项目建设⇥市财政局↵2⇥李⇥乙⇥市教育局↵"),
    (
        "continued ditto",
        "序号⇥责任领导⇥责任目标⇥责任单位↵1⇥张⇥甲⇥市发改委↵2⇥〃⇥推进重点⇥同上↵⇥⇥项目建设⇥市财政局↵"
            + "3⇥⇥推进⇥同 上↵⇥⇥建设⇥市教育局↵4⇥王⇥丁⇥ 〃 ↵⇥⇥⇥市林业局↵"
    ),
    ("continued where a cell is lacking", "序号⇥责任领导⇥责任目标↵1⇥张↵⇥⇥推进建设↵2⇥李⇥乙↵"),
    ("continued in another column", "序号⇥责任目标↵1⇥甲↵序号⇥责任目标⇥备注↵⇥⇥接上页↵2⇥乙⇥无↵"),
    ("quoted", "序号⇥责任领导⇥责任目标↵1⇥张⇥\"第一,\"\"甲\"\"\"↵2⇥李⇥\"上\n下\"↵3⇥王⇥\"甲\"乙↵"),
    ("blanks around", "序号⇥ 责任领导⇥责 任 目 标↵1⇥ 张三 ⇥　甲　↵005⇥ ⇥乙↵"),
    ("order and unknown", "备注⇥完成情况⇥责任单位⇥序号⇥责任目标↵无⇥已开工⇥市水利局⇥1⇥甲↵⇥已完工⇥市林业局⇥2⇥乙↵"),
    ("two-row header", "序号⇥责任目标⇥进展情况⇥⇥责任单位↵⇥⇥一季度⇥二季度⇥↵1⇥甲⇥开工⇥封顶⇥市住建局↵2⇥乙⇥开工⇥⇥市住建局↵"),
    ("odd serials", "序号⇥责任领导⇥责任目标↵007⇥张⇥甲↵3-1⇥张⇥乙↵（一）⇥李⇥丙↵④⇥李⇥丁↵１⇥李⇥戊↵"),
    ("lead and joint", "序号⇥责任目标⇥牵头单位⇥配合单位↵1⇥甲⇥市发改委⇥市财政局 市教育局↵"),
]

extension String {
    /// Puts tabs and line ends for their signs.
    func unsigned(lineEnd: String = "\n") -> String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
                    switch scalar {
                    case "⇥": ["\t"]
                    case "↵": Array(lineEnd.unicodeScalars)
                    default: [scalar]
                    }
                }
            )
        )
    }
}

@Suite struct TSVRoundTripTests {
    @Test func sampleIsWrittenBackByteForByte() throws {
        let (table, findings) = try readTSV(try SampleTable.bytes())
        #expect(findings.all.isEmpty)
        #expect(table.count == 60)
        #expect(try writeTSV(table) == SampleTable.bytes())
    }

    @Test(arguments: awkwardTables, ["\n", "\r\n", "\r"])
    func tableIsWrittenBackByteForByte(
        _ table: (name: String, text: String),
        lineEnd: String
    ) throws {
        let bytes = Array(table.text.unsigned(lineEnd: lineEnd).utf8)
        let (read, findings) = try readTSV(bytes)
        #expect(!findings.hasErrors, "\(findings.all.map(\.code.rawValue))")
        #expect(
            String(decoding: try writeTSV(read), as: UTF8.self)
                == String(decoding: bytes, as: UTF8.self)
        )
    }

    /// The repeated name is no piece of the leader's, so it isn't joined; where the leader is
    /// corrected, it goes with it.
    @Test func leaderMayStandAgainAfterPageBreak() throws {
        let bytes = Array("序号⇥责任领导⇥责任目标↵1⇥张⇥甲↵2⇥同上⇥乙↵⇥张⇥续↵⇥同上⇥完↵".unsigned().utf8)
        let (read, _) = try readTSV(bytes)
        #expect(lines(read, [.leader, .objective]) == ["张|甲", "张|乙续完"])
        #expect(try writeTSV(read) == bytes)
        var edited = read
        edited.replace(1, column: 1, with: "李")
        #expect(
            String(decoding: try writeTSV(edited), as: UTF8.self)
                == "序号⇥责任领导⇥责任目标↵1⇥张⇥甲↵2⇥李⇥乙↵⇥李⇥续↵⇥同上⇥完↵".unsigned()
        )
        edited.replace(0, column: 1, with: "王")
        edited.replace(1, column: 1, with: "王")
        #expect(
            String(decoding: try writeTSV(edited), as: UTF8.self)
                == "序号⇥责任领导⇥责任目标↵1⇥王⇥甲↵2⇥同上⇥乙↵⇥王⇥续↵⇥同上⇥完↵".unsigned()
        )
    }

    /// A program that quotes every cell quotes those that need no quotes, too.
    @Test func cellsOfAnAllQuotedFileKeepTheirQuotes() throws {
        let text = "\"序号\"\t\"责任目标\"\n\"1\"\t\"甲\"\n2\t乙\n"
        let (read, findings) = try readTSV(text)
        #expect(findings.all.isEmpty)
        #expect(lines(read, [.serial, .objective]) == ["1|甲", "2|乙"])
        var edited = read
        edited.replace(0, column: 1, with: "改\"过\"")
        edited.replace(1, column: 1, with: "\"改\"过")
        #expect(
            String(decoding: try writeTSV(edited), as: UTF8.self)
                == "\"序号\"\t\"责任目标\"\n\"1\"\t\"改\"\"过\"\"\"\n2\t\"改\"过\n"
        )
        #expect(try writeTSV(try readJSON(try writeJSON(read)).table) == Array(text.utf8))
    }

    /// Where labels stand without quotes, quotes that no cell needs are characters.
    @Test func quotesThatNoCellNeedsAreText() throws {
        let (read, _) = try readTSV("序号\t责任目标\t\"备注\"\n1\t\"甲\"\t\n")
        #expect(lines(read, [.objective]) == ["\"甲\""])
        #expect(read.columns.map(\.label).last == "\"备注\"")
    }

    @Test(arguments: awkwardTables)
    func freshLayoutReadsTheSame(_ table: (name: String, text: String)) throws {
        var (read, _) = try readTSV(table.text.unsigned())
        read.layout = nil
        for blocks in 1...3 {
            var options = WritingOptions()
            options.blocks = blocks
            let written = try writeTSV(read, options: options)
            let (again, findings) = try readTSV(written)
            #expect(!findings.hasErrors)
            #expect(again == read, "\(blocks) blocks")
        }
    }

    @Test(arguments: [("改过", "改过"), ("改,过", "\"改,过\""), ("\"改\"", "\"\"\"改\"\"\""), ("", "")])
    func aQuotedCellKeepsItsQuotesWhereTheTextNeedsThem(_ text: String, _ cell: String) throws {
        let (read, _) = try readTSV("序号\t责任目标\n1\t\"第一,\"\"甲\"\"\"\n2\t乙\n")
        var edited = read
        edited.replace(0, column: 1, with: text)
        #expect(
            String(decoding: try writeTSV(edited), as: UTF8.self)
                == "序号\t责任目标\n1\t\(cell)\n2\t乙\n"
        )
    }

    @Test(arguments: awkwardTables)
    func everyCellCanBeCorrectedAlone(_ table: (name: String, text: String)) throws {
        let bytes = Array(table.text.unsigned().utf8)
        let (read, _) = try readTSV(bytes)
        for target in 0..<read.count {
            // A section is what the heading says, which is no target's cell.
            for column in read.columns.indices where !read.columns[column].isSection {
                // A leader below that is merged goes with its own text.
                var edited = read
                let isSerial = read.columns[column].field == .serial
                let new = isSerial ? "99" : "改" + read.string(target, column: column)
                edited.replace(target, column: column, with: new)
                guard let written = try? writeTSV(edited) else {
                    Issue.record(
                        "\(table.name): target \(target), column \(column) can't be written"
                    )
                    continue
                }
                let (again, _) = try readTSV(written)
                #expect(again.string(target, column: column) == new)
                edited.replace(target, column: column, with: read.string(target, column: column))
                #expect(try writeTSV(edited) == bytes, "undone: \(target), \(column)")
            }
        }
    }
}
