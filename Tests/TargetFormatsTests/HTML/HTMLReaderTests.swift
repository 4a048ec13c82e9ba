import Foundation
import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Tables of targets in web pages.
@Suite struct HTMLReaderTests {
    private static let header = "<tr><th>序号<th>市政府领导<th>责任目标内容<th>完成情况<th>是否按计划完成进度"

    private func read(_ bytes: [UInt8], named name: String = "page.html") throws -> (
        table: TargetTable, findings: [Diagnostic]
    ) {
        var findings = DiagnosticBag()
        let table = try HTMLReader().read(
            InputFile(name: name, bytes: bytes),
            options: ReadingOptions(),
            reporting: &findings
        )
        return (table, findings.all)
    }

    private func read(_ page: String) throws -> (table: TargetTable, findings: [Diagnostic]) {
        try read(Array(page.utf8))
    }

    private func refusal(_ bytes: [UInt8]) -> FindingCode? {
        do throws(FormatError) {
            var findings = DiagnosticBag()
            _ = try HTMLReader().read(
                InputFile(name: "page.html", bytes: bytes),
                options: ReadingOptions(),
                reporting: &findings
            )
            return nil
        } catch {
            return error.diagnostic?.code
        }
    }

    @Test func theTableOfTargetsIsFoundAmongOthers() throws {
        let (table, findings) = try read(
            """
            <!doctype html><html><head><meta charset="utf-8"><title>云川市</title></head><body><nav>
            <table><tr><td>首页</td><td>政务公开</td></tr></table></nav>
            <h2>云川市2023年度责任目标完成情况一览表</h2><table border=1>\(Self.header)
            <tr><td>1<td rowspan=2>甲某<td>新建道路<br>10条<td>建成<td>是
            <tr><td>2<td>新建公园2处<td>建成2处<td>否</table><p>注：数据截至12月底</p><p>版权所有</p>
            """
        )
        #expect(table.document.title == "云川市2023年度责任目标完成情况一览表")
        #expect((0..<table.count).map { table.string($0, .leader) } == ["甲某", "甲某"])
        #expect(table.string(0, .objective) == "新建道路\n10条")
        #expect(findings.filter { $0.severity == .error }.isEmpty)
    }

    /// Below the page's title each table has a heading of its own, where the numbering begins anew.
    @Test(arguments: [["一、重点工作", "二、民生实事"], ["甲同志包保项目", "乙同志包保项目"]])
    func headingsAboveTablesAreSections(headings: [String]) throws {
        let tables = headings.map {
            "<h3>\($0)</h3><table>\(Self.header)<tr><td>1<td>甲某<td>\($0)的事<td>建成<td>是</table>"
        }
        let (table, findings) = try read("<h2>2024年重点工作进展情况</h2>" + tables.joined())
        #expect(findings.isEmpty)
        #expect(table.document.title == "2024年重点工作进展情况")
        #expect((0..<table.count).map { table.section(of: $0) } == headings)
        #expect(table.serialNames(of: 0..<table.count) == headings.map { "1（\($0)）" })
    }

    /// A header of three levels, as its merged cells show.
    @Test func aHeaderHasThreeLevels() throws {
        let (table, _) = try read(
            """
            <table><tr><td rowspan=3>序号<td rowspan=3>项目名称<td colspan=3>投资完成情况<td rowspan=3>形象进度
            <tr><td rowspan=2>总投资<td colspan=2>本年<tr><td>计划<td>完成
            <tr><td>1<td>地铁<td>120<td>20<td>21<td>洞通</table>
            """
        )
        #expect(table.count == 1)
        #expect(
            table.columns.map(\.label) == [
                "序号", "项目名称", "投资完成情况/总投资", "投资完成情况/本年/计划", "投资完成情况/本年/完成", "形象进度",
            ]
        )
        #expect(table.string(0, .progress) == "洞通")
    }

    /// Cells that are merged into the row with the known labels make the row above a part of the header.
    @Test func aHeaderReachesAsFarAsItsMergedCells() throws {
        let (table, _) = try read(
            "<table><tr><td rowspan=2>名称<td colspan=3>类别"
                + "<tr><td>工作任务<td>实际已完成工作量<td>预计完成工作量"
                + "<tr><td>学校<td>建学校2所<td>已完成<td>全部<tr><td>医院<td>建医院1所<td>在建<td>部分</table>"
        )
        #expect(table.count == 2)
        #expect(table.columns.map(\.label).contains("类别/预计完成工作量"))
        #expect(table.string(1, .objective) == "建医院1所")
        #expect(table.string(1, .progress) == "在建")
    }

    /// What is merged over several rows names their group, whatever its label.
    @Test func theObjectiveIsTheColumnThatEachRowFills() throws {
        let (table, _) = try read(
            "<table><tr><td>序号<td colspan=2>工作任务<td>完成情况<td>是否完成"
                + "<tr><td>1<td rowspan=2>产业<td>建工厂5家<td>建成6家<td>是"
                + "<tr><td>2<td>技改20亿元<td>完成18亿元<td>否<tr><td>3<td>民生<td>建书店2家<td>建成<td>是</table>"
        )
        #expect(
            (0..<3).map { table.string($0, .objective) } == ["建工厂5家", "技改20亿元", "建书店2家"]
        )
    }

    @Test func aTableInAFrameAndTablesOneAfterTheOtherAreRead() throws {
        let part = { (number: Int) in
            "<table>\(Self.header)<tr><td>\(number)<td>甲<td>目标\(number)<td>好<td>是</table>"
        }
        let (table, _) = try read("<table><tr><td>栏目<td>\(part(1))<p>二</p>\(part(2))</table>")
        #expect((0..<table.count).map { table.string($0, .objective) } == ["目标1", "目标2"])
    }

    @Test func aTableInACellIsText() throws {
        let (table, _) = try read(
            "<table>\(Self.header)<tr><td>1<td>甲<td>乙<table><tr><td>丙<td>丁</table><td>好<td>是</table>"
        )
        #expect(table.string(0, .objective) == "乙\n丙\n丁")
    }

    @Test func tablesWithoutAHeaderAreLeftOutWithANote() throws {
        let (table, findings) = try read(
            "<table><tr><td>电话<td>1<tr><td>传真<td>2</table><table>\(Self.header)<tr><td>1<td>甲<td>乙</table>"
        )
        #expect(table.count == 1)
        #expect(findings.map(\.code).contains(.tableLeftOut))
    }

    // MARK: Encodings

    /// GBK pages that say GB2312, UTF-8 pages that say anything.
    @Test(arguments: ["gb2312", "utf-8", "iso-8859-1"])
    func theEncodingIsTheContents(declared: String) throws {
        let page =
            "<meta charset=\(declared)><table>\(Self.header)<tr><td>1<td>甲<td>乙<td>好<td>是</table>"
        #expect(try read(page).table.string(0, .objective) == "乙")
        guard declared == "gb2312" else { return }
        let gbk = try TextEncoding(.gb18030).encode(Array(page.utf8))
        let (table, _) = try read(gbk)
        #expect(table.string(0, .objective) == "乙")
        #expect(table.document.encoding == "gb18030")
    }

    @Test func anEncodingThatIsNotReadIsNamed() {
        let bytes = Array("<meta charset=big5><table><tr><td>".utf8) + [0xA7, 0xC7, 0xB8, 0xB9]
        #expect(refusal(bytes) == .unsupportedEncoding)
    }

    // MARK: What is no page of targets

    @Test(arguments: [
        ("<p>没有表格</p>", FindingCode.noTable), ("", FindingCode.noTable),
        ("<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>", FindingCode.noHeader),
    ])
    func whatIsMissingIsSaid(page: String, code: FindingCode) {
        #expect(refusal(Array(page.utf8)) == code)
    }

    @Test func hostilePagesAreRefused() {
        let wide = "<table><tr>" + String(repeating: "<td colspan=1000>甲", count: 20)
        let deep = String(repeating: "<table><tr><td>", count: 1_000)
        let nested = String(repeating: "<i>", count: 200_000)
        for page in [wide, deep, nested] {
            #expect(refusal(Array(page.utf8)) == .unsafeDocument)
        }
    }

    @Test func spansWithoutEndCostNothing() throws {
        let (table, _) = try read(
            "<table>\(Self.header)<tr><td>1<td rowspan=1000000000>甲<td>乙<td>好<td>是<tr><td>2<td>丙<td>好<td>否</table>"
        )
        #expect(table.rows.map { $0[1] } == ["甲", "甲"])
    }

    /// LibreOffice names the sheets over their tables; the title stands in the page's head.
    @Test(arguments: ["Sheet", "工作表"])
    func aPageOfASpreadsheetHasTheTitleOfTheSpreadsheet(word: String) throws {
        let title = "某市2023年度责任目标完成情况一览表"
        let page = """
            <html><head><title>\(title)</title></head><body><h1>Overview</h1>
            <a href="#table0">\(word) 1: 汇总</a><a href="#table1">\(word) 2: 全部目标</a>
            <A NAME="table0"><h1>\(word) 1: <em>汇总</em></h1></A><table><tr><td>领导<td>目标数</table>
            <A NAME="table1"><h1>\(word) 2: <em>全部目标</em></h1></A>
            <table>\(Self.header)<tr><td>1<td>张三<td>修路<td>甲<td>是</table></body></html>
            """
        let (table, _) = try read(page)
        #expect(table.document.title == title)
        #expect(table.count == 1)
    }

    /// Units that are merged over rows of a group reach as far as that, where it goes on in the next block, too: the
    /// group's own were filled in below them.
    @Test(arguments: [6, 2])
    func mergedCellsOfAGroupThatGoesOnInTheNextBlock(rowsOfBlock: Int) throws {
        let header = "<th>序号<th>市政府领导<th>责任目标内容<th>完成时限<th>完成情况<th>是否按计划完成进度<th>责任单位"
        let targets = [
            "<td>1<td>张鹏<td>建路1公里<td>年底<td>建成1公里<td>是<td>市发改委",
            "<td>2<td>张鹏<td>建路2公里<td>年底<td>建成2公里<td>是<td>市发改委",
            "<td><td><td>建路3公里<td>年底<td>建成3公里<td>是<td rowspan=2>市财政局",
            "<td><td><td>建路4公里<td>年底<td>建成4公里<td>否",
            "<td><td><td>建路5公里<td>年底<td>建成5公里<td>是<td>",
            "<td>3<td>李伟<td>建路6公里<td>年底<td>建成6公里<td>是<td>市发改委",
        ]
        let blocks = stride(from: 0, to: targets.count, by: rowsOfBlock)
        let rows = (0..<rowsOfBlock).map { row in
            "<tr>" + blocks.map { $0 + row < targets.count ? targets[$0 + row] : "" }.joined()
        }
        let (table, _) = try read(
            "<table><tr>\(blocks.map { _ in header }.joined())\(rows.joined())</table>"
        )
        let units = (0..<table.count).map {
            table.string($0, .serial) + " " + table.string($0, .units)
        }
        #expect(
            units == [
                "1 市发改委", "2/1 市发改委", "2/2 市财政局", "2/3 市财政局", "2/4 ", "3 市发改委",
            ]
        )
    }

    /// A list reads the same in one block and in several, wherever groups and the units that are merged over some of
    /// their targets stand in it; no merged cell goes over the end of a block.
    @Test func blocksReadAsOne() throws {
        let header = "<th>序号<th>市政府领导<th>责任目标内容<th>完成时限<th>完成情况<th>是否按计划完成进度<th>责任单位"
        var goingOn = 0
        for seed in UInt64(1)...120 {
            var random = SplitMix64(seed: seed)
            let count = random.number(in: 6...14)
            let rowsOfBlock = random.number(in: 2...6)
            var (targets, serial, mergedRows): ([String], Int, Int) = ([], 0, 0)
            for index in 0..<count {
                let isHead = index == 0 || random.number(in: 0...2) == 0
                if isHead { serial += 1 }
                if !isHead, index % rowsOfBlock == 0 { goingOn += 1 }
                var units = ""
                if mergedRows > 0 {
                    mergedRows -= 1
                } else {
                    let rows = min(random.number(in: 1...3), rowsOfBlock - index % rowsOfBlock)
                    let isMerged = !isHead && rows > 1 && index + rows <= count
                    if isMerged { mergedRows = rows - 1 }
                    let span = isMerged ? " rowspan=\(rows)" : ""
                    let isNamed = isHead || isMerged || random.number(in: 0...2) == 0
                    units = "<td\(span)>" + (isNamed ? random.pick(["市教育局", "市财政局"]) : "")
                }
                targets.append(
                    "<td>\(isHead ? "\(serial)" : "")<td>\(isHead ? "张鹏" : "")<td>建路\(index + 1)公里"
                        + "<td>年底<td>建成\(index + 1)公里<td>是\(units)"
                )
            }
            func lines(_ rowsOfBlock: Int) throws -> [String] {
                let blocks = stride(from: 0, to: count, by: rowsOfBlock)
                let rows = (0..<rowsOfBlock).map { row in
                    "<tr>" + blocks.map { $0 + row < count ? targets[$0 + row] : "" }.joined()
                }
                let (table, _) = try read(
                    "<table><tr>\(blocks.map { _ in header }.joined())\(rows.joined())</table>"
                )
                return (0..<table.count).map { target in
                    [Field.serial, .leader, .objective, .units]
                        .map { table.string(target, $0) }.joined(separator: " ")
                }
            }
            try #require(try lines(rowsOfBlock) == lines(count), "seed \(seed)")
        }
        #expect(goingOn > 50)
    }
}
