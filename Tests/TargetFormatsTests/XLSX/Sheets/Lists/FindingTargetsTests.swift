import SourceText
import TargetModel
import TestSupport
import Testing

@testable import TargetFormats

/// What the sheet of findings shows of the cell that a finding is about.
@Suite struct FindingTargetsTests {
    private static let table = TargetTable.make(rows: [
        ["205", "秦岚", "新建\"社区\"食堂12家,12家", "", "已建成,已报批", "是", "市大数据局"]
    ])

    /// A finding about a cell of the target; `mark` is what of the line it points at.
    private static func evidence(
        _ field: Field?,
        line: String,
        mark: String,
        behind: String = ""
    ) throws -> String {
        let whole = try #require(line.firstRange(of: behind + mark))
        let start = line.unicodeScalars.index(
            whole.lowerBound,
            offsetBy: behind.unicodeScalars.count
        )
        var finding = Diagnostic(.note, .characterSlip, Wording(verbatim: "?"))
            .about(serial: "205", field: field?.key)
        finding.line = 2
        finding.excerpt = line
        finding.column = line.unicodeScalars.distance(from: line.startIndex, to: start) + 1
        finding.span = mark.unicodeScalars.count
        let found = FindingTargets(table).evidence(of: finding)
        return "\(found.before)[\(found.piece)]\(found.behind)"
    }

    @Test(arguments: [
        "205\t秦岚\t新建\"社区\"食堂12家,12家\t\t已建成,已报批\t是\t市大数据局",
        "205,秦岚,\"新建\"\"社区\"\"食堂12家,12家\",,\"已建成,已报批\",是,市大数据局",
        "    {\"serial\": 205, \"progress\": \"已建成,已报批\", \"onSchedule\": true},",
    ])
    func ofACellThatIsWhatTheCellSays(line: String) throws {
        #expect(
            try Self.evidence(.progress, line: line, mark: ",已", behind: "建成") == "已建成[,已]报批"
        )
        #expect(
            try Self.evidence(.progress, line: line, mark: "已报批", behind: "已建成,")
                == "已建成,[已报批]"
        )
    }

    @Test func ofTwoThatAreAlikeItIsTheOneThatIsMeant() throws {
        let line = "205\t秦岚\t新建\"社区\"食堂12家,12家\t\t"
        #expect(
            try Self.evidence(.objective, line: line, mark: "12家", behind: "家,")
                == "新建\"社区\"食堂12家,[12家]"
        )
    }

    @Test(arguments: ["\t已建成,已报批", ",已报批", ", \"progress\""])
    func ofABlankCellThereIsNothing(mark: String) throws {
        let line = "205\t\t已建成,已报批, \"progress\""
        #expect(try Self.evidence(.deadline, line: line, mark: mark) == "[]")
    }

    @Test func ofACellThatItsFileWritesOtherwiseItIsTheBeginning() throws {
        let line = "205,秦岚,\"新建\"\"社区\"\"食堂12家,12家\""
        #expect(
            try Self.evidence(.objective, line: line, mark: "\"\"社区\"\"")
                == "[新建\"社区\"食堂12家,12家]"
        )
    }

    @Test func ofALineThatIsNoTargetsItIsTheLine() throws {
        let line = "205\t注:以上数字\t"
        #expect(try Self.evidence(nil, line: line, mark: "以上", behind: "注:") == "注:[以上]数字")
    }
}
