import Testing

@testable import SourceText

/// What is made by another core.
@Suite struct AheadTests {
    /// Something that takes memory.
    private final class Large: Sendable {
        let number = 7
    }

    @Test(arguments: [true, false])
    func isMadeOnceAndGivesUpWhatItWasMadeOf(isLong: Bool) {
        weak var kept: Large?
        let ahead: Ahead<Int>
        do {
            let large = Large()
            kept = large
            ahead = Ahead(isLong: isLong) { large.number }
        }
        #expect(ahead.value == 7)
        #expect(ahead.value == 7)
        #expect(kept == nil)
    }
}
