internal import DelimitedText
internal import SourceText
internal import TargetModel

extension RowReader {
    /// Ends adding a target (from 0) whose cells stand in the table as the row has them.
    mutating func finishAdding(
        _ target: Int,
        row: Int,
        index: Int,
        page: Int,
        isLeaderMerged: Bool
    ) {
        let base = target * result.columns.count
        for column in dittoColumns where isDitto(result.table[base + column], orBlank: false) {
            // Where the one above is of another part, there is none to mean.
            guard target > firstOfPart else { break }
            result.table[base + column] = result.text(target - 1, column)
        }
        if let carriedNames, carriedNames.fillsBlanks, target > firstOfPart,
            case let column = carriedNames.column, result.table[base + column].isEmpty
        {
            result.table[base + column] = result.text(target - 1, column)
        }
        fillLeader(base: base, isKnown: isLeaderMerged)
        group = TargetGroup(first: target)
        result.targetRows.append(UInt32(truncatingIfNeeded: row))
        result.origins.append(
            Origin(line: grid.line(ofRow: row), page: page + 1, block: index + 1)
        )
        lastTargetRow = max(lastTargetRow, row)
    }

    /// A blank leader, 同上 or 〃 under a name means the same leader; a blank one doesn't where it is
    /// known which cells are merged.
    private mutating func fillLeader(base: Int, isKnown: Bool) {
        guard let leaderColumn, !lacksLeader else {
            // A table without leaders names none, whoever the one above it names.
            (leader, inheritsLeader) = (.empty, false)
            return
        }
        let said = result.table[base + leaderColumn]
        inheritsLeader = isDitto(said) && !(isKnown && said.isEmpty)
        if inheritsLeader {
            if !leader.isEmpty { result.table[base + leaderColumn] = leader }
        } else {
            leader = said
        }
    }

    /// Opens the section of the unit that a row (from 0) names, where the numbering begins anew with its
    /// number.
    mutating func enterNames(_ row: Int, _ block: ColumnBlock, number: Int) {
        guard let carriedNames, carriedNames.areSections, sections.restarts(with: number),
            let offset = block.columns.firstIndex(of: carriedNames.column)
        else { return }
        let name = cells.string(row: row, cell: block.cell + offset)
        if !name.isEmpty { sections.addGroup(HeaderLabel.tidied(name), result.origins.count) }
    }

    func isDitto(_ text: TextRange, orBlank: Bool = true) -> Bool {
        text.isEmpty ? orBlank : result.text.withSpan(of: text) { RowWords.isDitto($0) }
    }
}
