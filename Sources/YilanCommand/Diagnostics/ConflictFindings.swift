internal import Yilan

extension ApplyPlan {
    /// A finding for each cell that nobody has decided about, with all three texts.
    ///
    /// `newest` is the file of corrections that was saved last; nil where that can't be told.
    func openConflicts(newest: String?) -> [Diagnostic] {
        conflicts.filter { $0.resolution == .open }.flatMap { conflict in
            // Where corrections disagree, one of them names the others.
            let told =
                conflict.cause == .correctionsDisagree
                ? conflict.candidates.prefix(1) : conflict.candidates[...]
            return told.map { conflict.finding(for: $0, newest: newest) }
        }
    }
}

extension ApplyPlan {
    /// A note for each correction that `--on-conflict` has decided about.
    var decidedConflicts: [Diagnostic] {
        conflicts.flatMap { conflict -> [Diagnostic] in
            switch conflict.resolution {
            case .open: []
            case .kept: conflict.candidates.map { conflict.keptNote(about: $0) }
            case .taken: conflict.candidates.suffix(1).map { conflict.takenNote(about: $0) }
            }
        }
    }
}

extension ApplyPlan.Conflict {
    fileprivate func keptNote(about candidate: Candidate) -> Diagnostic {
        let kept =
            official.map { Wording(en: "“\($0)” stays", zh: "保留官方现文“\($0)”") }
            ?? absence
        return decided(
            Wording(
                en: "\(kept); the new text “\(candidate.new)” is dropped",
                zh: "\(kept)，新文“\(candidate.new)”未采用"
            ),
            candidate
        )
    }

    fileprivate func takenNote(about candidate: Candidate) -> Diagnostic {
        // Nobody else says that what another file wants is dropped.
        let dropped = rivals(of: candidate).reduce(Wording(verbatim: "")) { dropped, rival in
            Wording(
                en: "\(dropped); “\(rival.new)” of \(rival.place) is dropped",
                zh: "\(dropped)，\(rival.place) 的“\(rival.new)”未采用"
            )
        }
        return decided(
            Wording(
                en:
                    "the new text “\(candidate.new)” is taken; the official text was"
                    + " “\(official ?? "")”\(dropped)",
                zh: "采用新文“\(candidate.new)”，官方现文是“\(official ?? "")”\(dropped)"
            ),
            candidate
        )
    }

    private func decided(_ words: Wording, _ candidate: Candidate) -> Diagnostic {
        placed(
            Diagnostic(
                .note,
                .conflictDecided,
                Wording(
                    en: "\(name) \(column.label): \(words)",
                    zh: "第 \(name) 项“\(column.label)”：\(words)"
                )
            ),
            candidate
        )
    }

    /// The finding at the place of a correction.
    private func placed(_ finding: Diagnostic, _ candidate: Candidate) -> Diagnostic {
        finding.about(serial: serial, field: column.key).at(candidate.place)
    }

    /// What is to be said of one correction.
    fileprivate func finding(for candidate: Candidate, newest: String?) -> Diagnostic {
        let label = column.label
        let now =
            official.map { Wording(en: "the official text is now “\($0)”", zh: "官方现文“\($0)”") }
            ?? absence
        let started = Self.text(of: candidate.base)
        let other = rivalTexts(of: candidate)
        let finding = Diagnostic(
            .error,
            .correctionConflict,
            Wording(
                en:
                    "\(name) \(label): \(now); the correction's old text is \(started), its new text"
                    + " “\(candidate.new)”\(other)",
                zh: "第 \(name) 项“\(label)”：\(now)；更正的原文\(started)，新文“\(candidate.new)”\(other)"
            ),
            hint: hint(newest: newest)
        )
        return placed(finding, candidate)
    }

    /// What other corrections of the same cell want, where corrections disagree.
    private func rivalTexts(of candidate: Candidate) -> Wording {
        rivals(of: candidate).reduce(Wording(verbatim: "")) { said, rival in
            Wording(
                en: "\(said), but the new text of \(rival.place) is “\(rival.new)”",
                zh: "\(said)，而 \(rival.place) 的新文是“\(rival.new)”"
            )
        }
    }

    /// Other corrections of the same cell that want another text, where corrections disagree.
    private func rivals(of candidate: Candidate) -> [Candidate] {
        guard cause == .correctionsDisagree else { return [] }
        return candidates.filter { !$0.new.utf8.elementsEqual(candidate.new.utf8) }
    }

    private func hint(newest: String?) -> Wording {
        switch cause {
        case .correctionsDisagree: hintToAgree(newest: newest)
        case .officialChanged: Self.hintToDecide
        case .targetGone: Self.hintWhereGone
        case .targetUnclear: Self.hintWhereUnclear
        }
    }

    /// There is no cell that could take the text.
    private static let hintWhereGone = Wording(
        en: "leave the correction out with --on-conflict keep; if the target is to be there, add it"
            + " anew, or make the correction on the newer table",
        zh: "用 --on-conflict keep 可略过这处更正；如果这项目标应当保留，请重新添加，或改在新的官方表格上更正"
    )

    private static let hintWhereUnclear = Wording(
        en: "make the correction on the newer table, or say in a list of corrections which target"
            + " is meant; --on-conflict keep leaves it out",
        zh: "请改在新的官方表格上更正，或在更正清单里写明是哪一项；--on-conflict keep 可略过这处更正"
    )

    private static let hintToDecide = Wording(
        en: "decide with --on-conflict keep or take, or correct the newer table",
        zh: "请用 --on-conflict keep 或 take 决定取舍，或改在新的官方表格上更正"
    )

    /// Says which correction `--on-conflict take` takes, and which file was saved last.
    private func hintToAgree(newest: String?) -> Wording {
        let last = candidates.last?.place.file ?? ""
        var hint = Wording(
            en: "take one of the two out, or decide with --on-conflict keep (the official text)"
                + " or take (\(last), named last on the command line)",
            zh: "请去掉其中一处，或用 --on-conflict keep（保留官方现文）、"
                + "take（采用命令行中最后指定的 \(last)）决定取舍"
        )
        if let newest, !newest.utf8.elementsEqual(last.utf8),
            candidates.contains(where: { $0.place.file.utf8.elementsEqual(newest.utf8) })
        {
            hint.english += "; \(newest) was saved last: to take it, name it last"
            hint.chinese += "；\(newest) 保存得最晚，如要采用请把它放在最后"
        }
        if candidates.contains(where: \.needsBase) {
            hint.english +=
                "; with --base and the table that was sent out, only what was changed counts"
            hint.chinese += "；用 --base 给出当初发出的表格，就只算真正改过的内容"
        }
        return hint
    }

    private static func text(of original: Baseline.Original) -> Wording {
        switch original {
        case .text(let text): Wording(en: "“\(text)”", zh: "“\(text)”")
        case .digest: Wording(en: "another one", zh: "是另一段文字")
        case .unknown: Wording(en: "not known", zh: "未知")
        }
    }
}
