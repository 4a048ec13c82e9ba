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

    @Test(arguments: [0, 1, 7, 500])
    func textsAreJoinedInTheirPlaces(count: Int) {
        let texts = (0..<count).map { Array(repeating: UInt8($0 & 0xFF), count: $0 % 5) }
        let (text, made) = Cores.join(texts.map(\.count), by: 3) { number, start, put in
            let text = texts[number]
            let isPut = put(text.span)
            return isPut && start == texts[..<number].joined().count ? number : -1
        }
        #expect(text == texts.flatMap(\.self))
        #expect(made == Array(0..<count))
    }

    @Test func aTextOfAnotherLengthIsNotPut() {
        let texts: [[UInt8]] = [[1, 2], [3, 4, 5], [6], [7]]
        let (text, made) = Cores.join([2, 2, 2, 1], by: 1) { number, _, put in
            let text = texts[number]
            let isPut = put(text.span)
            // Nor is one that comes a second time.
            let isPutAgain = put(text.span)
            return isPut && !isPutAgain
        }
        #expect(made == [true, false, false, true])
        #expect(text == [1, 2, 0, 0, 0, 0, 7])
    }

    @Test func whereNoTextIsPutThereIsNone() {
        let (text, made) = Cores.join([3, 4], by: 1) { number, _, put in
            let text = [UInt8](repeating: 1, count: number)
            let isPut = put(text.span)
            return isPut
        }
        #expect(made == [false, false])
        #expect(text.isEmpty)
    }

    @Test func rangesCoverAllAndOnlyTheLastIsShorter() {
        #expect(Cores.ranges(of: 4, in: 0).isEmpty)
        #expect(Cores.ranges(of: 4, in: 4) == [0..<4])
        #expect(Cores.ranges(of: 4, in: 10) == [0..<4, 4..<8, 8..<10])
    }
}
