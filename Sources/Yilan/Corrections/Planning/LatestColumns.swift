internal import SourceText
internal import TargetModel

/// Columns that are read from the latest filled one of several others: 进展情况 over 一季度…四季度.
///
/// Such a column has no cell of its own, so both change together.
struct LatestColumns {
    /// The columns of this kind, by page and block from 1.
    private var latest: [Place: [Layout.Latest]] = [:]

    private struct Place: Hashable {
        var page: Int
        var block: Int
    }

    /// Finds them in a layout.
    init(_ layout: Layout) {
        var page = 0
        for case .literal(let row) in layout.runs {
            guard let blocks = row.blocks else { continue }
            page += 1
            for (index, block) in blocks.enumerated() where !block.latest.isEmpty {
                latest[Place(page: page, block: index + 1)] = block.latest
            }
        }
    }

    /// Lets the other cell follow where one of the two was changed.
    func follow(
        _ changes: [ApplyPlan.Change],
        in table: inout TargetTable,
        reporting diagnostics: inout DiagnosticBag
    ) {
        guard !latest.isEmpty else { return }
        var index = 0
        while index < changes.count {
            let target = changes[index].target
            var own: [Int: ApplyPlan.Change] = [:]
            while index < changes.count, changes[index].target == target {
                own[changes[index].columnIndex] = changes[index]
                index += 1
            }
            let origin = table.origins[target]
            let place = Place(page: Int(origin.page), block: Int(origin.block))
            for column in latest[place] ?? [] {
                follow(column, target, own, in: &table, reporting: &diagnostics)
            }
        }
    }

    private func follow(
        _ latest: Layout.Latest,
        _ target: Int,
        _ changes: [Int: ApplyPlan.Change],
        in table: inout TargetTable,
        reporting diagnostics: inout DiagnosticBag
    ) {
        let isChanged = changes[latest.column] != nil
        let partsAreChanged = latest.parts.contains { changes[$0] != nil }
        guard isChanged || partsAreChanged, let last = latest.parts.last else { return }
        func filled(_ table: TargetTable) -> Int? {
            latest.parts.last { !table.range(target, $0).isEmpty }
        }
        let whole = table.string(target, column: latest.column)
        if isChanged, !partsAreChanged {
            table.replace(target, column: filled(table) ?? last, with: whole)
        }
        let said = filled(table).map { table.string(target, column: $0) } ?? ""
        if !isChanged {
            table.replace(target, column: latest.column, with: said)
            return
        }
        guard !said.utf8.elementsEqual(whole.utf8), let change = changes[latest.column] else {
            return
        }
        diagnostics.report(
            Diagnostic.contradictoryParts(
                table.columns[latest.column].label,
                table.columns[filled(table) ?? last].label
            ).at(change.places.first ?? CorrectionPlace())
                .about(serial: change.serial, field: table.columns[latest.column].key)
        )
    }
}
