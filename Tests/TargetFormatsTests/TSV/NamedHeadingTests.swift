import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Rows that say who answers for the targets below, and headers that were cut by line breaks.
@Suite struct NamedHeadingTests {
    private static let header = "序号⇥领办事项⇥完成情况⇥是否完成⇥责任单位↵"

    @Test func leadersStandAboveTheirTargets() throws {
        let text =
            "2024年领办事项完成情况↵" + Self.header + "责任领导：甲某⇥⇥⇥⇥↵1⇥修路⇥已修⇥是⇥市交通局↵2⇥种树⇥已种⇥否⇥市林业局↵"
            + "责任领导：乙某⇥⇥⇥⇥↵3⇥办学⇥已办⇥是⇥市教育局↵"
        let (table, findings) = try readTSV(text.unsigned())
        #expect(!findings.all.contains { $0.severity > .note })
        #expect(lines(table, [.serial, .leader]) == ["1|甲某", "2|甲某", "3|乙某"])
        #expect(try writeTSV(table) == Array(text.unsigned().utf8))
        #expect(Summary(of: table).leaders.map(\.name) == ["甲某", "乙某"])
    }

    /// A name and a title need no label.
    @Test func leadersWithTheirTitlesStandAboveTheirTargets() throws {
        let text =
            "2024年领办事项完成情况↵" + Self.header + "甲明 市长⇥⇥⇥⇥↵1⇥修路⇥已修⇥是⇥市交通局↵乙强副市长⇥⇥⇥⇥↵2⇥办学⇥已办⇥是⇥市教育局↵"
        let (table, findings) = try readTSV(text.unsigned())
        #expect(!findings.all.contains { $0.code == .unrecognizedRow })
        #expect(Summary(of: table).leaders.map(\.name) == ["甲明", "乙强"])
        #expect(try writeTSV(table) == Array(text.unsigned().utf8))
        let unnumbered =
            "领办事项⇥完成情况⇥责任单位↵甲明 市长⇥⇥↵修路⇥已修⇥市交通局↵责任领导：乙强⇥⇥↵办学⇥已办⇥市教育局↵"
        #expect(
            lines(try readTSV(unnumbered.unsigned()).table, [.serial, .leader])
                == ["1|甲明 市长", "2|乙强"]
        )
        let other = text.replacing("甲明 市长", with: "市长热线").replacing("乙强副市长", with: "第一书记")
        #expect(try readTSV(other.unsigned()).table.column(of: .leader) == nil)
    }

    /// What names no leader of the targets below: a column does, or the line says something else.
    @Test(arguments: [
        ("责任领导：丙某↵序号⇥责任领导⇥责任目标↵1⇥甲某⇥修路↵", "甲某"), ("单位：万元↵序号⇥责任目标⇥完成情况↵1⇥修路⇥已修↵", ""),
        ("序号⇥责任目标⇥完成情况↵1⇥修路⇥已修↵责任领导：丙某↵", ""),
    ])
    func otherLinesNameNobody(text: String, leader: String) throws {
        let (table, _) = try readTSV(text.unsigned())
        #expect(table.string(0, .leader) == leader)
        #expect(table.column(of: .units) == nil)
    }

    /// Beside each other, too: a line above a page is of all its blocks, and of no block of the page before.
    @Test func pagesOfSeveralBlocksHaveTheLeaderAboveThem() throws {
        let header = "序号⇥责任目标⇥完成情况⇥序号⇥责任目标⇥完成情况↵"
        let text =
            "2024年领办事项↵责任领导：甲某↵" + header + "1⇥修路⇥已修⇥2⇥种树⇥已种↵↵责任领导：乙某↵" + header
            + "3⇥办学⇥已办⇥4⇥建院⇥已建↵"
        let (table, _) = try readTSV(text.unsigned())
        #expect(lines(table, [.serial, .leader]) == ["1|甲某", "2|甲某", "3|乙某", "4|乙某"])
        #expect(try writeTSV(table) == Array(text.unsigned().utf8))
    }

    /// Headings alone in their rows count for what stands below them in each block; one in a block
    /// whose neighbour goes on counts in the order of reading.
    @Test(arguments: [
        (
            "一、经济⇥⇥⇥⇥⇥↵1⇥修路⇥甲⇥3⇥种树⇥丙↵2⇥架桥⇥乙⇥⇥⇥↵二、民生⇥⇥⇥⇥⇥↵1⇥办学⇥丁⇥3⇥托幼⇥己↵2⇥建院⇥戊⇥⇥⇥↵",
            ["修路 一、经济", "架桥 一、经济", "办学 二、民生", "建院 二、民生", "种树 一、经济", "托幼 二、民生"]
        ),
        (
            "一、经济⇥⇥⇥2⇥架桥⇥乙↵1⇥修路⇥甲⇥二、民生⇥⇥↵⇥⇥⇥1⇥办学⇥丁↵",
            ["修路 一、经济", "架桥 一、经济", "办学 二、民生"]
        ),
        (
            "1⇥修路⇥甲⇥2⇥架桥⇥乙↵二、民生⇥⇥⇥⇥⇥↵序号⇥责任目标⇥完成情况⇥序号⇥责任目标⇥完成情况↵1⇥办学⇥丁⇥2⇥托幼⇥己↵",
            ["修路 ", "架桥 ", "办学 二、民生", "托幼 二、民生"]
        ),
    ])
    func sectionsOfBlocksSideBySide(rows: String, expected: [String]) throws {
        let text = "序号⇥责任目标⇥完成情况⇥序号⇥责任目标⇥完成情况↵" + rows
        let (table, findings) = try readTSV(text.unsigned())
        let found = (0..<table.count).map {
            "\(table.string($0, .objective)) \(table.section(of: $0) ?? "")"
        }
        #expect(found == expected)
        #expect(!findings.all.contains { $0.code == .duplicateSerial })
        #expect(try writeTSV(table) == Array(text.unsigned().utf8))
    }

    /// Parts of a table that were put one below the other, each with the two labels that prove a header
    /// only by what stands below.
    @Test func aHeaderOfTwoLabelsThatStandsAgainIsNoTarget() throws {
        let text = "序号⇥完成情况↵204⇥已修↵↵序号⇥完成情况↵205⇥已种↵"
        let (table, findings) = try readTSV(text.unsigned())
        #expect(lines(table, [.serial, .progress]) == ["204|已修", "205|已种"])
        #expect(!findings.all.contains { $0.severity > .note })
        let list = InputFile(
            name: "list.csv",
            bytes: Array(text.unsigned().replacing("\t", with: ",").utf8)
        )
        var bag = DiagnosticBag()
        let read = try CSVReader().read(list, options: ReadingOptions(), reporting: &bag)
        #expect(lines(read, [.serial, .progress]) == ["204|已修", "205|已种"])
        #expect(!bag.hasErrors)
    }

    /// A form says in a label how the column is to be filled in.
    @Test(arguments: [
        "责任单位（\(String(repeating: "请填写全称，", count: 15))）",
        "存在的主要问题\(String(repeating: "及下一步措施", count: 10))",
    ])
    func aLongLabelIsALabel(label: String) throws {
        let text = "序号⇥责任目标⇥完成情况⇥\(label)↵1⇥修路⇥已修⇥交通局↵"
        let (table, _) = try readTSV(text.unsigned())
        #expect(lines(table, [.serial, .objective, .progress]) == ["1|修路|已修"])
        #expect(table.string(0, column: 3) == "交通局")
        #expect((table.column(of: .units) == 3) == label.hasPrefix("责任单位"))
    }

    @Test(arguments: [
        "序号⇥责任↵领导⇥目标任务⇥完成情况⇥是否按计划完成⇥责任单位↵", "序号⇥责任领导⇥目标任务⇥完成情况⇥是否按↵计划完成⇥责任单位↵",
        "序号⇥责任↵领导⇥目标任务⇥完成情况⇥是否按↵计划完成⇥责任单位↵", "序↵号⇥责任领导⇥目标↵任务⇥完成情况⇥是否按计划完成⇥责任↵单位↵",
    ])
    func aHeaderThatLineBreaksCutIsPutTogether(header: String) throws {
        let text = "2024年任务完成表↵" + header + "1⇥甲某⇥修渠⇥已修⇥是⇥水利局↵2⇥乙某⇥打井⇥在打⇥否⇥水务局↵"
        let (table, findings) = try readTSV(text.unsigned())
        #expect(findings.all.map(\.code) == [.pastedLineBreak])
        #expect(
            lines(table, [.serial, .leader, .objective, .progress, .onSchedule, .units])
                == ["1|甲某|修渠|已修|是|水利局", "2|乙某|打井|在打|否|水务局"]
        )
        #expect(table.document.title == "2024年任务完成表")
        #expect(try writeTSV(table) == Array(text.unsigned().utf8))
    }

    /// A title below with a year of its own: what is read of its targets is told.
    @Test func aTitleOfAnotherYearIsTold() throws {
        let header = "序号⇥工作任务⇥责任单位⇥完成时限↵"
        let text =
            "2023年重点工作完成情况↵" + header + "1⇥招商⇥商务局⇥年底↵2024年重点工作计划↵" + header + "1⇥招商⇥商务局⇥年底↵"
        let (_, findings) = try readTSV(text.unsigned())
        #expect(findings.all.map(\.code) == [.titlesLeftOut])
        #expect(findings.all.first?.line == 4)
    }

    /// Rows of one serial with a figure and units of their own, and one that only goes on.
    @Test(arguments: [
        ("⇥铺设管网30公里⇥已铺31公里⇥⇥水务局↵", ["1/1", "1/2"]), ("⇥铺设管网⇥已铺一半⇥⇥水务局↵", ["1"]),
    ])
    func aFigureOfItsOwnMakesATarget(row: String, serials: [String]) throws {
        let text = Self.header + "1⇥整治河道6条⇥完成6条⇥是⇥住建局↵" + row
        let (table, _) = try readTSV(text.unsigned())
        #expect(lines(table, [.serial]) == serials)
        #expect(try writeTSV(table) == Array(text.unsigned().utf8))
    }
}
