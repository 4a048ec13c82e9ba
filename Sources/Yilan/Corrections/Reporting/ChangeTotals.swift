internal import SourceText

/// How many changes of each kind there are.
struct ChangeTotals {
    /// Cells that say something else.
    var cells = 0
    /// The targets that these are of.
    var targets = 0
    /// Targets that are new.
    var added = 0
    /// Targets that are gone.
    var removed = 0
    /// Columns that are new.
    var addedColumns = 0
    /// Columns that are gone.
    var removedColumns = 0
    /// Texts around the targets that are different.
    var surroundings = 0
    /// Cells about which corrections and the official table disagree.
    var conflicts = 0

    /// All that there are, as a sentence with its full stop.
    func sentence(_ language: Language) -> String {
        var parts: [Wording] = []
        func count(_ number: Int, _ one: String, _ many: String, _ chinese: String) {
            guard number > 0 else { return }
            parts.append(Wording(en: "\(number) \(number == 1 ? one : many)", zh: "\(chinese)"))
        }
        if cells > 0 {
            parts.append(
                Wording(
                    en: "\(cells) \(cells == 1 ? "cell" : "cells") of \(targets)"
                        + " \(targets == 1 ? "target" : "targets") changed",
                    zh: "改动 \(targets) 项目标的 \(cells) 格"
                )
            )
        }
        count(added, "target added", "targets added", "新增 \(added) 项目标")
        count(removed, "target removed", "targets removed", "减少 \(removed) 项目标")
        count(addedColumns, "column added", "columns added", "新增 \(addedColumns) 栏")
        count(removedColumns, "column removed", "columns removed", "减少 \(removedColumns) 栏")
        count(
            surroundings,
            "text around the targets changed",
            "texts around the targets changed",
            "目标以外改动 \(surroundings) 处"
        )
        count(conflicts, "conflict", "conflicts", "冲突 \(conflicts) 处")
        let separator = Wording(en: ", ", zh: "，")[language]
        return parts.map { $0[language] }.joined(separator: separator)
            + Wording(en: ".", zh: "。")[language]
    }
}
