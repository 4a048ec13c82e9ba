internal import SourceText
internal import TargetModel

/// Statuses that the words of the progress speak against: 是 beside 尚未开工, 否 beside 已全部完成.
///
/// Only words that leave no doubt make a warning; where a report merely shows no result, that is a
/// note. Partial figures of long works (完成桩基81.4%) say nothing: they may well be on schedule.
enum StatusAgainstProgress: TextCheck {
    static let phrases = ProgressWords.groups.flatMap(\.words)

    private static let kinds: [ProgressWords.Kind] = ProgressWords.groups.flatMap { group in
        group.words.map { _ in group.kind }
    }

    static func looksAt(_ field: Field?) -> Bool { field == .progress }

    static func examine(
        _ cell: ExaminedCell,
        on subject: inout CheckSubject,
        reporting findings: inout CheckFindings
    ) {
        let kinds = kinds
        let told = ProgressWords.Kinds(cell.hits.lazy.map { kinds[$0.phrase] })
        guard let value = subject.derived.onSchedule(of: cell.target), told.speak(against: value)
        else { return }
        let report = ProgressReport(
            bytes: cell.bytes,
            plan: subject.bytes(of: cell.target, .objective),
            indicators: subject.indicators(of: cell.target)
        )
        let hits = cell.hits.map { (kind: kinds[$0.phrase], hit: $0) }
        let unmet = hits.first { $0.kind == .unmet && report.isUnmet(at: $0.hit.bytes) }
        if value {
            if let unmet = unmet ?? contrary(hits, told, report, cell, subject) {
                return findings.report(
                    .contradictingStatus,
                    target: cell.target,
                    column: cell.column,
                    bytes: unmet.hit.bytes
                ) {
                    contradiction(report.slice(unmet.hit.bytes), subject.table, cell)
                }
            }
            reportDoubts(hits, told, report, cell, &findings)
        } else if unmet == nil,
            !told.contains(.underWay), !told.contains(.preparing), !told.contains(.stillOpen),
            let done = hits.first(where: {
                $0.kind == .allDone && report.isConclusive($0.hit.bytes)
                    || $0.kind == .begun && report.promisesOnlyStart
                    || $0.kind == .doneAsAsked && report.isAsAsked(at: $0.hit.bytes)
            })
        {
            findings.report(
                .contradictingStatus,
                target: cell.target,
                column: cell.column,
                bytes: done.hit.bytes
            ) {
                contradiction(phrases[done.hit.phrase], subject.table, cell)
            }
        }
    }

    /// What speaks against 是 by what the objective asks for: it is still worked on, expected next
    /// year, short of the plan, or there was none of it.
    private static func contrary(
        _ hits: [(kind: ProgressWords.Kind, hit: PhraseMatcher.Hit)],
        _ told: ProgressWords.Kinds,
        _ report: ProgressReport,
        _ cell: ExaminedCell,
        _ subject: CheckSubject
    ) -> (kind: ProgressWords.Kind, hit: PhraseMatcher.Hit)? {
        let isAllDone = told.contains(.allDone)
        let isWorking = isAllDone || told.contains(.begun) || told.contains(.working)
        for (kind, hit) in hits {
            var hit = hit
            let isContrary: Bool
            switch kind {
            case .stillOpen:
                isContrary = !isWorking && report.asksForResult && !report.isOfOthers(hit.bytes)
            case .expected:
                // Begun is enough where no more is asked for.
                guard !isAllDone, report.asksForResult && !report.promisesOnlyStart || !isWorking,
                    let bytes = laterTerm(hit, report, cell, subject)
                else { continue }
                hit.bytes = bytes
                isContrary = true
            case .remainder: isContrary = report.tellsRemainder(at: hit.bytes)
            case .none: isContrary = report.isNone(at: hit.bytes)
            default: isContrary = false
            }
            if isContrary { return (kind, hit) }
        }
        return nil
    }

    /// Where something is said to be expected after the table's year and after the target's deadline,
    /// up to the end of its term: 计划2025年; nil where it isn't.
    private static func laterTerm(
        _ hit: PhraseMatcher.Hit,
        _ report: ProgressReport,
        _ cell: ExaminedCell,
        _ subject: CheckSubject
    ) -> Range<Int>? {
        guard let year = subject.table.year(of: cell.target),
            let term = report.laterTerm(behind: hit.bytes, than: year),
            !subject.table.string(cell.target, .deadline).contains(term)
        else { return nil }
        let rest = report.bytes.dropFirst(hit.bytes.lowerBound)
        let end = rest.span.firstIndex(of: term).map { $0 + term.utf8.count } ?? hit.bytes.count
        return hit.bytes.lowerBound..<hit.bytes.lowerBound + end
    }

    /// What shows no result although the status says 是.
    private static func reportDoubts(
        _ hits: [(kind: ProgressWords.Kind, hit: PhraseMatcher.Hit)],
        _ told: ProgressWords.Kinds,
        _ report: ProgressReport,
        _ cell: ExaminedCell,
        _ findings: inout CheckFindings
    ) {
        if let share = hits.first(where: { $0.kind == .shareOfPlan }),
            let percent = report.percent(behind: share.hit.bytes)
        {
            return findings.report(
                .unprovenStatus,
                target: cell.target,
                column: cell.column,
                bytes: share.hit.bytes
            ) {
                partial(percent)
            }
        }
        if told.contains(.part),
            let (part, whole, isSmall) = report.partOfWhole
        {
            return findings.report(
                onlyPart(part.text, whole.text, isSmall ? .warning : .note),
                target: cell.target,
                column: cell.column,
                bytes: report.bytes(ofScalars: whole.range.lowerBound..<part.range.upperBound)
            )
        }
        let isWorking =
            told.contains(.working) || told.contains(.begun) || told.contains(.allDone)
        if !isWorking, told.contains(.preparing), !report.promisesFigures || !report.tellsFigures,
            let hit = hits.first(where: { report.onlyPrepares($0.kind, $0.hit.bytes) })
        {
            let isWarning =
                told.contains(.underWay) && (report.promisesStart || report.asksForAction)
            return findings.report(
                .unprovenStatus,
                target: cell.target,
                column: cell.column,
                bytes: hit.hit.bytes
            ) {
                onlyPrepared(phrases[hit.hit.phrase], isWarning ? .warning : .note)
            }
        }
        if told.contains(.visiting), let name = report.companyThatIsOnlyVisited {
            findings.report(.unprovenStatus, target: cell.target, column: cell.column) {
                onlyVisited(name)
            }
        }
    }

    // MARK: Findings

    private static func contradiction(
        _ word: String,
        _ table: TargetTable,
        _ cell: ExaminedCell
    ) -> Diagnostic {
        let status = table.string(cell.target, .onSchedule)
        return Diagnostic(
            .warning,
            .contradictingStatus,
            Wording(
                en: "the status is “\(status)”, and the progress says “\(word)”",
                zh: "状态填“\(status)”，完成情况却写有“\(word)”"
            ),
            hint: Wording(
                en: "ask the unit whether the target was reached, and correct one of the two",
                zh: "请责任单位核实该项是否按计划完成，并改正其中一处"
            )
        )
    }

    private static func partial(_ percent: String) -> Diagnostic {
        Diagnostic(
            .note,
            .unprovenStatus,
            Wording(
                en: "the status says yes, and the progress reports \(percent) of the plan",
                zh: "状态为按计划完成，完成情况只报了任务的 \(percent)"
            ),
            hint: askUnit
        )
    }

    private static func onlyPart(
        _ part: String,
        _ whole: String,
        _ severity: Severity
    ) -> Diagnostic {
        Diagnostic(
            severity,
            severity == .note ? .unprovenStatus : .contradictingStatus,
            Wording(
                en: "the status says yes, and of \(whole) \(part) are reported as done",
                zh: "状态为按计划完成，完成情况写的是\(whole)中只完成\(part)"
            ),
            hint: askUnit
        )
    }

    private static func onlyPrepared(_ word: String, _ severity: Severity) -> Diagnostic {
        Diagnostic(
            severity,
            .unprovenStatus,
            Wording(
                en: "the status says yes, and the progress tells of preparations only (“\(word)”)",
                zh: "状态为按计划完成，完成情况只写了前期工作（“\(word)”）"
            ),
            hint: askUnit
        )
    }

    private static func onlyVisited(_ name: String) -> Diagnostic {
        Diagnostic(
            .note,
            .unprovenStatus,
            Wording(
                en: "the status says yes, and the progress tells no result for “\(name)”",
                zh: "状态为按计划完成，完成情况没有写明“\(name)”的结果"
            ),
            hint: askUnit
        )
    }

    private static let askUnit = Wording(
        en: "ask the unit what was reached",
        zh: "请责任单位补充说明实际完成的结果"
    )
}
