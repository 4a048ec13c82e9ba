import Testing

@testable import SpreadsheetML
@testable import TargetFormats

/// Texts that formulas show in rows that programs don't fit to them.
@Suite struct ClippedTextTests {
    /// Halves of a Chinese character that a formula lets through, characters that it does in a program
    /// that isn't Chinese, and characters that it keeps.
    private func numbers(
        width: Double,
        height: Double,
        original: String = ""
    ) throws -> (room: Int, characters: Int, kept: Int) {
        let cut = ClippedText(
            width: width,
            height: height,
            size: 10.5,
            original: ArraySlice(original.utf8),
            hint: "…（全文见“全部目标”）"
        )
        let formula = cut.numbers.enumerated().reduce(cut.formula("A1")) { formula, number in
            formula.replacing(RowFormula.number(number.offset), with: String(number.element))
        }
        let room = try #require(formula.firstMatch(of: /\)>IF\(LENB\("一"\)=2,(\d+),(\d+)\),/))
        let kept = try #require(formula.firstMatch(of: /," "\),(\d+)\)/))
        return (
            try #require(Int(room.1)), try #require(Int(room.2)), try #require(Int(kept.1))
        )
    }

    @Test(arguments: [12.0, 20, 33, 51, 72], [24.0, 35, 50, 120, 409])
    func whatIsLetThroughFits(width: Double, height: Double) throws {
        let (room, characters, kept) = try numbers(width: width, height: height)
        let available = ColumnWidths.available(width: width, size: 10.5)
        let lines = ColumnWidths.lines(inHeight: height, size: 10.5)
        for sign in ["正", "a ", "完成，"] {
            let halves = sign.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
            let text = String(repeating: sign, count: room / halves)
            #expect(TextMetrics.lines(text.utf8.span, available: available) <= lines)
        }
        // A program that counts characters lets no more through, if all of them are Chinese.
        let whole = String(repeating: "正", count: characters)
        #expect(TextMetrics.lines(whole.utf8.span, available: available) <= lines)
        let cut = String(repeating: "正", count: kept) + "…"
        #expect(TextMetrics.lines(cut.utf8.span, available: available) <= lines)
    }

    @Test func theTextThatTheRowIsMadeForIsNeverCut() throws {
        let text = String(repeating: "正在开展土地组卷工作", count: 30) + "\n合计"
        let (room, characters, _) = try numbers(width: 20, height: 24, original: text)
        #expect(room >= text.unicodeScalars.count * 2 - 2)
        #expect(characters >= text.unicodeScalars.count)
    }

    @Test func whereTheHintHasNoRoomADotsEndIsSeen() {
        func formula(_ height: Double) -> String {
            ClippedText(width: 12, height: height, size: 10.5, original: [], hint: "…（全文见“全部目标”）")
                .formula("A1")
        }
        #expect(formula(24).contains("&\"…\""))
        #expect(formula(200).contains("全文见"))
    }
}
