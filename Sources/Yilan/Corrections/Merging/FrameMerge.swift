internal import SourceText
internal import TargetFormats
internal import TargetModel

/// Merges what stands around the targets: the encoding, and the rows that are no target's.
struct FrameMerge {
    /// The layout that the merged table is written in.
    private(set) var layout: Layout
    /// Rows that both sides changed in different ways.
    private(set) var conflicts: [CellMerge.Conflict] = []

    /// Puts what `theirs` changed into the layout of `ours`.
    ///
    /// - Throws: `FormatError` where both sides changed how many such rows there are.
    init(base: Layout?, ours: Layout, theirs: Layout, markerSize: Int) throws(FormatError) {
        layout = ours
        guard let base else {
            guard Self.literals(ours) == Self.literals(theirs) else {
                throw FormatError(.data, Self.layoutsDiffer)
            }
            return
        }
        if ours.encoding == base.encoding { layout.encoding = theirs.encoding }
        let old = Self.literals(base)
        let ourLiterals = Self.literals(ours)
        let other = Self.literals(theirs)
        if other == old || other == ourLiterals { return }
        guard old.count == ourLiterals.count, old.count == other.count else {
            throw FormatError(.data, Self.layoutsDiffer)
        }
        var index = 0
        for run in layout.runs.indices {
            guard case .literal(var row) = layout.runs[run] else { continue }
            let texts = (old[index], ourLiterals[index], other[index])
            index += 1
            guard texts.2 != texts.0, texts.2 != texts.1 else { continue }
            if texts.1 == texts.0 {
                row.text = texts.2
            } else {
                // A header with marks in it would be none.
                guard row.blocks == nil else { throw FormatError(.data, Self.layoutsDiffer) }
                let conflict = CellMerge.Conflict(
                    serial: "",
                    label: "",
                    key: "",
                    base: texts.0,
                    ours: texts.1,
                    theirs: texts.2
                )
                row.text = conflict.marked(size: markerSize)
                conflicts.append(conflict)
            }
            layout.runs[run] = .literal(row)
        }
    }

    private static func literals(_ layout: Layout) -> [String] {
        layout.runs.compactMap { run in
            guard case .literal(let row) = run else { return nil }
            return row.text
        }
    }

    static let layoutsDiffer = Diagnostic(
        .error,
        .layoutsDiffer,
        Wording(
            en: "both sides changed the layout of the table; it can't be merged cell by cell",
            zh: "双方都改动了表格的版式，无法逐格合并"
        ),
        hint: Wording(
            en: "merge the two files by hand",
            zh: "请手工合并这两个文件"
        )
    )
}
