/// Figures of the same things at another stage: what was begun, found, planned or signed, what there is
/// altogether, and what went the other way.
extension AchievementMatcher {
    /// Whether a figure is of the same things at another stage than was promised.
    func isOfOtherStage(_ context: FigureText.Context, _ promise: PromiseReader.Promise) -> Bool {
        isOnlyStep(context, promise) || isStock(context, promise) || isContrary(context, promise)
            || isOneKindOfSeveral(context, promise) || isOvertaken(context, promise)
    }

    /// Whether a figure only says how many were undertaken, and one behind it in its sentence how many of
    /// them are done: 实施12处,已竣工7处 for 新建10处.
    ///
    /// Where 建设10处 was promised, nobody can tell which of the two is meant if only one of them is
    /// enough, and neither is taken.
    private func isOvertaken(
        _ context: FigureText.Context,
        _ promise: PromiseReader.Promise
    ) -> Bool {
        // 实施30个 asks for no more.
        guard tellsSeveral, !promise.action.isEmpty,
            !IndicatorWords.undertaking.isPrefix(of: promise.action)
        else { return false }
        let parts = report.contexts.filter { isSome($0, of: context) }
        if !parts.isEmpty, isUndertaken(context, promise) { return parts.contains(where: isDone) }
        guard promise.action.elementsEqual("建设".unicodeScalars),
            context.figure.amount < promise.figure.amount
        else { return false }
        return report.contexts.contains { whole in
            isSome(context, of: whole) && whole.figure.amount >= promise.figure.amount
                && IndicatorWords.undertaking.isFound(in: clauseBefore(whole)) && isDone(context)
        }
    }

    /// Whether the words around a figure say that something was undertaken, begun or chosen, and not what was
    /// promised.
    private func isUndertaken(
        _ context: FigureText.Context,
        _ promise: PromiseReader.Promise
    ) -> Bool {
        let before = clauseBefore(context)
        guard !before.contains(word: promise.action),
            !nearBehind(context).contains(word: promise.action)
        else { return false }
        return IndicatorWords.undertaking.isFound(in: before)
            || IndicatorWords.stages.isFound(in: before)
            || IndicatorWords.stages.isFound(in: nearBehind(context))
    }

    /// Whether a figure may count some of what another one before it in its sentence counts.
    private func isSome(_ part: FigureText.Context, of whole: FigureText.Context) -> Bool {
        guard part.figure.range.lowerBound >= whole.figure.range.upperBound,
            part.figure.unit == whole.figure.unit, part.figure.amount <= whole.figure.amount
        else { return false }
        let between = whole.figure.range.upperBound..<part.figure.range.lowerBound
        return !report.scalars[between].contains { $0 == "。" || $0 == ";" || $0 == "\n" }
    }

    /// Whether a figure only says how many are done, or how many stand that aren't done yet.
    private func isDone(_ context: FigureText.Context) -> Bool {
        isFoundAround(context, IndicatorWords.shells) || isOnlyDone(context)
    }

    /// Whether the words around a figure say that something is done, and name nothing: 验收通过96个.
    func isOnlyDone(_ context: FigureText.Context) -> Bool {
        isFoundAround(context, IndicatorWords.finishing) && named(context).isEmpty
            && tellingVerbs(of: context).allSatisfy { IndicatorWords.finishing.covers(Array($0)) }
    }

    /// Whether a verb before or behind a figure is one of a step towards what was promised, and none of a
    /// result follows: 开工2.3万套 for 建成2万套, 采购3000盏 for 安装3000盏.
    private func isOnlyStep(
        _ context: FigureText.Context,
        _ promise: PromiseReader.Promise
    ) -> Bool {
        let behind = context.behind.prefix { $0 != "、" }
        guard !IndicatorWords.outcomes.isFound(in: behind) else { return false }
        if let step = IndicatorWords.stages.lastPosition(in: context.before, butNot: promise.name) {
            let rest = context.figure.range.upperBound..<context.clause.upperBound
            return !IndicatorWords.outcomes.isFound(in: context.before[step...])
                && !isEnough(context.before, for: promise) && wholeDone(in: rest) == nil
        }
        return IndicatorWords.stages.lastPosition(in: behind, butNot: promise.name) != nil
            && !isEnough(behind, for: promise)
    }

    /// Whether a step is what was promised by another word: signed projects for 招引项目, bought buses
    /// for 更新公交车.
    private func isEnough(
        _ words: ArraySlice<Unicode.Scalar>,
        for promise: PromiseReader.Promise
    ) -> Bool {
        if IndicatorWords.signing.isFound(in: words) {
            return IndicatorWords.attracting.isPrefix(of: promise.action)
                && IndicatorWords.attracted.isFound(in: promise.name)
                || IndicatorWords.deals.isSuffix(of: promise.name[...])
        }
        if IndicatorWords.beginning.isFound(in: words) {
            // 实施30个项目 asks for no more.
            return !IndicatorWords.results.isFound(in: promise.name)
                && !IndicatorWords.works.isFound(in: promise.name)
        }
        return IndicatorWords.buying.isFound(in: words)
            && !IndicatorWords.installing.isPrefix(of: promise.name[...])
    }

    /// Whether a figure says how much there is altogether, where a change of it was promised: 现有绿地1500
    /// 公顷 for 新增绿地50公顷.
    private func isStock(_ context: FigureText.Context, _ promise: PromiseReader.Promise) -> Bool {
        guard promise.figure.dimension != .share, !Self.promisesLevel(promise),
            IndicatorWords.changes.isPrefix(of: promise.name[...]),
            !context.before.contains(word: promise.action),
            !IndicatorWords.increments.isFound(in: context.before)
        else { return false }
        return IndicatorWords.stocks.lastPosition(in: context.before, butNot: promise.name) != nil
    }

    /// Whether a figure is of what came where something was to go, or of what went where something was to
    /// come: 新增不良贷款 for 处置不良贷款.
    private func isContrary(
        _ context: FigureText.Context,
        _ promise: PromiseReader.Promise
    ) -> Bool {
        guard promise.direction == 0, promise.figure.dimension != .share,
            !context.before.contains(word: promise.action)
        else { return false }
        if IndicatorWords.removals.isPrefix(of: promise.action) {
            return IndicatorWords.increments.lastPosition(in: context.before, butNot: promise.name)
                != nil
        }
        return IndicatorWords.increments.isPrefix(of: promise.name[...])
            && IndicatorWords.removals.lastPosition(in: context.before, butNot: promise.name) != nil
            && !IndicatorWords.increments.isFound(in: context.before)
    }

    /// Whether a report tells several kinds apart in one clause where all together were promised:
    /// 省级18家、市级45家 for 培育企业30家.
    private func isOneKindOfSeveral(
        _ context: FigureText.Context,
        _ promise: PromiseReader.Promise
    ) -> Bool {
        guard tellsSeveral, !IndicatorWords.kindWords.isFound(in: promise.name),
            tellsKind(context)
        else { return false }
        return report.contexts.contains { other in
            other.clause == context.clause && other.figure.range != context.figure.range
                && other.figure.unit == context.figure.unit
                && IndicatorWords.kinds.contains { kinds in
                    let told = [context, other].map { kind(of: $0, in: kinds) }
                    return told[0] != nil && told[1] != nil && told[0] != told[1]
                }
        }
    }

    private func kind(
        of context: FigureText.Context,
        in kinds: [ArraySlice<Unicode.Scalar>]
    ) -> ArraySlice<Unicode.Scalar>? {
        let behind = rightBehind(context)
        return kinds.first { context.before.contains(word: $0) || behind.contains(word: $0) }
    }

    /// Whether the words before a figure or right behind it (1个市级、9个县级) tell of what kind it is.
    private func tellsKind(_ context: FigureText.Context) -> Bool {
        IndicatorWords.kindWords.isFound(in: context.before)
            || IndicatorWords.kindWords.isFound(in: rightBehind(context))
    }

    private func rightBehind(_ context: FigureText.Context) -> ArraySlice<Unicode.Scalar> {
        context.behind.prefix(3).prefix { $0 != "、" }
    }
}
