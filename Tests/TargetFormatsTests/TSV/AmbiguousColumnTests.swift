import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Where two columns could be a field about as well, both are named, with the option that decides.
@Suite struct AmbiguousColumnTests {
    /// Labels of one field, each as sure as the others.
    struct Rivals: Sendable, CustomTestStringConvertible {
        var field: Field
        var labels: [String]
        /// What stands in the cells.
        var texts: [String]

        var testDescription: String { labels.joined(separator: " ") }
    }

    private static let byEnding = [
        Rivals(field: .objective, labels: ["督办事项", "帮扶事项", "惠民实事", "企业诉求"], texts: ["修路", "建桥"]),
        Rivals(field: .objective, labels: ["帮扶项目", "攻坚项目", "配套项目"], texts: ["修路", "建桥"]),
        Rivals(field: .objective, labels: ["工作举措", "帮扶措施", "推进措施"], texts: ["修路", "建桥"]),
        Rivals(field: .deadline, labels: ["整治时限", "化解期限", "销号时限"], texts: ["6月底", "年底"]),
        Rivals(field: .deadline, labels: ["销号时间", "交付时间"], texts: ["6月底", "年底"]),
        Rivals(field: .onSchedule, labels: ["是否销号", "是否解决", "是否兑现"], texts: ["是", "否"]),
        Rivals(field: .onSchedule, labels: ["整治状态", "办件状态"], texts: ["已完成", "滞后"]),
        Rivals(field: .onSchedule, labels: ["自评", "核查", "复核"], texts: ["√", "×"]),
    ]

    private static let known = [
        Rivals(field: .leader, labels: ["包保市领导", "包保县领导", "包联领导"], texts: ["张三", "李四"]),
        Rivals(field: .objective, labels: ["重点任务", "主要任务"], texts: ["修路", "建桥"]),
        Rivals(field: .onSchedule, labels: ["是否按时完成", "是否如期完成"], texts: ["是", "否"]),
    ]

    /// A table with two of the labels; what they are not, other columns are.
    private func table(_ rivals: Rivals, _ one: String, _ two: String) -> String {
        let others: [(label: String, field: Field, texts: [String])] = [
            ("序号", .serial, ["1", "2"]), ("责任目标内容", .objective, ["甲事", "乙事"]),
            ("进展情况", .progress, ["开工", "在建"]), ("责任单位", .units, ["市局", "县局"]),
        ].filter { $0.field != rivals.field }
        let labels = others.map(\.label) + [one, two]
        let rows = (0..<2).map { row in
            (others.map { $0.texts[row] } + [rivals.texts[row], rivals.texts[1 - row]])
                .joined(separator: "\t")
        }
        return ([labels.joined(separator: "\t")] + rows).joined(separator: "\n") + "\n"
    }

    private func pairs(_ rivals: Rivals, _ check: (String, String) throws -> Void) throws {
        for one in rivals.labels {
            for two in rivals.labels where one != two { try check(one, two) }
        }
    }

    /// What is found in a text, whether it can be read or not.
    private func findings(_ text: String) -> DiagnosticBag {
        var findings = DiagnosticBag()
        do {
            findings = try readTSV(text).findings
        } catch let error as FormatError {
            findings = error.findings
        } catch {
            Issue.record(error)
        }
        return findings
    }

    private func check(_ rivals: Rivals, _ severity: Severity) throws {
        try pairs(rivals) { one, two in
            let text = table(rivals, one, two)
            let found = findings(text).all.filter { $0.code == .ambiguousColumn }
            #expect(found.count == 1, "\(one) \(two)")
            #expect(found.allSatisfy { $0.severity == severity }, "\(one) \(two)")
            for label in [one, two] {
                #expect(found.allSatisfy { $0.message.english.contains(label) })
                var options = ReadingOptions.keepingLayout
                options.columns = [label: rivals.field]
                let (said, findings) = try readTSV(text, options: options)
                #expect(!findings.all.map(\.code).contains(.ambiguousColumn), "\(one) \(two)")
                #expect(said.columns.first { $0.label == label }?.field == rivals.field)
            }
        }
    }

    @Test("by their ends or values alone: an error", arguments: byEnding)
    func errors(rivals: Rivals) throws { try check(rivals, .error) }

    @Test("by labels that are known: one is read, a warning names the other", arguments: known)
    func warnings(rivals: Rivals) throws {
        try check(rivals, .warning)
        try pairs(rivals) { one, two in
            let table = try readTSV(table(rivals, one, two)).table
            #expect(table.columns.first { $0.label == one }?.field == rivals.field)
            #expect(table.columns.first { $0.label == two }?.field == nil)
        }
    }

    /// Of columns of dates that nobody knows, none is the deadline: that is said.
    @Test func datesOfSeveralColumns() throws {
        let text = "序号⇥责任目标⇥立项⇥竣工⇥进展情况↵1⇥修路⇥3月底⇥年底⇥开工↵2⇥建桥⇥5月底⇥9月底⇥立项↵"
        let (table, findings) = try readTSV(text.unsigned())
        #expect(findings.all.map(\.code) == [.ambiguousColumn])
        #expect(!findings.hasErrors)
        #expect(table.column(of: .deadline) == nil)
    }

    /// What is to be is the deadline, not what was; a start is none; in time says more than done.
    @Test(arguments: [
        ("计划完成时间", "完成时间", Field.deadline), ("办结期限", "起始时限", .deadline),
        ("是否按时完成", "是否完成", .onSchedule),
    ])
    func theOneThatSaysMore(label: String, other: String, field: Field) throws {
        let texts = field == .deadline ? ("6月底", "7月5日") : ("否", "是")
        for labels in [(label, other), (other, label)] {
            let text =
                "序号⇥责任目标⇥\(labels.0)⇥\(labels.1)⇥进展情况↵1⇥修路⇥\(texts.0)⇥\(texts.1)⇥开工↵2⇥建桥⇥\(texts.0)⇥\(texts.1)⇥立项↵"
            let (table, findings) = try readTSV(text.unsigned())
            #expect(!findings.hasErrors)
            #expect(table.columns.first { $0.label == label }?.field == field)
        }
    }
}
