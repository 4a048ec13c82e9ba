internal import SourceText
internal import TableLayout
internal import TargetModel

/// Looks for changed and new serials that are those of other targets.
struct CorrectedSerials {
    /// The official table as corrections see it.
    let official: OfficialTable
    /// The official table.
    let table: TargetTable
    /// The table with its corrections.
    let corrected: TargetTable

    /// Reports emptied serials and such as other targets have, at the corrections' places.
    func report(
        _ changes: [ApplyPlan.Change],
        _ added: [ApplyPlan.WholeTarget],
        to diagnostics: inout DiagnosticBag
    ) {
        let changed = changes.ofColumn(official.serialColumn)
        for change in changed where change.new.isEmpty {
            diagnostics.report(
                Diagnostic.missingSerial.at(change.places.first ?? Place())
                    .about(serial: change.serial)
            )
        }
        guard !changed.isEmpty || !added.isEmpty else { return }
        let origins = changed.map { table.origins[$0.target] }
        var lists = SectionLists(of: corrected)
        let repetitions = Serial.repetitions(
            among: corrected.count,
            in: corrected.text,
            serial: { corrected.range($0, official.serialColumn) },
            list: { lists.list(of: $0) }
        )
        for repetition in repetitions {
            let (target, first) = (repetition.target, repetition.first)
            // What the official table repeats itself is not the corrections' doing.
            let isNew = [target, first].contains { index in
                let origin = corrected.origins[index]
                return origins.contains(origin) || !table.origins.contains(origin)
            }
            guard isNew else { continue }
            let serial = corrected.string(target, column: official.serialColumn)
            let isFirstChanged = origins.contains(corrected.origins[first])
            let culprit =
                changed.first { SerialIndex.areSame($0.new, serial) }?.places.first
                ?? added.first { SerialIndex.areSame($0.serial, serial) }?.place
            diagnostics.report(
                Diagnostic.existingSerial(
                    serial,
                    corrected.officialPlace(of: isFirstChanged ? target : first)
                ).at(culprit ?? Place())
            )
        }
    }
}
