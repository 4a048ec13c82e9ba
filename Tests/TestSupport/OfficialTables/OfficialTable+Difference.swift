import TargetModel

extension OfficialTable {
    /// Says in a few words where `table` differs from what the file was made to say; nil where it
    /// doesn't.
    ///
    /// Compares columns, texts, places (unless `comparingPlaces` is false) and the title, character
    /// by character.
    public func difference(from table: TargetTable, comparingPlaces: Bool = true) -> String? {
        if !Self.equal(table.document.title, title) {
            return "\(self): title \(table.document.title ?? "nil")"
        }
        guard table.columns == columns else {
            return "\(self): columns \(Self.names(table.columns)), not \(Self.names(columns))"
        }
        guard table.count == targets.count else {
            return "\(self): \(table.count) targets, not \(targets.count)"
        }
        for (index, target) in targets.enumerated() {
            for column in columns.indices {
                let read = table.string(index, column: column)
                let meant = target.text(of: columns[column])
                guard read.utf8.elementsEqual(meant.utf8) else {
                    return "\(self): target \(index), \(columns[column].label): "
                        + "\(read.debugDescription), not \(meant.debugDescription)"
                }
            }
            let origin = Origin(line: target.line, page: target.page, block: target.block)
            guard !comparingPlaces || table.origins[index] == origin else {
                return "\(self): target \(index): \(table.origins[index]), not \(origin)"
            }
        }
        return nil
    }

    private static func equal(_ one: String?, _ other: String?) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        return one.utf8.elementsEqual(other.utf8)
    }

    private static func names(_ columns: [Column]) -> String {
        columns.map { ($0.field?.key ?? "extra") + ":" + $0.label }.joined(separator: " ")
    }
}
