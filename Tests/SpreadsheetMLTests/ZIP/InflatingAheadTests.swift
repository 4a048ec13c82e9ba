import TestSupport
import Testing

@testable import SpreadsheetML

@Suite struct InflatingAheadTests {
    /// Bytes that pack badly: what they repeat lies farther back than deflate looks.
    private static func text(_ count: Int, from lowest: UInt8 = 0) -> [UInt8] {
        var random = SplitMix64(seed: 7)
        let block = (0..<min(count, 70_000)).map { _ in
            lowest + UInt8(truncatingIfNeeded: random.next() & 0x1F)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        while bytes.count < count { bytes += block.prefix(count - bytes.count) }
        return bytes
    }

    @Test(arguments: [0, 1, 131_071, 131_072, 131_073, 1_000_000, 30_000_000])
    func givesAllBytesInTheirOrder(count: Int) throws {
        let bytes = Self.text(count)
        let packed = try PackedBytes.packed(bytes)
        let ahead = try #require(InflatingAhead(packed))
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

    /// A large part says the same whoever expands it, and damage of it is told.
    @Test(arguments: [4_194_303, 4_194_304, 5_000_001])
    func aLargePartIsReadAlike(count: Int) throws {
        let archive = Archive([("part", String(decoding: Self.text(count), as: UTF8.self))])
        let bytes = archive.bytes()
        let plain = try content(bytes, ahead: false)
        #expect(plain == archive.entries[0].content)
        #expect(try content(bytes, ahead: true) == plain)
        // Somewhere in the packed bytes, which are far the most of the archive.
        var damaged = bytes
        damaged[bytes.count / 2] ^= 0x55
        #expect(throws: SpreadsheetError.self) { try content(damaged, ahead: true) }
        #expect(throws: SpreadsheetError.self) { try content(damaged, ahead: false) }
    }

    private func content(_ bytes: [UInt8], ahead: Bool) throws(SpreadsheetError) -> [UInt8] {
        try ZIPArchive.withArchive(of: bytes) { archive throws(SpreadsheetError) in
            try content(of: archive.open(archive.entries[0]), ahead: ahead)
        }
    }

    private func content(
        of entry: consuming ZIPEntryReader,
        ahead: Bool
    ) throws(SpreadsheetError) -> [UInt8] {
        var reader = entry
        if ahead { try reader.expandAhead() }
        // Not the size of the pieces that are expanded.
        return try reader.content(inPiecesOf: 100_003)
    }

    /// What is read for the last time is gone from its archive, and from nowhere else.
    @Test(arguments: [false, true])
    func anArchiveLetsGoOfWhatIsReadLast(isLast: Bool) throws {
        // So much that its memory is given back.
        let large = Self.text(20_000_000, from: 0x40)
        let archive = Archive([
            ("before", "一览"), ("large", String(decoding: large, as: UTF8.self)), ("behind", "表"),
        ])
        let bytes = archive.bytes()
        var taken = bytes
        try ZIPArchive.withArchive(taking: &taken) { archive throws(SpreadsheetError) in
            let entries = archive.entries
            let first = try content(of: archive.open(entries[1], isLast: isLast), ahead: true)
            #expect(first == large)
            let before = try content(of: archive.open(entries[0]), ahead: true)
            #expect(before == Array("一览".utf8))
            let behind = try content(of: archive.open(entries[2]), ahead: true)
            #expect(behind == Array("表".utf8))
            var again: [UInt8]?
            do throws(SpreadsheetError) {
                again = try content(of: archive.open(entries[1]), ahead: true)
            } catch {}
            #expect(again == (isLast ? nil : first))
        }
        #expect(taken == (isLast ? [] : bytes))
        #expect(bytes == archive.bytes())
    }
}
