/// Why a file is not text: every byte that does not decode, with its place.
package struct UndecodableText: Error, Sendable {
    /// One finding per place, at most `DiagnosticBag.limit`.
    package var diagnostics: [Diagnostic]
}

extension SourceText {
    /// Decodes a file.
    ///
    /// The encoding is found from the byte-order mark, else strict UTF-8 is tried, then GB 18030;
    /// `encoding` overrules that. Nothing is ever replaced. Where nobody else has the file, the text of a marked
    /// one stands in its memory.
    ///
    /// A file in another character set is decoded piece by piece, and `decoded` is handed each, the first with
    /// the mark. Where the file `isOwned`, by nobody else, the memory of the piece is given back then: a million
    /// targets in GB 18030 take 409 instead of 588 MiB.
    /// - Throws: `UndecodableText` with the places of the bytes that don't decode.
    package init(
        decoding file: consuming [UInt8],
        named name: String,
        as encoding: TextEncoding? = nil,
        isOwned: Bool = false,
        _ decoded: (Span<UInt8>) -> Void = { _ in }
    ) throws(UndecodableText) {
        if encoding == nil, !file.starts(with: Self.markOfUTF8),
            let rare = Self.rareBytes(ofUTF8: file)
        {
            self.init(name: name, validated: file, encoding: .utf8, rareBytes: rare)
            return
        }
        let chosen =
            if let encoding { Self.withMark(encoding, of: file) } else { Self.detected(in: file) }
        var start = chosen.byteOrderMark.count
        var text: [UInt8] = []
        if chosen.characterSet == .utf8 {
            file.removeFirst(start)
            start = 0
            if let rare = Self.rareBytes(ofUTF8: file) {
                self.init(name: name, validated: file, encoding: chosen, rareBytes: rare)
                return
            }
        } else {
            start = Self.decodeExactly(
                &file,
                isOwned: isOwned,
                from: start,
                as: chosen,
                into: &text,
                decoded
            )
            if start == file.count {
                self.init(name: name, validated: text, encoding: chosen)
                return
            }
        }
        throw UndecodableText(
            diagnostics: Self.undecodablePlaces(
                of: file,
                from: start,
                after: text,
                as: chosen,
                named: name
            )
        )
    }

    /// The byte-order mark of UTF-8.
    package static let markOfUTF8 = TextEncoding(.utf8, byteOrderMark: true).byteOrderMark

    /// Whether `bytes` are strict UTF-8.
    package static func isUTF8(_ bytes: [UInt8]) -> Bool { rareBytes(ofUTF8: bytes) != nil }

    /// Where a text that is strict UTF-8 may hold rare bytes; nil where it isn't UTF-8.
    ///
    /// Each core looks at pieces of a large text: it was 11 % of writing CSV.
    static func rareBytes(ofUTF8 bytes: [UInt8]) -> RareBytes? {
        let pieces = Cores.ranges(of: RareBytes.blockSize * blocksOfPiece, in: bytes.count)
        let found = Cores.map(pieces.count) { kinds(in: pieces[$0], ofUTF8: bytes.span) }
        guard !found.contains(where: { $0.isEmpty }) else { return nil }
        return RareBytes(count: bytes.count, blocks: found.flatMap(\.self))
    }

    private static let blocksOfPiece = 64

    /// The kinds of rare bytes in each block of a piece; none where it isn't UTF-8.
    private static func kinds(in piece: Range<Int>, ofUTF8 bytes: Span<UInt8>) -> [UInt8] {
        var kinds: [UInt8] = []
        kinds.reserveCapacity(blocksOfPiece)
        // A character isn't cut; where more than three bytes continue one, neither part is UTF-8.
        func characterEnd(from index: Int) -> Int {
            var end = index
            while end < bytes.count, end < index + 3, bytes[end] & 0xC0 == 0x80 { end += 1 }
            return end
        }
        var start = piece.lowerBound == 0 ? 0 : characterEnd(from: piece.lowerBound)
        for block in stride(from: piece.lowerBound, to: piece.upperBound, by: RareBytes.blockSize) {
            let last = min(block + RareBytes.blockSize, piece.upperBound)
            let end = characterEnd(from: last)
            guard isUTF8(bytes.extracting(min(start, end)..<end)) else { return [] }
            kinds.append(RareBytes.kinds(in: bytes.extracting(block..<last)))
            start = end
        }
        return kinds
    }

    /// Passes what Chinese texts are made of sixteen bytes at a time, and leaves the rest to the standard
    /// library's look at each character.
    ///
    /// 7 MB of such a text take 1.0 ms; ASCII by eight bytes and ideographs by two, they took 5.0.
    package static func isUTF8(_ bytes: Span<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            index = endOfPlainText(in: bytes, from: index)
            // What isn't plain, up to the end of a character.
            var end = min(index + 32, bytes.count)
            while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
            guard (try? UTF8Span(validating: bytes.extracting(index..<end))) != nil else {
                return false
            }
            index = end
        }
        return true
    }

    /// Where a character begins, and only characters of at most three bytes stand before it from
    /// `start` on, where one begins, too.
    private static func endOfPlainText(in bytes: Span<UInt8>, from start: Int) -> Int {
        // Whether a byte has to go on with a character is told by the two before it.
        guard start >= 2 else { return start }
        let raw = unsafe bytes.bytes
        var index = start
        while index + 16 <= bytes.count {
            let these = ByteLanes(raw, at: index)
            let goOn = these.within(0x80...0xBF)
            let haveTo =
                ByteLanes(raw, at: index - 1).atLeast(0xC0)
                | ByteLanes(raw, at: index - 2).atLeast(0xE0)
            // Overlong characters, surrogates and characters of four bytes begin with these.
            let areOdd =
                these.equal(0xC0, orWith: 0x01) | these.equal(0xE0) | these.equal(0xED)
                | these.atLeast(0xF0)
            guard ((goOn ^ haveTo) | areOdd).isEmpty else { break }
            index += 16
        }
        guard index > start else { return start }
        // The last character may go on behind them.
        index -= 1
        while bytes[index] & 0xC0 == 0x80 { index -= 1 }
        return index
    }

    /// The encoding with the mark that the file begins with, if it is this encoding's.
    private static func withMark(_ encoding: TextEncoding, of file: [UInt8]) -> TextEncoding {
        let marked = TextEncoding(encoding.characterSet, byteOrderMark: true)
        return file.starts(with: marked.byteOrderMark)
            ? marked : TextEncoding(encoding.characterSet)
    }

    /// The encoding of a file that is not UTF-8 without a byte-order mark.
    private static func detected(in file: [UInt8]) -> TextEncoding {
        for set in TextEncoding.CharacterSet.allCases {
            let marked = TextEncoding(set, byteOrderMark: true)
            if file.starts(with: marked.byteOrderMark) { return marked }
        }
        return isMostlyUTF8(file) ? .utf8 : TextEncoding(.gb18030)
    }

    /// Whether a file that is not UTF-8 is a damaged UTF-8 file rather than another encoding.
    ///
    /// GB 18030 text hardly ever holds well-formed characters of UTF-8, a damaged UTF-8 file
    /// almost only such. Without this, a damaged file could be read as other characters.
    private static func isMostlyUTF8(_ file: [UInt8]) -> Bool {
        // No character that goes on in another line is well formed.
        let pieces = TextEncoding.CharacterSet.utf8.pieces(of: file, from: 0)
        let found = Cores.map(pieces.count) {
            sequences(in: file.span.extracting(pieces[$0]))
        }
        let wellFormed = found.reduce(0) { $0 + $1.wellFormed }
        return wellFormed > 2 * found.reduce(0) { $0 + $1.damaged }
    }

    /// How many characters of several bytes are formed as those of UTF-8, and how many bytes are part of none.
    private static func sequences(in bytes: Span<UInt8>) -> (wellFormed: Int, damaged: Int) {
        var wellFormed = 0
        var damaged = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte >= 0x80 else {
                index += 1
                continue
            }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
            var end = index + 1
            while end < min(index + length, bytes.count), bytes[end] & 0xC0 == 0x80 { end += 1 }
            if length > 1, end == index + length {
                wellFormed += 1
                index = end
            } else {
                damaged += 1
                index += 1
            }
        }
        return (wellFormed, damaged)
    }

    /// Decodes a file, behind its mark, as long as encoding the text again gives the same bytes; returns where
    /// that ends (in bytes from 0), at the beginning of a line.
    private static func decodeExactly(
        _ file: inout [UInt8],
        isOwned: Bool,
        from start: Int,
        as encoding: TextEncoding,
        into text: inout [UInt8],
        _ decoded: (Span<UInt8>) -> Void
    ) -> Int {
        let set = encoding.characterSet
        text = [UInt8](roomFor: file.count + file.count / 2)
        var (first, end) = (0, start)
        for pieces in set.piecesAtOnce(of: file, from: start) {
            do throws(InexactText) {
                try TextEncoding.CharacterSet.append(pieces, to: &text) { [file] in
                    decodedExactly(file.span.extracting($0), as: set)
                }
            } catch {
                break
            }
            end = pieces.last?.upperBound ?? end
            decoded(file.span.extracting(first..<end))
            if isOwned { FreedMemory.giveBack(first..<end, of: &file) }
            first = end
        }
        return end
    }

    /// A text of which some bytes don't decode, or aren't those that its characters are encoded as.
    private struct InexactText: Error {}

    private static func decodedExactly(
        _ bytes: Span<UInt8>,
        as set: TextEncoding.CharacterSet
    ) -> Result<[UInt8], InexactText> {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 2)
        var again: [UInt8] = []
        again.reserveCapacity(bytes.count)
        guard var decoder = CharacterConverter(from: set.iconvName, to: "UTF-8"),
            decoder.convert(bytes, from: 0, into: &text) == .finished,
            var encoder = CharacterConverter(from: "UTF-8", to: set.iconvName),
            encoder.convert(text.span, from: 0, into: &again) == .finished,
            again.span.hasSameBytes(as: bytes)
        else { return .failure(InexactText()) }
        return .success(text)
    }
}

/// A character that an encoding can't hold.
package struct UnencodableCharacter: Error, Sendable, Equatable {
    /// Offset (from 0) in the UTF-8 text.
    package var offset: Int
    /// The character.
    package var scalar: Unicode.Scalar
}

extension TextEncoding {
    /// The text of bytes in this encoding, a byte-order mark left out; nil where a byte doesn't decode.
    ///
    /// - Complexity: O(n) in the bytes.
    public func string(_ bytes: [UInt8]) -> String? {
        guard let text = try? SourceText(decoding: bytes, named: "", as: self) else { return nil }
        return text.string(text.bytes.indices)
    }

    /// Returns `text` (valid UTF-8) in this encoding, with its byte-order mark.
    ///
    /// - Throws: `UnencodableCharacter` for the first character that the encoding can't hold.
    package func encode(_ text: [UInt8]) throws(UnencodableCharacter) -> [UInt8] {
        guard characterSet != .utf8 else {
            return hasByteOrderMark ? byteOrderMark + text : text
        }
        var result = [UInt8](roomFor: text.count + 4)
        result += byteOrderMark
        for pieces in CharacterSet.utf8.piecesAtOnce(of: text, from: 0) {
            try CharacterSet.append(pieces, to: &result) { encoded(text, $0) }
        }
        return result
    }

    /// A piece of a text (valid UTF-8), without a mark.
    private func encoded(
        _ text: [UInt8],
        _ piece: Range<Int>
    ) -> Result<[UInt8], UnencodableCharacter> {
        guard var converter = CharacterConverter(from: "UTF-8", to: characterSet.iconvName) else {
            return .failure(UnencodableCharacter(offset: 0, scalar: "\u{FFFD}"))
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(piece.count)
        let stop = converter.convert(text.span.extracting(piece), from: 0, into: &bytes)
        guard case .invalid(let place) = stop else { return .success(bytes) }
        let offset = piece.lowerBound + place
        let end = min(offset + 4, text.count)
        let scalar = String(decoding: text[offset..<end], as: UTF8.self).unicodeScalars.first
        return .failure(UnencodableCharacter(offset: offset, scalar: scalar ?? "\u{FFFD}"))
    }
}
