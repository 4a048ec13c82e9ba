internal import SourceText
internal import TargetModel

/// Texts that stand twice where each target should have its own: the same objective, the same
/// progress in several targets, a progress that only repeats its objective.
enum CopiedTexts: Check {
    /// Shorter texts (已完成) are the same by chance; in bytes, fifteen Chinese characters.
    private static let shortest = 45
    /// The same for texts that tell a figure (城镇新增就业3.26万人); in bytes, eight characters.
    private static let shortestWithFigure = 24
    /// The same for objectives; in bytes, four characters.
    private static let shortestObjective = 12

    /// Of how many targets the texts are fetched before they are looked at.
    private static let fetched = 256

    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let groups = groups(in: subject)
        reportObjectives(groups[0], subject, &findings)
        reportProgress(groups[1], subject, &findings)
        reportRepetitions(subject, &findings)
    }

    private static func reportObjectives(
        _ groups: [[Int]],
        _ subject: CheckSubject,
        _ findings: inout CheckFindings
    ) {
        let table = subject.table
        guard let column = table.column(of: .objective) else { return }
        var repeated: [(first: Int, target: Int)] = []
        for group in groups {
            // Another year, and another government, may well set itself the same objective.
            for list in Dictionary(grouping: group, by: { List(of: $0, table) }).values {
                guard let first = list.first else { continue }
                repeated += list.dropFirst().filter { !areOfOneSerial(first, $0, table) }
                    .map { (first, $0) }
            }
        }
        repeated.sort { ($0.first, $0.target) < ($1.first, $1.target) }
        let names = table.serialNames(of: repeated.map(\.first))
        for (pair, name) in zip(repeated, names) {
            findings.report(
                sameObjective(as: pair.first, name, pair.target, table),
                target: pair.target,
                column: column
            )
        }
    }

    private static func reportProgress(
        _ groups: [[Int]],
        _ subject: CheckSubject,
        _ findings: inout CheckFindings
    ) {
        let table = subject.table
        guard let column = table.column(of: .progress) else { return }
        let repeated = groups.filter { group in
            let range = table.range(group[0], column)
            // A row that is there twice is told as such.
            return (range.count >= shortest || tellsFigure(table.text.bytes(range)))
                && !group.allSatisfy { areOfOneName(group[0], $0, table) }
                && !group.allSatisfy { areOfOneSerial(group[0], $0, table) }
        }
        let named = repeated.map { $0.prefix(10) }
        var names = table.serialNames(of: named.joined())[...]
        for (group, shown) in zip(repeated, named) {
            findings.report(
                sameProgress(Array(names.prefix(shown.count))),
                target: group[1],
                column: column
            )
            names = names.dropFirst(shown.count)
        }
    }

    /// The list that a target stands in: one government's, of one year.
    private struct List: Hashable {
        var issuer: String?
        var year: Int?

        init(of target: Int, _ table: TargetTable) {
            issuer = table.document(of: target).issuer
            year = table.year(of: target)
        }

        /// Whether it names itself, so that it is known to be another one than others.
        var isKnown: Bool { issuer != nil && year != nil }
    }

    /// Whether two targets have one serial, and not in lists that are known to be two.
    private static func areOfOneName(_ one: Int, _ other: Int, _ table: TargetTable) -> Bool {
        guard table.string(one, .serial) == table.string(other, .serial) else { return false }
        let (list, otherList) = (List(of: one, table), List(of: other, table))
        return list == otherList || !list.isKnown || !otherList.isKnown
    }

    /// Whether two targets are rows under one serial, which share its objective.
    private static func areOfOneSerial(_ one: Int, _ other: Int, _ table: TargetTable) -> Bool {
        guard let group = Serial.groupParts(table.string(one, .serial)),
            let otherGroup = Serial.groupParts(table.string(other, .serial))
        else { return false }
        return group.serial == otherGroup.serial
    }

    /// Whether a text tells a figure of at least two digits that is no share.
    private static func tellsFigure(_ text: ArraySlice<UInt8>) -> Bool {
        Figure.figures(in: text).contains { figure in
            figure.unit != "%" && !figure.unit.isEmpty
                && figure.text.unicodeScalars.count(where: { ("0"..."9").contains($0) }) > 1
        }
    }

    private static func reportRepetitions(_ subject: CheckSubject, _ findings: inout CheckFindings)
    {
        let table = subject.table
        guard let objective = table.column(of: .objective),
            let progress = table.column(of: .progress)
        else { return }
        for target in subject.targets {
            let range = table.range(target, progress)
            guard range.count >= 24, range.count == table.range(target, objective).count,
                table.text.equal(range, table.range(target, objective))
            else { continue }
            findings.report(repeatedObjective, target: target, column: progress)
        }
    }

    /// The targets (from 0) that share an objective, group by group in order of appearance, and those
    /// that share a progress; shorter texts are left out.
    ///
    /// A target's cells lie side by side, and are read together: column by column, the processor waits
    /// for each text.
    private static func groups(in subject: CheckSubject) -> [[[Int]]] {
        let table = subject.table
        let columns = [(Field.objective, shortestObjective), (.progress, shortestWithFigure)]
            .map { (column: table.column(of: $0.0), shortest: $0.1) }
        var collected = columns.map { SharedTexts(ofColumn: $0.column ?? 0, subject.targets) }
        for target in subject.targets {
            if target % fetched == 0 {
                table.fetch(target..<min(target + fetched, subject.targets.upperBound))
            }
            for (place, (column, shortest)) in columns.enumerated() {
                guard let column else { continue }
                let range = table.range(target, column)
                collected[place].add(range.count >= shortest ? range : nil, of: table.text)
            }
        }
        return collected.map { $0.groups(in: table) }
    }

    private static func sameObjective(
        as first: Int,
        _ name: String,
        _ target: Int,
        _ table: TargetTable
    ) -> Diagnostic {
        let differing = [Field.leader, .deadline, .progress, .onSchedule, .units].filter { field in
            guard let column = table.column(of: field) else { return false }
            return !table.text.equal(table.range(first, column), table.range(target, column))
        }
        let labels = differing.compactMap { field in
            table.column(of: field).map { table.columns[$0].label }
        }
        let difference =
            labels.isEmpty
            ? Wording(en: "nothing differs", zh: "其余各栏也相同")
            : Wording(
                en: "they differ in \(list: labels, ", ")",
                zh: "不同之处在“\(list: labels, "”“")”"
            )
        return Diagnostic(
            labels.isEmpty ? .warning : .note,
            .repeatedObjective,
            Wording(
                en: "the objective is that of target \(name), too; \(difference)",
                zh: "责任目标与第 \(name) 项相同，\(difference)"
            ),
            hint: Wording(
                en: "see whether a target was entered twice",
                zh: "请核对是否重复列入，或内容有误"
            )
        )
    }

    private static func sameProgress(_ serials: [String]) -> Diagnostic {
        Diagnostic(
            .note,
            .repeatedProgress,
            Wording(
                en: "targets \(list: serials, ", ") report the same progress",
                zh: "第 \(list: serials, "、") 项的完成情况完全相同"
            ),
            hint: Wording(
                en: "see whether it was copied from one to the other",
                zh: "请核对是否误复制"
            )
        )
    }

    private static let repeatedObjective = Diagnostic(
        .warning,
        .progressRepeatsObjective,
        Wording(
            en: "the progress only repeats the objective",
            zh: "完成情况只是照抄责任目标"
        ),
        hint: Wording(
            en: "ask the unit what was achieved",
            zh: "请责任单位补充实际完成情况"
        )
    )
}
