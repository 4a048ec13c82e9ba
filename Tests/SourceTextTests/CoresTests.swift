import SourceText
import Testing

@Suite struct CoresTests {
    @Test(arguments: [0, 1, 2, 7, 500])
    func whatIsMadeComesInOrder(count: Int) {
        let made = Cores.map(count) { number in "\(number)" }
        #expect(made == (0..<count).map { "\($0)" })
    }

    @Test func rangesCoverAllAndOnlyTheLastIsShorter() {
        #expect(Cores.ranges(of: 4, in: 0).isEmpty)
        #expect(Cores.ranges(of: 4, in: 4) == [0..<4])
        #expect(Cores.ranges(of: 4, in: 10) == [0..<4, 4..<8, 8..<10])
    }
}
