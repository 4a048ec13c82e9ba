import TestSupport
import Testing

@testable import SourceText

@Suite struct TextRangesTests {
    /// Whatever is done to them, they are what an array would be, and a copy stays what it was.
    @Test(arguments: UInt64(1)...60)
    func areWhatAnArrayIs(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var maker = RangeMaker()
        var ranges = TextRanges(roomFor: random.number(in: 0...2000))
        var model: [TextRange] = []
        for _ in 0..<40 {
            let (copy, before) = (ranges, model)
            switch random.number(in: 0...7) {
            case 0...2:
                let more = maker.ranges(random.number(in: 0...700), &random)
                ranges.append(more.span)
                model += more
            case 3:
                let more = maker.ranges(random.number(in: 0...300), &random)
                ranges.append(contentsOf: more)
                model += more
            case 4:
                for _ in 0..<min(20, model.count) {
                    let index = random.number(in: 0...(model.count - 1))
                    let range = random.pick([maker.ranges(1, &random)[0], model[index], .empty])
                    ranges[index] = range
                    model[index] = range
                }
            case 5:
                let start = random.number(in: max(0, model.count - 600)...model.count)
                ranges.removeSubrange(start...)
                model.removeSubrange(start...)
            case 6 where !model.isEmpty:
                let start = random.number(in: max(0, model.count - 600)...(model.count - 1))
                let end = random.number(in: start...model.count)
                ranges.removeSubrange(start..<end)
                model.removeSubrange(start..<end)
            default:
                ranges.change(by: random.number(in: 1...1000), { 0 }) { range, _ in
                    RangeMaker.turned(range)
                }
                model = model.map { RangeMaker.turned($0) }
            }
            #expect(ranges.elementsEqual(model) && ranges.count == model.count)
            #expect(copy.elementsEqual(before))
        }
        #expect(TextRanges(model).elementsEqual(model))
    }

    @Test(arguments: UInt64(1)...20)
    func moveWithTheSource(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var maker = RangeMaker()
        // Also whole groups only, of which no other part is moved.
        let model = maker.ranges(random.pick([random.number(in: 0...2000), 256, 512]), &random)
        let before = TextRanges(model)
        var ranges = before
        ranges.move(source: 0)
        #expect(ranges == before)
        ranges.move(source: 1000)
        let moved = model.map { range in
            range.isAdded || range == .empty
                ? range : TextRange(start: range.start + 1000, length: range.length)
        }
        #expect(ranges.elementsEqual(moved) && before.elementsEqual(model))
        #expect((ranges == before) == (moved == model))
    }

    /// Texts of two places by turns, as of two blocks, take four bytes each, however far these are apart.
    @Test(arguments: [0x10_0000, 0x6000_0000, 0x8000_0000] as [UInt32])
    func twoPlacesAreNear(distance: UInt32) {
        let model = (0..<5120 as Range<UInt32>).map { index in
            let start = index / 14 * 200 + index % 7 * 20
            return TextRange(start: start + (index / 7 % 2 == 0 ? 0 : distance), length: 18)
        }
        var ranges = TextRanges(model)
        #expect(ranges.elementsEqual(model))
        #expect(ranges.spread.isEmpty && ranges.far.all.isEmpty)
        // One of them in a third place.
        ranges[300] = TextRange(start: 0x7000_0000, length: 1)
        #expect(ranges.dropFirst(301).elementsEqual(model.dropFirst(301)))
        #expect(ranges[300].start == 0x7000_0000 && ranges[299] == model[299])
    }

    /// Texts that are just near enough, and just too far or too long, in one group.
    @Test(
        arguments: [0xFFFF, 0x1_0000, 0x7_FFFE, 0x7_FFFF, 0x8_0000],
        [0, 1, 0xFFE, 0xFFF, 0x1000, 0xFFFF, 0x1_0000]
    )
    func reachAsFarAsTexts(distance: UInt32, length: UInt32) {
        for start in [0, 7, 0x7FFF_0002, 0x8000_0000] as [UInt32] {
            var model = [TextRange](repeating: TextRange(start: start, length: 3), count: 300)
            model[100] = TextRange(start: start + distance, length: length)
            model[101] = .empty
            #expect(TextRanges(model).elementsEqual(model))
            var ranges = TextRanges([TextRange](repeating: model[0], count: 300))
            for index in [100, 101] { ranges[index] = model[index] }
            #expect(ranges.elementsEqual(model))
        }
    }
}

/// Makes ranges as files have them: most behind each other, some in two places by turns, some far away, added, long or
/// empty, some that were there before.
private struct RangeMaker {
    private var next: UInt32 = 0
    /// Where the other of two blocks is.
    private var block = TextRange(start: 0x0100_0000, length: 0)
    private var shared: [TextRange] = []

    mutating func ranges(_ count: Int, _ random: inout SplitMix64) -> [TextRange] {
        let isOrderly = random.number(in: 0...3) > 0
        let isSharing = random.number(in: 0...1) > 0
        let isOfTwoBlocks = random.number(in: 0...3) == 0
        return (0..<count).map { index in
            let length = UInt32(random.number(in: 0...40))
            if isOfTwoBlocks, index / 7 % 2 == 0 {
                let start = block.start + block.length
                block = TextRange(start: start % 0x6FFF_FFFF, length: length)
                return random.number(in: 0...9) == 0 ? .empty : block
            }
            defer { next = (next + length + 1) % 0x7000_0000 }
            if isSharing, shared.count > 3, random.number(in: 0...2) > 0 {
                return random.pick(shared)
            }
            if random.number(in: 0...100) == 0 {
                shared.append(TextRange(start: next, length: length))
            }
            guard !isOrderly || random.number(in: 0...200) == 0 else {
                return TextRange(start: next, length: length)
            }
            switch random.number(in: 0...4) {
            case 0: return .empty
            case 1: return TextRange(start: 0x8000_0000 + next / 2, length: length)
            case 2: return TextRange(start: next, length: UInt32(random.number(in: 0...0x2_0000)))
            case 3: return TextRange(start: UInt32(random.number(in: 0...0x7FFF_FFFF)), length: 0)
            default: return TextRange(start: UInt32(random.number(in: 0...0xFFFF)), length: length)
            }
        }
    }

    /// Another range for each.
    static func turned(_ range: TextRange) -> TextRange {
        TextRange(start: range.start ^ 1, length: range.length)
    }
}
