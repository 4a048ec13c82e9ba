/// How the numbers of cells are shown, by the number of the cell's style.
struct CellFormats: Sendable {
    /// The most formats of either kind; spreadsheet programs stop at 65,490.
    private static let most = 1 << 17

    /// For each style, the index in `formats`.
    private var styles: [UInt32] = [0]
    private var formats = [NumberFormat.general]

    /// The formats of a workbook that says nothing of them.
    init() {}

    /// Reads the part that holds them.
    ///
    /// - Throws: what `XMLReader` throws.
    init(_ entry: consuming ZIPEntryReader) throws(SpreadsheetError) {
        var reader = try XMLReader(entry)
        var codes: [Int: String] = [:]
        var numbers: [Int] = []
        var section = XMLElement.other
        while true {
            switch try reader.next() {
            case .start where reader.depth == 2: section = reader.element
            case .start where reader.depth == 3 && reader.element == .numFmt && section == .numFmts:
                guard let id = reader.string("numFmtId").flatMap({ Int($0) }),
                    let code = reader.string("formatCode"), codes.count < Self.most
                else { throw reader.malformed("a number format without a code", zh: "数字格式没有代码") }
                codes[id] = code
            case .start where reader.depth == 3 && reader.element == .xf && section == .cellXfs:
                guard numbers.count < Self.most else {
                    throw reader.malformed("too many styles", zh: "单元格样式过多")
                }
                numbers.append(reader.string("numFmtId").flatMap { Int($0) } ?? 0)
            case .endOfDocument:
                index(numbers, codes)
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

    /// The format of a style (from 0); nil where there is no such style.
    @inline(__always)
    func format(ofStyle style: Int) -> NumberFormat? {
        styles.indices.contains(style) ? formats[Int(styles[style])] : nil
    }
}
