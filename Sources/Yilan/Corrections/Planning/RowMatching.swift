internal import SourceText
internal import TargetModel

/// What a row of a table with corrections is about.
enum RowIdentity: Equatable {
    /// A target of the official table, by index from 0.
    case target(Int)
    /// A target that the official table had where the corrections started, by its serial then.
    case lost(serial: String)
    /// A target that the official table never had.
    case new
    /// Nothing: the row is blank, or what is wrong with it was reported.
    case none
}

/// Says which target each row of a table with corrections is about.
///
/// A row belongs to the serial that it had when the file was made, where the file keeps that; then
/// another serial is a correction of the serial.
struct RowMatching {
    private let official: OfficialTable
    private let table: TargetTable
    private let base: BaseTable?
    private let serialColumn: Int
    private let place: (Int, Int) -> Place
    private let sections: MatchingSections
    private(set) var identities: [RowIdentity]
    private(set) var diagnostics = DiagnosticBag()
    /// The sections, told by the base table, of rows (from 0) of a table without sections.
    private(set) var baseSections: [Int: String] = [:]
    /// The row (from 0) that speaks for each target.
    private var claims: [Int: Int] = [:]
    private var targetsByDigest: [UInt32: [Int]]?
    /// Rows (from 0) whose serial several targets have, by these targets.
    private var repeated: [[Int]: [Int]] = [:]

    /// Matches the rows.
    ///
    /// - Complexity: O(n) in the rows.
    init(
        _ table: TargetTable,
        to official: OfficialTable,
        base: BaseTable?,
        serialColumn: Int,
        place: @escaping (Int, Int) -> Place
    ) {
        self.table = table
        self.official = official
        self.base = base
        self.serialColumn = serialColumn
        self.place = place
        sections = MatchingSections(table, official.table, official.columns(of: table))
        identities = Array(repeating: .none, count: table.count)
        var changedSerials: [Int] = []
        let documents = Self.relevantDocuments(of: table, official: official.table)
        if let documents { reportOthers(documents) }
        for row in 0..<table.count where !isBlank(row) {
            if let documents, !documents[Int(table.origins[row].document)] { continue }
            if hasItsSerial(row) {
                identities[row] = identityByOwnSerial(row)
                claim(row)
            } else {
                changedSerials.append(row)
            }
        }
        resolveRepeated()
        // Rows that still have their serial come first: a row that was copied, and then given
        // another serial, must not speak for the target that it was copied from.
        for row in changedSerials {
            identities[row] = identityByOriginalSerial(row)
            claim(row)
        }
    }

    /// Of a table made from several documents, the rows of the official one; nil: all rows.
    private static func relevantDocuments(
        of table: TargetTable,
        official: TargetTable
    ) -> [Bool]? {
        guard table.documents.count > 1, let title = official.document.title else { return nil }
        let isOfficial = table.documents.map { $0.title?.utf8.elementsEqual(title.utf8) ?? false }
        return isOfficial.contains(true) ? isOfficial : nil
    }

    /// Tells how many rows of other tables there are, which are passed over.
    private mutating func reportOthers(_ isOfficial: [Bool]) {
        for (number, document) in table.documents.enumerated() where !isOfficial[number] {
            let rows = (0..<table.count).filter { Int(table.origins[$0].document) == number }
            guard let first = rows.first else { continue }
            diagnostics.report(
                Diagnostic.rowsOfAnother(rows.count, document.title ?? document.file)
                    .at(place(first, serialColumn))
            )
        }
    }

    private func isBlank(_ row: Int) -> Bool {
        table.columns.indices.allSatisfy { table.range(row, $0).isEmpty }
    }

    /// The targets that a serial means where a row stands.
    private func find(_ serial: String, _ row: Int) -> SerialIndex.Match {
        sections.find(serial, row, in: official.index)
    }

    private func original(_ row: Int) -> Baseline.Original {
        table.original(row, serialColumn)
    }

    /// Whether the row has the serial that it had when the file was made, or never had one.
    private func hasItsSerial(_ row: Int) -> Bool {
        let range = table.range(row, serialColumn)
        switch original(row) {
        case .unknown: return true
        case .text(let text):
            if table.text.bytes(range).elementsEqual(text.utf8) { return true }
            let kept = table.text.string(range)
            return SerialIndex.areSame(kept, text) || TextComparison.spreadsheet.agree(kept, text)
        case .digest:
            // The digest is asked only where the row says something new.
            if case .one(let target) = find(table.text.string(range), row),
                saysTheSame(row, as: target)
                    || original(row).says(official.serial(target).utf8) == true
            {
                return true
            }
            return original(row).says(table.text.bytes(range)) == true
        }
    }

    /// Whether a row says in each column what a target says.
    private func saysTheSame(_ row: Int, as target: Int) -> Bool {
        guard table.columns == official.table.columns else { return false }
        return table.columns.indices.allSatisfy { column in
            table.text.equal(
                table.range(row, column),
                official.table.range(target, column),
                of: official.table.text
            )
        }
    }

    private mutating func identityByOwnSerial(_ row: Int) -> RowIdentity {
        var serial = table.string(row, column: serialColumn)
        if case .text(let original) = original(row) { serial = original }
        var match = find(serial, row)
        if table.sectionColumn == nil,
            let section = base?.section(of: row, in: table, serial: serial)
        {
            baseSections[row] = section
            match = official.index.find(serial, inSection: section)
        }
        switch match {
        case .one(let target): return .target(target)
        case .several(let targets):
            repeated[targets, default: []].append(row)
            return .none
        case .none:
            if serial.isEmpty {
                diagnostics.report(Diagnostic.missingSerial.at(place(row, serialColumn)))
                return .none
            }
            return identityOfGone(row, serial)
        }
    }

    /// What a row is about whose target the official table doesn't have.
    private func identityOfGone(_ row: Int, _ serial: String) -> RowIdentity {
        let wasThere =
            original(row) != .unknown
            || base.map { base in
                let section = table.section(of: row) ?? baseSections[row]
                return base.index.find(serial, inSection: section) != .none
            } ?? false
        return wasThere ? .lost(serial: serial) : .new
    }

    /// Tells the rows apart whose serial several targets have.
    private mutating func resolveRepeated() {
        let columns = official.columns(of: table)
        for (found, rows) in repeated.sorted(by: { $0.value[0] < $1.value[0] }) {
            // Rows of their own section speak for the others.
            let targets = found.filter { claims[$0] == nil }
            let matched = SameSerialRows(
                rows,
                of: table,
                to: targets,
                of: official.table,
                columns: columns
            )
            for (target, row) in matched.rows {
                identities[row] = .target(target)
                claims[target] = row
            }
            for row in matched.ambiguous {
                let serial = table.string(row, column: serialColumn)
                diagnostics.report(
                    .ambiguousSerial(serial, found.map(official.place))
                        .at(place(row, serialColumn))
                )
            }
        }
    }

    private mutating func identityByOriginalSerial(_ row: Int) -> RowIdentity {
        let shownSerial = table.string(row, column: serialColumn)
        var found: [Int] = []
        var serial = shownSerial
        switch original(row) {
        case .text(let text):
            serial = text
            if case .one(let target) = find(text, row) { found = [target] }
        case .digest(let digest): found = targets(withDigest: digest)
        case .unknown: break
        }
        found.removeAll { claims[$0] != nil }
        if found.count == 1 { return .target(found[0]) }
        // The correction was made already, or the row is a copy with a serial of its own.
        if case .one(let target) = find(shownSerial, row), claims[target] == nil {
            return .target(target)
        }
        return isCopy(row) ? .new : .lost(serial: serial)
    }

    /// Whether another row speaks for the target that the row was made from.
    private mutating func isCopy(_ row: Int) -> Bool {
        switch original(row) {
        case .text(let text):
            guard case .one(let target) = find(text, row) else { return false }
            return claims[target] != nil
        case .digest(let digest): return targets(withDigest: digest).contains { claims[$0] != nil }
        case .unknown: return true
        }
    }

    private mutating func targets(withDigest digest: UInt32) -> [Int] {
        if let targetsByDigest { return targetsByDigest[digest] ?? [] }
        var targets: [UInt32: [Int]] = [:]
        for target in 0..<official.table.count {
            let bytes = official.table.text.bytes(
                official.table.range(target, official.serialColumn)
            )
            if case .digest(let digest) = Baseline.Original(digestOf: bytes) {
                targets[digest, default: []].append(target)
            }
        }
        targetsByDigest = targets
        return targets[digest] ?? []
    }

    /// Lets a row speak for its target; two rows that do so are an error that names both.
    private mutating func claim(_ row: Int) {
        guard case .target(let target) = identities[row] else { return }
        guard let first = claims[target] else {
            claims[target] = row
            return
        }
        // Serials are unique within a section: of two rows, the other one's target is gone.
        let isOfSection = [first, row].map { sections.areSame($0, target) }
        if isOfSection == [true, false] || isOfSection == [false, true] {
            let (kept, gone) = isOfSection[0] ? (first, row) : (row, first)
            claims[target] = kept
            identities[kept] = .target(target)
            identities[gone] = identityOfGone(gone, table.string(gone, column: serialColumn))
            return
        }
        identities[row] = .none
        diagnostics.report(
            Diagnostic.repeatedRow(
                table.string(row, column: serialColumn),
                first: place(first, serialColumn)
            ).at(place(row, serialColumn))
        )
    }
}
