import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// The document alone gives the table and the official file back.
@Suite struct JSONRoundTripTests {
    @Test func sampleComesBackByteForByte() throws {
        let (table, _) = try readTSV(try SampleTable.bytes())
        let (back, findings) = try readJSON(try writeJSON(table))
        #expect(findings.isEmpty)
        #expect(back == table)
        #expect(back.documents == table.documents)
        #expect(back.origins == table.origins)
        #expect(try writeTSV(back) == SampleTable.bytes())
        #expect(try writeJSON(back) == writeJSON(table))
    }

    /// So many targets are read and written in parts, by several cores.
    @Test func aLongTableComesBackWithItsLines() throws {
        let rows = (1...9_000).map { number in
            // Now and then a cell doesn't simply hold its text, and one is empty.
            let blank = number % 997 == 0 ? " " : ""
            let progress = number % 13 == 0 ? "" : "进展\(number)\(blank)"
            return "\(number)\t张三\t\(blank)目标\(number)\t年底\t\(progress)\t是\t甲局\n"
        }
        let header = "序号\t市政府领导\t责任目标内容\t完成时限\t完成情况\t是否按计划完成进度\t责任单位\n"
        let bytes = Array(("2023年责任目标完成情况一览表\n" + header + rows.joined()).utf8)
        let text = try writeJSON(try readTSV(bytes).table)
        let (back, findings) = try readJSON(text)
        #expect(findings.isEmpty)
        #expect(try writeTSV(back) == bytes)
        let lines = text.split(separator: "\n").enumerated()
            .filter { $0.element.contains("{\"serial\": ") }.map { Int32($0.offset + 1) }
        #expect(back.places?.rows.map(\.number) == lines)
    }

    @Test(arguments: awkwardTables, ["\n", "\r\n", "\r"])
    func tableComesBack(_ table: (name: String, text: String), lineEnd: String) throws {
        let bytes = Array(table.text.unsigned(lineEnd: lineEnd).utf8)
        let (read, _) = try readTSV(bytes)
        let (back, findings) = try readJSON(try writeJSON(read))
        #expect(findings.map(\.codeAndPlace).isEmpty)
        #expect(back == read)
        #expect(back.layout == read.layout)
        #expect(try writeTSV(back) == bytes)
    }

    @Test(arguments: awkwardTables, TextEncoding.CharacterSet.allCases)
    func fileComesBackInItsEncoding(
        _ table: (name: String, text: String),
        set: TextEncoding.CharacterSet
    ) throws {
        for mark in [true, false] where mark || set == .utf8 || set == .gb18030 {
            let encoding = TextEncoding(set, byteOrderMark: mark)
            let bytes = try encoding.encode(Array(table.text.unsigned().utf8))
            let (read, _) = try readTSV(bytes)
            let (back, _) = try readJSON(try writeJSON(read))
            #expect(try writeTSV(back) == bytes, "\(encoding.name)")
        }
    }

    @Test(arguments: awkwardTables)
    func anEditReachesItsCellOnly(_ table: (name: String, text: String)) throws {
        let (read, _) = try readTSV(table.text.unsigned())
        for target in 0..<read.count {
            var edited = read
            let column = try #require(read.column(of: .objective))
            edited.replace(target, column: column, with: "改过的目标")
            let (back, findings) = try readJSON(try writeJSON(edited))
            #expect(findings.isEmpty)
            #expect(try writeTSV(back) == writeTSV(edited))
            // Written by a table that had no baseline, the edited text is the original.
            #expect(back.isOriginal(target, column) == true)
        }
    }

    /// 进展情况 has no cell of its own: it says what the latest filled quarter says.
    @Test(arguments: ["progress", "进展情况/二季度"])
    func anEditOfAWholeOrOfItsPartReachesTheOneCell(_ key: String) throws {
        let text = try #require(awkwardTables.first { $0.name == "two-row header" }).text.unsigned()
        let written = try writeJSON(try readTSV(text).table)
        let member = "\"\(key)\": \"封顶\""
        #expect(written.contains(member))
        let edited = written.replacing(member, with: "\"\(key)\": \"竣工\"")
        let (back, findings) = try readJSON(edited)
        #expect(findings.isEmpty)
        #expect(
            String(decoding: try writeTSV(back), as: UTF8.self)
                == text.replacing("封顶", with: "竣工")
        )
    }

    @Test func anEditInTheTextIsTold() throws {
        let (read, _) = try readTSV("序号\t责任目标\t完成情况\n1\t甲\t未动工\n2\t乙\t完工\n")
        let text = try writeJSON(read).replacing("未动工", with: "已动工")
        let (back, findings) = try readJSON(text)
        #expect(findings.isEmpty)
        #expect(back.rows == [["1", "甲", "已动工"], ["2", "乙", "完工"]])
        #expect([0, 1].map { back.isOriginal($0, 2) } == [false, true])
        #expect(
            String(decoding: try writeTSV(back), as: UTF8.self)
                == "序号\t责任目标\t完成情况\n1\t甲\t已动工\n2\t乙\t完工\n"
        )
        // It is still told after another round.
        let (again, _) = try readJSON(try writeJSON(back))
        #expect([0, 1].map { again.isOriginal($0, 2) } == [false, true])
    }

    @Test(arguments: ["005", "５", "0", "140", "007", "123456789012345"])
    func serialsKeepTheirText(_ serial: String) throws {
        let file = "序号\t责任目标\n\(serial)\t甲\n"
        let (read, _) = try readTSV(file)
        let (back, _) = try readJSON(try writeJSON(read))
        #expect(back.string(0, .serial) == serial)
        #expect(String(decoding: try writeTSV(back), as: UTF8.self) == file)
        // Without a layout, too.
        let table = TargetTable.make(columns: ["serial", "objective"], rows: [[serial, "甲"]])
        #expect(try readJSON(try writeJSON(table)).table == table)
    }

    @Test func movedTargetsArePutBack() throws {
        let (read, _) = try readTSV(try SampleTable.bytes())
        var moved = read.taking(Array((0..<read.count).reversed()))
        moved.layout = nil
        let text = try splice(layoutOf: read, into: writeJSON(moved))
        let (back, findings) = try readJSON(text)
        #expect(findings.isEmpty)
        #expect(back == read)
        #expect(try writeTSV(back) == SampleTable.bytes())
        // The last target stands in the first line of the text.
        let lines = try #require(back.places).rows.map(\.number)
        #expect(lines == lines.sorted(by: >))
    }

    @Test func aPartOfTheTargetsKeepsItsOriginals() throws {
        let (read, _) = try readTSV(try SampleTable.bytes())
        let part = read.taking([21, 3])
        let (back, findings) = try readJSON(try splice(layoutOf: read, into: writeJSON(part)))
        #expect(findings.map(\.code) == [.layoutDropped])
        #expect(findings.map(\.severity) == [.note])
        #expect(back == part)
        #expect(back.layout == nil)
        #expect((0..<2).allSatisfy { back.isOriginal($0, 4) == true })
    }

    @Test func severalDocumentsComeBack() throws {
        let table = TargetTable.ofTwoYears
        let (back, findings) = try readJSON(try writeJSON(table))
        // The second table has no title, so its year stands for itself.
        #expect(findings.isEmpty)
        #expect(back == table)
        #expect(back.documents == table.documents)
        #expect(back.origins == table.origins)
    }

    @Test(arguments: ["leader", "serial", "备\"注", "a/b", "e\u{301}", ""])
    func anyLabelMayBeExtra(_ label: String) throws {
        var table = TargetTable.make(
            columns: ["serial", "leader"],
            rows: [["1", "张"], ["2", "李"]]
        )
        table = TargetTable(
            documents: table.documents,
            columns: [Column(nil, label: label)] + table.columns,
            text: table.text,
            cells: TextRanges(
                (0..<2).flatMap {
                    [table.range($0, 1)] + (0..<2).map { [target = $0] in table.range(target, $0) }
                }
            ),
            origins: table.origins
        )
        let (back, findings) = try readJSON(try writeJSON(table))
        #expect(findings.isEmpty)
        #expect(back == table)
        let (lines, _) = try readJSONLines(try writeJSONLines(table))
        #expect(lines.columns.last == Column(nil, label: label))
    }

    @Test(arguments: awkwardTables)
    func linesSayTheSame(_ table: (name: String, text: String)) throws {
        let (read, _) = try readTSV(table.text.unsigned())
        let (back, findings) = try readJSONLines(try writeJSONLines(read))
        #expect(findings.isEmpty)
        #expect(back.count == read.count)
        #expect(back.columns.count == read.columns.count)
        for target in 0..<read.count {
            for field in Field.allCases where field != .serial {
                #expect(back.string(target, field) == read.string(target, field))
            }
            #expect(
                Serial.number(of: back.string(target, .serial))
                    == Serial.number(of: read.string(target, .serial))
            )
        }
        #expect(back.document.year == read.document.year)
        #expect(back.document.issuer == read.document.issuer)
    }

    /// Puts the layout of one table into the document of another.
    private func splice(layoutOf table: TargetTable, into text: String) throws -> String {
        let whole = try writeJSON(table)
        let start = try #require(whole.firstRange(of: "\n  \"layout\": "))
        let end = try #require(text.firstRange(of: "\n  \"layout\": "))
        return String(text[..<end.lowerBound] + whole[start.lowerBound...])
    }

    /// Whatever 同上 and blanks stand for, and whether rows below go on with it, comes back as it stood.
    @Test func dittosThatGoOnComeBack() throws {
        var goingOn = 0
        for seed in UInt64(1)...200 {
            var random = SplitMix64(seed: seed)
            var text = "序号⇥责任领导⇥责任目标⇥责任单位↵1⇥张鹏⇥修路⇥市交通局↵"
            for serial in 2...random.number(in: 3...6) {
                let leader = random.pick(["同上", "〃", "", "李伟"])
                let units = random.pick(["同上", " 〃 ", "同 上", "", "市教育局"])
                text += "\(serial)⇥\(leader)⇥推进重点⇥\(units)↵"
                guard random.number(in: 0...1) == 0 else { continue }
                goingOn += 1
                text += "⇥⇥\(random.pick(["", "项目建设"]))⇥\(random.pick(["", "市财政局"]))↵"
            }
            let file = text.unsigned()
            let (read, findings) = try readTSV(file)
            try #require(!findings.hasErrors)
            let (table, _) = try readJSON(try writeJSON(read))
            try #require(try writeTSV(table) == Array(file.utf8), "\(text)")
        }
        #expect(goingOn > 100)
    }
}
