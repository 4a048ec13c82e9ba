internal import SourceText
internal import TargetModel

/// Finds the cells of a table, or of a part of one, that were changed.
struct TableProposals {
    let table: TargetTable
    let file: String
    private let comparison: TextComparison
    let official: OfficialTable
    let base: BaseTable?
    let columns: [Int?]
    let statesAll: Bool
    private let statedCells: Set<Proposal.Cell>
    var result = Proposals()
    /// Whether a cell's digest says that it didn't say what the base does.
    private var overrulesBase = false
    var cosmetic: [(row: Int, column: Int, target: Int)] = []

    /// Compares every cell.
    ///
    /// With `statesAll`, also those cells are proposed that were changed into what the official
    /// table says already: another file may want something else there. Of `statedCells`, which another
    /// file wants changed, that is also proposed by a file that doesn't know what they said before: all
    /// its texts count.
    /// - Complexity: O(n) in the bytes of the table.
    init(
        _ table: TargetTable,
        file: String,
        comparison: TextComparison,
        official: OfficialTable,
        base: BaseTable?,
        statesAll: Bool,
        statedCells: Set<Proposal.Cell> = []
    ) {
        self.statesAll = statesAll
        self.statedCells = statedCells
        var table = table
        table.baseline = table.baseline?.lookedUp
        self.table = table
        self.file = file
        self.comparison = comparison
        self.official = official
        self.base = base
        columns = official.columns(of: table)
        guard let serialColumn = columns.firstIndex(of: official.serialColumn) else {
            result.diagnostics.report(
                Diagnostic.missingSerialColumn.at(Place(file: file))
            )
            return
        }
        let places = TablePlaces(table, file: file)
        reportUnknownColumns(places)
        let rows = RowMatching(
            table,
            to: official,
            base: base,
            serialColumn: serialColumn,
            place: places.place
        )
        result.diagnostics.report(contentsOf: rows.diagnostics)
        let absent = AbsentTargets(rows.identities, of: official)
        let isSilent = silence(of: rows.identities)
        for (row, identity) in rows.identities.enumerated() {
            switch identity {
            case .target where isSilent[row]: continue
            case .target(let target):
                let before = result.cells.count
                compare(row, with: target, places)
                if result.cells.count > before, isAnother(row, target) {
                    result.cells.removeSubrange(before...)
                    compare(row, withLost: official.serial(target), nil, places)
                }
            case .lost(let serial):
                compare(row, withLost: serial, rows.baseSections[row], places)
            case .new: add(row, formerly: absent.target(like: row, of: table, columns), places)
            case .none: continue
            }
        }
        if base != nil, overrulesBase || keepsTexts(besides: serialColumn) {
            result.diagnostics.report(
                Diagnostic.baseUnused(isList: false).at(Place(file: file))
            )
        }
        reportCosmetic(places)
        reportUnknownBase()
        reportShifted(rows.identities, places)
        reportShiftedRows(rows.identities, places)
    }

    // MARK: Rows of targets that are there

    private mutating func compare(_ row: Int, with target: Int, _ places: TablePlaces) {
        for (column, officialColumn) in columns.enumerated() {
            guard let officialColumn else { continue }
            let range = table.range(row, column)
            let officialRange = official.table.range(target, officialColumn)
            if !table.text.equal(range, officialRange, of: official.table.text) {
                compareTexts(row, column, with: target, officialColumn, places)
            } else if statesAll {
                state(row, column, with: target, officialColumn, places)
            }
        }
    }

    /// Proposes what the official table says already, where the cell said something else.
    private mutating func state(
        _ row: Int,
        _ column: Int,
        with target: Int,
        _ officialColumn: Int,
        _ places: TablePlaces
    ) {
        let current = official.text(target, officialColumn)
        let base = original(
            row,
            column,
            else: self.base?.text(
                of: target,
                in: official,
                official.table.columns[officialColumn]
            )
        )
        let cell = Proposal.Cell(target: target, column: officialColumn)
        let isStated =
            base == .unknown
            ? statedCells.contains(cell) : !isUnchanged(current, since: base, comparison)
        guard isStated else { return }
        result.cells.append(
            Proposal(
                target: target,
                column: officialColumn,
                current: current,
                base: base,
                applies: false,
                new: current,
                place: places.place(row, column),
                comparison: comparison,
                isSaidAlready: true,
                isBaseKnown: base != .unknown
            )
        )
    }

    private mutating func compareTexts(
        _ row: Int,
        _ column: Int,
        with target: Int,
        _ officialColumn: Int,
        _ places: TablePlaces
    ) {
        let current = official.text(target, officialColumn)
        let isSerial = officialColumn == official.serialColumn
        let base = original(row, column, target, officialColumn, current)
        let text = said(row, column, current, base)
        if isSerial, SerialIndex.areSame(CellTextForm.visible(text), current) { return }
        let comparison = comparison(of: row, column)
        switch comparison.difference(from: current, to: text) {
        case .none:
            if statesAll { state(row, column, with: target, officialColumn, places) }
            return
        case .cosmetic:
            if !isSerial { cosmetic.append((row, column, target)) }
            return
        case .real: break
        }
        if isUnchanged(text, since: base, comparison) { return }
        let place = places.place(row, column)
        if leavesAlone(text, instead: current, base, place, target: target, officialColumn) {
            return
        }
        let isBaseKnown = hasBase(row, column, target, officialColumn)
        do {
            let new = try official.fit(
                CellTextForm.written(text, fromSpreadsheet: comparison.isFromSpreadsheet),
                replacing: current
            )
            result.cells.append(
                Proposal(
                    target: target,
                    column: officialColumn,
                    current: current,
                    base: isBaseKnown ? base : .unknown,
                    applies: stands(base, current),
                    new: new,
                    place: place,
                    comparison: comparison,
                    isBaseKnown: isBaseKnown
                )
            )
        } catch {
            report(error, place, target: target, column: officialColumn)
        }
    }

    /// How the text of a cell is compared: a workbook tells texts that were typed from values.
    private func comparison(of row: Int, _ column: Int) -> TextComparison {
        comparison == .spreadsheet && table.text.isTyped(table.range(row, column))
            ? .typed : comparison
    }

    /// Whether a text is no correction but what a program made of the cell's text, which is
    /// reported.
    private mutating func leavesAlone(
        _ text: String,
        instead current: String,
        _ base: Baseline.Original,
        _ place: Place,
        target: Int,
        _ column: Int
    ) -> Bool {
        let olds = [current] + (base.knownText.map { [$0] } ?? [])
        let finding: Diagnostic
        if let old = olds.first(where: { LostCharacters.isOnlyLoss(from: $0, to: text) }) {
            finding = .lostCharacters(old)
            result.leftAlone.count(.lostCharacters)
        } else if current.isEmpty, MissingValueWords.contains(text) {
            finding = .missingValueWord(text, isLeftAlone: true)
            result.leftAlone.count(.missingValueWord)
        } else {
            return false
        }
        result.diagnostics.report(
            finding.at(place).about(
                serial: official.serial(target),
                field: official.table.columns[column].key
            )
        )
        return true
    }

    /// What the file keeps of what a cell said, else what the base table says.
    private func original(
        _ row: Int,
        _ column: Int,
        else base: @autoclosure () -> String?
    ) -> Baseline.Original {
        let kept = table.original(row, column)
        return kept == .unknown ? base().map { .text($0) } ?? .unknown : kept
    }

    /// Whether the file or the base table tells what a cell said.
    private func hasBase(_ row: Int, _ column: Int, _ target: Int, _ officialColumn: Int) -> Bool {
        table.original(row, column) != .unknown
            || base?.text(of: target, in: official, official.table.columns[officialColumn]) != nil
    }

    /// What the cell said where the correction started: as the file keeps it, else as the base
    /// table says, else as the official table says.
    private mutating func original(
        _ row: Int,
        _ column: Int,
        _ target: Int,
        _ officialColumn: Int,
        _ current: String
    ) -> Baseline.Original {
        let kept = table.original(row, column)
        if case .text = kept { return kept }
        let text = base?.text(of: target, in: official, official.table.columns[officialColumn])
        if let text {
            if kept.says(text.utf8) != false { return .text(text) }
            overrulesBase = true
        }
        return kept == .unknown ? .text(current) : kept
    }

    /// Whether the file keeps texts, which no base can add to, other than serials, which every
    /// file keeps.
    private func keepsTexts(besides serialColumn: Int) -> Bool {
        guard let baseline = table.baseline else { return false }
        return (0..<baseline.count).contains {
            $0 % columns.count != serialColumn && baseline.holdsText($0)
        }
    }

    /// What the cell says: TRUE and FALSE, which a spreadsheet program made of 是 and 否, are put
    /// back into words, and `="0140"` is the text that it stands for.
    private func said(
        _ row: Int,
        _ column: Int,
        _ current: String,
        _ base: Baseline.Original
    ) -> String {
        var text = table.string(row, column: column)
        guard comparison.isFromSpreadsheet else { return text }
        if !text.utf8.elementsEqual(current.utf8), base.says(text.utf8) != true {
            text = CellTextForm.withoutTextFormula(text)
        }
        guard isStatus(column),
            case .truth(let value)? = Notation.readings(of: text).first,
            !Status.officialWords.contains(where: text.hasSameBytes)
        else { return text }
        if case .text(let old) = base, Status.value(of: old) == value { return old }
        if Status.value(of: current) == value { return current }
        return official.statusWord(for: value)
    }

    /// Whether a column (from 0) of the file is that of the official table's statuses.
    private func isStatus(_ column: Int) -> Bool {
        columns[column].map { official.table.columns[$0].field == .onSchedule } ?? false
    }

    private func isUnchanged(
        _ text: String,
        since base: Baseline.Original,
        _ comparison: TextComparison
    ) -> Bool {
        switch base {
        case .text(let old): comparison.agree(old, text)
        case .digest:
            [text, CellTextForm.compared(text, decodingEscapes: true)].contains {
                base.says($0.utf8) == true
            }
        case .unknown: false
        }
    }

    private func stands(_ base: Baseline.Original, _ current: String) -> Bool {
        switch base {
        case .text(let old): comparison.agree(old, current)
        case .digest: base.says(current.utf8) == true
        case .unknown: true
        }
    }

    // MARK: Rows of targets that are gone or new

    /// `baseSection` is the section that the base table tells of a row without one.
    private mutating func compare(
        _ row: Int,
        withLost serial: String,
        _ baseSection: String?,
        _ places: TablePlaces
    ) {
        for (column, officialColumn) in columns.enumerated() {
            guard let officialColumn else { continue }
            let text = table.string(row, column: column)
            let base = original(
                row,
                column,
                else: self.base?.text(
                    ofSerial: serial,
                    inSection: table.section(of: row) ?? baseSection,
                    official.table.columns[officialColumn]
                )
            )
            guard base != .unknown, !isUnchanged(text, since: base, comparison(of: row, column))
            else { continue }
            result.lost.append(
                LostProposal(
                    serial: serial,
                    section: table.section(of: row) ?? baseSection,
                    column: officialColumn,
                    base: base,
                    new: CellTextForm.written(text, fromSpreadsheet: comparison.isFromSpreadsheet),
                    place: places.place(row, column)
                )
            )
        }
    }

    private mutating func add(_ row: Int, formerly former: Int?, _ places: TablePlaces) {
        var texts = [String](repeating: "", count: official.table.columns.count)
        for (column, officialColumn) in columns.enumerated() {
            guard let officialColumn else { continue }
            do {
                texts[officialColumn] = try official.fit(
                    CellTextForm.written(
                        said(row, column, "", .unknown),
                        fromSpreadsheet: comparison.isFromSpreadsheet
                    ),
                    replacing: ""
                )
            } catch {
                report(error, places.place(row, column), target: nil, column: officialColumn)
            }
        }
        let serialPlace = columns.firstIndex(of: official.serialColumn).map {
            places.place(row, $0)
        }
        result.targets.append(
            ProposedTarget(
                texts: texts,
                place: serialPlace ?? Place(file: file),
                comparison: comparison,
                formerSerial: former.map(official.serial)
            )
        )
    }
}
