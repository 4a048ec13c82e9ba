internal import SourceText
internal import TargetModel

/// The official table as corrections see it: cells by serial and column, and what a cell can hold.
struct OfficialTable {
    let table: TargetTable
    let index: SerialIndex
    /// Column (from 0) of the serial.
    let serialColumn: Int
    private let lineBreaks: ApplyOptions.LineBreakRule

    /// Indexes the table; nil where it has no column of serials.
    init?(_ table: TargetTable, lineBreaks: ApplyOptions.LineBreakRule) {
        guard let serialColumn = table.column(of: .serial) else { return nil }
        self.table = table
        self.serialColumn = serialColumn
        self.lineBreaks = lineBreaks
        index = SerialIndex(table)
    }

    func text(_ target: Int, _ column: Int) -> String {
        table.string(target, column: column)
    }

    func serial(_ target: Int) -> String {
        table.string(target, column: serialColumn)
    }

    /// Where a target (from 0) stands.
    func place(_ target: Int) -> Place { table.officialPlace(of: target) }

    /// The word by which the table says yes or no: its own first one, else that of the official
    /// form.
    func statusWord(for value: Bool) -> String {
        let word = (0..<table.count).lazy.map { table.string($0, .onSchedule) }
            .first { Status.value(of: $0) == value }
        return word ?? Status.officialWord(for: value)
    }

    /// The column (from 0) that a key or a label names: labels are compared as readers compare
    /// them, without blanks and line breaks.
    func column(named name: String) -> Int? {
        if let field = Field(rawValue: name), let column = table.column(of: field) { return column }
        if let exact = table.columns.firstIndex(where: { $0.label.utf8.elementsEqual(name.utf8) }) {
            return exact
        }
        let label = FieldLabels.normalize(name)
        return table.columns.firstIndex { FieldLabels.normalize($0.label) == label }
    }

    /// For each column of another table, the official table's column; nil where it has none.
    func columns(of other: TargetTable) -> [Int?] {
        var taken = Set<Int>()
        return other.columns.map { column in
            let matching =
                column.field.map { table.column(of: $0) } ?? self.column(named: column.label)
            guard let matching, taken.insert(matching).inserted else { return nil }
            return matching
        }
    }

    /// Returns a new text as it can stand in a cell that says `old` so far.
    ///
    /// - Throws: `UnfitText` where it can't.
    func fit(_ new: String, replacing old: String) throws(UnfitText) -> String {
        try Self.checkCharacters(of: new, replacing: old)
        var fitted = new
        if Self.holdsBreak(new), !Self.holdsBreak(old) {
            switch lineBreaks {
            case .refuse: throw UnfitText(Self.tabOrLineBreak(in: new))
            case .space: fitted = Self.withBlanks(new)
            }
        }
        if let encoding = table.layout?.encoding { try Self.check(fitted, fits: encoding) }
        return fitted
    }

    // MARK: Characters

    /// Control characters, and those that stand for lost ones, only stay where they are.
    private static func checkCharacters(
        of new: String,
        replacing old: String
    ) throws(UnfitText) {
        if let loss = LostCharacters.firstLoss(from: old, to: new) {
            throw UnfitText(.lostCharacter(loss))
        }
        if SpreadsheetErrors.contains(new), !SpreadsheetErrors.contains(old) {
            throw UnfitText(SpreadsheetErrors.finding(new))
        }
        for found in OddCharacters.added(in: new, to: old) {
            switch found.oddity {
            case .control, .replacement:
                var finding = OddCharacters.finding(found.oddity, found.scalar, found.count)
                finding.severity = .error
                throw UnfitText(finding)
            case .invisible, .privateUse, .radical: continue
            }
        }
    }

    // MARK: Tabs and line breaks

    /// A cell that Excel has quoted holds tabs or line breaks already: there they may stay.
    private static func holdsBreak(_ text: String) -> Bool {
        let bytes = text.utf8.span
        // Of the separators of lines that have three bytes, and of much else.
        let index = bytes.firstIndex(from: 0) {
            $0.below(0x20) | $0.equal(0xE2)
        } where: { index in
            bytes[index] == 0xE2
                ? Unicode.Scalar(bytes.scalarOfThree(at: index)).map(isBreak) ?? false
                : isBreak(Unicode.Scalar(bytes[index]))
        }
        return index < bytes.count
    }

    /// What ends a cell or, in some program, a line.
    private static let breaks: [Unicode.Scalar] = ["\t", "\n", "\r", "\u{2028}", "\u{2029}"]

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool { breaks.contains(scalar) }

    private static func withBlanks(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isOpen = false
        for scalar in text.unicodeScalars {
            let breaks = isBreak(scalar)
            if breaks, !isOpen { result.append(" ") }
            if !breaks { result.append(scalar) }
            isOpen = breaks
        }
        return CellTextForm.written(String(result), fromSpreadsheet: false)
    }

    private static func tabOrLineBreak(in text: String) -> Diagnostic {
        let isTab = text.unicodeScalars.first(where: isBreak) == "\t"
        return Diagnostic(
            .error,
            isTab ? .tabInCell : .lineBreakInCell,
            isTab
                ? Wording(
                    en: "the new text holds a tab, which the official layout can't hold",
                    zh: "新内容含有制表符，官方版式的单元格里不能有制表符"
                )
                : Wording(
                    en: "the new text holds a line break, which the official layout can't hold",
                    zh: "新内容含有换行，官方版式的单元格里不能有换行"
                ),
            hint: Wording(
                en: "take it out, or have it replaced by a blank",
                zh: "请删去它，或换成空格"
            ),
            remedy: .breaksAsBlanks
        )
    }

    // MARK: Encodings

    private static func check(_ text: String, fits encoding: TextEncoding) throws(UnfitText) {
        guard encoding.characterSet != .utf8, !text.utf8.allSatisfy({ $0 < 0x80 }),
            !survives(text, encoding)
        else { return }
        for scalar in text.unicodeScalars where !survives(String(scalar), encoding) {
            throw UnfitText(unencodable(scalar, encoding))
        }
    }

    /// Whether a text comes back from an encoding as it was.
    private static func survives(_ text: String, _ encoding: TextEncoding) -> Bool {
        guard let encoded = try? encoding.encode(Array(text.utf8)),
            let again = try? SourceText(decoding: encoded, named: "", as: encoding)
        else { return false }
        return again.bytes.elementsEqual(text.utf8)
    }

    private static func unencodable(_ scalar: Unicode.Scalar, _ encoding: TextEncoding)
        -> Diagnostic
    {
        Diagnostic(
            .error,
            .unencodableCharacter,
            Wording(
                en:
                    "the new text holds \(scalar) (\(scalar.codePoint)), which \(encoding.name) doesn't have",
                zh: "新内容里的“\(scalar)”（\(scalar.codePoint)）无法用官方文件的 \(encoding.name) 编码表示"
            ),
            hint: Wording(en: "write it with another character", zh: "请换用别的字")
        )
    }
}

/// Why a text can't stand in a cell of the official table.
struct UnfitText: Error {
    /// What to tell the user, without place.
    let diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
