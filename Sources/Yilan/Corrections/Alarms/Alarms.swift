internal import SourceText
internal import TargetModel

/// What is odd about changes that could all be made: people look at it before they are.
///
/// Of one kind and one file the first few are told one by one, the others by their number.
struct Alarms {
    /// How many alarms of one kind and one file are told one by one.
    private static let most = 10

    private let official: TargetTable
    private let changes: [ApplyPlan.Change]
    private let added: [ApplyPlan.WholeTarget]

    /// Prepares to look at changes of `official` and at new targets.
    init(
        official: TargetTable,
        changes: [ApplyPlan.Change],
        added: [ApplyPlan.WholeTarget]
    ) {
        self.official = official
        self.changes = changes
        self.added = added
    }

    /// Reports each alarm at the place of the correction that it is about.
    ///
    /// - Complexity: O(n) in the texts of the changes and of the new targets.
    func report(to diagnostics: inout DiagnosticBag) {
        reportMany(to: &diagnostics)
        for column in official.columns.indices { reportMoved(in: column, to: &diagnostics) }
        let pieces = Cores.ranges(of: Self.changesPerPiece, in: changes.count)
        var alarms = Cores.map(pieces.count) { piece in
            pieces[piece].flatMap { self.alarms(about: changes[$0]) }
        }.flatMap(\.self)
        for target in added {
            for (column, text) in zip(official.columns, target.texts) {
                for finding in Self.alarms(column, "", text, year: official.document.year) {
                    alarms.append(
                        (finding.about(serial: target.serial, field: column.key), target.place)
                    )
                }
            }
        }
        Self.report(alarms, to: &diagnostics)
    }

    // MARK: Texts that changed places

    /// Reports the corrections of a column (from 0) that say what other targets said: somebody sorted
    /// or pasted a part of the rows.
    ///
    /// Only what each target tells in its own words counts; leaders, deadlines and units are said of
    /// many. One report may be meant for two targets; what is to be achieved is not.
    private func reportMoved(in column: Int, to diagnostics: inout DiagnosticBag) {
        let key = official.columns[column].key
        guard [.objective, .progress].contains(official.columns[column].field),
            // What moved as a whole is an error already.
            !diagnostics.all.contains(where: { $0.code == .shiftedCells && $0.field == key })
        else { return }
        let ofColumn = changes.indices.filter {
            changes[$0].columnIndex == column && changes[$0].new.utf8.count >= Self.tellingSize
        }
        let fewest = official.columns[column].field == .objective ? 1 : Self.fewestMoved
        guard ofColumn.count >= fewest else { return }
        // Of all texts only those are compared that are like a new one at a few places: a hundred
        // thousand strings would cost as much as everything else.
        let likely = LikelyTexts(ofColumn.lazy.map { changes[$0].new })
        var speakers: [String: [Int]] = [:]
        let pieces = Cores.ranges(of: Self.targetsPerPiece, in: official.count)
        let alike = Cores.map(pieces.count) { likely.likely(of: pieces[$0], column, in: official) }
        for target in alike.joined() {
            speakers[official.string(target, column: column), default: []].append(target)
        }
        // Strings are the same where their characters are, which takes long to find out.
        let said = LikelyTexts(speakers.keys)
        let moved = ofColumn.filter { change in
            guard said.mayHold(changes[change].new.utf8.span) else { return false }
            return speakers[changes[change].new].map {
                $0.count == 1 && $0[0] != changes[change].target
            }
                ?? false
        }
        guard moved.count >= fewest else { return }
        let first = changes[moved[0]]
        diagnostics.report(
            Diagnostic.movedTexts(moved.count, first.column).at(first.places.first ?? Place())
                .about(serial: first.serial, field: first.column.key)
        )
    }

    /// How many targets one core looks at a time.
    private static let targetsPerPiece = 1 << 13

    /// So many corrections of a column that say what other targets said are no chance.
    private static let fewestMoved = 2
    /// A text of fewer bytes of UTF-8 may be said of several targets.
    private static let tellingSize = 18

    // MARK: Single cells

    /// How many changes one core looks at a time.
    private static let changesPerPiece = 512

    private func alarms(about change: ApplyPlan.Change) -> [(finding: Diagnostic, place: Place)] {
        let year = official.year(of: change.target)
        let other = columnSaying(change).map { [Diagnostic.textOfAnotherColumn($0)] } ?? []
        return (Self.alarms(about: change, year: year) + other).map { finding in
            (
                finding.about(serial: change.serial, field: change.column.key),
                change.places.first ?? Place()
            )
        }
    }

    /// Another column of the target that says what the changed cell is to say: perhaps it was typed or
    /// pasted into the wrong one.
    private func columnSaying(_ change: ApplyPlan.Change) -> Column? {
        func isOfForm(_ column: Column) -> Bool { column.field != nil && column.field != .serial }
        guard isOfForm(change.column), !change.new.isEmpty else { return nil }
        let size = change.new.utf8.count
        let other = official.columns.indices.first { column in
            let range = official.range(change.target, column)
            return column != change.columnIndex && range.length == size
                && isOfForm(official.columns[column])
                && official.text.bytes(range).elementsEqual(change.new.utf8)
        }
        return other.map { official.columns[$0] }
    }

    private static func alarms(about change: ApplyPlan.Change, year: Int?) -> [Diagnostic] {
        if change.new.isEmpty {
            return change.column.field == .serial ? [] : [.emptiedCell(change.old)]
        }
        var found = alarms(change.column, change.old, change.new, year: year)
        if change.column.field == .serial {
            found.insert(.changedSerial(change.old, change.new), at: 0)
        }
        return found
    }

    /// The alarms about a text that is not blank.
    private static func alarms(
        _ column: Column,
        _ old: String,
        _ new: String,
        year: Int?
    ) -> [Diagnostic] {
        guard !new.isEmpty else { return [] }
        var found: [Diagnostic] = []
        if MissingValueWords.contains(new) {
            found.append(.missingValueWord(new, isLeftAlone: false))
        } else if column.field == .onSchedule, isUnclearStatus(new, insteadOf: old) {
            found.append(.statusNotUnderstood(new))
        } else if column.field == .deadline, isUnclearDeadline(new, insteadOf: old, year) {
            found.append(.deadlineNotUnderstood(new))
        }
        for odd in OddCharacters.added(in: new, to: old) {
            switch odd.oddity {
            case .invisible, .privateUse:
                var finding = OddCharacters.finding(odd.oddity, odd.scalar, odd.count)
                finding.severity = .warning
                found.append(finding)
            // The first two are errors already; a radical can be seen.
            case .control, .replacement, .radical: continue
            }
        }
        return found
    }

    /// Whether a status says neither yes nor no although the old one did, or is no word for a
    /// status where there was one or none.
    private static func isUnclearStatus(_ new: String, insteadOf old: String) -> Bool {
        guard Status.value(of: new) == nil else { return false }
        if Status.value(of: old) != nil { return true }
        return !Status.isKnownNeutral(new) && (old.isEmpty || Status.isKnownNeutral(old))
    }

    /// Whether a deadline isn't understood although the old one was, or there was none.
    private static func isUnclearDeadline(
        _ new: String,
        insteadOf old: String,
        _ year: Int?
    ) -> Bool {
        Deadline(new, year: year).kind == .unknown && Deadline(old, year: year).kind != .unknown
    }

    /// Alarms that are told together: those of one code about one file.
    private struct Kind: Hashable {
        let code: FindingCode
        let file: String

        init(_ finding: Diagnostic, _ place: Place) {
            code = finding.code
            file = place.file
        }
    }

    private static func report(
        _ alarms: [(finding: Diagnostic, place: Place)],
        to diagnostics: inout DiagnosticBag
    ) {
        var counts: [Kind: Int] = [:]
        for (finding, place) in alarms { counts[Kind(finding, place), default: 0] += 1 }
        var told: [Kind: Int] = [:]
        for (finding, place) in alarms {
            let kind = Kind(finding, place)
            let number = told[kind, default: 0] + 1
            told[kind] = number
            guard number <= most else { continue }
            let rest = (counts[kind] ?? 0) - most
            var placed = finding.at(place)
            if number == most, rest > 0 { placed.message = placed.message.and(more: rest) }
            diagnostics.report(placed)
        }
    }

    // MARK: Many changes

    /// What a file changes.
    private struct ChangedFile {
        /// Where it changes something first.
        let first: Place
        var cells = 0
        var targets = 0
        private var lastTarget: Int?

        init(first: Place) {
            self.first = first
        }

        func isFile(of place: Place) -> Bool { first.file.hasSameBytes(as: place.file) }

        /// Counts a change of a target (from 0); those of one come one after the other.
        mutating func add(_ target: Int) {
            cells += 1
            if lastTarget != target { targets += 1 }
            lastTarget = target
        }
    }

    /// Reports files that change more than 10 targets and a fifth of all.
    private func reportMany(to diagnostics: inout DiagnosticBag) {
        var files: [ChangedFile] = []
        // The changes are in the order of the targets, and mostly one file's.
        var latest = 0
        for change in changes.indices {
            for place in changes[change].places {
                if !files.indices.contains(latest) || !files[latest].isFile(of: place) {
                    latest = files.firstIndex { $0.isFile(of: place) } ?? files.count
                }
                if latest == files.count { files.append(ChangedFile(first: place)) }
                files[latest].add(changes[change].target)
            }
        }
        for file in files {
            let count = file.targets
            guard count > 10, count * 5 > official.count else { continue }
            diagnostics.report(
                Diagnostic.manyChanges(cells: file.cells, targets: count, of: official.count)
                    .at(file.first)
            )
        }
    }
}

extension Wording {
    /// This, and that there are more of the kind in the same file.
    fileprivate func and(more count: Int) -> Wording {
        Wording(
            en: "\(self); \(count) more cells of this file likewise",
            zh: "\(self)；此文件另有 \(count) 格也是如此"
        )
    }
}
