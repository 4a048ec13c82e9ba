package import SourceText

extension TargetTable {
    /// The name of the file that a finding about the whole table is placed in, as the user gave it
    /// where that is known.
    package var shownName: String { inputName ?? places?.sheets.first?.file ?? document.file }

    /// Where a target (from 0) stands in the file that the table was read from: the line of a text, or
    /// the cell of a column (from 0) on a sheet.
    ///
    /// `file` is the file's name as the user gave it; nil: what the table knows.
    package func place(of target: Int, column: Int? = nil, file: String? = nil) -> Place {
        guard let places else {
            let line = Int(origins[target].line)
            return Place(file: file ?? shownName, line: line > 0 ? line : nil)
        }
        guard let found = places.place(target, column) else {
            return Place(file: file ?? shownName)
        }
        let name = file ?? found.sheet.file ?? shownName
        guard let sheet = found.sheet.name else { return Place(file: name, line: found.number) }
        return Place(file: name, sheet: sheet, cell: found.cell)
    }

    /// Where a target (from 0) stands in the official file, wherever the table was read from.
    package func officialPlace(of target: Int) -> Place {
        let origin = origins[target]
        let line = Int(origin.line)
        // A document's other texts aren't copied for it.
        return Place(file: documents[Int(origin.document)].file, line: line > 0 ? line : nil)
    }

    /// Returns a finding placed in the file that the table was read from, which need not be the
    /// official file that its document names.
    ///
    /// Target and column are counted from 0; without a target only the file is named.
    package func placed(
        _ finding: Diagnostic,
        target: Int? = nil,
        column: Int? = nil
    ) -> Diagnostic {
        guard let target else {
            var placed = finding
            placed.file = shownName
            return placed
        }
        return finding.at(place(of: target, column: column)).about(
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
