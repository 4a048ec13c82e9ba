import SourceText
import Testing

@Suite struct CoresTests {
    @Test(arguments: [0, 1, 2, 7, 500])
    func whatIsMadeComesInOrder(count: Int) {
        let made = Cores.map(count) { number in "\(number)" }
        #expect(made == (0..<count).map { "\($0)" })
    }

    @Test(arguments: [0, 1, 7, 500])
    func elementsAreChangedWhereTheyLie(count: Int) {
        var numbers = Array(0..<count)
        let before = unsafe numbers.withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) }
        let sums = Cores.change(&numbers, by: 3) { first, piece in
            for index in piece.indices { piece[index] += first }
            return piece.count
        }
        #expect(numbers == (0..<count).map { $0 + $0 / 3 * 3 })
        #expect(sums.reduce(0, +) == count)
        let after = unsafe numbers.withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) }
        #expect(before == after)
    }

    @Test(arguments: [[], [0], [1], [0, 2, 0, 1, 0], [999, 0, 2]])
    func arraysAreJoinedInOrder(counts: [Int]) {
        let arrays = counts.enumerated().map { number, count in
            Array(number..<(number + count))
        }
        #expect(Cores.joined(arrays) == arrays.flatMap { $0 })
    }

    @Test func rangesCoverAllAndOnlyTheLastIsShorter() {
        #expect(Cores.ranges(of: 4, in: 0).isEmpty)
        #expect(Cores.ranges(of: 4, in: 4) == [0..<4])
        #expect(Cores.ranges(of: 4, in: 10) == [0..<4, 4..<8, 8..<10])
    }
}
