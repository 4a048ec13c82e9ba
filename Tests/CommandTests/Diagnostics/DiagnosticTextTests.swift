import SourceText
import Testing

@testable import YilanCommand

@Suite struct DiagnosticTextTests {
    private let source = SourceText(name: "表.tsv", "序号\t领导\n140\t张鹏\n140\t肖友华\n")

    private var finding: Diagnostic {
        Diagnostic(
            .error,
            .duplicateSerial,
            Wording(en: "serial 140 occurs twice", zh: "序号 140 重复"),
            hint: Wording(en: "correct one of them", zh: "请改正其中一处")
        )
        .at(25..<28, of: source)
        .about(page: 1, block: 1, serial: "140", field: "serial")
    }

    @Test func tellsPlaceSeverityCodeLineAndHint() {
        #expect(
            DiagnosticText(language: .english).text(of: finding) == """
                表.tsv:3:1: error: serial 140 occurs twice [duplicate-serial]
                  3 | 140 肖友华
                    | ^~~
                    = hint: correct one of them

                """
        )
    }

    @Test func speaksChinese() {
        #expect(
            DiagnosticText(language: .chinese).text(of: finding) == """
                表.tsv:3:1: 错误: 序号 140 重复 [duplicate-serial]
                  3 | 140 肖友华
                    | ^~~
                    = 建议: 请改正其中一处

                """
        )
    }

    @Test func namesTheTargetWhereNoPlaceTells() {
        let finding = Diagnostic(.error, .emptyTable, Wording(en: "odd", zh: "怪"), file: "a.tsv")
            .about(serial: "141", field: "progress")
        #expect(
            DiagnosticText(language: .english).text(of: finding)
                == "a.tsv: error: odd (serial 141, progress) [empty-table]\n"
        )
        #expect(
            DiagnosticText(language: .chinese).text(of: finding)
                == "a.tsv: 错误: 怪（序号 141，progress） [empty-table]\n"
        )
    }

    @Test func namesSheetAndCellOfAWorkbook() {
        let finding = Diagnostic(.warning, .emptyTable, Wording(en: "odd", zh: "怪"))
            .at(Place(file: "a.xlsx", sheet: "全部目标", cell: "B7"))
        let text = DiagnosticText(language: .english).text(of: finding)
        #expect(text == "a.xlsx:全部目标!B7: warning: odd [empty-table]\n")
    }

    @Test func namesTheProgramWhereThereIsNoFile() {
        let finding = Diagnostic(.note, .emptyTable, Wording(en: "so", zh: "是"))
        #expect(
            DiagnosticText(language: .english).text(of: finding)
                == "yilan: note: so [empty-table]\n"
        )
    }

    @Test func usesColoursOnlyWhereTheyAreWanted() {
        var form = DiagnosticText(language: .english)
        #expect(!form.text(of: finding).contains("\u{1B}"))
        form.hasColors = true
        #expect(form.text(of: finding).contains("\u{1B}[1;31merror:\u{1B}[0m"))
    }

    @Test func nothingInAFileReachesTheTerminalAsACommand() {
        let evil = SourceText(name: "a\u{1B}[2J.tsv", "x\u{1B}]0;owned\u{7}y")
        let finding = Diagnostic(
            .error,
            .emptyTable,
            Wording(verbatim: "label \u{1B}[1m\nfake: error")
        )
        .at(2..<3, of: evil)
        let text = DiagnosticText(language: .english).text(of: finding)
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(text.split(separator: "\n").count == 3)
    }
}
