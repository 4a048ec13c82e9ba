import Testing

@testable import YilanCommand

@Suite struct TerminalTableTests {
    private let table = TerminalTable(
        header: ["领导", "数", "说明"],
        rows: [["张鹏", "6", "按计划完成"], ["肖友华", "50", "第161、163、171项未按计划完成"]],
        alignments: [.left, .right, .left],
        totals: [["合计", "56", ""]]
    )

    @Test func alignsByDisplayWidth() {
        #expect(
            table.text(columns: nil) == """
                领导    数  说明
                ─────────────────────────────────────────
                张鹏     6  按计划完成
                肖友华  50  第161、163、171项未按计划完成
                ─────────────────────────────────────────
                合计    56

                """
        )
    }

    @Test func wrapsTheWidestColumnOfANarrowTerminal() {
        #expect(
            table.text(columns: 24) == """
                领导    数  说明
                ────────────────────────
                张鹏     6  按计划完成
                肖友华  50  第161、163、
                            171项未按计
                            划完成
                ────────────────────────
                合计    56

                """
        )
    }

    @Test func becomesAListWhereNothingElseFits() {
        #expect(
            table.text(columns: 12) == """
                领导  张鹏
                数    6
                说明  按计划
                      完成

                领导  肖友华
                数    50
                说明  第
                      161、
                      163、
                      171项
                      未按计
                      划完成

                领导  合计
                数    56
                说明

                """
        )
    }

    @Test func neverExceedsTheTerminal() {
        for columns in 14...80 {
            for line in table.text(columns: columns).split(separator: "\n") {
                #expect(DisplayWidth.of(line) <= columns, "\(columns) columns: \(line)")
            }
        }
    }

    @Test func showsNoControlCharacter() {
        let table = TerminalTable(
            header: ["a"],
            rows: [["\u{1B}[31mred\nnext\u{202E}"]],
            alignments: [.left]
        )
        let text = table.text(columns: nil)
        #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
        #expect(text.contains("␛[31mred↵next"))
    }
}
