internal import SourceText
internal import TargetModel

/// Conflicts as a table for people: a row for each text that somebody wants.
enum ConflictTable {
    /// What the table is called.
    static let title = Wording(en: "Conflicts", zh: "冲突")

    /// The columns, with their widths in a workbook, in characters.
    static let columns: [(label: Wording, width: Double)] = [
        (Wording(en: "No.", zh: "序号"), 8),
        (Wording(en: "Field", zh: "栏目"), 16),
        (ConflictTexts.old, 32), (ConflictTexts.new, 32), (ConflictTexts.official, 32),
        (Wording(en: "Place", zh: "位置"), 22),
        (Wording(en: "Decision", zh: "处理"), 14),
    ]

    /// The rows, a text for each column.
    static func rows(of conflicts: [ApplyPlan.Conflict], _ language: Language) -> [[String]] {
        let unknown = Wording(en: "(not kept)", zh: "（未保存）")[language]
        return conflicts.flatMap { conflict in
            conflict.candidates.map { candidate in
                [
                    conflict.name[language], conflict.column.label,
                    candidate.base.knownText ?? unknown, candidate.new,
                    conflict.official ?? "(" + conflict.absence[language] + ")",
                    candidate.place.description,
                    conflict.resolution.wording[language],
                ]
            }
        }
    }
}
