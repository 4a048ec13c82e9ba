import TargetModel
import TestSupport
import Testing

@Suite struct CompactNumbersTests {
    /// Whichever number takes more bytes than those before it, all stay what they are.
    @Test(arguments: UInt64(1)...40)
    func areWhatTheyWere(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var numbers = CompactNumbers()
        var model: [Int] = []
        for _ in 0..<random.number(in: 0...60) {
            let number =
                random.oneIn(20)
                ? random.pick([0xFFFF, 0x1_0000, 0xFFFF_FFFF, 0x1_0000_0000, .max])
                : random.number(in: 0...0xFFFF)
            if random.oneIn(8) { numbers.reserveCapacity(model.count + 20) }
            numbers.append(number)
            model.append(number)
            #expect(numbers.elementsEqual(model) && numbers.last == number)
        }
        var twice = numbers
        twice.append(contentsOf: model)
        #expect(twice.elementsEqual(model + model))
        var joined = CompactNumbers()
        for part in [model, model.reversed(), Array(model.prefix(3))] {
            var more = CompactNumbers()
            more.append(contentsOf: part)
            joined.append(more)
        }
        #expect(joined.elementsEqual(model + model.reversed() + model.prefix(3)))
        var indexes = CompactNumbers()
        indexes.append(contentsOf: model.indices.shuffled(using: &random))
        numbers.append(indexes, of: model)
        #expect(numbers.elementsEqual(model + indexes.map { model[$0] }))
    }
}
