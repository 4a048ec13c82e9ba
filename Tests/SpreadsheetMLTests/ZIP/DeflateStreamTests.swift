import CZlib
import Foundation
import SourceText
import TestSupport
import Testing

@testable import SpreadsheetML

/// What is packed in stretches expands to what was put in, however it was cut.
@Suite struct DeflateStreamTests {
    /// Bytes that pack well in places and badly in others.
    private static func bytes(_ count: Int, _ random: inout SplitMix64) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            if Bool.random(using: &random) {
                bytes += "<c r=\"A1\" s=\"3\" t=\"s\"><v>17</v></c>".utf8
            } else {
                bytes += (0..<40).map { _ in UInt8.random(in: 0...127, using: &random) }
            }
        }
        return Array(bytes.prefix(count))
    }

    /// Expands a raw deflate stream, which must end where the bytes end.
    private static func inflated(_ packed: DeflatedBytes) throws -> [UInt8] {
        var input = [UInt8](repeating: 0, count: packed.count)
        unsafe input.withUnsafeMutableBytes { input in
            var start = 0
            for piece in packed.pieces {
                let end = start + piece.count
                let room = unsafe UnsafeMutableRawBufferPointer(rebasing: input[start..<end])
                #expect(unsafe piece.copy(from: 0, into: room))
                start = end
            }
        }
        var output = [UInt8](repeating: 0, count: packed.expandedCount + 1)
        var stream = unsafe z_stream()
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        try #require(unsafe inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, size) == Z_OK)
        let status = unsafe input.withUnsafeMutableBufferPointer { input in
            unsafe output.withUnsafeMutableBufferPointer { output in
                unsafe stream.next_in = input.baseAddress
                unsafe stream.avail_in = UInt32(input.count)
                unsafe stream.next_out = output.baseAddress
                unsafe stream.avail_out = UInt32(output.count)
                return unsafe inflate(&stream, Z_FINISH)
            }
        }
        let left = (unsafe stream.avail_in, unsafe Int(stream.avail_out))
        unsafe inflateEnd(&stream)
        #expect(status == Z_STREAM_END)
        #expect(left.0 == 0)
        return Array(output.dropLast(left.1))
    }

    /// Lets as many bytes stay in memory.
    private static func keeping(_ bytes: Int) -> PieceKeeping {
        PieceKeeping(
            inMemory: bytes,
            folder: ScratchSpace(at: FileManager.default.temporaryDirectory.path)
        )
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        UInt32(truncatingIfNeeded: unsafe crc32_z(0, bytes, bytes.count))
    }

    @Test(arguments: 0..<60)
    func stretchesJoinToOneStream(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let whole = Self.bytes(seed * seed * 97, &random)
        // So may stay in memory what does, and the others in a file.
        let background = BackgroundDeflating(
            keeping: Self.keeping(Int.random(in: 0...whole.count, using: &random))
        )
        var joined = DeflatedBytes()
        var start = 0
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let end = Int.random(in: start...whole.count, using: &random)
            if Bool.random(using: &random) {
                let stretch = BackgroundStretch(background)
                let middle = Int.random(in: start...end, using: &random)
                stretch.append(Array(whole[start..<middle]))
                stretch.append(Array(whole[middle..<end]))
                stretch.end()
                joined.append(try stretch.result())
            } else {
                joined.append(try DeflatedBytes(Array(whole[start..<end]), before: .moreToCome))
            }
            start = end
        }
        joined.append(try DeflatedBytes(Array(whole[start...]), before: .endOfEntry))
        #expect(joined.expandedCount == whole.count)
        #expect(joined.count == joined.pieces.reduce(0) { $0 + $1.count })
        #expect(joined.checksum == Self.checksum(whole))
        #expect(try Self.inflated(joined) == whole)
    }

    /// ISA-L by itself has a stream's address decide what becomes of the third place, which changed the bytes
    /// of a large workbook once in some 60.
    @Test func eachPlaceOfTheBeginningIsFoundAgain() throws {
        var random = SplitMix64(seed: 1)
        var sizes = [Int](repeating: 0, count: 6)
        for _ in 0..<100 {
            // So many letters that four of them come once, but for those that are said twice.
            let text = (0..<800).map { _ in UInt8.random(in: 0x21...0x7E, using: &random) }
            for place in sizes.indices {
                let twice = text[..<400] + text[place..<place + 8] + text[400...]
                sizes[place] += try DeflatedBytes(Array(twice), before: .endOfEntry).count
            }
        }
        // One that isn't found costs a letter in each text.
        #expect(sizes.max()! - sizes.min()! < 40, "\(sizes)")
    }

    @Test func whatIsNoTextIsFound() {
        let stretch = BackgroundStretch(BackgroundDeflating(keeping: Self.keeping(0)))
        stretch.append([0x3C, 0xFF])
        stretch.end()
        #expect(throws: WorkbookError(.invalidText)) { try stretch.result() }
    }

    @Test func piecesStayWhereThereIsNoFolder() throws {
        let keeping = PieceKeeping(inMemory: 0, folder: ScratchSpace(at: "/nowhere"))
        guard case .inMemory(let bytes) = keeping.keep([1, 2, 3]) else {
            Issue.record("was laid aside")
            return
        }
        #expect(bytes == [1, 2, 3])
    }

    @Test func manyPartsAtOnceDoNotMix() throws {
        let background = BackgroundDeflating(keeping: Self.keeping(0))
        let stretches = (0..<5).map { _ in BackgroundStretch(background) }
        for round in 0..<100 {
            for (number, stretch) in stretches.enumerated() {
                stretch.append(Array("\(number): \(round)\n".utf8))
            }
        }
        for stretch in stretches { stretch.end() }
        for (number, stretch) in stretches.enumerated() {
            var packed = try stretch.result()
            packed.append(try DeflatedBytes([], before: .endOfEntry))
            let text = (0..<100).map { "\(number): \($0)\n" }.joined()
            #expect(try Self.inflated(packed) == Array(text.utf8))
        }
    }
}
