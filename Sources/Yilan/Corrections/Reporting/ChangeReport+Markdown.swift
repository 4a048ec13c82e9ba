public import SourceText
internal import TargetModel

extension ChangeReport {
    /// The report as Markdown, with the changed characters marked.
    ///
    /// A table of the changes comes first, then whole targets and conflicts. One line says so where
    /// there is nothing.
    public func markdown(_ language: Language, title: String? = nil) -> String {
        var blocks: [String] = []
        if let title { blocks.append("# " + Self.escaped(title)) }
        if let run { blocks.append(Self.escaped(run.sentence[language])) }
        if isEmpty { blocks.append(Self.nothing(applied: run != nil)[language]) }
        if !changes.isEmpty { blocks.append(changesTable(language)) }
        if !surroundings.isEmpty { blocks.append(surroundingsTable(language)) }
        if !filled.isEmpty {
            blocks.append(
                Self.escaped(NamedCells.filled(filled, language, most: filled.count))
            )
        }
        if !added.isEmpty { blocks.append(table(added, Wording(en: "Added", zh: "新增"), language)) }
        if !removed.isEmpty {
            blocks.append(table(removed, Wording(en: "Removed", zh: "减少"), language))
        }
        let columns =
            addedColumns.map { "+ " + $0.label } + removedColumns.map { "- " + $0.label }
        if !columns.isEmpty {
            blocks.append(
                ([Wording(en: "Columns:", zh: "栏目：")[language], ""]
                    + columns.map { "* " + Self.escaped($0) }).joined(separator: "\n")
            )
        }
        if !conflicts.isEmpty { blocks.append(conflictsTable(language)) }
        if !formOnly.isEmpty { blocks.append(formOnlyTable(language)) }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    /// What is said where there is nothing: of tables that were compared, and of a run of `apply`.
    private static func nothing(applied: Bool) -> Wording {
        applied
            ? Wording(en: "No changes.", zh: "没有改动。")
            : Wording(en: "No differences.", zh: "没有差异。")
    }

    private func changesTable(_ language: Language) -> String {
        Self.table(
            [
                Wording(en: "No.", zh: "序号"), Wording(en: "Field", zh: "栏目"),
                ConflictTexts.old, ConflictTexts.new,
                Wording(en: "Place", zh: "位置"),
            ].map { $0[language] },
            rows: changes.map { change in
                let pieces = TextDiff(from: change.old, to: change.new).pieces
                let old = pieces.filter { $0.kind != .inserted }.map(Self.marked).joined()
                let new = pieces.filter { $0.kind != .deleted }.map(Self.marked).joined()
                let places = [change.place] + change.sources
                return [
                    Self.escaped(change.serial), Self.escaped(change.column.label), old, new,
                    Self.escaped(
                        places.map(\.description).filter { !$0.isEmpty }.joined(separator: " ← ")
                    ),
                ]
            }
        )
    }

    private func surroundingsTable(_ language: Language) -> String {
        "## " + SurroundingTable.title[language] + "\n\n"
            + Self.table(
                SurroundingTable.columns.map { $0.label[language] },
                rows: surroundings.map { change in
                    let pieces = TextDiff(from: change.old ?? "", to: change.new ?? "").pieces
                    return [
                        change.kind.wording[language],
                        pieces.filter { $0.kind != .inserted }.map(Self.marked).joined(),
                        pieces.filter { $0.kind != .deleted }.map(Self.marked).joined(),
                        Self.escaped(SurroundingTable.places(of: change)),
                    ]
                }
            )
    }

    private func table(
        _ targets: [WholeTarget],
        _ title: Wording,
        _ language: Language
    ) -> String {
        let columns = targets.first?.columns ?? []
        return "## " + title[language] + "\n\n"
            + Self.table(
                columns.map { Self.escaped($0.label) },
                rows: targets.map { $0.texts.map(Self.escaped) }
            )
    }

    private func conflictsTable(_ language: Language) -> String {
        "## " + ConflictTable.title[language] + "\n\n"
            + Self.table(
                ConflictTable.columns.map { $0.label[language] },
                rows: ConflictTable.rows(of: conflicts, language).map { $0.map(Self.escaped) }
            )
    }

    private func formOnlyTable(_ language: Language) -> String {
        "## "
            + Wording(en: "Left alone: form only", zh: "保持原样：只是格式不同")[language] + "\n\n"
            + Self.table(
                [
                    Wording(en: "No.", zh: "序号"), Wording(en: "Field", zh: "栏目"),
                    ConflictTexts.official, ConflictTexts.new, Wording(en: "Place", zh: "位置"),
                ].map { $0[language] },
                rows: formOnly.map { cell in
                    [
                        cell.serial, cell.column.label, cell.official, cell.text,
                        cell.place.description,
                    ].map(Self.escaped)
                }
            )
    }

    private static func table(_ header: [String], rows: [[String]]) -> String {
        ([header, header.map { _ in "---" }] + rows)
            .map { "| " + $0.joined(separator: " | ") + " |" }
            .joined(separator: "\n")
    }

    private static func marked(_ piece: TextDiff.Piece) -> String {
        let text = escaped(piece.text)
        return switch piece.kind {
        case .kept: text
        case .deleted: "<del>\(text)</del>"
        case .inserted: "<ins>\(text)</ins>"
        }
    }

    /// Text as a cell of a Markdown table: nothing in it is markup.
    private static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in shown(text).unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            // A mark of exclamation needs none: it says something before an open `[` only.
            case "\\", "`", "*", "_", "[", "]", "|", "~", "#":
                result.append("\\")
                result.append(scalar)
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}

extension ApplyPlan.Conflict.Resolution {
    /// The resolution in words.
    var wording: Wording {
        switch self {
        case .open: Wording(en: "open", zh: "待定")
        case .kept: Wording(en: "official text kept", zh: "保留官方现文")
        case .taken: Wording(en: "new text taken", zh: "采用新文")
        }
    }
}
