public import SourceText
internal import TargetModel

extension ChangeReport {
    /// How the report is shown on a terminal.
    public struct TextStyle: Sendable {
        /// The language of what yilan says itself.
        public var language: Language
        /// Whether changes are shown in colours; else they stand in `[-…-]` and `{+…+}`.
        public var usesColour: Bool
        /// How many characters of unchanged text are shown on each side of a change; nil: all.
        public var context: Int?

        /// Makes a style.
        public init(language: Language, usesColour: Bool = false, context: Int? = 24) {
            self.language = language
            self.usesColour = usesColour
            self.context = context
        }
    }

    /// The report for people, with the changed characters marked; empty where nothing changed.
    ///
    /// Control characters are shown, never obeyed.
    public func text(_ style: TextStyle) -> String {
        var lines = run.map { [Self.shown($0.sentence[style.language])] } ?? []
        for change in surroundings { lines += self.lines(change, style) }
        for change in changes {
            lines.append(heading(change.serial, change.column.label, change.place, change.sources))
            lines.append("    " + marked(change.old, change.new, style) + note(change, style))
        }
        for target in added { lines.append(style.lineMarks.insert(summary("+", target))) }
        for target in removed { lines.append(style.lineMarks.delete(summary("-", target))) }
        for column in addedColumns { lines.append(style.lineMarks.insert("+ " + column.label)) }
        for column in removedColumns { lines.append(style.lineMarks.delete("- " + column.label)) }
        for conflict in conflicts { lines += self.lines(conflict, style) }
        if !isEmpty { lines.append(totals(style.language)) }
        return lines.map { $0 + "\n" }.joined()
    }

    private func heading(
        _ serial: String,
        _ label: String,
        _ place: Place?,
        _ sources: [Place]
    ) -> String {
        var line = Self.shown(serial) + " " + Self.shown(label)
        let places = (place.map { [$0] } ?? []) + sources
        let shown = places.map(\.description).filter { !$0.isEmpty }.map(Self.shown)
        if !shown.isEmpty { line += " (" + shown.joined(separator: " ← ") + ")" }
        return line
    }

    private func note(_ change: Change, _ style: TextStyle) -> String {
        guard change.isCosmetic else { return "" }
        return Wording(en: "  [looks the same]", zh: "  〔看上去相同〕")[style.language]
    }

    private func summary(_ sign: String, _ target: WholeTarget) -> String {
        let texts = zip(target.columns, target.texts).filter {
            $0.0.field != .serial && !$0.1.isEmpty
        }
        .map { Self.shown($0.1) }
        return ([sign, Self.shown(target.serial)] + texts).joined(separator: " ")
    }

    private func lines(_ change: SurroundingChange, _ style: TextStyle) -> [String] {
        var title = change.kind.wording[style.language]
        let places = [change.place, change.source].filter { $0.line != nil }.map(\.description)
        if !places.isEmpty { title += " (" + places.map(Self.shown).joined(separator: " ← ") + ")" }
        return [title, "    " + marked(change.old ?? "", change.new ?? "", style)]
    }

    // MARK: Changes

    private func marked(_ old: String, _ new: String, _ style: TextStyle) -> String {
        let pieces = TextDiff(from: old, to: new).pieces
        return pieces.indices.map { index in
            let text = Self.shown(pieces[index].text)
            switch pieces[index].kind {
            case .kept:
                return Self.shortened(
                    text,
                    atStart: index > 0,
                    atEnd: index < pieces.count - 1,
                    to: style.context
                )
            case .deleted: return style.marks.delete(text)
            case .inserted: return style.marks.insert(text)
            }
        }.joined()
    }

    /// Leaves the middle of an unchanged piece out, or its outer part at the ends of the text.
    private static func shortened(
        _ text: String,
        atStart: Bool,
        atEnd: Bool,
        to context: Int?
    ) -> String {
        guard let context else { return text }
        let head = atStart ? context : 0
        let tail = atEnd ? context : 0
        guard text.count > head + tail + 1 else { return text }
        return text.prefix(head) + "…" + text.suffix(tail)
    }

    // MARK: Conflicts

    private func lines(_ conflict: ApplyPlan.Conflict, _ style: TextStyle) -> [String] {
        let language = style.language
        let title = Wording(en: "CONFLICT", zh: "冲突")[language]
        var lines = [
            style.warned(title) + " "
                + heading(conflict.serial, conflict.column.label, conflict.officialPlace, [])
                + Self.reason(conflict)[language]
        ]
        let official = ConflictTexts.official[language]
        let gone = Wording(en: "(\(conflict.absence))", zh: "（\(conflict.absence)）")[language]
        lines.append("    \(official): " + (conflict.official.map(Self.shown) ?? gone))
        for candidate in conflict.candidates {
            let base = ConflictTexts.old[language]
            let wanted = ConflictTexts.new[language]
            lines.append("    \(base): " + Self.baseText(candidate.base, language))
            let place = Self.shown(candidate.place.description)
            lines.append(
                "    \(wanted): " + Self.shown(candidate.new) + (place.isEmpty ? "" : " (\(place))")
            )
        }
        return lines
    }

    private static func baseText(_ base: Baseline.Original, _ language: Language) -> String {
        if let text = base.knownText { return shown(text) }
        if base == .unknown { return Wording(en: "(not known)", zh: "（未知）")[language] }
        return Wording(
            en: "(another text; the file keeps only its fingerprint)",
            zh: "（另一段文字，文件里只存有其指纹）"
        )[language]
    }

    private static func reason(_ conflict: ApplyPlan.Conflict) -> Wording {
        switch (conflict.resolution, conflict.cause) {
        case (.kept, _): Wording(en: ": the official text stays", zh: "：保留官方现文")
        case (.taken, _): Wording(en: ": the new text counts", zh: "：采用新文")
        case (.open, .officialChanged):
            Wording(
                en: ": the official table has changed since",
                zh: "：官方表格在此期间已改动"
            )
        case (.open, .targetGone):
            Wording(en: ": the target is gone", zh: "：目标已不在表中")
        case (.open, .targetUnclear):
            Wording(en: ": it can't be told which target is meant", zh: "：无法确定是哪一项目标")
        case (.open, .correctionsDisagree):
            Wording(en: ": two corrections disagree", zh: "：两处更正不一致")
        }
    }

    /// How many cells and targets changed, as a sentence with its full stop.
    func totals(_ language: Language) -> String {
        ChangeTotals(
            cells: changes.count,
            targets: changedTargetCount,
            added: added.count,
            removed: removed.count,
            addedColumns: addedColumns.count,
            removedColumns: removedColumns.count,
            surroundings: surroundings.count,
            conflicts: conflicts.count
        ).sentence(language)
    }

    /// Text of a file as it may be shown on a terminal: control characters and those that turn the
    /// direction of writing are made visible.
    static func shown(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A, 0x0D: result.append("↵")
            case 0x09: result.append("⇥")
            case 0..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
            case 0x7F: result.append("\u{2421}")
            case 0x80..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
                result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}

/// How deleted and inserted text is marked.
private struct Marks {
    var deletion: (start: String, end: String)
    var insertion: (start: String, end: String)

    func delete(_ text: String) -> String { deletion.start + text + deletion.end }

    func insert(_ text: String) -> String { insertion.start + text + insertion.end }
}

extension ChangeReport.TextStyle {
    fileprivate var marks: Marks {
        usesColour
            ? Marks(
                deletion: ("\u{1B}[31;9m", "\u{1B}[0m"),
                insertion: ("\u{1B}[32m", "\u{1B}[0m")
            )
            : Marks(deletion: ("[-", "-]"), insertion: ("{+", "+}"))
    }

    /// The marks of whole lines: where there are no colours the line's sign says enough.
    fileprivate var lineMarks: Marks {
        usesColour ? marks : Marks(deletion: ("", ""), insertion: ("", ""))
    }

    /// A word that must not be overlooked.
    fileprivate func warned(_ word: String) -> String {
        usesColour ? "\u{1B}[1;31m" + word + "\u{1B}[0m" : word
    }
}
