import SourceText
import Testing

@Suite struct LastFoundTests {
    private final class Found: Sendable {
        let number: Int

        init(_ number: Int) { self.number = number }
    }

    @Test func whatWasFoundLastIsKnownOnTheSameCore() {
        let found = LastFound<Found>()
        #expect(found.last == nil)
        found.keep(Found(1))
        #expect(found.last?.number == 1)
        found.keep(Found(2))
        #expect(found.last?.number == 2)
    }

    @Test func coresThatKeepAtOnceFindWhatSomeKept() {
        let found = LastFound<Found>()
        let told = Cores.map(500) { number in
            found.keep(Found(number))
            // Two threads may have one slot.
            return found.last?.number
        }
        #expect(told.allSatisfy { $0.map((0..<500).contains) ?? false })
    }
}
