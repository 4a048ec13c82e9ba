package import SourceText

extension TargetTable {
    /// The name of the file that a finding about the whole table is placed in, as the user gave it
    /// where that is known.
    package var shownName: String { inputName ?? places?.sheets.first?.file ?? document.file }

    /// Returns a finding placed in the file that the table was read from, which need not be the
    /// official file that its document names.
    ///
    /// Target and column are counted from 0; without a target only the file is named.
    package func placed(
        _ finding: Diagnostic,
        target: Int? = nil,
        column: Int? = nil
    ) -> Diagnostic {
        var placed = finding
        placed.file = shownName
        guard let target else { return placed }
        if let place = places?.place(target, column) {
            if let file = place.sheet.file { placed.file = file }
            placed.sheet = place.sheet.name
            placed.cell = place.cell
            if place.sheet.name == nil { placed.line = place.number }
        }
        return placed.about(
            serial: string(target, .serial),
            field: column.map { columns[$0].key }
        )
    }

    /// The first cell (target and column from 0) whose text has a character.
    ///
    /// - Complexity: O(n) in the text; for a finding only.
    package func firstCell(with scalar: Unicode.Scalar) -> (target: Int, column: Int)? {
        let wanted = Array(String(scalar).utf8)
        for target in 0..<count {
            for column in columns.indices {
                let bytes = text.bytes(range(target, column))
                let isThere = bytes.indices.contains { index in
                    bytes[index] == wanted[0] && bytes[index...].starts(with: wanted)
                }
                if isThere { return (target, column) }
            }
        }
        return nil
    }
}
