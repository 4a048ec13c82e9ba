import Synchronization
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

    /// Whoever asks gets what one of them, or a core, has made.
    @Test(arguments: [true, false])
    func isMadeOnceForAllThatAsk(isLong: Bool) async {
        let count = Counter()
        let ahead = Ahead(isLong: isLong) { count.next() }
        let values = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<20 { group.addTask { ahead.value } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(values == Array(repeating: 1, count: 20))
    }

    @Test(arguments: [true, false])
    func nilMayBeMade(isLong: Bool) {
        let ahead = Ahead<Int?>(isLong: isLong) { nil }
        #expect(ahead.value == nil)
        #expect(ahead.value == nil)
    }

    /// What waits for others, more of them than there are cores, gets done.
    @Test func eachMayWaitForAnother() {
        var last = Ahead { 0 }
        for _ in 0..<200 {
            let before = last
            last = Ahead { before.value + 1 }
        }
        #expect(last.value == 200)
    }

    /// Nothing is going on behind who has given it up.
    @Test(arguments: [true, false])
    func whatIsGivenUpIsMadeBeforeOrNever(isLong: Bool) {
        for _ in 0..<200 {
            let count = Counter()
            let ahead = Ahead(isLong: isLong) { count.next() }
            ahead.giveUp()
            let next = count.next()
            #expect(next <= 2)
            #expect(count.next() == next + 1)
        }
    }

    /// What was made of something is the only one to have it when it is handed on.
    @Test func nobodyElseHasWhatItWasMadeOf() {
        for _ in 0..<200 {
            var large: Large? = Large()
            weak let kept = large
            let ahead = Ahead { [large] in large?.number ?? 0 }
            large = nil
            #expect(ahead.value == 7)
            #expect(kept == nil)
        }
    }

    private final class Counter: Sendable {
        private let count = Mutex(0)

        func next() -> Int {
            count.withLock { count in
                count += 1
                return count
            }
        }
    }
}
