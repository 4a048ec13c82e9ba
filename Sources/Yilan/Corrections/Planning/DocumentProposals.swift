internal import SourceText
internal import TargetModel

/// Finds what a list of corrections wants.
struct DocumentProposals {
    private let document: CorrectionsDocument
    private let official: OfficialTable
    private let addsTargets: Bool
    private(set) var result = Proposals()
    /// Serials that the list itself changes, with the new ones.
    private var renamed: [Correction] = []
    /// The field that was named last, and its column (from 0): a list mostly corrects one.
    private var lastField: (name: String, column: Int?)?

    /// Looks every correction up.
    ///
    /// - Complexity: O(n) in the corrections.
    init(_ document: CorrectionsDocument, official: OfficialTable, options: ApplyOptions) {
        self.document = document
        self.official = official
        addsTargets = options.addsTargets
        for index in document.corrections.indices
        where column(named: document.corrections[index].field) == official.serialColumn {
            renamed.append(document.corrections[index])
        }
        if options.base != nil, !document.corrections.isEmpty {
            let place = Place(file: document.corrections[0].place.file)
            result.diagnostics.report(Diagnostic.baseUnused(isList: true).at(place))
        }
        let pieces = Cores.ranges(of: Self.correctionsPerPiece, in: document.corrections.count)
        let empty = self
        let found = Cores.map(pieces.count) { piece in
            var part = empty
            part.result = Proposals()
            part.result.cells.reserveCapacity(pieces[piece].count)
            for index in pieces[piece] { part.propose(document.corrections[index]) }
            return part.result
        }
        result.cells.reserveCapacity(document.corrections.count)
        for part in found { result.add(part) }
        for target in document.added { add(target) }
        for target in document.removed { note(target, options) }
    }

    /// How many corrections one core looks up at a time.
    private static let correctionsPerPiece = 512

    /// The column (from 0) that a correction names; nil where the official table has none.
    private mutating func column(named field: String) -> Int? {
        if let lastField, lastField.name.hasSameBytes(as: field) { return lastField.column }
        let column = official.column(named: field)
        lastField = (field, column)
        return column
    }

    private mutating func propose(_ correction: Correction) {
        guard let column = column(named: correction.field) else {
            result.diagnostics.report(
                Diagnostic.unknownField(correction.field, official.table.columns)
                    .at(correction.place)
                    .about(serial: correction.serial, field: correction.field)
            )
            return
        }
        guard let target = target(of: correction, column: column) else { return }
        let current = official.text(target, column)
        let written = CellTextForm.written(correction.new, fromSpreadsheet: false)
        if LostCharacters.isOnlyLoss(from: current, to: written) {
            result.leftAlone.count(.lostCharacters)
            result.diagnostics.report(
                Diagnostic.lostCharacters(current).at(correction.place).about(
                    serial: correction.serial,
                    field: official.table.columns[column].key
                )
            )
            return
        }
        do {
            // What the cell says already need not fit: it stands there.
            let isSaidAlready = current.hasSameBytes(as: written)
            let new = isSaidAlready ? current : try official.fit(written, replacing: current)
            let applies =
                correction.old.map { old in
                    TextComparison.literal.agree(old, current)
                        || (column == official.serialColumn && SerialIndex.areSame(old, current))
                } ?? true
            result.cells.append(
                Proposal(
                    target: target,
                    column: column,
                    current: current,
                    base: correction.old.map { .text($0) } ?? .unknown,
                    applies: applies,
                    new: new,
                    place: correction.place,
                    comparison: .literal,
                    isSaidAlready: current.hasSameBytes(as: new)
                )
            )
        } catch {
            result.diagnostics.report(
                error.diagnostic.at(correction.place).about(
                    serial: correction.serial,
                    field: official.table.columns[column].key
                )
            )
        }
    }

    /// The target of a correction; nil where there is none, which is reported.
    private mutating func target(of correction: Correction, column: Int) -> Int? {
        switch official.index.find(correction.serial) {
        case .one(let target):
            // Where the table has moved on, the old text tells whether it is the one.
            guard let place = correction.target else { return target }
            if isElsewhere(target, place) {
                result.diagnostics.report(
                    Diagnostic.noTargetThere(correction.serial, [official.place(target)])
                        .at(correction.place)
                )
                return nil
            }
            guard correction.old == nil, place.section == nil,
                !official.table.origins[target].isAt(place)
            else { return target }
            var finding = Diagnostic.noTargetThere(correction.serial, [official.place(target)])
            finding.severity = .warning
            result.diagnostics.report(finding.at(correction.place))
            return target
        case .several(let targets):
            let meant = correction.target.map { place in
                let standingThere = targets.filter { !isElsewhere($0, place) }
                return place.section != nil && standingThere.count == 1
                    ? standingThere
                    : standingThere.filter { official.table.origins[$0].isAt(place) }
            }
            if let meant, meant.count == 1 { return meant[0] }
            let finding =
                meant?.isEmpty == true
                ? Diagnostic.noTargetThere(correction.serial, targets.map(official.place))
                : .ambiguousSerial(correction.serial, targets.map(official.place))
            result.diagnostics.report(finding.at(correction.place))
            return nil
        case .none: break
        }
        // Applied once already: the target goes by its new serial.
        let renaming = renamed.first { SerialIndex.areSame($0.serial, correction.serial) }
        if let renaming, case .one(let target) = official.index.find(renaming.new) { return target }
        result.diagnostics.report(
            Diagnostic.unknownSerial(correction.serial, addsTargets: addsTargets)
                .at(correction.place)
                .about(serial: correction.serial)
        )
        return nil
    }

    /// Whether a target stands in another section than a place names.
    private func isElsewhere(_ target: Int, _ place: Correction.TargetPlace) -> Bool {
        guard let section = place.section, official.table.sectionColumn != nil else { return false }
        return !official.table.isTarget(target, inSection: section)
    }

    private mutating func add(_ target: CorrectionsDocument.NewTarget) {
        var texts = [String](repeating: "", count: official.table.columns.count)
        for (field, text) in target.texts {
            guard let column = official.column(named: field) else {
                guard !text.isEmpty else { continue }
                result.diagnostics.report(
                    Diagnostic.unknownField(field, official.table.columns).at(target.place)
                        .about(field: field)
                )
                continue
            }
            do {
                texts[column] = try official.fit(
                    CellTextForm.written(text, fromSpreadsheet: false),
                    replacing: ""
                )
            } catch {
                result.diagnostics.report(
                    error.diagnostic.at(target.place)
                        .about(field: official.table.columns[column].key)
                )
            }
        }
        let serial = texts[official.serialColumn]
        guard !serial.isEmpty else {
            result.diagnostics.report(Diagnostic.missingSerial.at(target.place))
            return
        }
        let section = official.table.sectionColumn.map { texts[$0] }
        if case .one(let existing) = official.index.find(serial, inSection: section) {
            let isThere = texts.indices.allSatisfy {
                TextComparison.literal.agree(texts[$0], official.text(existing, $0))
            }
            if isThere { return }
            result.diagnostics.report(
                Diagnostic.existingSerial(serial, official.place(existing)).at(target.place)
                    .about(serial: serial)
            )
            return
        }
        result.targets.append(
            ProposedTarget(texts: texts, place: target.place, comparison: .literal)
        )
    }

    /// A target that is gone elsewhere stays here, unless it is named with `--delete`.
    private mutating func note(
        _ target: CorrectionsDocument.RemovedTarget,
        _ options: ApplyOptions
    ) {
        guard official.index.find(target.serial) != .none,
            !options.deletedSerials.contains(where: { SerialIndex.areSame($0, target.serial) })
        else { return }
        result.diagnostics.report(
            Diagnostic.removedTargetStays(target.serial).at(target.place)
                .about(serial: target.serial)
        )
    }
}

extension Origin {
    /// Whether a target that comes from here stands where a correction says.
    fileprivate func isAt(_ place: Correction.TargetPlace) -> Bool {
        (place.line ?? Int(line)) == Int(line) && (place.page ?? Int(page)) == Int(page)
            && (place.block ?? Int(block)) == Int(block)
    }
}
