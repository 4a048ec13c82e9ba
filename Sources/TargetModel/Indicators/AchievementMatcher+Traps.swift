/// Figures that look like what was promised and are something else: last year's, what a growth led up
/// to, what another verb belongs to, a part.
extension AchievementMatcher {
    /// A promise and a figure that may fit it, by their indexes (from 0).
    typealias Pair = (score: Double, promise: Int, context: Int)

    /// Whether a figure looks like what was promised and is something else.
    func isSomethingElse(
        _ context: FigureText.Context,
        _ promise: PromiseReader.Promise
    ) -> Bool {
        isIncrement(context, of: promise) || isOtherKind(context, promise)
            || isOfAnotherTime(context, promise) || isRaisedTo(context, promise)
            || isLevelOfIncrement(context, promise) || hasOnlyBegun(context, promise)
            || isOnePartOfWorks(context, promise) || isOfOneYearOfSeveral(context, promise)
            || isOfOtherStage(context, promise)
    }

    /// Takes out the figures that another figure of the same unit overrules: one of the promised verb,
    /// of the part that was promised, of the year.
    func dropOverruled(_ pairs: inout [Pair]) {
        guard pairs.count > 1 else { return }
        let all = pairs
        pairs.removeAll { pair in
            let promise = promises[pair.promise]
            let context = report.contexts[pair.context]
            return all.contains { other in
                let rival = report.contexts[other.context]
                guard other.promise == pair.promise, other.context != pair.context,
                    rival.figure.unit == context.figure.unit
                else { return false }
                return isOfOtherVerb(context, than: rival, promise)
                    || partName(rival, promise).map { part in
                        !around(context)[...].contains(word: part)
                    } == true
                    || !Self.promisesLevel(promise) && isLevel(context)
                        && IndicatorWords.increments.isFound(in: rival.before)
                    || isRunningTotal(context, beside: rival, promise)
                    || isOfManyYears(context, beside: rival, promise)
                    || promise.isOfYear && context.before.contains(word: Self.total)
                        && !IndicatorWords.totals.isFound(in: rival.before)
                        && !IndicatorWords.parts.isFound(in: clauseBefore(rival))
            }
        }
    }

    /// Whether a figure says how much there is by now, where what was promised is nearer to another one:
    /// 建成15.2万亩,累计达到98万亩 for 15万亩.
    private func isRunningTotal(
        _ context: FigureText.Context,
        beside rival: FigureText.Context,
        _ promise: PromiseReader.Promise
    ) -> Bool {
        guard !Self.promisesLevel(promise), context.before.contains(word: Self.total),
            IndicatorWords.levels.isSuffix(of: context.before),
            !IndicatorWords.totals.isFound(in: rival.before),
            !IndicatorWords.parts.isFound(in: clauseBefore(rival)),
            let twice = rival.figure.amount.times(ExactNumber(2))
        else { return false }
        return context.figure.amount >= twice && rival.figure.amount >= promise.figure.amount
    }

    /// Whether a figure says how much it was over the years, beside one that is this year's: 累计完成投资128亿元,
    /// 其中2023年完成投资48.2亿元.
    private func isOfManyYears(
        _ context: FigureText.Context,
        beside rival: FigureText.Context,
        _ promise: PromiseReader.Promise
    ) -> Bool {
        guard !Self.promisesLevel(promise), !promise.name[...].contains(word: Self.total),
            context.before.contains(word: Self.total)
        else { return false }
        let part = clauseBefore(rival)
        guard IndicatorWords.parts.isPrefix(of: part) || IndicatorWords.years.isPrefix(of: part)
        else { return false }
        let name = part.dropFirst(part.starts(with: "其中".unicodeScalars) ? 2 : 0)
            .drop { $0 == ":" || $0 == " " }
        return PromiseReader.yearLength(name) > 0 || IndicatorWords.years.isPrefix(of: name)
    }

    static func promisesLevel(_ promise: PromiseReader.Promise) -> Bool {
        promise.isLevel || IndicatorWords.levels.isSuffix(of: promise.name[...])
    }

    /// Whether a figure says how much there is in all: 总数达到2.6万张.
    private func isLevel(_ context: FigureText.Context) -> Bool {
        IndicatorWords.levels.isSuffix(of: context.before)
            && !IndicatorWords.increments.isFound(in: clauseBefore(context))
    }

    /// Whether a figure says how much there is in all where more of it was promised: 达到312家 for
    /// 新增50家.
    func isLevelOfIncrement(
        _ context: FigureText.Context,
        _ promise: PromiseReader.Promise
    ) -> Bool {
        !Self.promisesLevel(promise) && promise.figure.dimension != .share
            && IndicatorWords.increments.isPrefix(of: promise.name[...])
            && context.before.suffix(2).elementsEqual("达到".unicodeScalars)
            && !IndicatorWords.increments.isFound(in: sentenceBefore(context))
            && context.figure.amount.divided(by: promise.figure.amount)
                .map { $0 >= ExactNumber(2) } == true
    }

    /// Whether a figure is of what has only begun, where it was to be finished: 36个全部开工 for 改造36个.
    func hasOnlyBegun(_ context: FigureText.Context, _ promise: PromiseReader.Promise) -> Bool {
        if IndicatorWords.shells.isFound(in: context.behind) {
            return !promise.name.contains("主")
        }
        return
            (IndicatorWords.works.isPrefix(of: promise.name[...])
            || IndicatorWords.results.isPrefix(of: promise.name[...]))
            && IndicatorWords.begun.isFound(in: context.behind)
            && !promise.name[...].contains(word: Array("开工".unicodeScalars)[...])
    }

    private static let total = Array("累计".unicodeScalars)[...]

    /// Whether a figure has another telling verb than was promised, and `rival` has that: 争取额度63亿元
    /// beside 已发行58.4亿元 for 发行专项债券.
    private func isOfOtherVerb(
        _ context: FigureText.Context,
        than rival: FigureText.Context,
        _ promise: PromiseReader.Promise
    ) -> Bool {
        guard !promise.action.isEmpty, !IndicatorWords.generalActions.isPrefix(of: promise.action),
            around(rival)[...].contains(word: promise.action),
            !around(context)[...].contains(word: promise.action)
        else { return false }
        return tellingVerbs(of: context).contains { verb in
            !promise.name[...].contains(word: verb)
        }
    }

    /// Whether a figure is of another grade than was promised: 4A级 for 5A级景区, 35kV for 110kV变电站.
    func isOtherGrade(_ context: FigureText.Context, _ promise: PromiseReader.Promise) -> Bool {
        let wanted = Self.grades(in: promise.name)
        guard !wanted.isEmpty else { return false }
        let told = Self.grades(in: around(context))
        return wanted.contains { grade in
            let ofScale = told.filter { $0.scale == grade.scale }
            return !ofScale.isEmpty && !ofScale.contains { $0.number == grade.number }
        }
    }

    /// The grades that a text names: a number, and the letters or the word that it grades by.
    private static func grades(
        in text: [Unicode.Scalar]
    ) -> [(number: ArraySlice<Unicode.Scalar>, scale: ArraySlice<Unicode.Scalar>)] {
        // Most names have no digit.
        guard text.contains(where: { ("0"..."9").contains($0) }) else { return [] }
        return text.indices.compactMap { start in
            let isStart = start == 0 || !isOfGrade(text[start - 1])
            guard isStart, ("0"..."9").contains(text[start]) else { return nil }
            let number = text[start...].prefix { ("0"..."9").contains($0) }
            let rest = text[number.endIndex...]
            let letters = rest.prefix { ("A"..."Z").contains($0) || ("a"..."z").contains($0) }
            if !letters.isEmpty { return (number, letters) }
            guard !rest.isEmpty,
                let word = IndicatorWords.grades.word(at: number.endIndex, in: text[...])
            else { return nil }
            return (number, rest.prefix(word.count))
        }
    }

    private static func isOfGrade(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "."
    }

    /// The verbs around a figure that tell one thing from another, unlike 完成 or 新增.
    func tellingVerbs(of context: FigureText.Context) -> [ArraySlice<Unicode.Scalar>] {
        let words = around(context)[...]
        var verbs: [ArraySlice<Unicode.Scalar>] = []
        var index = words.startIndex
        while index < words.endIndex {
            let count = IndicatorWords.actions.word(at: index, in: words)?.count ?? 0
            let verb = words[index..<index + count]
            if count > 0, !IndicatorWords.generalActions.isPrefix(of: verb) { verbs.append(verb) }
            index += max(1, count)
        }
        return verbs
    }

    /// Whether a figure is one of last year, which the report only compares with: 上年新增3.2万人.
    func isOfAnotherTime(
        _ context: FigureText.Context,
        _ promise: PromiseReader.Promise
    ) -> Bool {
        // 上年的2.1倍 compares.
        if context.figure.dimension == .multiple { return false }
        let before = clauseBefore(context)
        guard let end = IndicatorWords.earlier.lastPosition(in: before, butNot: promise.name),
            !IndicatorWords.present.isFound(in: before[end...])
        else { return isOfPartBeforeForecast(context) }
        // 较上年同期, 高于去年: a comparison with it.
        let start =
            before[..<end].lastIndex { IndicatorWords.beginEarlier.unicodeScalars.contains($0) }
            ?? end
        return !before[max(before.startIndex, start - 4)..<start].contains {
            IndicatorWords.comparing.unicodeScalars.contains($0)
        }
    }

    /// Whether a figure is one of some months where the report forecasts that of the year: 1—11月增长7.2%,
    /// 预计全年增长7.5%.
    private func isOfPartBeforeForecast(_ context: FigureText.Context) -> Bool {
        clauseBefore(context).contains("月")
            && report.contexts.contains { other in
                other.clause != context.clause
                    && other.figure.dimension == context.figure.dimension
                    && IndicatorWords.forecasts.isFound(in: clauseBefore(other))
            }
    }

    /// Whether a figure goes on with a forecast of the year that its sentence begins with: 预计全年接待游客
    /// 4200万人次,旅游收入368亿元.
    func isForecast(_ context: FigureText.Context) -> Bool {
        let before = report.mayForecast ? sentenceBefore(context) : []
        guard let end = IndicatorWords.yearForecasts.lastPosition(in: before) else { return false }
        return !IndicatorWords.real.isFound(in: before[end...]) && !before[end...].contains("月")
    }

    /// Whether a figure says what something grew to, where it was promised by how much: 由310家增加到362家
    /// for 增加40家.
    func isRaisedTo(_ context: FigureText.Context, _ promise: PromiseReader.Promise) -> Bool {
        guard let last = context.before.last, last == "到" || last == "至",
            PromiseReader.direction(context.before.dropLast()) != 0
        else { return false }
        return promise.direction != 0 || IndicatorWords.increments.isPrefix(of: promise.name[...])
    }

    /// What a part of a figure is called where just that was promised: 城区 in 12所,其中城区9所 for
    /// 新改扩建城区公办幼儿园; nil for most.
    func partName(
        _ context: FigureText.Context,
        _ promise: PromiseReader.Promise
    ) -> ArraySlice<Unicode.Scalar>? {
        let before = withoutReach(context.before)
        guard before.starts(with: "其中".unicodeScalars) else { return nil }
        let name = before.dropFirst(2).drop { $0 == ":" || $0 == " " }
        // 其中新建121公里 is a part of what was promised together.
        if promise.isCompound, IndicatorWords.works.isPrefix(of: name) { return nil }
        return name.count >= 2 && promise.name[...].contains(word: name) ? name : nil
    }

    /// Whether a report tells apart what a promise joins, so that no single figure is the promised one:
    /// 新建9所、改扩建7所 for 新建、改扩建15所.
    func isToldApart(_ promise: PromiseReader.Promise) -> Bool {
        guard promise.isCompound else { return false }
        let verbs = Self.works(in: promise.name[...])
        // 新建改建356公里,其中新建121公里: the sum is told, too.
        let isSumTold = report.contexts.contains { context in
            context.figure.unit == promise.figure.unit
                && Self.works(in: context.before) == verbs
        }
        if isSumTold { return false }
        let told = verbs.filter { verb in
            report.contexts.contains { context in
                context.figure.unit == promise.figure.unit
                    && Self.works(in: context.before) == [verb]
            }
        }
        return told.count > 1
    }

    /// The kinds of work that a text names, in order.
    static func works(in text: ArraySlice<Unicode.Scalar>) -> [ArraySlice<Unicode.Scalar>] {
        var found: [ArraySlice<Unicode.Scalar>] = []
        var index = text.startIndex
        while index < text.endIndex {
            let count = IndicatorWords.works.word(at: index, in: text)?.count ?? 0
            if count > 0 { found.append(text[index..<index + count]) }
            index += max(1, count)
        }
        return found
    }

    /// Whether the two scalars before the last of a name stand in another one, or one of them before
    /// the last of that.
    static func sharesLastWord(
        _ name: ArraySlice<Unicode.Scalar>,
        _ other: ArraySlice<Unicode.Scalar>
    ) -> Bool {
        let word = name.dropLast().suffix(2)
        let end = other.dropLast().suffix(2)
        return other.contains(word: word) || word.contains { end.contains($0) }
    }

    /// Whether a figure says how many of those promised are done: 153个项目中已完工98个, 236个问题已整改229个.
    func isDoneOf(_ promise: PromiseReader.Promise, _ context: FigureText.Context) -> Bool {
        guard tellsSeveral else { return false }
        if isDoneBesideRest(promise, context) { return true }
        return
            (IndicatorWords.done.isFound(in: context.before)
            || context.before.last == "中" && IndicatorWords.done.isFound(in: context.behind))
            && report.contexts.contains { whole in
                whole.clause == context.clause && whole.figure.unit == context.figure.unit
                    && whole.figure.amount == promise.figure.amount
                    && whole.figure.range.upperBound <= context.before.startIndex
            }
    }

    /// Whether a figure and what the report says is left make up what was promised: 已完成118公里,其余32公里正在
    /// 施工 for 150公里.
    private func isDoneBesideRest(
        _ promise: PromiseReader.Promise,
        _ context: FigureText.Context
    ) -> Bool {
        IndicatorWords.done.isFound(in: context.before)
            && report.contexts.contains { rest in
                rest.figure.unit == context.figure.unit && isLeft(rest)
                    && rest.figure.range.lowerBound >= context.figure.range.upperBound
                    && rest.figure.amount.plus(context.figure.amount) == promise.figure.amount
            }
    }

    // MARK: Single figures

    /// The only figure of its measure in the report (index from 0), where the promise is the only one
    /// of its measure and they have a word in common: 撤并20所 for 整合撤并村小学20所.
    func onlyFigure(_ promise: PromiseReader.Promise) -> Int? {
        switch promise.figure.dimension {
        case .share where Self.movement(promise) != 0: break
        case .share, .points, .multiple, .none, .density, .temperature, .duration, .workdays:
            return nil
        default: break
        }
        guard !promise.isWhole, !promise.isJoint,
            promises.count(where: { isOfMeasure($0.figure, promise.figure) }) == 1
        else { return nil }
        var fitting = report.contexts.indices.filter { index in
            let context = report.contexts[index]
            return isOfMeasure(context.figure, promise.figure) && !isLeft(context)
        }
        if fitting.count > 1 {
            // 申报25家,获批16家: only one of them says what is done.
            fitting.removeAll { index in
                let context = report.contexts[index]
                return !isReached(context, promise) || isSomethingElse(context, promise)
            }
            guard fitting.count == 1, isOnlyDone(report.contexts[fitting[0]]) else { return nil }
        }
        guard fitting.count == 1, let only = fitting.first else { return nil }
        let context = report.contexts[only]
        // Of two kinds of work, a figure that names one is a part.
        guard isReached(context, promise), !isSomethingElse(context, promise), !context.isEnclosed,
            !promise.isCompound || Self.works(in: context.before).isEmpty
        else { return nil }
        if promise.figure.dimension == .share {
            // 审批材料平均压减34.6% for 压减行政许可材料30%.
            let near = withoutReach(context.before)
            guard PromiseReader.direction(near) == Self.movement(promise),
                promise.core.count > 1, named(context)[...].contains(word: promise.core.suffix(2))
            else { return nil }
            return only
        }
        if isOnlyDone(context) { return only }
        let verbs = tellingVerbs(of: context)
        guard verbs.allSatisfy({ promise.name[...].contains(word: $0) }) else { return nil }
        if !verbs.isEmpty { return only }
        let words = named(context)
        let isShared = promise.core.indices.dropLast().contains { index in
            words[...].contains(word: promise.core[index...index + 1])
        }
        return isShared || Self.isAbbreviation(words, of: promise.name) ? only : nil
    }

    /// Whether a figure says how much is left to do: 其余32公里正在施工.
    private func isLeft(_ context: FigureText.Context) -> Bool {
        IndicatorWords.rests.isPrefix(of: clauseBefore(context))
    }

    /// Whether some words are a name of which only every other character is written: 厕改 for 厕所改造.
    private static func isAbbreviation(
        _ words: [Unicode.Scalar],
        of name: [Unicode.Scalar]
    ) -> Bool {
        guard (2...3).contains(words.count) else { return false }
        var rest = name[...]
        for word in words {
            guard let index = rest.firstIndex(of: word) else { return false }
            rest = rest[(index + 1)...]
        }
        return true
    }

    /// -1 where the figure is a fall, also where the verb stands first (压减材料30%), 1 where it is a rise.
    private static func movement(_ promise: PromiseReader.Promise) -> Int {
        let falls = IndicatorWords.falls.isPrefix(of: promise.name[...])
        return promise.direction == 0 && falls ? -1 : promise.direction
    }

    /// Whether two figures are of one measure: counted with one word, or with a longer one (场, 场次).
    func isOfMeasure(_ figure: Figure, _ other: Figure) -> Bool {
        guard figure.dimension == other.dimension else { return false }
        return figure.dimension != .count || figure.unit.hasPrefix(other.unit)
            || other.unit.hasPrefix(figure.unit)
    }
}
