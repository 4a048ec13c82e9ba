import TargetModel

/// A target on its way into the file.
struct OfficialDraft {
    /// What it says; its place is filled in later.
    var target = OfficialTarget()
    /// What stands in the cells of its own row; a text that goes on below is only begun here.
    var cells: [String]
    /// What stands in the rows that continue it, cell by cell.
    var continuations: [[String]] = []
}

extension OfficialTableMaker {
    /// Makes what `count` targets say.
    mutating func makeDrafts(_ count: Int, _ header: OfficialHeader) -> [OfficialDraft] {
        let first = random.number(in: 1...300)
        var leader = random.pick(OfficialWords.leaders)
        return (0..<count).map { index in
            if random.oneIn(3) { leader = makeLeader() }
            var draft = OfficialDraft(cells: header.cells.map { text(for: $0.column) })
            if let cell = header.cell(of: .leader) { draft.cells[cell] = leader }
            if let cell = header.cell(of: .serial) {
                draft.cells[cell] = makeSerial(first + index, besides: draft.cells)
            }
            for (cell, text) in zip(header.cells, draft.cells) {
                draft.target.put(text, in: cell.column)
            }
            // The latest report that says something is the progress.
            let reports = header.cells.indices.filter { header.cells[$0].part != nil }
            if !reports.isEmpty {
                draft.target.fields[.progress] =
                    reports.map { draft.cells[$0] }.last { !$0.isEmpty } ?? ""
            }
            return draft
        }
    }

    // MARK: Texts of fields

    private mutating func text(for column: Column) -> String {
        switch column.field {
        case .serial, .leader: return ""
        case .objective: return sentence()
        case .deadline: return blankOr { $0.random.pick(OfficialWords.deadlines) }
        case .progress: return blankOr { $0.sentence() }
        case .onSchedule: return status()
        case .units: return blankOr { $0.units() }
        case nil:
            if isOfUnits(column) { return blankOr { $0.units() } }
            return random.oneIn(3) ? "" : sentence()
        }
    }

    private mutating func blankOr(_ make: (inout OfficialTableMaker) -> String) -> String {
        has(.blankCells, oneIn: 5) ? "" : make(&self)
    }

    private mutating func status() -> String {
        // A column of blanks could not be told for a status by its values.
        if !has(.completionAsStatus), has(.blankCells, oneIn: 5) { return "" }
        if has(.statusWords, oneIn: 2) { return random.pick(OfficialWords.statuses) }
        return random.oneIn(8) ? "否" : "是"
    }

    private mutating func makeLeader() -> String {
        let name = random.pick(OfficialWords.leaders)
        let scalars = Array(name.unicodeScalars)
        if scalars.count == 2, has(.spreadLeaders, oneIn: 2) {
            return "\(scalars[0])\(random.pick([" ", "\u{3000}"]))\(scalars[1])"
        }
        return has(.invisibles, oneIn: 8) ? name + "\u{200B}" : name
    }

    private mutating func makeSerial(_ number: Int, besides cells: [String]) -> String {
        guard has(.oddSerials, oneIn: 2) else { return String(number) }
        let padded = String(String("000\(number)".suffix(4)))
        var forms = [
            padded, "\(number).", "(\(number))", "（\(number)）", "\(number)、", "第\(number)项",
            "\(number)-1", fullWidth(String(number)),
        ]
        // A Chinese number beside one text only is how a section begins.
        if number <= 10, cells.count(where: { !$0.isEmpty }) >= 4 {
            forms.append("（\(Array("一二三四五六七八九十")[number - 1])）")
        }
        if (1...20).contains(number), let circled = Unicode.Scalar(0x245F + UInt32(number)) {
            forms.append(String(circled))
        }
        return random.pick(forms)
    }

    /// A text of some pieces, odd ones among them.
    mutating func sentence() -> String {
        var text = piece()
        while random.oneIn(2) { text += random.pick(OfficialWords.joints) + piece() }
        if has(.combiningMarks, oneIn: 6) {
            text = random.pick(OfficialWords.combiningMarks) + text
        }
        if has(.combiningMarks, oneIn: 6) { text += random.pick(OfficialWords.combiningMarks) }
        return text
    }

    private mutating func piece() -> String {
        let odd: [(Oddity, [String])] = [
            (.formulas, OfficialWords.formulas), (.plainQuotes, OfficialWords.plainQuotes),
            (.escapes, OfficialWords.escapes), (.fourByteCharacters, OfficialWords.fourByteTexts),
            (.fullWidthForms, OfficialWords.fullWidthTexts),
        ]
        for (oddity, texts) in odd where has(oddity, oneIn: 8) { return random.pick(texts) }
        let phrase = random.pick(OfficialWords.phrases)
        if has(.invisibles, oneIn: 8) { return phrase + random.pick(OfficialWords.invisibles) }
        guard has(.quotedCells, oneIn: 8) else { return phrase }
        // In a ragged table a tab between two quotes could as well end a cell.
        let isRagged = has(.unpaddedRows) || has(.overpaddedRows)
        let tab = isRagged ? "\n" : "\t"
        let inside = random.pick(["\n", "\r\n", tab, ",\"", "\"", " \"甲\" ", "\n\n"])
        return phrase + inside + random.pick(OfficialWords.phrases)
    }

    /// Whether a column names units, as it was made.
    private func isOfUnits(_ column: Column) -> Bool {
        column.field == .units
            || OfficialWords.unitLabels.contains { $0.contains(column.label) }
    }

    private mutating func units() -> String {
        var text = random.pick(OfficialWords.units)
        while random.oneIn(3) {
            let separator =
                has(.quotedCells, oneIn: 4) ? "\n" : random.pick(OfficialWords.unitSeparators)
            text += separator + random.pick(OfficialWords.units)
        }
        return text
    }

    private func fullWidth(_ digits: String) -> String {
        String(
            String.UnicodeScalarView(
                digits.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }
            )
        )
    }

    // MARK: Texts that go on in a row below

    /// Lets some texts of a target go on in a row of their own; returns whether any does.
    mutating func continueBelow(_ draft: inout OfficialDraft, _ header: OfficialHeader) -> Bool {
        var row = [String](repeating: "", count: header.cells.count)
        var isContinued = false
        for (index, cell) in header.cells.enumerated() {
            guard !draft.cells[index].isEmpty, cell.part == nil, random.oneIn(2) else { continue }
            // Other text was cut where the page ended; units stand one a line.
            let joint: String
            switch cell.column.field {
            case .objective, .progress: joint = ""
            case .units: joint = " "
            case nil: joint = isOfUnits(cell.column) ? " " : ""
            case .serial, .leader, .deadline, .onSchedule: continue
            }
            row[index] =
                isOfUnits(cell.column)
                ? random.pick(OfficialWords.units) : random.pick(OfficialWords.phrases)
            let text = draft.target.text(of: cell.column) + joint + row[index]
            draft.target.put(text, in: cell.column)
            isContinued = true
        }
        if isContinued { draft.continuations.append(row) }
        return isContinued
    }
}
