import SourceText
import Testing

@Suite struct PartitionPointTests {
    @Test("it is where looking at every element finds it", arguments: 0...20)
    func everyPoint(count: Int) {
        for point in 0...count {
            #expect((0..<count).partitionPoint { $0 >= point } == point)
            let slice = Array(0..<(count + 3)).dropFirst(3)
            #expect(slice.partitionPoint { $0 >= point + 3 } == point + 3)
        }
    }
}
