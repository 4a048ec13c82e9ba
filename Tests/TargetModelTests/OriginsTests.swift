import TargetModel
import TestSupport
import Testing

@Suite struct OriginsTests {
    /// Whatever is done to them, they are what an array would be.
    @Test(arguments: UInt64(1)...60)
    func areWhatAnArrayIs(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var origins = Origins()
        var model: [Origin] = []
        for _ in 0..<30 {
            let next = Origin(
                line: random.pick([0, 1, Int(model.last?.line ?? 0) + 1, 500, Int(Int32.max)]),
                page: random.pick([1, 1, 2]),
                block: random.pick([1, 2]),
                document: random.pick([0, 0, 1])
            )
            switch random.number(in: 0...5) {
            case 0:
                origins.append(next)
                model.append(next)
            case 1:
                let count = random.number(in: 0...200)
                origins.append(count, below: next)
                model += below(next, count)
            case 2:
                let more = random.pick([below(next, 90), Array(repeating: next, count: 90)])
                origins.append(contentsOf: more)
                model += more
            case 3 where !model.isEmpty:
                let target = random.number(in: 0...(model.count - 1))
                origins.remove(at: target)
                model.remove(at: target)
            case 4 where !model.isEmpty:
                let target = random.number(in: 0...(model.count - 1))
                origins[target] = next
                model[target] = next
            default:
                origins = Origins(model)
            }
            #expect(origins.elementsEqual(model) && origins.count == model.count)
            #expect(origins == Origins(model))
            if !model.isEmpty {
                let target = random.number(in: 0...(model.count - 1))
                let run = origins.run(of: target)
                #expect(run.targets.contains(target) && run.first == model[run.targets.lowerBound])
                #expect(run.targets.allSatisfy { model[$0].document == run.first.document })
            }
        }
    }

    private func below(_ first: Origin, _ count: Int) -> [Origin] {
        (0..<count).map { index in
            var origin = first
            origin.line &+= Int32(index)
            return origin
        }
    }
}
