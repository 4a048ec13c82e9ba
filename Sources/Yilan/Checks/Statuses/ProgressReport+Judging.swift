internal import SourceText
internal import TargetModel

/// What words of a report are about: the target, or something else; this year, or later.
extension ProgressReport {
    /// Whether words at some bytes are about others, not the target: 对未达标企业, 将尚未履行判决的被执行人….
    func isOfOthers(_ bytes: Range<Int>) -> Bool {
        Self.isOfOthers(clause(before: bytes.lowerBound), clause(behind: bytes.upperBound))
    }

    /// The same of words between these parts of their clause.
    static func isOfOthers(_ before: String, _ behind: String) -> Bool {
        if !behind.isEmpty, ProgressWords.objects.contains(where: { before.ends(with: $0) }) {
            return true
        }
        let link = "的"
        guard let start = behind.utf8.span.firstIndex(of: link) else { return false }
        let noun = Substring(behind.utf8.dropFirst(start + link.utf8.count))
        // 只完成总工程量的40% tells how much.
        guard noun.last != "%", noun.last != "％", noun.last != "成" else { return false }
        let beginsPhrase =
            before.isEmpty || ProgressWords.beforeObjects.contains { before.ends(with: $0) }
        return !noun.isEmpty
            && (beginsPhrase || ProgressWords.already.contains { noun.holds($0) })
    }

    /// Whether what words at some bytes speak of ends well in the same clause, or in a clause of the
    /// same sentence that has no subject of its own: 未开工标段已全部开工; 一度停工,9月底已竣工通车.
    ///
    /// `behind` is what follows them in their clause.
    func isSettled(_ bytes: Range<Int>, _ behind: String) -> Bool {
        if Self.settles(behind) { return true }
        return clauses(behind: bytes.upperBound).contains { clause in
            let rest = clause.unicodeScalars.drop {
                ProgressWords.ofTimes.unicodeScalars.contains($0)
            }
            let text = String(Substring(rest))
            guard ProgressWords.already.contains(where: { text.begins(with: $0) }) else {
                return false
            }
            return Self.settles(text, atOnce: true)
        }
    }

    /// Whether a text says that something is done: 已全部拆除.
    ///
    /// `atOnce`: the verb has to follow, and no figure may limit it (已完成60%).
    private static func settles(_ text: String, atOnce: Bool = false) -> Bool {
        ProgressWords.already.contains { word in
            guard let start = text.utf8.span.firstIndex(of: word) else { return false }
            let behind = text.utf8.dropFirst(start + word.utf8.count)
            let rest = String(String(decoding: behind, as: UTF8.self).prefix(atOnce ? 6 : 10))
            guard !ProgressWords.notAll.contains(where: { rest.holds($0) }),
                !(atOnce && rest.contains(where: \.isNumber))
            else { return false }
            return ProgressWords.settled.contains { rest.holds($0) }
        }
    }

    private var objective: String { String(decoding: plan, as: UTF8.self) }

    /// Whether the objective asks for a result that is there or not, not for something that goes on.
    var asksForResult: Bool {
        ProgressWords.dues.contains { plan.span.contains($0) }
            && !ProgressWords.lasting.contains { plan.starts(with: $0.utf8) }
    }

    /// Whether the objective asks for something that is made or done, and not for preparations or for what
    /// goes on.
    var asksForWork: Bool {
        (promisesWork || promisesFigures
            || ProgressWords.making.contains { plan.starts(with: $0.utf8) })
            && !asksForPreparations
    }

    /// Whether a word at some bytes tells of preparations where something is to be made or done, or that
    /// the formalities before it are still under way: 正在办理前期手续.
    func onlyPrepares(_ kind: ProgressWords.Kind, _ bytes: Range<Int>) -> Bool {
        guard kind == .preparing else { return false }
        return asksForWork
            || ProgressWords.formalPreparations.contains(slice(bytes)) && !asksForPreparations
                && ProgressWords.underWay.contains(where: clause(before: bytes.lowerBound).contains)
    }

    private static let preparations = PhraseMatcher(ProgressWords.preparations)

    private var asksForPreparations: Bool {
        Self.preparations.isFound(in: plan.span)
    }

    /// Whether that is to be there when the year is over: 新建农村公路1000公里, not 推进公路建设.
    var asksForAction: Bool {
        asksForWork && !ProgressWords.lasting.contains { plan.starts(with: $0.utf8) }
            && (promisesFigures || completesWork
                || ProgressWords.making.contains { plan.starts(with: $0.utf8) })
    }

    /// Whether the report tells a figure of what the objective promises, or that it is done.
    var tellsFigures: Bool { indicators.contains { $0.achieved != nil || $0.ratio != nil } }

    /// The year after `year` (the table's) in which what stands behind some bytes is expected: 预计
    /// 2025年6月通车; nil where it says no later one, or nothing about what the objective asks for.
    func laterTerm(behind bytes: Range<Int>, than year: Int) -> String? {
        let behind = clause(behind: bytes.upperBound)
        let rest = String(
            String.UnicodeScalarView(
                behind.unicodeScalars.drop { ProgressWords.beforeTerms.unicodeScalars.contains($0) }
            )
        )
        let nextYear = ProgressWords.nextYear
        let next =
            nextYear.first { slice(bytes).hasSuffix($0) } ?? nextYear.first { rest.hasPrefix($0) }
        // 计划2025年: the word takes two of the digits in.
        let century = slice(bytes).hasSuffix("20") ? "20" : ""
        let told = String(rest.prefix { "0123456789".contains($0) })
        let digits = century + told
        let isLater = Int(digits).map { digits.count == 4 && $0 > year } ?? false
        guard next != nil || isLater && rest.dropFirst(told.count).first == "年" else { return nil }
        let term = next ?? digits + "年"
        let before = String(decoding: self.bytes.prefix(bytes.lowerBound), as: UTF8.self)
        let isHeldUp = before.holds("影响") || before.hasPrefix("因")
        let isDue = (asksForResult || asksForAction) && !asksForPreparations
        guard isDue || isHeldUp, !objective.holds(next ?? digits),
            !ProgressWords.forecasts.contains(slice(bytes))
                || ProgressWords.dues.contains(where: { rest.holds($0) })
        else { return nil }
        return term
    }

    /// Whether a word at some bytes says how much is missing of what the objective asks for: 任务缺口
    /// 1200亩, 仍有2处 where all were to go.
    func tellsRemainder(at bytes: Range<Int>) -> Bool {
        let before = clause(before: bytes.lowerBound)
        let behind = clause(behind: bytes.upperBound).unicodeScalars
            .drop { ProgressWords.beforeRemainders.unicodeScalars.contains($0) }
        guard let first = behind.first, ("0"..."9").contains(first) else { return false }
        if ProgressWords.leftOver.contains(slice(bytes)) {
            return ProgressWords.withoutRest.contains { objective.holds($0) }
        }
        return ProgressWords.assignments.contains { before.holds($0) }
            && !ProgressWords.filledUp.contains { before.holds($0) }
    }

    /// Whether the objective asks for what a word at some bytes says there was none of: 无新增上市公司.
    func isNone(at bytes: Range<Int>) -> Bool {
        let noun = clause(behind: bytes.upperBound).prefix(2)
        let objective = objective
        return noun.count == 2 && objective.holds("新增" + noun)
            && !ProgressWords.prevented.contains { objective.holds($0) }
    }

    /// Whether the objective asks for nothing but what a word at some bytes says is done: 举办 and
    /// 圆满举办.
    func isAsAsked(at bytes: Range<Int>) -> Bool {
        let verb = slice(bytes).suffix(2)
        guard bytes.count <= 120, !promisesFigures else { return false }
        return objective.holds(String(verb)) || verb == "举办" && objective.holds("办好")
    }

    /// Two figures of which the second is a part of the first, and less: 10条道路中的2条, 153个项目中已完工98个.
    ///
    /// Where the objective promises figures, and the report tells how far they were reached, they are
    /// compared with those.
    var partOfWhole: (part: Figure, whole: Figure, isSmall: Bool)? {
        guard !promisesFigures || !tellsFigures else { return nil }
        let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        let figures = Figure.figures(in: bytes)
        for (whole, part) in zip(figures, figures.dropFirst()) {
            let between = scalars[whole.range.upperBound..<part.range.lowerBound]
            guard whole.unit == part.unit, between.count <= 12, part.value < whole.value,
                let twice = part.value.times(ExactNumber(2))
            else { continue }
            let isSmall = twice < whole.value
            guard let link = between.lastIndex(of: "中") else {
                // 共10个,已完成2个; 任务10项完成2项.
                let before = scalars[..<whole.range.lowerBound].suffix(3)
                let isWhole = ProgressWords.beforeWholes.contains { word in
                    before.suffix(word.unicodeScalars.count).elementsEqual(word.unicodeScalars)
                }
                let rest = between.drop { ProgressWords.betweenParts.unicodeScalars.contains($0) }
                let told = String(String.UnicodeScalarView(rest))
                if isSmall,
                    isWhole || between.starts(with: "个项目".unicodeScalars)
                        || between.starts(with: "项目".unicodeScalars), Self.isDone(told)
                {
                    return (part, whole, isSmall)
                }
                continue
            }
            let verb = String(String.UnicodeScalarView(between[(link + 1)...]))
            if verb == "的" ? isSmall : Self.isDone(verb) { return (part, whole, isSmall) }
        }
        return nil
    }

    /// Whether a text between a whole and its part is nothing but 已完成 and the like.
    private static func isDone(_ verb: String) -> Bool {
        var rest = verb[...]
        for word in ProgressWords.beforeDone where rest.hasPrefix(word) {
            rest = rest.dropFirst(word.count)
        }
        return ProgressWords.doneOfParts.contains(String(rest))
    }
}
