internal import SourceText

/// How the units of figures fit each other.
extension AchievementMatcher {
    /// Whether a unit counts anything.
    static func isGeneral(_ unit: String) -> Bool {
        unit.hasSameBytes(as: "个") || unit.hasSameBytes(as: "项") || unit.hasSameBytes(as: "%")
    }

    func unitScore(
        _ promise: PromiseReader.Promise,
        _ context: FigureText.Context
    ) -> Double? {
        let wanted = promise.figure
        let figure = context.figure
        if promise.isWhole { return figure.dimension == .share ? 2 : nil }
        if wanted.unit == figure.unit { return 3 }
        if wanted.dimension == figure.dimension {
            return wanted.dimension == .count ? 2 : 2.6
        }
        switch (wanted.dimension, figure.dimension) {
        case (.people, .visits), (.visits, .people): return 1.6
        // 个 may count people; 家 and 处 don't.
        case (.people, .count): return figure.unit == "个" ? 1.6 : nil
        case (.count, .people): return wanted.unit == "个" ? 1.6 : nil
        case (.none, .count), (.none, .people), (.none, .visits), (.none, .households): return 1.6
        case (.households, .count), (.count, .households): return 1.6
        case (.points, .share), (.share, .points):
            let moves = PromiseReader.direction(withoutReach(context.before)) != 0
            return promise.direction != 0 && moves ? 1.6 : nil
        case (.multiple, .share):
            let isGrowth = PromiseReader.direction(withoutReach(context.before)) > 0
            return isGrowth ? 2 : nil
        default: return nil
        }
    }
}
