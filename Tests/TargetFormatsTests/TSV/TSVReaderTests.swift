import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@Suite struct TSVReaderTests {
    private func read(_ name: String) throws -> TargetTable {
        let text = try #require(awkwardTables.first { $0.name == name }).text
        return try readTSV(text.unsigned()).table
    }

    @Test func everyFieldOfTheSample() throws {
        let (table, _) = try readTSV(try SampleTable.bytes())
        let expected = try SampleTable.rows()
        #expect(table.count == expected.count)
        #expect(table.rows == expected)
        #expect(table.document.title == "菏泽市人民政府2023年度经济社会发展责任目标完成情况一览表")
        #expect(table.origins.first == Origin(line: 6, page: 1, block: 1))
        #expect(table.origins.last == Origin(line: 29, page: 1, block: 2))
    }

    @Test func blocksAreReadOneAfterTheOther() throws {
        #expect(
            lines(try read("three blocks"), [.serial, .objective]) == [
                "1|甲", "2|乙", "3|丙", "4|丁", "5|戊",
            ]
        )
        #expect(lines(try read("gap"), [.serial]) == ["1", "2", "3", "4"])
    }

    /// Where the second block begins with the label that the first ends with, too.
    @Test func blocksMayHaveTheirColumnsInDifferentOrders() throws {
        let text = "序号⇥责任目标⇥责任单位⇥⇥责任单位⇥序号⇥责任目标↵1⇥甲⇥市教育局⇥⇥市财政局⇥2⇥乙↵"
        let table = try readTSV(text.unsigned()).table
        #expect(table.columns.map(\.key) == ["serial", "objective", "units"])
        #expect(
            lines(table, [.serial, .objective, .units]) == ["1|甲|市教育局", "2|乙|市财政局"]
        )
        #expect(try writeTSV(table) == Array(text.unsigned().utf8))
    }

    @Test func meaningsOfLabelsThatAreNotThereAreReported() throws {
        var options = ReadingOptions.keepingLayout
        options.columns = ["谁 管": .leader, "谁管": .leader, "管谁": .leader]
        let (table, findings) = try readTSV(
            "序号⇥谁管⇥责任目标↵1⇥张⇥甲↵".unsigned(),
            options: options
        )
        #expect(lines(table, [.leader]) == ["张"])
        #expect(findings.all.map(\.code) == [.unusedColumnMeaning])
        #expect(findings.all.allSatisfy { $0.severity == .warning && $0.line == 1 })
    }

    @Test(arguments: [3, 5])
    func blocksThatTheHeaderDoesNotHaveAreRefused(_ count: Int) throws {
        var options = ReadingOptions.keepingLayout
        options.blocks = count
        var findings = DiagnosticBag()
        let error = #expect(throws: FormatError.self) {
            try TSVReader().read(
                InputFile(name: "t.tsv", bytes: try SampleTable.bytes()),
                options: options,
                reporting: &findings
            )
        }
        #expect(findings.all.isEmpty)
        #expect(error?.findings.all.map(\.code) == [.unevenBlocks])
    }

    @Test func mergedLeadersReachAcrossBlocks() throws {
        #expect(lines(try read("merged leaders"), [.leader]) == Array(repeating: "张三", count: 4))
    }

    @Test func sectionsAndTotalsAreNoTargets() throws {
        #expect(lines(try read("sections"), [.serial, .leader]) == ["1|张", "2|李"])
    }

    /// Two stray quotes, rows apart, read as one cell; Excel's own cells have line breaks only.
    @Test func quotesThatReachOverRowsAreReported() throws {
        let swallowed = "序号⇥责任领导⇥责任目标↵1⇥张⇥\"甲↵2⇥李⇥乙↵3⇥王⇥丙\"↵4⇥赵⇥丁↵"
        let (table, findings) = try readTSV(swallowed.unsigned())
        #expect(table.count == 2)
        #expect(findings.all.map(\.codeAndPlace) == ["quoted-rows 2:5"])
        #expect(findings.all[0].message.english.contains("lines 2 to 4 "))
        let honest = "序号⇥责任领导⇥责任目标↵1⇥张⇥\"甲↵2.乙⇥丙↵丁⇥3\"↵2⇥李⇥丁↵"
        #expect(try readTSV(honest.unsigned()).findings.all.isEmpty)
    }

    /// A cell that Excel quoted is one, however many cells its row has; that its tabs would fill the row is
    /// told.
    @Test(arguments: ["⇥乙", "", "⇥⇥"])
    func quotedTabsPartNoCells(end: String) throws {
        let text = "序号⇥责任目标⇥完成情况⇥是否完成⇥责任单位⇥备注↵1⇥修路⇥启动⇥是⇥市局\(end)↵2⇥\"修⇥路\"⇥启动⇥否⇥市局↵"
        let (table, findings) = try readTSV(text.unsigned())
        #expect(lines(table, [.objective, .onSchedule, .units]) == ["修路|是|市局", "修\t路|否|市局"])
        #expect(findings.all.map(\.codeAndPlace) == ["quoted-rows 3:3"])
        #expect(String(decoding: try writeTSV(table), as: UTF8.self) == text.unsigned())
    }

    @Test func continuedRowsAreJoined() throws {
        let table = try read("continued")
        #expect(lines(table, [.objective, .units]) == ["推进重点项目建设|市发改委 市财政局", "乙|市教育局"])
    }

    @Test func editOfContinuedTextGoesToItsRow() throws {
        let text = try #require(awkwardTables.first { $0.name == "continued" }).text.unsigned()
        var table = try readTSV(text).table
        let column = try #require(table.column(of: .objective))
        table.replace(0, column: column, with: "推进重点工程建设")
        let written = String(decoding: try writeTSV(table), as: UTF8.self)
        #expect(written == text.replacing("项目建设", with: "工程建设"))
        table.replace(0, column: column, with: "加快重点项目建设")
        #expect(
            String(decoding: try writeTSV(table), as: UTF8.self) == text.replacing("推进", with: "加快")
        )
    }

    @Test func unknownColumnsKeepTheirLabel() throws {
        let table = try read("order and unknown")
        #expect(table.columns.map(\.key) == ["备注", "progress", "units", "serial", "objective"])
        #expect(table.string(0, column: 0) == "无")
    }

    @Test func latestOfSeveralReportsIsTheProgress() throws {
        let table = try read("two-row header")
        #expect(lines(table, [.progress]) == ["封顶", "开工"])
        #expect(table.columns.map(\.label).contains("进展情况/一季度"))
    }

    @Test func quotedCellsAreUnquoted() throws {
        #expect(lines(try read("quoted"), [.objective]) == ["第一,\"甲\"", "上\n下", "\"甲\"乙"])
    }

    @Test(arguments: [
        ("序号⇥责任目标⇥完成情况⇥进展情况↵1⇥甲⇥已完成⇥建成投用↵2⇥乙⇥未完成⇥尚未开工↵", "已完成", "建成投用"),
        ("序号⇥责任目标⇥完成情况⇥进展情况↵1⇥甲⇥建成投用并通过验收⇥80%↵2⇥乙⇥尚未开工⇥0%↵", "", "建成投用并通过验收"),
        ("序号⇥责任目标⇥完成情况⇥进展情况⇥是否完成↵1⇥甲⇥建成投用⇥顺利⇥是↵", "是", "建成投用"),
    ])
    func valuesTellReportFromStatus(_ text: String, status: String, progress: String) throws {
        let table = try readTSV(text.unsigned()).table
        #expect(table.string(0, .onSchedule) == status)
        #expect(table.string(0, .progress) == progress)
    }

    /// The place of the finding is marked in the text: ▶…◀.
    @Test(arguments: [
        ("这里没有表头⇥什么都没有↵", "no-header"),
        ("序号⇥责任领导⇥责任目标↵▶", "empty-table"),
        ("序号⇥责任领导⇥责任目标↵1⇥张⇥甲⇥▶多余◀↵", "text-beyond-header"),
        ("序号⇥责任领导⇥责任目标↵1⇥张⇥甲↵▶1◀⇥李⇥乙↵", "duplicate-serial"),
        ("序号⇥责任领导⇥责任目标↵5⇥张⇥甲↵▶005◀⇥李⇥乙↵", "duplicate-serial"),
        ("序号⇥责任领导⇥责任目标↵⇥⇥▶甲◀↵1⇥李⇥乙↵", "orphan-row"),
        ("序号⇥责任领导⇥责任目标↵1⇥李⇥甲↵2⇥⇥乙↵⇥▶王◀⇥丙↵", "second-leader"),
        ("序号⇥责任目标⇥责任目标⇥完成情况↵1⇥甲⇥乙⇥好↵", "ambiguous-blocks"),
        ("序号⇥市领导⇥⇥完度⇥完成情况⇥完度⇥完成情况↵0⇥⇥⇥⇥√", "ambiguous-blocks"),
    ])
    func problemsAreReportedAtTheirPlace(_ marked: String, code: String) throws {
        let text = marked.unsigned().replacing("▶", with: "").replacing("◀", with: "")
        var findings = DiagnosticBag()
        do {
            _ = try TSVReader().read(
                InputFile(name: "t.tsv", bytes: Array(text.utf8)),
                options: .keepingLayout,
                reporting: &findings
            )
        } catch {
            findings.report(contentsOf: error.findings)
        }
        let found = try #require(findings.all.first { $0.severity != .note })
        #expect(found.code.rawValue == code)
        if let place = marked.unsigned().firstRange(of: "▶"), marked.contains("◀") {
            let before = marked.unsigned()[..<place.lowerBound].split(
                separator: "\n",
                omittingEmptySubsequences: false
            )
            #expect(found.line == before.count)
            #expect(found.column == (before.last?.unicodeScalars.count ?? 0) + 1)
        }
    }

    @Test func allProblemsAreReported() throws {
        let rows = (1...5).map { "\($0 % 2)⇥张⇥甲⇥x↵" }.joined()
        let (_, findings) = try readTSV(("序号⇥责任领导⇥责任目标↵" + rows).unsigned())
        #expect(findings.all.count { $0.code == .textBeyondHeader } == 5)
        #expect(findings.all.count { $0.code == .duplicateSerial } == 3)
    }

    /// In a row of two blocks a tab too few moves the second block's serial into the first block; a row
    /// whose last cells are blank lacks none.
    @Test func aTabTooFewInARowOfBlocksIsAnError() throws {
        let header = "序号⇥责任领导⇥责任目标⇥责任单位⇥序号⇥责任领导⇥责任目标⇥责任单位↵"
        let rows = "1⇥张⇥甲⇥财政局⇥4⇥李⇥丁⇥水利局↵2⇥⇥乙财政局⇥5⇥⇥戊⇥水利局↵3⇥⇥丙⇥财政局↵"
        let (_, findings) = try readTSV((header + rows).unsigned())
        #expect(findings.all.filter { $0.severity == .error }.map(\.code) == [.rowDoesNotFit])
        #expect(findings.all.first { $0.severity == .error }?.line == 3)
    }

    @Test(arguments: TextEncoding.CharacterSet.allCases, [true, false])
    func encodingsAreDetected(_ set: TextEncoding.CharacterSet, marked: Bool) throws {
        guard marked || set == .utf8 || set == .gb18030 else { return }
        let encoding = TextEncoding(set, byteOrderMark: marked)
        let bytes = try encoding.encode(try SampleTable.bytes())
        let (table, findings) = try readTSV(bytes)
        #expect(findings.all.isEmpty)
        #expect(table.document.encoding == encoding.name)
        #expect(table.rows == (try SampleTable.rows()))
        #expect(try writeTSV(table) == bytes)
    }

    @Test func damagedBytesAreReportedWithTheirPlaces() throws {
        var bytes = try SampleTable.bytes()
        bytes[300] = 0xFF
        bytes[900] = 0xC0
        var findings = DiagnosticBag()
        let error = #expect(throws: FormatError.self) {
            try TSVReader().read(
                InputFile(name: "t.tsv", bytes: bytes),
                options: ReadingOptions(),
                reporting: &findings
            )
        }
        #expect(findings.all.isEmpty)
        let places = error?.findings.all ?? []
        #expect(places.count >= 2)
        #expect(places.allSatisfy { $0.code == .undecodableText && $0.line != nil })
    }
}
