internal import SourceText

/// What is different around the targets, as a table for people.
enum SurroundingTable {
    /// What the table is called.
    static let title = Wording(en: "Around the targets", zh: "目标以外的改动")

    /// The columns, with their widths in a workbook, in characters.
    static let columns: [(label: Wording, width: Double)] = [
        (Wording(en: "What", zh: "项目"), 20), (ConflictTexts.old, 48), (ConflictTexts.new, 48),
        (Wording(en: "Place", zh: "位置"), 22),
    ]

    /// Where both texts stand.
    static func places(of change: SurroundingChange) -> String {
        [change.place, change.source].map(\.description).filter { !$0.isEmpty }
            .joined(separator: " ← ")
    }
}
