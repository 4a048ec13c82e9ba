import TargetModel
import TestSupport
import Testing

/// Originals in five bytes a cell say what an array of them says.
@Suite struct PackedOriginalsTests {
    private static func original(_ random: inout SplitMix64) -> Baseline.Original {
        switch random.number(in: 0...2) {
        case 0: .unknown
        case 1: .digest(UInt32(random.number(in: 0...3)))
        default: .text(random.text(of: ["", "是", "否", "140"], upTo: 2))
        }
    }

    @Test(arguments: 1...50 as ClosedRange<UInt64>)
    func areAsAnArray(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var cells = (0..<random.number(in: 0...40)).map { _ in Self.original(&random) }
        var packed = PackedOriginals(cells)
        let others = (0..<8).map { _ in Self.original(&random) }
        for _ in 0..<60 {
            switch random.number(in: 0...3) {
            case 0:
                cells.append(Self.original(&random))
                packed.append(cells[cells.count - 1])
            case 1 where !cells.isEmpty:
                let index = random.number(in: 0...(cells.count - 1))
                cells[index] = Self.original(&random)
                packed[index] = cells[index]
            case 2 where cells.count > 4:
                cells.removeLast(2)
                packed.removeLast(to: cells.count)
            case 3 where cells.count > 4:
                let start = random.number(in: 0...(cells.count - 4))
                let from = random.number(in: 0...4)
                cells.replaceSubrange(start..<(start + 4), with: others[from..<(from + 4)])
                packed.replace(start..<(start + 4), by: PackedOriginals(others), from: from)
            default: continue
            }
            #expect(packed.count == cells.count)
            #expect((0..<packed.count).map { packed[$0] } == cells)
        }
        let baseline = Baseline(packed)
        #expect(baseline.cells == cells && baseline == Baseline(cells: cells))
        for (index, cell) in cells.enumerated() {
            var isText = false
            if case .text = cell { isText = true }
            #expect(packed.isText(index) == isText && baseline.holdsText(index) == isText)
        }
    }
}
