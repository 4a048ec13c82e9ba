internal import JSONText
internal import SourceText
internal import TargetModel

/// Compares what a JSON text says beside the texts of its targets with what they mean.
///
/// A value that is left out is not compared; null is a value.
struct DerivedValuesCheck {
    private var derived: DerivedValues
    private var findings: JSONFindings
    /// The members that were compared, as they stand in the file, by field; nil where what a text
    /// means depends on more than itself.
    private var seen: [SeenMembers?]
    /// The lists of leaders, as they stand in the file.
    private var leaderLists = DistinctTexts()
    /// By number of a leader's text, the number of a list that was right beside it; -1 where none was.
    private var rightLeaders: [Int] = []

    /// Members that recur from target to target, nearly all of them: each is compared once.
    private struct SeenMembers {
        var texts = DistinctTexts()
        /// By number of the text: whether nothing was to be reported.
        var areRight: [Bool] = []
    }

    private init(_ table: TargetTable, _ findings: JSONFindings) {
        derived = DerivedValues(table)
        self.findings = findings.withoutFindings
        let hasOneYear = table.years.count == 1
        seen = [
            hasOneYear ? SeenMembers() : nil, SeenMembers(),
            table.unitColumns.count == 1 ? SeenMembers() : nil,
        ]
    }

    /// Reports every value that contradicts its text, of the objects that a table was read from.
    ///
    /// Each distinct thing that the objects say is looked at. Only where one of them is wrong are all
    /// objects gone through, to report each.
    /// - Complexity: O(n) in the distinct texts; where something is wrong, in the targets.
    static func run(
        _ table: TargetTable,
        _ targets: TargetsDecoder,
        of source: SourceText,
        reporting findings: inout JSONFindings
    ) {
        let check = DerivedValuesCheck(table, findings)
        // With several columns of units, what a member means depends on more than its own text.
        if table.unitColumns.count <= 1, check.isRight(targets.stated, in: source.bytes) { return }
        let values = targets.objects()
        let pieces = Cores.ranges(of: targetsAtOnce, in: values.count)
        let found = Cores.map(pieces.count) { piece in
            var check = check
            for target in pieces[piece] { check.compare(values[target], of: target) }
            return check.findings
        }
        for more in found { findings.report(contentsOf: more) }
    }

    private static let targetsAtOnce = 1 << 13

    /// Whether everything that objects state is what the texts mean.
    private func isRight(_ stated: StatedValues, in bytes: [UInt8]) -> Bool {
        let pieces = Cores.ranges(of: Self.targetsAtOnce, in: stated.entries.count)
        return Cores.map(pieces.count) { piece in
            var check = self
            for entry in stated.entries[pieces[piece]] {
                let value = JSONDocument.value(at: Int(entry.start), of: bytes)
                check.compare(value, entry.kind, of: Int(entry.target))
                if check.findings.count > 0 { return false }
            }
            return true
        }.allSatisfy { $0 }
    }

    private mutating func compare(_ value: JSONValue, _ kind: StatedValues.Kind, of target: Int) {
        switch kind {
        case .leaders: compare(leaders: value, of: target)
        case _ where !value.holdsText: break
        case .deadline: compare(deadline: value, of: target)
        case .onSchedule: compare(status: value, of: target)
        case .units: compare(units: value, of: target)
        }
    }

    /// The members that hold what is derived.
    private static let keys = JSONKeyList(["deadline", "onSchedule", "units", "leaders"])

    private mutating func compare(_ value: JSONValue, of target: Int) {
        let members = value.members(in: Self.keys) { _ in }
        once(0, members[0], of: target) { $0.compare(deadline: $1, of: target) }
        once(1, members[1], of: target) { $0.compare(status: $1, of: target) }
        once(2, members[2], of: target) { $0.compare(units: $1, of: target) }
        if let leaders = members[3] { compare(leaders: leaders, of: target) }
    }

    private mutating func compare(leaders: JSONValue, of target: Int) {
        let list = leaderLists.number(
            of: TextRange(source: leaders.range),
            in: derived.table.text
        )
        let leader = derived.leaderNumber(of: target)
        while rightLeaders.count <= leader { rightLeaders.append(-1) }
        guard rightLeaders[leader] != list else { return }
        findings.serial = derived.table.string(target, .serial)
        let before = findings.count
        let meant = derived.leaders(of: target)
        compare(names: leaders, .leader, "leaders", meant, of: target)
        if findings.count == before { rightLeaders[leader] = list }
    }

    /// Compares a member that holds a text, unless one of the same bytes was right; `place` is that of
    /// its field in `seen`.
    private mutating func once(
        _ place: Int,
        _ member: JSONValue?,
        of target: Int,
        _ compare: (inout Self, JSONValue) -> Void
    ) {
        guard let member else { return }
        let number = seen[place]?.texts.number(
            of: TextRange(source: member.range),
            in: derived.table.text
        )
        if let number, let areRight = seen[place]?.areRight, number < areRight.count,
            areRight[number]
        {
            return
        }
        findings.serial = derived.table.string(target, .serial)
        let before = findings.count
        if member.holdsText { compare(&self, member) }
        guard let number else { return }
        let isRight = findings.count == before
        if number == seen[place]?.areRight.count {
            seen[place]?.areRight.append(isRight)
        }
    }

    private mutating func compare(units: JSONValue, of target: Int) {
        guard let names = units["names"] else { return }
        compare(names: names, .units, "names", derived.units(of: target), of: target)
    }

    private mutating func compare(deadline: JSONValue, of target: Int) {
        var meant = derived.deadline(of: target)
        if meant.kind == .unknown, derived.table.year(of: target) == nil,
            let year = deadline["date"]?.string?.prefix(4), let year = Int(year)
        {
            // Which year it is, nothing else says: a line that was taken out of its document.
            meant = Deadline(derived.table.string(target, .deadline), year: year)
        }
        if let kind = deadline["kind"], findings.expect(.string, kind, "deadline.kind") {
            let stated = kind.string ?? ""
            if !stated.utf8.elementsEqual(meant.kind.rawValue.utf8) {
                report(kind, .deadline, "kind", target, means: "\"\(meant.kind.rawValue)\"")
            }
        }
        if let date = deadline["date"], findings.expect([.string, .null], date, "deadline.date") {
            let iso = meant.date?.iso
            let isSame = date.string.map { stated in
                iso.map { $0.utf8.elementsEqual(stated.utf8) } ?? false
            }
            if isSame ?? (iso == nil) { return }
            report(date, .deadline, "date", target, means: iso.map { "\"\($0)\"" } ?? "null")
        }
    }

    private mutating func compare(status: JSONValue, of target: Int) {
        guard let value = status["value"],
            findings.expect([.boolean, .null], value, "onSchedule.value")
        else { return }
        let meant = derived.onSchedule(of: target)
        if value.boolean != meant {
            report(
                value,
                .onSchedule,
                "value",
                target,
                means: meant.map { $0 ? "true" : "false" } ?? "null"
            )
        }
    }

    private mutating func compare(
        names: JSONValue,
        _ field: Field,
        _ key: String,
        _ meant: [String],
        of target: Int
    ) {
        let path = field == .units ? "units.names" : key
        guard findings.expect(.array, names, path) else { return }
        var place = 0
        var isSame = true
        for name in names.elements {
            guard findings.expect(.string, name, path) else { return }
            isSame =
                isSame && place < meant.count
                && name.utf8.elementsEqual(meant[place].utf8)
            place += 1
        }
        if isSame, place == meant.count { return }
        let list = meant.map { "\"\($0)\"" }.joined(separator: ", ")
        report(names, field, key, target, means: "[\(list)]")
    }

    private mutating func report(
        _ value: JSONValue,
        _ field: Field,
        _ key: String,
        _ target: Int,
        means: String
    ) {
        let table = derived.table
        let texts =
            field == .units
            ? table.unitColumns.map { table.string(target, column: $0) }
            : [table.string(target, field)]
        let text = texts.filter { !$0.isEmpty }.joined(separator: "、")
        // The names of leaders stand beside their text, the others within.
        let path = field == .leader ? key : "\(field.key).\(key)"
        findings.report(
            .error,
            .contradictsText,
            at: value,
            field: field.key,
            Wording(
                en: "`\(path)` contradicts the text “\(text)”, which means \(means)",
                zh: "“\(path)”与原文“\(text)”不符，按原文应为 \(means)"
            ),
            hint: Wording(
                en: "the text counts: change `text`, or set `\(key)` to \(means) or leave it out",
                zh: "以原文为准：请改“text”，或把“\(key)”改为 \(means)，也可以去掉“\(key)”"
            )
        )
    }
}

extension JSONValue {
    /// Whether the member holds a text that what is derived from it can be compared with; where
    /// there is none, that is reported elsewhere.
    fileprivate var holdsText: Bool {
        guard let text = self["text"] else { return false }
        return text.isNull || text.kind == .string
    }
}
