/// Finds, among the figures of a report, those that tell how far promises were kept.
///
/// Figures are matched by what they count and by their unit, never by their order. Where two
/// figures fit equally well and differ, none is taken: better none than a wrong one.
struct AchievementMatcher {
    /// What was found for a promise.
    struct Match {
        /// What was reached; nil where only the share or only the verdict is told.
        var achieved: Figure?
        /// Reached over promised; nil where it isn't told.
        var ratio: ExactNumber?
        /// Whether the promise is kept; nil where it isn't told.
        var isMet: Bool?
        /// Whether the figure is worked out of several, and stands over their places.
        var isComputed = false
    }

    let report: FigureText
    let promises: [PromiseReader.Promise]

    /// Whether the report tells several figures, so that one may be told apart from another.
    ///
    /// Many tell one: asked first, this saves a twelfth of the instructions of matching.
    var tellsSeveral: Bool { report.contexts.count > 1 }

    /// How many pairs of a promise and a figure are looked at.
    private static let mostPairs = 1_600

    init(report: FigureText, promises: [PromiseReader.Promise]) {
        self.report = report
        self.promises = promises
    }

    /// Returns a match for each promise, in their order; nil where the report says nothing of it.
    func matches() -> [Match?] {
        var found: [Match?] = Array(repeating: nil, count: promises.count)
        // So many figures in one target are no promises and reports, and each is held against each.
        guard promises.count * report.contexts.count <= Self.mostPairs else { return found }
        // Nearly always one or two: looked for among them faster than an array of marks is made.
        var taken: [Int] = []
        // The best pairs first, so that no figure is used up by a promise that fits less.
        var pairs: [(score: Double, promise: Int, context: Int)] = []
        for number in promises.indices {
            for index in report.contexts.indices {
                if let score = score(promises[number], report.contexts[index]) {
                    pairs.append((score, number, index))
                }
            }
        }
        if pairs.count > 1 {
            dropOverruled(&pairs)
            pairs.sort {
                ($0.score, -$0.promise, -$0.context) > ($1.score, -$1.promise, -$1.context)
            }
        }
        for number in promises.indices {
            // Few are, and others needn't be put there and looked at.
            guard var match = computed(promises[number]) else { continue }
            match.isComputed = true
            found[number] = match
        }
        var ambiguous = promises.indices.filter {
            found[$0] == nil && isToldApart(promises[$0])
        }
        for pair in pairs where found[pair.promise] == nil && !taken.contains(pair.context) {
            guard !ambiguous.contains(pair.promise) else { continue }
            let rivals = pairs.filter {
                $0.promise == pair.promise && $0.context != pair.context
                    && !taken.contains($0.context)
                    && pair.score - $0.score < tolerance(pair.promise, pair.context, $0.context)
            }
            let figure = report.contexts[pair.context].figure
            if rivals.contains(where: { report.contexts[$0.context].figure.amount != figure.amount }
            ) {
                ambiguous.append(pair.promise)
                continue
            }
            found[pair.promise] = match(promises[pair.promise], report.contexts[pair.context])
            taken.append(pair.context)
        }
        for number in promises.indices where found[number] == nil && !ambiguous.contains(number) {
            found[number] = inWords(promises[number])
            guard found[number]?.achieved == nil, let only = onlyFigure(promises[number]),
                !taken.contains(only)
            else { continue }
            taken.append(only)
            found[number] = match(promises[number], report.contexts[only])
        }
        return found
    }

    /// How much better a figure has to fit than another one, to be taken.
    func tolerance(_ promise: Int, _ first: Int, _ second: Int) -> Double {
        let promise = promises[promise]
        // Parts of one sum stand side by side: 新建6所、改建10所; “煤改气”3万户、“煤改电”2.6万户.
        let inList =
            report.contexts[first].clause == report.contexts[second].clause
            && report.contexts[first].figure.unit == report.contexts[second].figure.unit
        return promise.isCompound || inList ? 1.3 : 0.15
    }

    // MARK: Scores

    /// How well a figure of the report fits a promise; nil where it doesn't.
    func score(_ promise: PromiseReader.Promise, _ context: FigureText.Context) -> Double? {
        guard let unit = unitScore(promise, context), isReached(context, promise),
            !promise.isJoint, !isSomethingElse(context, promise)
        else { return nil }
        let sameRate = isSameRate(promise, context)
        if sameRate == false { return nil }
        let said = named(context)
        var core = said
        var name = nameScore(promise.core, said)
        var isBorrowed = false
        // 普及率达92%, 已完成1.1万个: what it belongs to stands earlier in the sentence.
        if said.isEmpty || Self.saysNoName(said)
            || said.count <= 4 && IndicatorWords.coverage.isSuffix(of: said[...])
        {
            let borrowed = borrowedCore(context) + (said.isEmpty ? [] : said)
            let borrowedName = nameScore(promise.core, borrowed)
            if said.isEmpty || borrowedName > name {
                core = borrowed
                name = borrowedName
                isBorrowed = true
            }
        }
        if promise.isWhole {
            let isRate = IndicatorWords.coverage.isSuffix(of: withoutReach(context.before))
            guard isRate, name > 0.2 || promises.count == 1 else { return nil }
            return 1 + name + (isCoverage(context) ? 0.5 : 0)
        }
        let isBare = core.isEmpty
        let hasHead = sharesHead(promise.core, core)
        let sameAction = hasAction(promise.action, context)
        let isPrecise = unit >= 3 && !Self.isGeneral(promise.figure.unit)
        let repeats =
            unit >= 3 && context.figure.amount == promise.figure.amount
            && wholeDone(in: context.clause) != nil
        // 演出1035场 for 组织“送戏下乡”演出: the report shortens the name to its end.
        let isShort =
            said.count >= 2 && promises.count == 1 && unit >= 3
            && promise.core.suffix(said.count).elementsEqual(said)
        let isNameless =
            promise.core.isEmpty && unit >= 2.5
            && around(context)[...].contains(word: promise.name.suffix(2))
        // 合计3200个 behind its parts.
        let isTotal =
            said.isEmpty && promises.count == 1 && unit >= 2.5
            && IndicatorWords.totals.isFound(in: context.before)
        let isNamedPart = partName(context, promise) != nil
        let fits =
            repeats || isNamedPart || isDoneOf(promise, context) || isShort || isTotal
            || sameRate == true || isNameless
            || isPrecise && sameAction && Self.sharesWords(promise.core, core)
            || name >= 0.45
            || name >= 0.3 && hasHead
            || isBare && unit >= 2.5 && promises.count == 1
            || isPrecise
                && (hasHead && (name >= 0.25 || promise.figure.dimension == .count)
                    || said.isEmpty && (promises.count == 1 || isOnlyOfVerb(promise)))
                && sameAction
        guard fits else { return nil }
        var score = unit + 4 * name + (hasHead ? 0.6 : 0) + (sameAction ? 1.2 : 0)
        if isBorrowed { score -= 0.3 }
        let before = clauseBefore(context)
        if sameRate == true { score += 1.5 }
        if IndicatorWords.totals.isFound(in: before) { score += isTotal ? 2 : 0.5 }
        if IndicatorWords.parts.isFound(in: before), !isNamedPart,
            !promise.name.starts(with: "其中".unicodeScalars)
        {
            score -= 1.2
        }
        if promise.direction == 0, IndicatorWords.comparisons.isFound(in: before) { score -= 1.2 }
        if context.isEnclosed { score -= 0.8 }
        // 签约1500户 is a step towards 改造1200户.
        if !repeats,
            IndicatorWords.stages.lastPosition(in: context.before, butNot: promise.name) != nil
                || IndicatorWords.stages
                    .lastPosition(in: nearBehind(context), butNot: promise.name) != nil
        {
            score -= 1.5
        }
        return score
    }

    /// Whether a figure tells what was done, not what is planned or under way.
    func isReached(_ context: FigureText.Context, _ promise: PromiseReader.Promise) -> Bool {
        let before = clauseBefore(context)
        if wholeDone(in: context.figure.range.upperBound..<context.clause.upperBound) != nil {
            return true
        }
        if let lastPlan = IndicatorWords.planned.lastPosition(in: before, butNot: promise.name),
            lastPlan >= (IndicatorWords.real.lastPosition(in: before) ?? -1)
        {
            return false
        }
        if isPart(context, of: promise) || isBase(context) || isForecast(context) { return false }
        let lastOpen = IndicatorWords.unfinished.lastPosition(
            in: before,
            butNot: IndicatorWords.reserves.isFound(in: promise.name)
                ? promise.name + Array(" 谋划 储备".unicodeScalars) : promise.name
        )
        if let lastOpen, lastOpen >= (IndicatorWords.done.lastPosition(in: before) ?? -1) {
            return false
        }
        if IndicatorWords.unfinished.isFound(in: context.behind),
            lastOpen != nil || !IndicatorWords.done.isFound(in: context.behind)
        {
            return false
        }
        // 完成率95% and 占任务的95% are shares of the plan.
        let near = withoutReach(context.before)
        if context.figure.dimension == .share, !promise.isWhole {
            if IndicatorWords.fulfilment.isSuffix(of: near), isSameRate(promise, context) != true {
                return false
            }
            // 17家中有12家,占70.6% is the share that was promised; 占投资的70.6% is one of something else.
            let isOfAll = near.count == 1 && IndicatorWords.coverage.isSuffix(of: promise.name[...])
            // 货币化安置占26.4% for 货币化安置比例.
            let isOfNamed =
                near.last == "占" && near.count > 3
                && promise.name[...].contains(word: near.dropLast())
            if near.last == "占" || near.last == "的" && near.contains("占"),
                !promise.name.contains("占"), !isOfAll, !isOfNamed
            {
                return false
            }
        }
        return true
    }

    /// Whether a figure only says how much was added, where what was promised is how much there is
    /// in all, or what is left of that when losses are taken off: 新增42家 is none of 达到300家 or 净增10家.
    func isIncrement(_ context: FigureText.Context, of promise: PromiseReader.Promise) -> Bool {
        if IndicatorWords.netGains.isFound(in: promise.name) {
            return !context.before.contains("净")
        }
        return promise.isLevel && promise.figure.dimension != .share
            && IndicatorWords.increments.isFound(in: context.before)
    }

    /// Whether a figure is of the rate that was promised, by the end of its name: 参保率 of
    /// 养老保险参保率; false where it is of another one, nil where one of them is of no rate.
    func isSameRate(_ promise: PromiseReader.Promise, _ context: FigureText.Context) -> Bool? {
        let wanted = promise.name
        let near = withoutReach(context.before)
        guard promise.figure.dimension == .share, wanted.count > 2, near.count > 2,
            wanted.last == "率", near.last == "率"
        else { return nil }
        let shared = zip(wanted.reversed(), near.reversed()).prefix { $0 == $1 }.count
        if shared >= min(4, wanted.count, near.count) { return true }
        // 无害化处置率 for 无害化处理率: another word for the same, in a name that is long enough; 去向落实率 is
        // none for 就业率, whose last words it lacks.
        let isNear =
            Self.sharesLastWord(wanted[...], near) || Self.sharesLastWord(near, wanted[...])
        return isNear && nameScore(promise.core, PromiseReader.core(near)) >= 0.6 ? nil : false
    }

    /// Whether a figure is of another kind than was promised, where one word tells them apart: 登记失业率
    /// and 调查失业率, 省级 and 国家级.
    func isOtherKind(_ context: FigureText.Context, _ promise: PromiseReader.Promise) -> Bool {
        if isOtherGrade(context, promise) { return true }
        // Nearly no name has one: looking for each word in it was a third of `check`.
        guard IndicatorWords.kindWords.isFound(in: promise.name) else { return false }
        let words = around(context)[...]
        return IndicatorWords.kinds.contains { kinds in
            guard let kind = kinds.first(where: promise.name[...].contains(word:)),
                !words.contains(word: kind)
            else { return false }
            return kinds.contains {
                !promise.name[...].contains(word: $0) && words.contains(word: $0)
            }
        }
    }

    /// Whether the verb of a promise is the one that a figure belongs to; a figure without a verb of
    /// its own has those before it in its sentence.
    func hasAction(
        _ action: ArraySlice<Unicode.Scalar>,
        _ context: FigureText.Context
    ) -> Bool {
        guard !action.isEmpty else { return false }
        if isFoundAround(context, IndicatorWords.actions) { return isFoundAround(context, action) }
        return sentenceBefore(context).contains(word: action)
    }

    /// Whether a figure belongs to one county of several: 曹县建成35处,单县建成50处.
    func isPart(_ context: FigureText.Context, of promise: PromiseReader.Promise) -> Bool {
        guard let place = place(context), !promise.name[...].contains(word: place) else {
            return false
        }
        // 其中,牡丹区建成4处.
        let before = report.scalars[..<max(0, context.clause.lowerBound - 1)]
        if before.suffix(2).elementsEqual("其中".unicodeScalars) { return true }
        return report.contexts.contains { other in
            other.clause != context.clause && other.figure.unit == context.figure.unit
                && self.place(other).map { $0 != place } == true
        }
    }

    /// The county or town that a clause begins with; nil where it begins with none.
    func place(_ context: FigureText.Context) -> ArraySlice<Unicode.Scalar>? {
        let start = clauseBefore(context).prefix(6)
        let end = start.indices.first { index in
            index > start.startIndex && IndicatorWords.placeEndings.isSuffix(of: start[...index])
        }
        guard let end else { return nil }
        let name = start[...end]
        let isNone = IndicatorWords.noPlaces.isFound(
            in: start[max(start.startIndex, end - 2)...]
        )
        return isNone || IndicatorWords.actions.isFound(in: name) ? nil : name
    }

    /// Whether a figure only says of how many: the first of 12个消防站已建成10个.
    func isBase(_ context: FigureText.Context) -> Bool {
        let next = report.contexts.first {
            $0.clause == context.clause
                && $0.figure.range.lowerBound >= context.figure.range.upperBound
        }
        // 10所学校中,8所已建成.
        if report.scalars[context.clause].last == "中", next == nil { return true }
        // 由31.2%提高到32.4%.
        if next != nil, PromiseReader.isBase(context.before) { return true }
        guard let next, next.figure.unit == context.figure.unit,
            next.figure.amount < context.figure.amount
        else { return false }
        return IndicatorWords.done.isFound(in: next.before)
            && !report.scalars[context.figure.range.upperBound..<next.figure.range.lowerBound]
                .contains("、")
    }

    // MARK: Results

    func match(
        _ promise: PromiseReader.Promise,
        _ context: FigureText.Context
    ) -> Match {
        var figure = context.figure
        let near = withoutReach(context.before)
        let direction = PromiseReader.direction(near)
        if promise.figure.dimension == .multiple, figure.dimension == .share,
            let more = figure.amount.plus(ExactNumber(1))
        {
            // 增长110% is 2.1 times.
            figure.amount = more
        } else if promise.direction != 0, direction == -promise.direction {
            // The figure that was promised to fall has risen.
            figure.amount = figure.amount.negated
            figure.value = figure.value.negated
        }
        // 10个百分点 and 12.1% compare by their numbers: a share is a part of 1.
        switch (promise.figure.dimension, figure.dimension) {
        case (.points, .share):
            figure.amount = figure.amount.times(ExactNumber(100)) ?? figure.amount
        case (.share, .points):
            figure.amount = figure.amount.divided(by: ExactNumber(100)) ?? figure.amount
        default: break
        }
        return verdict(promise, figure)
    }

    func verdict(_ promise: PromiseReader.Promise, _ figure: Figure) -> Match {
        let wanted = promise.figure.amount
        let reached = figure.amount
        let ratio = reached.divided(by: wanted)
        let isMet: Bool
        switch promise.comparator {
        case .atLeast: isMet = reached >= wanted
        case .moreThan: isMet = reached > wanted
        case .atMost: isMet = reached <= (promise.figure.upperAmount ?? wanted)
        case .lessThan: isMet = reached < wanted
        case .equal: isMet = reached == wanted
        case .about:
            let tenth = ratio.flatMap { $0.times(ExactNumber(10)) }
            isMet = tenth.map { $0 >= ExactNumber(9) } ?? false
        }
        return Match(achieved: figure, ratio: ratio, isMet: isMet)
    }
}
