internal import SourceText
internal import TargetModel

/// Corrections of the text that heads a group of targets: it stands once in the official table, so
/// what one of the targets says of it all say.
struct GroupTexts {
    private let official: TargetTable
    private let column: Int

    /// Prepares to look at corrections; nil where the official table has no text that stands in a row
    /// above its targets only.
    init?(of official: TargetTable) {
        guard let layout = official.layout,
            let column = official.columns.firstIndex(where: \.isGroup),
            !layout.steps.contains(where: { step in
                step.blocks.contains { $0.columns.contains(column) }
            })
        else { return nil }
        self.official = official
        self.column = column
    }

    /// Gives the other targets of a group the text that one of them was given, and tells where
    /// corrections give them different ones, or one where the group has none.
    ///
    /// - Complexity: O(n) in the targets, where such a text was corrected.
    func spread(
        _ changes: [ApplyPlan.Change],
        in corrected: inout TargetTable,
        reporting diagnostics: inout DiagnosticBag
    ) {
        let ofColumn = changes.ofColumn(column)
        guard !ofColumn.isEmpty else { return }
        var given: [Int: ApplyPlan.Change] = [:]
        for change in ofColumn {
            let finding: Diagnostic
            let first = firstOfGroup(change.target)
            if change.old.isEmpty {
                finding = Self.noHeading
            } else if let other = given[first], !other.new.utf8.elementsEqual(change.new.utf8) {
                finding = Self.contradiction(other.serial)
            } else {
                given[first] = change
                continue
            }
            diagnostics.report(
                finding.at(change.places.first ?? Place())
                    .about(serial: change.serial, field: change.column.key)
            )
        }
        guard !diagnostics.hasErrors else { return }
        let named = Set(ofColumn.map(\.target))
        for (first, change) in given.sorted(by: { $0.key < $1.key }) {
            let group = (first..<official.count).prefix { firstOfGroup($0) == first }
            for target in group { corrected.replace(target, column: column, with: change.new) }
            guard !named.isSuperset(of: group) else { continue }
            diagnostics.report(
                Self.forAll.at(change.places.first ?? Place())
                    .about(serial: change.serial, field: change.column.key)
            )
        }
    }

    /// The first target (from 0) of the group that a target is in.
    private func firstOfGroup(_ target: Int) -> Int {
        let number = Serial.groupParts(official.string(target, .serial))?.number ?? 1
        return max(0, target - number + 1)
    }

    private static let forAll = Diagnostic(
        .note,
        .groupHeading,
        Wording(
            en:
                "this text stands once, in the row above its group of targets: it changes for all of them",
            zh: "这段文字在官方表格里只有一处（写在本组各项之上），本组各项随之一并改变"
        )
    )

    private static func contradiction(_ serial: String) -> Diagnostic {
        Diagnostic(
            .error,
            .contradictoryParts,
            Wording(
                en:
                    "this text stands once, above its group of targets, and target \(serial) is given another",
                zh: "这段文字在官方表格里只有一处（写在本组各项之上），而第\(serial)项改成了另一种写法"
            ),
            hint: Wording(
                en: "change it alike in all rows of the group, or in one only",
                zh: "请把本组各行改成一致，或者只改其中一行"
            )
        )
    }

    private static let noHeading = Diagnostic(
        .error,
        .contradictoryParts,
        Wording(
            en:
                "no row heads this target's group in the official table, so the text has no place there",
            zh: "官方表格里这一项没有所属的标题行，这段文字无处可写"
        ),
        hint: Wording(
            en: "leave the cell blank, or put the row into the official file by hand",
            zh: "请把这一格留空，或者直接在官方文件里加上标题行"
        )
    )
}
