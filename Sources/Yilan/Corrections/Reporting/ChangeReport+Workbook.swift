public import SourceText
public import TargetFormats
internal import TargetModel

extension ChangeReport {
    /// Writes the report as a workbook: a sheet of changes, and where there are some, of what
    /// stands around the targets, of whole targets and of conflicts.
    ///
    /// The file at `path` is new; it is checked and flushed. `created` is the date in its
    /// properties, in seconds since 1970; `temporaryFolder` is an empty folder.
    /// - Throws: `FormatError` where a text doesn't fit a cell or the file can't be written.
    public func writeWorkbook(
        toFileAt path: String,
        temporaryFolder: ScratchSpace,
        created: Int,
        language: Language
    ) throws(FormatError) {
        let title = Wording(en: "Changes", zh: "更正清单")[language]
        var lists = [changesList(language)]
        if !surroundings.isEmpty { lists.append(surroundingsList(language)) }
        if !added.isEmpty {
            lists.append(list(added, Wording(en: "Added", zh: "新增"), language))
        }
        if !removed.isEmpty {
            lists.append(list(removed, Wording(en: "Removed", zh: "减少"), language))
        }
        if !conflicts.isEmpty { lists.append(conflictsList(language)) }
        try ListWorkbook(title: title, lists: lists, language: language).write(
            toFileAt: path,
            temporaryFolder: temporaryFolder,
            created: created
        )
    }

    /// The changes, those first that should be looked at first.
    private func changesList(_ language: Language) -> ListWorkbook.List {
        var rows = changes.map { change in
            let pieces = TextDiff(from: change.old, to: change.new).pieces
            return (risk: ChangeRisk(change, pieces), change: change, pieces: pieces)
        }
        // Sorting keeps the order of the table among equals.
        rows.sort { $0.risk < $1.risk }
        return ListWorkbook.List(
            name: Wording(en: "Changes", zh: "更正清单")[language],
            heading: heading(language),
            columns: [
                (Wording(en: "No.", zh: "序号")[language], 8),
                (Wording(en: "Leader", zh: "领导")[language], 12),
                (Wording(en: "Field", zh: "栏目")[language], 16),
                (Wording(en: "Touches", zh: "涉及")[language], 11),
                (ConflictTexts.old[language], 44), (ConflictTexts.new[language], 44),
                (Wording(en: "Place", zh: "位置")[language], 22),
                (Wording(en: "Source", zh: "来源")[language], 22),
            ],
            rows: rows.map { row in
                [
                    .text(row.change.serial), .text(row.change.leader),
                    .text(row.change.column.label),
                    .text(row.risk.wording[language]), Self.marked(row.pieces, without: .inserted),
                    Self.marked(row.pieces, without: .deleted),
                    .text(row.change.place.description),
                    .text(row.change.sources.map(\.description).joined(separator: "\n")),
                ]
            },
            serialColumn: 0
        )
    }

    /// What stands above the changes: which table, and what is held against what.
    private func heading(_ language: Language) -> [String] {
        let list = Wording(en: "Changes", zh: "更正清单")[language]
        let files = Wording(
            en: "old text: \(file); new text: \(sources.joined(separator: ", "))",
            zh: "原文：\(file)；新文：\(sources.joined(separator: "、"))"
        )[language]
        return [title.map { "\($0) \(list)" } ?? list, sources.isEmpty ? file : files]
            + (run.map { [$0.sentence[language]] } ?? [])
    }

    /// The old or the new text, with what changed marked.
    private static func marked(
        _ pieces: [TextDiff.Piece],
        without kind: TextDiff.Kind
    ) -> ListWorkbook.Cell {
        .marked(
            pieces.filter { $0.kind != kind }.map { piece in
                switch piece.kind {
                case .kept: .init(piece.text, .kept)
                case .deleted: .init(piece.text, .deleted)
                case .inserted: .init(piece.text, .inserted)
                }
            }
        )
    }

    private func list(
        _ targets: [WholeTarget],
        _ name: Wording,
        _ language: Language
    ) -> ListWorkbook.List {
        let columns = targets.first?.columns ?? []
        return ListWorkbook.List(
            name: name[language],
            columns: columns.map { column in
                switch column.field {
                case .serial: (column.label, 8)
                case .objective, .progress: (column.label, 44)
                case .leader, .deadline, .onSchedule, .units, nil: (column.label, 14)
                }
            },
            rows: targets.map { $0.texts.map { .text($0) } },
            serialColumn: columns.firstIndex { $0.field == .serial }
        )
    }

    private func surroundingsList(_ language: Language) -> ListWorkbook.List {
        ListWorkbook.List(
            name: SurroundingTable.title[language],
            columns: SurroundingTable.columns.map { ($0.label[language], $0.width) },
            rows: surroundings.map { change in
                let pieces = TextDiff(from: change.old ?? "", to: change.new ?? "").pieces
                return [
                    .text(change.kind.wording[language]),
                    Self.marked(pieces, without: .inserted),
                    Self.marked(pieces, without: .deleted),
                    .text(SurroundingTable.places(of: change)),
                ]
            },
            serialColumn: nil
        )
    }

    private func conflictsList(_ language: Language) -> ListWorkbook.List {
        ListWorkbook.List(
            name: ConflictTable.title[language],
            columns: ConflictTable.columns.map { ($0.label[language], $0.width) },
            rows: ConflictTable.rows(of: conflicts, language).map { $0.map { .text($0) } },
            serialColumn: 0
        )
    }
}
