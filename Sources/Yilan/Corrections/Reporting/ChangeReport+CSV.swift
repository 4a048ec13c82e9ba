public import SourceText
internal import TargetFormats
internal import TargetModel

extension ChangeReport {
    /// The report as CSV: RFC 4180, CRLF, UTF-8 with a byte-order mark; a row for each cell.
    ///
    /// In Chinese, header, columns and kinds are those of people: 序号, 栏目, 原文, 新文, 官方现文, 位置, 来源, 类别.
    /// In English they are keys, for programs: `kind` is `changed` (`planned` where nothing was written), `added`, `removed`, `around` (title, label or note: `field` says what) or `conflict`; `conflict-kept` where the official text
    /// stays, `conflict-taken` where the correction counts. A conflict has a row for each text that
    /// a correction wants: `old` is what that started from, `official` what the table says.
    public func csv(_ language: Language = .english) -> [UInt8] {
        var buffer = OutputBuffer()
        buffer.append(TextEncoding(.utf8, byteOrderMark: true).byteOrderMark)
        buffer.append(row: Self.header(language))
        for change in changes {
            let sources = change.sources.map(\.description).joined(separator: "; ")
            buffer.append(
                row: [
                    change.serial, Self.name(of: change.column, language), change.old, change.new,
                    "",
                    change.place.description, sources,
                    Self.kind(isDone ? "changed" : "planned", language),
                ]
            )
        }
        for change in surroundings {
            buffer.append(
                row: [
                    "", language == .chinese ? change.kind.wording[language] : change.kind.rawValue,
                    change.old ?? "", change.new ?? "", "", change.place.description,
                    change.source.description, Self.kind("around", language),
                ]
            )
        }
        for target in added { append(target, isAdded: true, language, to: &buffer) }
        for target in removed { append(target, isAdded: false, language, to: &buffer) }
        for conflict in conflicts {
            for candidate in conflict.candidates {
                buffer.append(
                    row: [
                        conflict.serial, Self.name(of: conflict.column, language),
                        candidate.base.knownText ?? "",
                        candidate.new, conflict.official ?? "",
                        conflict.officialPlace?.description ?? "", candidate.place.description,
                        Self.kind(conflict.resolution.kind, language),
                    ]
                )
            }
        }
        return buffer.bytes
    }

    /// Whether the changes were made, as far as a run says so.
    private var isDone: Bool { run.map { $0.status == .written } ?? true }

    private static func header(_ language: Language) -> [String] {
        language == .chinese
            ? ["序号", "栏目", "原文", "新文", "官方现文", "位置", "来源", "类别"]
            : ["serial", "field", "old", "new", "official", "place", "source", "kind"]
    }

    /// Whether a file is a report that was written as CSV: it tells of corrections, and holds none.
    public static func isReport(_ file: InputFile) -> Bool {
        Language.allCases.contains { language in
            var buffer = OutputBuffer()
            buffer.append(TextEncoding(.utf8, byteOrderMark: true).byteOrderMark)
            buffer.append(row: header(language))
            return file.bytes.starts(with: buffer.bytes)
        }
    }

    private func append(
        _ target: WholeTarget,
        isAdded: Bool,
        _ language: Language,
        to buffer: inout OutputBuffer
    ) {
        for (column, text) in zip(target.columns, target.texts) where !text.isEmpty {
            let place = target.place.description
            buffer.append(
                row: [
                    target.serial, Self.name(of: column, language), isAdded ? "" : text,
                    isAdded ? text : "", "",
                    isAdded ? "" : place, isAdded ? place : "",
                    Self.kind(isAdded ? "added" : "removed", language),
                ]
            )
        }
    }

    private static func name(of column: Column, _ language: Language) -> String {
        language == .chinese ? column.label : column.key
    }

    private static func kind(_ kind: String, _ language: Language) -> String {
        language == .chinese ? kinds[kind] ?? kind : kind
    }

    private static let kinds = [
        "changed": "改动", "planned": "拟改动（未写出）", "added": "新增", "removed": "删除",
        "around": "目标以外", "conflict": "冲突",
        "conflict-kept": "冲突，保留官方现文", "conflict-taken": "冲突，采用新文",
    ]
}

extension ApplyPlan.Conflict.Resolution {
    /// What `kind` says of a conflict.
    fileprivate var kind: String {
        switch self {
        case .open: "conflict"
        case .kept: "conflict-kept"
        case .taken: "conflict-taken"
        }
    }
}
