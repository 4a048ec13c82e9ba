internal import SourceText
internal import TargetModel

extension ValueEvidence {
    /// Decides which of several columns says what is to be achieved.
    ///
    /// One of bare figures (年度目标: 6, 320) says less than one of words (指标名称: 城镇新增就业); one that
    /// says something once for several rows (主要任务, merged) less than one that each row fills
    /// (具体工作).
    func decideObjective(_ block: inout ColumnBlock, in pages: [Page]) {
        guard let objective = block.offset(of: .objective),
            let match = block.labels[objective].match,
            match.evidence != .said, match.specificity != .max
        else { return }
        // A second column under the objective's label, merged over both, is of the objective, too.
        let others = block.labels.indices.filter { offset in
            block.fields[offset] == nil
                && (block.labels[offset].match?.field == .objective
                    || (offset == objective + 1 && block.evidence[offset] == .position))
        }
        guard !others.isEmpty else { return }
        if others == [objective + 1], standsForBlanks(others[0], of: objective, in: pages) {
            block.fields[objective] = nil
            block.parts[.objective] = [objective, others[0]]
            return
        }
        let said = texts(of: objective, in: pages)
        let better = others.compactMap { offset -> (offset: Int, texts: Texts)? in
            let texts = texts(of: offset, in: pages)
            let isMore =
                said.areFigures
                ? !texts.areFigures && texts.words * 2 >= said.filled
                : !texts.areFigures && texts.words * 4 >= said.filled * 5
            return isMore ? (offset, texts) : nil
        }
        let best = better.max { one, other in
            block.labels[one.offset].match?.specificity ?? 0
                < block.labels[other.offset].match?.specificity ?? 0
        }
        guard let best else { return }
        if block.evidence[best.offset] == .position {
            // A name of the program's making says what the column is, to who reads it again.
            block.labels[best.offset].rename(Field.objective.label)
        }
        block.fields[objective] = nil
        block.take(.objective, at: best.offset, .values(best.texts.words, of: best.texts.filled))
    }

    /// Whether a column without a label, beside the objective's, says what there is to do in some row that
    /// leaves the objective's cell blank, and says nothing in another: the label is merged over both.
    private func standsForBlanks(_ offset: Int, of objective: Int, in pages: [Page]) -> Bool {
        var (stands, isBlank) = (false, false)
        for page in pages {
            for block in page.blocks where block.evidence[offset] == .position {
                for row in page.rows.prefix(Self.sampleSize * 4) {
                    let says = isFilled(block.cell + offset, row)
                    let isSaid = isFilled(block.cell + objective, row)
                    stands = stands || (says && !isSaid)
                    isBlank = isBlank || (!says && isSaid)
                }
            }
        }
        return stands && isBlank
    }

    /// What the cells of a column say in rows that are targets.
    private struct Texts {
        var filled = 0
        /// Those that say more than a figure.
        var words = 0

        var areFigures: Bool { filled > 0 && words * 3 <= filled }
    }

    private func texts(of offset: Int, in pages: [Page]) -> Texts {
        var texts = Texts()
        var looked = 0
        for page in pages {
            for block in page.blocks {
                for row in page.rows where looked < Self.sampleSize {
                    guard saysOfTarget(row, block) else { continue }
                    looked += 1
                    guard isFilled(block.cell + offset, row) else { continue }
                    texts.filled += 1
                    let text = cells.string(row: row, cell: block.cell + offset)
                    if !PlainFigure.isFound(in: text) { texts.words += 1 }
                }
            }
        }
        return texts
    }

    /// Whether a row has something of a target's own, its serial or what became of it; one that only
    /// goes on with a text has not.
    private func saysOfTarget(_ row: Int, _ block: ColumnBlock) -> Bool {
        if let serial = block.offset(of: .serial), isFilled(block.cell + serial, row) {
            let kind = RowKind(row: row, block: block, serialOffset: serial, in: cells)
            return kind == .target && !RowKind.headsSums(row, block, serial, in: cells)
        }
        return [Field.onSchedule, .deadline, .units, .progress].contains { field in
            block.offset(of: field).map { isFilled(block.cell + $0, row) } ?? false
        }
    }
}
