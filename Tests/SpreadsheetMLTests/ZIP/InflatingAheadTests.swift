import TestSupport
import Testing

@testable import SpreadsheetML

@Suite struct InflatingAheadTests {
    private static func text(_ count: Int) -> [UInt8] {
        var random = SplitMix64(seed: 7)
        return (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next() & 0x1F) }
    }

    @Test(arguments: [0, 1, 131_071, 131_072, 131_073, 1_000_000])
    func givesAllBytesInTheirOrder(count: Int) throws {
        let bytes = Self.text(count)
        let ahead = try #require(InflatingAhead(PackedBytes.packed(bytes)))
        var all: [UInt8] = []
        var checksum: UInt32 = 0
        while true {
            let piece = ahead.next()
            checksum = piece.checksum
            let next = try #require(piece.bytes)
            if next.isEmpty { break }
            all += next
        }
        #expect(all == bytes)
        let expected = unsafe bytes.withUnsafeBufferPointer { unsafe CyclicChecksum.crc32($0) }
        #expect(checksum == expected)
    }

    @Test func tellsThatBytesAreMissing() throws {
        let packed = try PackedBytes.packed(Self.text(500_000))
        let ahead = try #require(InflatingAhead(Array(packed.dropLast(100))))
        var last: [UInt8]? = [0]
        while let bytes = last, !bytes.isEmpty { last = ahead.next().bytes }
        #expect(last == nil)
    }
}
