import SourceText
import Testing

@testable import YilanCommand

@Suite struct ProgressLineTests {
    /// A clock that a test moves, and what was drawn.
    private final class Stage {
        var time = 0.0
        var drawn: [String] = []
    }

    private func session(isTerminal: Bool) -> Session {
        var session = Session(arguments: [], environment: Environment([:]))
        session.errors = Terminal(isTerminal: isTerminal, columns: isTerminal ? 60 : nil)
        return session
    }

    private func line(_ stage: Stage, isTerminal: Bool = true, isQuiet: Bool = false)
        -> ProgressLine
    {
        ProgressLine(
            session: session(isTerminal: isTerminal),
            isQuiet: isQuiet,
            now: { stage.time },
            write: { stage.drawn.append($0) }
        )
    }

    private let work = Wording(en: "writing", zh: "写出")

    @Test func shortWorkFlashesNothing() {
        let stage = Stage()
        let line = line(stage)
        line.show(work, 0.5)
        stage.time = 0.4
        line.show(work, 0.9)
        line.clear()
        #expect(stage.drawn.isEmpty)
    }

    @Test func longWorkIsShownNowAndThenAndClearedAtTheEnd() {
        let stage = Stage()
        do {
            let line = line(stage)
            for step in 0...100 {
                stage.time = Double(step) * 0.02
                line.show(work, Double(step) / 100)
            }
        }
        #expect((10...16).contains(stage.drawn.count))
        #expect(stage.drawn.dropLast().allSatisfy { $0.hasPrefix("\r") && $0.contains(" %") })
        #expect(stage.drawn.last == "\r\u{1B}[K")
        for text in stage.drawn { #expect(DisplayWidth.of(text.dropFirst()) <= 60) }
    }

    @Test(arguments: [(false, false), (true, true), (false, true)])
    func nothingIsShownElsewhere(isTerminal: Bool, isQuiet: Bool) {
        let stage = Stage()
        let line = line(stage, isTerminal: isTerminal, isQuiet: isQuiet)
        stage.time = 10
        line.show(work, 0.5)
        line.clear()
        #expect(stage.drawn.isEmpty)
    }
}
