import SourceText
import TestSupport
import Testing

/// Numbers by hash are those that looking at everything so far gives, collisions among them.
@Suite struct NumberedHashesTests {
    @Test(arguments: 0..<40)
    func theSameThingHasTheSameNumber(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var numbers = NumberedHashes(room: seed % 2 == 0 ? 1 : 200)
        var things: [Int] = []
        for _ in 0..<500 {
            let thing = Int.random(in: 0..<120, using: &random)
            // Few hashes, so that different things share them.
            let (number, isNew) = numbers.number(of: UInt64(thing % 7)) { things[$0] == thing }
            #expect(number == things.firstIndex(of: thing) ?? things.count, "seed \(seed)")
            #expect(isNew == !things.contains(thing))
            if isNew { things.append(thing) }
            #expect(numbers.count == things.count)
        }
    }

    @Test func textsThatDifferInAnyByteSpread() {
        let text = Array("牵头单位：市发展改革委、市财政局".utf8)
        var hashes: Set<UInt64> = [text.span.spreadingHash]
        for index in text.indices {
            var other = text
            other[index] ^= 1
            hashes.insert(other.span.spreadingHash)
        }
        for count in 0..<text.count { hashes.insert(text.span.extracting(..<count).spreadingHash) }
        #expect(hashes.count == 1 + 2 * text.count)
    }
}
