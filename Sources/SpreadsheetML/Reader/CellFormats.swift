/// How the numbers of cells are shown, by the number of the cell's style.
struct CellFormats: Sendable {
    /// The most formats of either kind; spreadsheet programs stop at 65,490.
    private static let most = 1 << 17

    /// For each style, the index in `formats`.
    private var styles: [UInt32] = [0]
    private var formats = [NumberFormat.general]
    /// For each style, whether its font is struck out; empty where none is.
    private var struck: [Bool] = []
    /// Whether a format shows texts otherwise than they are.
    private(set) var changeTexts = false

    /// The formats of a workbook that says nothing of them, or whose part of them is missing.
    init() {}

    /// Reads the part that holds them.
    ///
    /// - Throws: what `XMLReader` throws.
    init(_ entry: consuming ZIPEntryReader) throws(SpreadsheetError) {
        var reader = try XMLReader(entry)
        var codes: [Int: String] = [:]
        var numbers: [Int] = []
        var fonts: [Bool] = []
        var fontNumbers: [Int] = []
        var section = XMLElement.other
        while true {
            switch try reader.next() {
            case .start where reader.depth == 2: section = reader.element
            case .start where reader.depth == 3 && reader.element == .numFmt && section == .numFmts:
                guard codes.count < Self.most else {
                    throw reader.malformed("too many number formats", zh: "数字格式过多")
                }
                // One without a code shows numbers in their shortest form.
                if let id = reader.string("numFmtId").flatMap({ Int($0) }) {
                    codes[id] = reader.string("formatCode") ?? ""
                }
            case .start where reader.depth == 3 && reader.element == .font && section == .fonts:
                guard fonts.count < Self.most else {
                    throw reader.malformed("too many fonts", zh: "字体过多")
                }
                fonts.append(false)
            case .start
            where reader.depth == 4 && reader.element == .strike && section == .fonts
                && !fonts.isEmpty:
                fonts[fonts.count - 1] = reader.isSwitchedOn
            case .start where reader.depth == 3 && reader.element == .xf && section == .cellXfs:
                guard numbers.count < Self.most else {
                    throw reader.malformed("too many styles", zh: "单元格样式过多")
                }
                numbers.append(reader.string("numFmtId").flatMap { Int($0) } ?? 0)
                fontNumbers.append(reader.string("fontId").flatMap { Int($0) } ?? 0)
            case .endOfDocument:
                index(numbers, codes)
                changeTexts = formats.contains(where: \.changesTexts)
                if fonts.contains(true) {
                    struck = fontNumbers.map { fonts.indices.contains($0) && fonts[$0] }
                }
                return
            case .start, .end, .text: continue
            }
        }
    }

    /// Reads each code once.
    private mutating func index(_ numbers: [Int], _ codes: [Int: String]) {
        var indexes: [Int: UInt32] = codes[0] == nil ? [0: 0] : [:]
        styles = numbers.map { number in
            if let index = indexes[number] { return index }
            guard let code = codes[number] ?? NumberFormat.builtInCode(number) else { return 0 }
            let index = UInt32(formats.count)
            formats.append(NumberFormat(code))
            indexes[number] = index
            return index
        }
        if styles.isEmpty { styles = [0] }
    }

    /// The format of a style (from 0); of one that is not there, the general one.
    func format(ofStyle style: Int) -> NumberFormat {
        styles.indices.contains(style) ? formats[Int(styles[style])] : formats[0]
    }

    /// Whether a style (from 0) is there; the first one always is.
    func hold(style: Int) -> Bool { style == 0 || styles.indices.contains(style) }

    /// Whether texts in a style (from 0) are struck out.
    func isStruck(_ style: Int) -> Bool {
        struck.indices.contains(style) && struck[style]
    }
}
