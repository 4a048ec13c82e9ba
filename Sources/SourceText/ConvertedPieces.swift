// Texts in other character sets than UTF-8 are converted in pieces of whole lines, by all cores: one takes as long
// for 24 MB of GB 18030 as for all else that is done with a table of 100,000 targets.

extension TextEncoding.CharacterSet {
    /// How many bytes a piece has at least, but for the last.
    private static let pieceSize = 1 << 20
    /// How many pieces wait for those before them.
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

    /// Appends what all cores make of pieces of a text, in their order.
    ///
    /// - Throws: what is made of the first of which nothing can be made.
    static func append<Failure: Error>(
        _ pieces: [Range<Int>],
        to output: inout [UInt8],
        _ make: @Sendable (Range<Int>) -> Result<[UInt8], Failure>
    ) throws(Failure) {
        for some in Cores.ranges(of: piecesAtOnce, in: pieces.count) {
            let made = Cores.map(some.count) { make(pieces[some.lowerBound + $0]) }
            for one in made { output += try one.get() }
        }
    }
}
