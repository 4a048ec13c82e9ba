internal import SourceText
internal import TargetModel

/// What spreadsheet programs change in a text on their own.
enum ProgramChanges {
    /// Whether a cell's text could be the original but for such changes: a quick look, because
    /// nearly none is.
    ///
    /// To compare all takes 7 % more instructions of reading a workbook.
    static func mayBeThere(
        _ text: Span<UInt8>,
        _ original: Baseline.Original,
        isSerial: Bool
    ) -> Bool {
        if case .text(let kept) = original, kept.utf8.span.hasSameBytes(as: text) { return false }
        return isSerial || holdsLineEnd(text)
    }

    /// Whether there is a line feed or a carriage return.
    private static func holdsLineEnd(_ text: Span<UInt8>) -> Bool {
        let index = text.firstIndex(from: 0) {
            $0.equal(.lineFeed) | $0.equal(.carriageReturn)
        } where: { index in
            text[index] == .lineFeed || text[index] == .carriageReturn
        }
        return index < text.count
    }

    /// The original text, where a cell's text is it but for such changes; nil where the text stands
    /// as it is: because nothing changed, or because somebody changed it.
    ///
    /// Line ends of all kinds are the same. Digits of a serial are the same as the number with
    /// other zeros before it.
    static func undone(
        _ text: ArraySlice<UInt8>,
        _ original: Baseline.Original,
        isSerial: Bool
    ) -> [UInt8]? {
        let hasLineEnds = text.contains { $0 == 0x0A || $0 == 0x0D }
        switch original {
        case .text(let kept):
            let bytes = Array(kept.utf8)
            if text.elementsEqual(bytes) { return nil }
            if isSerial, let number = number(text), number == self.number(bytes[...]) {
                return bytes
            }
            return hasLineEnds && lineFeeds(text) == lineFeeds(bytes[...]) ? bytes : nil
        case .digest:
            guard hasLineEnds, original.says(text) == false else { return nil }
            let plain = lineFeeds(text)
            return [plain, lineEnds(plain, [0x0D, 0x0A]), lineEnds(plain, [0x0D])]
                .first { original.says($0) ?? false }
        case .unknown:
            return nil
        }
    }

    /// The number that ASCII digits are, without the zeros before it; nil where there are others.
    private static func number(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard !text.isEmpty, text.allSatisfy({ $0 &- 0x30 <= 9 }) else { return nil }
        return text.drop { $0 == 0x30 }
    }

    /// The text with each line end a line feed.
    private static func lineFeeds(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        for index in text.indices {
            let isSecond = index > text.startIndex && text[index - 1] == 0x0D
            switch text[index] {
            case 0x0D: result.append(0x0A)
            case 0x0A where isSecond: continue
            case let byte: result.append(byte)
            }
        }
        return result
    }

    /// The text with other line ends in place of line feeds.
    private static func lineEnds(_ text: [UInt8], _ end: [UInt8]) -> [UInt8] {
        text.flatMap { $0 == 0x0A ? end : [$0] }
    }
}
