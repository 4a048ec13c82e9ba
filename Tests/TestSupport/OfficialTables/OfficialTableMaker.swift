import SourceText
import TargetModel

/// Makes an official table from a seed: decides how it looks, makes what it says, lays it out.
///
/// The steps stand in extensions: `+Header`, `+Targets`, `+Pages`, `+File`; how a text stands in
/// its cell is in `+Spelling`.
struct OfficialTableMaker {
    typealias Oddity = OfficialTableOptions.Oddity

    let seed: UInt64
    let options: OfficialTableOptions
    var random: SplitMix64
    /// The heading and the lower one that the targets made next stand under.
    var section: (upper: String?, lower: String?) = (nil, nil)
    /// What is odd about this table.
    private(set) var style: Set<Oddity> = []

    init(seed: UInt64, options: OfficialTableOptions) {
        self.seed = seed
        self.options = options
        random = SplitMix64(seed: seed)
        // Every oddity takes its number, so that one that isn't allowed changes no other.
        for oddity in Oddity.allCases {
            let isChosen = random.oneIn(3)
            if isChosen, options.oddities.contains(oddity) { style.insert(oddity) }
        }
        settleConflicts()
    }

    private mutating func settleConflicts() {
        // A header of two rows has its own label for progress.
        if style.contains(.twoRowHeaders) { style.remove(.completionAsStatus) }
        if !style.contains(.pages) {
            style.subtract([.blocksPerPage, .continuationMarks])
        }
        // Whatever stands first is the title.
        if style.contains(.noTitle) { style.remove(.notesAbove) }
    }

    /// Whether the table has an oddity.
    func has(_ oddity: Oddity) -> Bool { style.contains(oddity) }

    /// Whether the table has an oddity, and has it here: once in `times`.
    mutating func has(_ oddity: Oddity, oneIn times: Int) -> Bool {
        style.contains(oddity) && random.oneIn(times)
    }

    /// Makes the table.
    mutating func table() -> OfficialTable {
        let header = makeHeader()
        var drafts = makeDrafts(random.number(in: options.targets), header)
        let pages = makePages(&drafts, header)
        var file = OfficialFile()
        let title = has(.noTitle) ? nil : random.pick(OfficialWords.titles)
        addPreamble(title, to: &file)
        for (index, page) in pages.enumerated() {
            addPage(page, number: index + 1, of: pages.count, header, to: &file)
        }
        addPostamble(to: &file)
        for (target, line) in endRows(of: &file) { drafts[target].target.line = line }
        let (bytes, encoding) = encoded(file.text)
        return OfficialTable(
            seed: seed,
            bytes: bytes,
            text: file.text,
            encoding: encoding,
            title: title,
            columns: header.columns
                + (section.upper == nil ? [] : [Column(nil, label: "section")]),
            targets: drafts.map(\.target),
            continuedRows: pages.reduce(0) { $0 + $1.continuedRows },
            oddities: style
        )
    }

    /// The text in one of the encodings that the table may have.
    private mutating func encoded(_ text: String) -> ([UInt8], TextEncoding) {
        let encodings: [TextEncoding] = [
            TextEncoding(.utf8, byteOrderMark: true),
            TextEncoding(.utf16LittleEndian, byteOrderMark: true),
            TextEncoding(.utf16BigEndian, byteOrderMark: true),
            TextEncoding(.gb18030),
            TextEncoding(.gb18030),
        ]
        let utf8 = Array(text.utf8)
        let encoding = has(.encodings) ? random.pick(encodings) : .utf8
        guard let bytes = try? encoding.encode(utf8) else { return (utf8, .utf8) }
        return (bytes, encoding)
    }
}
