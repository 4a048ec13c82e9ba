internal import SourceText
internal import TargetFormats
internal import TargetModel

/// Marks that an unfinished merge has left in a file: `<<<<<<<`, `=======` or `>>>>>>>`, in lines of
/// their own as git puts them, or in a cell as `CellMerge` does.
///
/// A table with both texts of a conflict in it is nobody's to publish.
enum MergeMarkers {
    /// Reports the marks in a table that was read from a file.
    static func report(
        in table: TargetTable,
        as format: TargetFormat,
        reporting diagnostics: inout DiagnosticBag
    ) {
        let inSource = places(in: table.text.source, table.text.rareBytes)
        if format.has(.text), !inSource.isEmpty {
            let bytes = table.text.source
            let text = SourceText(name: table.shownName, validated: bytes, encoding: .utf8)
            // Alone, equals signs underline a heading of Markdown.
            let equals = UInt8(ascii: "=")
            let isSure =
                format.has(.official) || inSource.contains { bytes[$0.lowerBound] != equals }
            for place in inSource where isSure || bytes[place.lowerBound] != equals {
                diagnostics.report(finding(at: place, of: text))
            }
            return
        }
        // Texts that stand in no line of a file: those of a workbook, and what JSON escapes.
        guard !inSource.isEmpty || !places(in: table.text.added).isEmpty else { return }
        let tablePlaces = TablePlaces(table)
        for target in 0..<table.count {
            for column in table.columns.indices {
                let bytes = Array(table.text.bytes(table.range(target, column)))
                guard let place = places(in: bytes).first else { continue }
                let finding = finding(bytes[place.lowerBound])
                diagnostics.report(tablePlaces.placing(finding, target, column))
            }
        }
    }

    /// Reports the marks in a file of text that is no table read: a list of corrections, or what is
    /// only inspected.
    static func report(in file: InputFile, reporting diagnostics: inout DiagnosticBag) {
        let found = places(in: file.bytes)
        guard !found.isEmpty, let text = try? SourceText(decoding: file.bytes, named: file.name)
        else { return }
        for place in places(in: text.bytes) {
            diagnostics.report(finding(at: place, of: text))
        }
    }

    /// The runs of seven (or, but for `=`, more) of one sign that begin a line, a cell or a word, and
    /// end it.
    ///
    /// - Complexity: O(n) in the bytes, or in the blocks that hold signs where these are known
    ///   (`rare`); several cores look at many.
    static func places(
        in bytes: [UInt8],
        _ rare: RareBytes? = nil,
        pieceSize: Int = 1 << 21
    ) -> [Range<Int>] {
        let pieces = rare?.ranges(of: .comparison) ?? Cores.ranges(of: pieceSize, in: bytes.count)
        return Cores.map(pieces.count) { places(in: bytes.span, beginningIn: pieces[$0]) }
            .flatMap(\.self)
    }

    private static func places(
        in bytes: Span<UInt8>,
        beginningIn piece: Range<Int>
    ) -> [Range<Int>] {
        var found: [Range<Int>] = []
        let searched = bytes.extracting(0..<piece.upperBound)
        var index = piece.lowerBound
        while true {
            index = searched.firstIndex(from: index) {
                RareBytes.Kind.comparison.lanes(of: $0)
            } where: { index in
                RareBytes.Kind.comparison.isOne(bytes[index])
            }
            guard index < piece.upperBound else { break }
            let sign = bytes[index]
            // One that goes on from the piece before is that one's, and followed no further.
            let isOfPieceBefore = index > 0 && bytes[index - 1] == sign
            let last = isOfPieceBefore ? piece.upperBound : bytes.count
            let start = index
            while index < last, bytes[index] == sign { index += 1 }
            let length = index - start
            let isLong = sign == UInt8(ascii: "=") ? length == 7 : length >= 7
            if isLong, !isOfPieceBefore, mayBegin(at: start, in: bytes),
                mayEnd(at: index, in: bytes)
            {
                found.append(start..<index)
            }
        }
        return found
    }

    /// Whether a mark may begin behind the bytes up to `end`: behind white space, the quote or comma
    /// of a cell or a text, or an escaped line break or tab of JSON.
    private static func mayBegin(at end: Int, in bytes: Span<UInt8>) -> Bool {
        guard end > 0 else { return true }
        let isEscape = end > 1 && bytes[end - 2] == .backslash
        return isEdge(bytes[end - 1]) || isEscape && Array("nt".utf8).contains(bytes[end - 1])
    }

    /// Whether a mark may end before the byte at `start`.
    private static func mayEnd(at start: Int, in bytes: Span<UInt8>) -> Bool {
        start == bytes.count || isEdge(bytes[start]) || bytes[start] == .backslash
    }

    private static func isEdge(_ byte: UInt8) -> Bool {
        switch byte {
        case .space, .tab, .lineFeed, .carriageReturn, .quotationMark, .comma: true
        default: false
        }
    }

    private static func finding(at place: Range<Int>, of text: SourceText) -> Diagnostic {
        finding(text.bytes[place.lowerBound]).at(place, of: text)
    }

    private static func finding(_ byte: UInt8) -> Diagnostic {
        let sign = String(repeating: String(Unicode.Scalar(byte)), count: 7)
        return Diagnostic(
            .error,
            .mergeMarker,
            Wording(
                en: "a merge was not finished here: the mark \(sign) is still there",
                zh: "此处的合并尚未完成：还留有标记 \(sign)"
            ),
            hint: Wording(
                en: "decide for one of the texts and take the marks away",
                zh: "请确定采用哪一方的文字，并删去标记"
            )
        )
    }
}
