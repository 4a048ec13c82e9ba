// Texts in other character sets than UTF-8 are converted in pieces of whole lines, by all cores: one takes as long
// for 24 MB of GB 18030 as for all else that is done with a table of 100,000 targets.

extension TextEncoding.CharacterSet {
    /// How many bytes a piece has at least, but for the last.
    private static let pieceSize = 1 << 20
    /// How many pieces are in memory beside what is made of all.
    private static let piecesAtOnce = 8

    /// Cuts a text from `start` (in bytes from 0) on behind ends of lines, none of which is part of another
    /// character: further bytes of those of GB 18030 are 0x30 or above.
    ///
    /// - Complexity: O(n) in the bytes of lines that are cut.
    func pieces(
        of text: [UInt8],
        from start: Int,
        size: Int = pieceSize
    ) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var first = start
        while first < text.count {
            let end =
                first + size < text.count ? endOfLine(in: text, from: first, size) : text.count
            pieces.append(first..<end)
            first = end
        }
        return pieces
    }

    /// Where the line ends, its end included, in which a piece from `first` on gets `size` bytes.
    private func endOfLine(in text: [UInt8], from first: Int, _ size: Int) -> Int {
        let span = text.span
        // The bytes of an end of a line in UTF-16, as they lie.
        let (one, other): (UInt8, UInt8) =
            self == .utf16BigEndian ? (0, .lineFeed) : (.lineFeed, 0)
        guard unitSize == 2 else {
            return span.firstIndex(of: .lineFeed, from: first + size).map { $0 + 1 } ?? text.count
        }
        var index = first + (size & ~1)
        while index + 1 < text.count {
            if span[index] == one, span[index + 1] == other { return index + 2 }
            index += 2
        }
        return text.count
    }

    /// Cuts a text likewise, and gathers as many pieces as are converted at once.
    func piecesAtOnce(of text: [UInt8], from start: Int) -> [ArraySlice<Range<Int>>] {
        let pieces = pieces(of: text, from: start)
        return Cores.ranges(of: Self.piecesAtOnce, in: pieces.count).map { pieces[$0] }
    }

    /// Appends what all cores make of some pieces of a text, in their order.
    ///
    /// - Throws: what is made of the first of which nothing can be made; then nothing is appended.
    static func append<Failure: Error>(
        _ pieces: ArraySlice<Range<Int>>,
        to output: inout [UInt8],
        _ make: @Sendable (Range<Int>) -> Result<[UInt8], Failure>
    ) throws(Failure) {
        let made = Cores.map(pieces.count) { make(pieces[pieces.startIndex + $0]) }
        let all = try made.map { one throws(Failure) in try one.get() }
        for one in all { output += one }
    }
}
