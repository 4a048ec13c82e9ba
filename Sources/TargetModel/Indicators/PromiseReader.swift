internal import SourceText

/// Reads what an objective promises in figures.
struct PromiseReader {
    /// The objective.
    let text: FigureText

    init(_ objective: FigureText) {
        text = objective
    }

    /// Returns the promises in the order of the text.
    func promises() -> [Promise] {
        var found: [Promise] = []
        var clausesWithFigures: [Range<Int>] = []
        var opening: ArraySlice<Unicode.Scalar> = []
        for (number, context) in text.contexts.enumerated() {
            // 完成60万千瓦风电、50万千瓦光伏: what has no words before it goes on with those of the first.
            let goesOn =
                context.before.isEmpty && number > 0
                && text.contexts[number - 1].clause == context.clause
            if !context.isJoined, !goesOn { opening = context.before }
            let next = text.contexts[(number + 1)...].prefix(1)
                .first { $0.clause == context.clause }
            if context.isAttribute || isSizeOfCounted(context, next) || isOfPlan(context)
                || isDescribedOn(context, by: number + 1)
            {
                continue
            }
            let base = number > 0 ? base(of: context, text.contexts[number - 1]) : nil
            if let promise = promise(context, opening, after: found.last, from: base) {
                found.append(promise)
                clausesWithFigures.append(context.clause)
            }
        }
        // Words that promise without a number have one of these.
        if text.scalars.contains(where: { $0 == "全" || $0 == "翻" }) {
            for clause in text.clauses where !clausesWithFigures.contains(clause) {
                if let promise = inWords(clause) { found.append(promise) }
            }
        }
        guard found.count > 1 else { return found }
        return found.sorted { $0.figure.range.lowerBound < $1.figure.range.lowerBound }
    }

    /// Whether a figure describes what the one behind it describes, too: 投资3.5亿元、占地200亩的产业园.
    private func isDescribedOn(_ context: FigureText.Context, by number: Int) -> Bool {
        guard number < text.contexts.count, context.before.suffix(2).elementsEqual(Self.investment)
        else { return false }
        let next = text.contexts[number]
        let between = text.scalars[
            context.figure.range.upperBound..<next.figure.range.lowerBound
        ]
        guard next.behind.first == "的", let mark = between.first, mark == "、" || mark == ","
        else { return false }
        return IndicatorWords.descriptions.isSuffix(of: between)
    }

    /// Whether a figure counts what a plan is for, which is to be fulfilled: 完成30个重点项目年度投资计划.
    private func isOfPlan(_ context: FigureText.Context) -> Bool {
        context.figure.dimension == .count
            && IndicatorWords.plans.isSuffix(of: text.scalars[context.clause])
    }

    /// Whether a figure is the size of what the next one counts: 培育十亿元企业5家.
    private func isSizeOfCounted(_ context: FigureText.Context, _ next: FigureText.Context?) -> Bool
    {
        guard let next, next.figure.dimension == .count else { return false }
        switch context.figure.dimension {
        case .count, .people, .visits, .households, .share, .points, .multiple, .none: return false
        default: break
        }
        return Self.hasNoCore(context.before) && !context.behind.isEmpty
            && !context.behind.contains("、") && !Self.hasNoCore(context.behind)
            && !IndicatorWords.actions.isFound(in: context.behind)
    }

    /// What is said to go from one figure to another, where these are the two: 企业总数 of
    /// 企业总数由286家增加到320家; nil for others.
    private func base(of context: FigureText.Context, _ start: FigureText.Context)
        -> ArraySlice<Unicode.Scalar>?
    {
        guard start.clause == context.clause, Self.isBase(start.before),
            let last = context.before.last, last == "到" || last == "至",
            let sign = start.before.lastIndex(where: { $0 == "从" || $0 == "由" })
        else { return nil }
        return start.before[..<sign]
    }

    /// `opening` is what stands before the first of the figures that 和 joins to this one, `base` what is
    /// said to go up to it from another.
    private func promise(
        _ context: FigureText.Context,
        _ opening: ArraySlice<Unicode.Scalar>,
        after previous: Promise?,
        from base: ArraySlice<Unicode.Scalar>?
    ) -> Promise? {
        let figure = context.figure
        guard !context.isEnclosed else { return nil }
        var before = context.before
        var comparator: Indicator.Comparator?
        // 力争达到50家: hedges and comparators in any order.
        while true {
            let count = before.count
            if let (rest, found) = Self.takingComparator(before) {
                before = rest
                comparator = comparator ?? found
            }
            before = Self.dropping(IndicatorWords.hedges, atEndOf: before)
            if before.count == count { break }
        }
        // 压缩开办时间至1天, 提高普及率到90%.
        if comparator == nil, let last = before.last, last == "至" || last == "到" {
            if IndicatorWords.falls.isFound(in: before) { comparator = .atMost }
            if IndicatorWords.rises.isFound(in: before) { comparator = .atLeast }
            if comparator != nil { before = before.dropLast() }
        }
        var behind = context.behind
        if let (rest, found) = Self.takingComparatorBehind(behind) {
            behind = rest
            comparator = comparator == .about || comparator == nil ? found : comparator
        }
        if Self.isPerEach(context.before) { return nil }
        // 建设…工程,投资5.2亿元 says what the work costs.
        if comparator == nil, context.clause.lowerBound > 0, figure.dimension == .yuan,
            before.elementsEqual(Self.investment),
            IndicatorWords.undertakings.isSuffix(
                of: text.scalars[..<(context.clause.lowerBound - 1)]
            )
        {
            return nil
        }
        if Self.isBase(before) { return nil }
        if let base, Self.hasNoCore(before) { before = base }
        let direction = Self.direction(before)
        let verbs = context.isJoined || before.isEmpty ? opening : before
        guard !describes(figure, before, behind, comparator, direction, verbs) else { return nil }
        var name = Self.trimmed(before)
        var core = Self.core(name[...])
        if core.count <= 1 {
            // 建设50个“如康家园”残疾人之家.
            let noun = Self.noun(behind)
            name = name + noun
            core += Self.core(noun[...])
        }
        let isTotal =
            IndicatorWords.levels.isSuffix(of: ArraySlice(name))
            || Self.saysNothing(name) && Self.isLevel(context.before)
        if core.isEmpty, context.continuesList || direction != 0 || isTotal, let previous {
            name = previous.name + (direction == 0 && !isTotal ? [] : name)
            core = previous.core
        }
        let action = Self.action(before)
        if Self.saysNothing(name), let heading = heading(of: context) {
            // 招商引资:100亿元以上; 污水处理率,达到85%以上; 城市更新,新建10处.
            if name.isEmpty || heading.isTitle { core = Self.core(heading.text) + core }
            name = Array(heading.text) + (name.isEmpty || heading.isTitle ? [] : [","]) + name
        }
        // 惠及35个乡镇、42万人: what goes on a list has its name.
        if name.isEmpty, let previous { (name, core) = (previous.name, previous.core) }
        return Promise(
            name: name,
            core: core,
            action: action,
            figure: Self.counted(figure, name),
            comparator: comparator ?? .atLeast,
            direction: direction,
            isCompound: Self.isCompound(before),
            isLevel: base != nil || Self.isLevel(context.before) || Self.isLevel(before),
            isJoint: Self.isJoint(name),
            isOfYear: IndicatorWords.years.isFound(in: before) || Self.yearLength(before) > 0
        )
    }

    /// A figure with the measure that its name ends with: 旅游人次突破3000万.
    private static func counted(_ figure: Figure, _ name: [Unicode.Scalar]) -> Figure {
        guard figure.dimension == .none, figure.amount >= ExactNumber(10_000) else { return figure }
        var figure = figure
        if name.suffix(2).elementsEqual("人次".unicodeScalars) { figure.dimension = .visits }
        if name.suffix(2).elementsEqual("人数".unicodeScalars) { figure.dimension = .people }
        if IndicatorWords.moneys.isSuffix(of: name[...]) { figure.dimension = .yuan }
        return figure
    }

    /// Whether a name is of several things, each of which the figure is for.
    private static func isJoint(_ name: [Unicode.Scalar]) -> Bool {
        guard name.contains(where: joinsVerbs) else { return false }
        var rest = name[...]
        for words in [IndicatorWords.falls, IndicatorWords.rises] {
            rest = dropping(words, atEndOf: rest)
        }
        return IndicatorWords.each.isSuffix(of: rest) && !IndicatorWords.averages.isSuffix(of: rest)
    }

    /// Whether what stands before a figure says that it counts all there is, not what is added.
    private static func isLevel(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
        IndicatorWords.levels.isSuffix(of: dropping(IndicatorWords.hedges, atEndOf: before))
            && !IndicatorWords.increments.isFound(in: before)
    }

    /// Whether a text joins two verbs: 新建、改扩建学校; 新建和改造.
    private static func isCompound(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
        before.indices.contains { index in
            let second = joinsVerbs(before[index]) ? index + 1 : index
            return second < before.endIndex
                && IndicatorWords.works.word(at: second, in: before) != nil
                && IndicatorWords.works.isSuffix(of: before[..<index])
        }
    }

    /// Whether a scalar joins two things: 新建、改建; 新建和改建.
    private static func joinsVerbs(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "、", "和", "及", "与", "或", "/": true
        default: false
        }
    }

    /// Whether a figure describes the thing that the target is about, instead of promising one.
    private func describes(
        _ figure: Figure,
        _ before: ArraySlice<Unicode.Scalar>,
        _ behind: ArraySlice<Unicode.Scalar>,
        _ comparator: Indicator.Comparator?,
        _ direction: Int,
        _ verbs: ArraySlice<Unicode.Scalar>
    ) -> Bool {
        let attribute = behind.first == "的"
        let goal = IndicatorWords.goals.isPrefix(of: behind)
        if comparator == nil, isPartOfName(figure, before, behind) { return true }
        switch figure.dimension {
        case .share:
            return false
        case .points, .multiple:
            return false
        case .duration, .workdays:
            let isShortened = comparator == .atMost || comparator == .lessThan
            // 优良天数250天 counts days; 30天 alone is a time.
            return !isShortened && direction == 0
                && !IndicatorWords.countedTimes.isFound(in: before)
        case .temperature:
            return true
        case .count, .people, .visits, .households:
            if attribute, !goal { return true }
            if comparator == nil, Self.isAddressed(before, behind) { return true }
            // 带动脱贫人口8000人 promises; 户籍人口8000人 doesn't.
            let isReached =
                IndicatorWords.people.isSuffix(of: before)
                && IndicatorWords.actions.isPrefix(of: before)
            return !isReached && IndicatorWords.descriptions.isSuffix(of: before)
        case .none:
            return !behind.isEmpty && !goal || before.isEmpty
        case .yuan, .dollar, .length, .area, .volume, .mass, .power, .energy, .density:
            if goal { return false }
            let isCommitted =
                comparator != nil || IndicatorWords.commitments.isFound(in: before)
                || IndicatorWords.removals.isPrefix(of: before)
            if IndicatorWords.descriptions.isSuffix(of: before), !isCommitted { return true }
            // 建成投用后日处理污水5万吨.
            if IndicatorWords.capacities.isFound(in: before.suffix(6)), comparator == nil {
                return true
            }
            if attribute, behind.count == 1 { return true }
            // 投资24亿元的项目, 5000万元以上工业项目: the noun behind is what matters.
            if attribute || !behind.isEmpty, !Self.hasNoCore(behind) {
                let noun = Self.noun(behind)
                let core = Self.core(noun[...])
                return attribute || !core.isEmpty && !startsWithAction(verbs)
                    || comparator == .atLeast && !core.isEmpty
            }
            return false
        }
    }

    /// Whether a figure belongs to the name of what the target is about: 落实33条措施, 东部8县, 5个一批,
    /// 60万吨乙烯项目.
    private func isPartOfName(
        _ figure: Figure,
        _ before: ArraySlice<Unicode.Scalar>,
        _ behind: ArraySlice<Unicode.Scalar>
    ) -> Bool {
        switch figure.dimension {
        case .count:
            if behind.starts(with: "一批".unicodeScalars) { return true }
            // 落实惠企政策50条.
            if IndicatorWords.carriedOut.isFound(in: before),
                IndicatorWords.instructions.isSuffix(of: before)
            {
                return true
            }
            guard !behind.isEmpty, !Self.hasNoCore(behind) else { return false }
            return figure.unit == "县" || IndicatorWords.carriedOut.isFound(in: before)
                || IndicatorWords.documents.isSuffix(of: before)
        case .mass, .power, .energy, .volume, .yuan, .dollar:
            let noun = Self.noun(behind)
            guard let end = IndicatorWords.undertakings.lastPosition(in: noun[...]) else {
                return IndicatorWords.phases.isSuffix(of: before)
            }
            return !noun[end...].starts(with: "投资".unicodeScalars)
        default:
            return false
        }
    }

    /// Whether what stands before a figure begins with a verb: 新建1000公里农村公路.
    private func startsWithAction(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
        Self.hasNoCore(before) && !before.isEmpty
            && IndicatorWords.commitments.isFound(in: before) || Self.endsWithAction(before)
    }

    private static func endsWithAction(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
        IndicatorWords.actions.isSuffix(of: before)
            && !before.suffix(2).elementsEqual("投资".unicodeScalars)
    }

    /// Whether a figure is one for each of many: 每个乡镇1处; 每年 promises all the same.
    private static func isPerEach(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
        if before.last == "各" { return true }
        guard let each = before.lastIndex(of: "每") else { return false }
        // 每年 and 每万人发明专利 say how the figure is counted, not that there are many of them.
        let rest = before[(each + 1)...]
        return !rest.isEmpty
            && !IndicatorWords.countedPer.unicodeScalars.contains(rest[rest.startIndex])
    }

    /// Whether a figure is where something starts from: 从50个, 由30%.
    static func isBase(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let start = before.lastIndex(where: { $0 == "从" || $0 == "由" }) else { return false }
        let rest = before[(start + 1)...]
        return !rest.contains("到") && !rest.contains("至") && rest.count <= 8
    }

    /// 全覆盖, 全部完成, 翻一番 in a clause without a figure.
    private func inWords(_ clause: Range<Int>) -> Promise? {
        guard text.scalars[clause].contains(where: { $0 == "全" || $0 == "翻" }) else { return nil }
        for (word, factor) in IndicatorWords.doublings {
            if let range = range(of: word, in: clause) {
                let before = text.scalars[clause.lowerBound..<range.lowerBound]
                let figure = Figure(
                    words: String(scalars: word),
                    ExactNumber(factor),
                    "倍",
                    at: range
                )
                return promise(before, figure, whole: false)
            }
        }
        for word in IndicatorWords.wholes {
            guard let range = range(of: word, in: clause) else { continue }
            let before = text.scalars[clause.lowerBound..<range.lowerBound]
            guard !before.suffix(4).contains("基"), text.contexts.allSatisfy({ $0.clause != clause })
            else { continue }
            let figure = Figure(
                words: String(scalars: word),
                ExactNumber(100),
                "%",
                at: range
            )
            return promise(before, figure, whole: true)
        }
        return nil
    }

    private func promise(
        _ before: ArraySlice<Unicode.Scalar>,
        _ figure: Figure,
        whole: Bool
    ) -> Promise? {
        let name = Self.trimmed(before)
        let core = Self.core(name[...])
        guard !core.isEmpty else { return nil }
        return Promise(
            name: name,
            core: core,
            action: Self.action(before),
            figure: figure,
            comparator: .atLeast,
            direction: 0,
            isWhole: whole
        )
    }

    private func range(of word: ArraySlice<Unicode.Scalar>, in clause: Range<Int>) -> Range<Int>? {
        text.scalars[clause].firstIndex(ofWord: word).map { $0..<$0 + word.count }
    }
}
