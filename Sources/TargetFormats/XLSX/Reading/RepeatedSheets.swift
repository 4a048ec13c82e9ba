internal import SourceText
internal import SpreadsheetML
internal import TableLayout
internal import TargetModel

/// Finds sheets that only repeat targets of another sheet.
struct RepeatedSheets {
    private let candidates: [PlainWorkbookReader.Candidate]
    /// For each sheet, its targets (from 0) by their serials.
    private let targets: [[Serial.Key: Int]]

    init(_ candidates: [PlainWorkbookReader.Candidate]) {
        self.candidates = candidates
        targets =
            candidates.count == 1 ? [[:]] : candidates.map { Self.targets(of: $0.recognition) }
    }

    private static func targets(of recognition: Recognition) -> [Serial.Key: Int] {
        guard let serial = recognition.columns.firstIndex(where: { $0.field == .serial }) else {
            return [:]
        }
        var targets: [Serial.Key: Int] = [:]
        for target in recognition.origins.indices {
            let cell = recognition.table[target * recognition.columns.count + serial]
            targets[Serial.Key(recognition.text.string(cell))] = target
        }
        return targets
    }

    /// The sheets that are no repetitions, at least one; the others are named in a note, and what
    /// they say otherwise than the sheet they repeat in warnings.
    ///
    /// - Complexity: O(k² + n) for k sheets with n cells.
    func kept(reporting diagnostics: inout DiagnosticBag) -> [PlainWorkbookReader.Candidate] {
        var kept: [Int] = []
        var left: [String] = []
        var earlier: [String] = []
        for index in candidates.indices {
            guard let whole = candidates.indices.first(where: { repeats(index, $0) }) else {
                for before in kept { compareTargets(index, with: before, reporting: &diagnostics) }
                kept.append(index)
                continue
            }
            if isEarlier(index, than: whole) {
                earlier.append(candidates[index].sheet.sheet)
                continue
            }
            left.append(candidates[index].sheet.sheet)
            compare(index, with: whole, reporting: &diagnostics)
        }
        if !left.isEmpty { diagnostics.report(leftOut(left)) }
        if !earlier.isEmpty { diagnostics.report(ofEarlierTime(earlier)) }
        return kept.map { candidates[$0] }
    }

    /// Whether all targets of one sheet stand in another, which comes first or has more of them.
    ///
    /// Serials alone don't tell: the numbering of each sheet may begin anew. So most of the rows that
    /// share a serial have to say the same, too.
    private func repeats(_ one: Int, _ other: Int) -> Bool {
        guard one != other, targets[one].count <= targets[other].count,
            targets[one].count < targets[other].count || comesFirst(other, one)
        else { return false }
        let columns = columns(of: one, in: other)
        var same = 0
        for (serial, target) in targets[one] {
            guard let counterpart = targets[other][serial] else { return false }
            if isSame(target, of: one, as: counterpart, of: other, columns) { same += 1 }
        }
        return same * 2 >= targets[one].count
    }

    /// Whether of two sheets with the same targets this one is read: the first, but of periods (第一季度,
    /// 第二季度) the latest that says something.
    private func comesFirst(_ one: Int, _ other: Int) -> Bool {
        switch (SheetPeriod(candidates[one]), SheetPeriod(candidates[other])) {
        case (let oneNumber?, let otherNumber?) where oneNumber != otherNumber:
            oneNumber > otherNumber
        default: one < other
        }
    }

    /// Whether a sheet says how the targets of another stood at an earlier time.
    private func isEarlier(_ one: Int, than other: Int) -> Bool {
        guard let onePeriod = SheetPeriod(candidates[one]),
            let otherPeriod = SheetPeriod(candidates[other])
        else { return false }
        return onePeriod < otherPeriod
    }

    /// Whether two rows with one serial are one target: with the same objective, or where one of them
    /// has none, the same in half of what both say.
    private func isSame(
        _ target: Int,
        of one: Int,
        as counterpart: Int,
        of other: Int,
        _ columns: [(inSheet: Int, whole: Int)]
    ) -> Bool {
        let (part, whole) = (candidates[one].recognition, candidates[other].recognition)
        var (said, equal) = (0, 0)
        for (inSheet, column) in columns {
            let text = part.table[target * part.columns.count + inSheet]
            let counterText = whole.table[counterpart * whole.columns.count + column]
            guard !text.isEmpty, !counterText.isEmpty else { continue }
            said += 1
            let isEqual = part.text.bytes(text).elementsEqual(whole.text.bytes(counterText))
            // Of two sections, both of whose first targets are done, one repeats nothing.
            if part.columns[inSheet].field == .objective { return isEqual }
            if isEqual { equal += 1 }
        }
        return equal * 2 >= said
    }

    /// The columns but the serial that a sheet has in common with another.
    private func columns(of one: Int, in other: Int) -> [(inSheet: Int, whole: Int)] {
        let (part, whole) = (candidates[one].recognition, candidates[other].recognition)
        return part.columns.indices.compactMap { column in
            guard part.columns[column].field != .serial else { return nil }
            return whole.columns.firstIndex(where: part.columns[column].isSame).map { (column, $0) }
        }
    }

    /// Warns of targets of a sheet that stand in another one that is read, too.
    private func compareTargets(
        _ one: Int,
        with other: Int,
        reporting diagnostics: inout DiagnosticBag
    ) {
        let columns = columns(of: one, in: other)
        guard !columns.isEmpty else { return }
        let whole = candidates[other]
        for (serial, target) in targets[one].sorted(by: { $0.value < $1.value }) {
            guard let counterpart = targets[other][serial],
                isSame(target, of: one, as: counterpart, of: other, columns)
            else { continue }
            diagnostics.report(.warning) {
                let place = whole.stack.cells.place(ofTarget: counterpart, in: whole.recognition)
                let finding = Serial.repeated(
                    serialText(of: target, in: candidates[one].recognition),
                    elsewhere: place,
                    .warning
                )
                let row = Int(candidates[one].recognition.targetRows[target])
                return candidates[one].stack.at(finding, row: row, cell: 0)
            }
        }
    }

    // MARK: What a repetition says otherwise

    private func compare(
        _ one: Int,
        with other: Int,
        reporting diagnostics: inout DiagnosticBag
    ) {
        let part = candidates[one].recognition
        let whole = candidates[other].recognition
        let pairs = columns(of: one, in: other)
        for (serial, target) in targets[one].sorted(by: { $0.value < $1.value }) {
            guard let counterpart = targets[other][serial] else { continue }
            // 5 in place of 005 is no difference.
            for (column, wholeColumn) in pairs {
                let text = part.text.bytes(part.table[target * part.columns.count + column])
                let counterText = whole.text.bytes(
                    whole.table[counterpart * whole.columns.count + wholeColumn]
                )
                guard !text.elementsEqual(counterText) else { continue }
                diagnostics.report(.warning) {
                    difference(
                        at: target,
                        column,
                        of: candidates[one],
                        serial: serialText(of: target, in: part),
                        from: candidates[other].sheet.sheet
                    )
                }
            }
        }
    }

    private func serialText(of target: Int, in recognition: Recognition) -> String {
        recognition.columns.firstIndex { $0.field == .serial }.map { column in
            recognition.text.string(recognition.table[target * recognition.columns.count + column])
        } ?? ""
    }

    private func difference(
        at target: Int,
        _ column: Int,
        of candidate: PlainWorkbookReader.Candidate,
        serial: String,
        from whole: String
    ) -> Diagnostic {
        let recognition = candidate.recognition
        let finding = Diagnostic(
            .warning,
            .sheetsDiffer,
            Wording(
                en: "this sheet is left out, and says otherwise than the sheet \(whole)",
                zh: "本工作表未读取，而此处与工作表“\(whole)”不一致"
            ),
            hint: Wording(
                en: "correct it in the sheet \(whole), or delete the sheet that is wrong",
                zh: "请在工作表“\(whole)”中更正，或删去有误的工作表"
            )
        ).about(serial: serial, field: recognition.columns[column].key)
        let origin = recognition.origins[target]
        let block = recognition.pages[Int(origin.page) - 1].blocks[Int(origin.block) - 1]
        let offset = block.columns.firstIndex(of: column) ?? 0
        let row = Int(recognition.targetRows[target])
        return candidate.stack.at(finding, row: row, cell: block.cell + offset)
    }

    private func ofEarlierTime(_ names: [String]) -> Diagnostic {
        Diagnostic(
            .note,
            .sheetLeftOut,
            Wording(
                en: "left out, because the sheet of a later time says how their targets stand: "
                    + "\(list: names, ", ")",
                zh: "以下工作表是较早时段的，其目标以最新时段的工作表为准，未读取：\(list: names, "、")"
            ),
            file: candidates[0].stack.cells.source.name
        )
    }

    private func leftOut(_ names: [String]) -> Diagnostic {
        Diagnostic(
            .note,
            .sheetLeftOut,
            Wording(
                en: "left out, because all their targets stand in another sheet, too: "
                    + "\(list: names, ", ")",
                zh: "以下工作表的目标都已列在其他工作表中，未重复读取：\(list: names, "、")"
            ),
            file: candidates[0].stack.cells.source.name
        )
    }
}
