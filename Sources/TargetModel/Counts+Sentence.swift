public import SourceText

extension Summary {
    /// The sentence for a circular, over all targets; see `Counts.sentence(serials:language:)`.
    public func sentence(serials: [String], language: Language) -> String {
        counts.sentence(serials: serials, language: language)
    }
}

extension Counts {
    /// How many serials a sentence names; after them it says that there are more.
    public static let namedSerials = 1_000

    /// The sentence that circulars need.
    ///
    ///     共60项，按计划完成57项，占95.00%；未按计划完成3项，序号为161、163、171。
    ///
    /// `serials` are the texts of the serials of `behindTargets`, in their order; blank ones are left
    /// out. What the table doesn't clearly say of is named apart, and what there is nothing of is
    /// not named.
    public func sentence(serials: [String], language: Language) -> String {
        let named = serials.filter { !$0.isEmpty }
        return switch language {
        case .chinese: chineseSentence(named)
        case .english: englishSentence(named)
        }
    }

    private func chineseSentence(_ serials: [String]) -> String {
        guard total > 0 else { return "共0项。" }
        guard let percent else { return "共\(total)项；表中没有“是否按计划完成进度”一栏，无法统计完成率。" }
        var parts = ["共\(total)项，按计划完成\(onSchedule)项，占\(percent)%"]
        if behind > 0 {
            let list = Self.shortened(serials).joined(separator: "、")
            let more = serials.count > Self.namedSerials ? "等" : ""
            parts.append("未按计划完成\(behind)项" + (list.isEmpty ? "" : "，序号为\(list)\(more)"))
        }
        if unstated > 0 { parts.append("未注明是否按计划完成\(unstated)项") }
        return parts.joined(separator: "；") + "。"
    }

    private func englishSentence(_ serials: [String]) -> String {
        guard total > 0 else { return "No targets." }
        guard let percent else {
            return
                "\(total) target\(total == 1 ? "" : "s"); the table has no column for the status, "
                + "so there is no rate."
        }
        var parts = [
            "\(total) target\(total == 1 ? "" : "s"): \(onSchedule) on schedule (\(percent)%)"
        ]
        if behind > 0 {
            let list = Self.shortened(serials).joined(separator: ", ")
            let more = serials.count > Self.namedSerials ? " and others" : ""
            let word = serials.count == 1 ? "no." : "nos."
            parts.append("\(behind) behind" + (list.isEmpty ? "" : " (\(word) \(list)\(more))"))
        }
        if unstated > 0 { parts.append("\(unstated) not stated") }
        return parts.joined(separator: "; ") + "."
    }

    private static func shortened(_ serials: [String]) -> ArraySlice<String> {
        serials.prefix(namedSerials)
    }

    /// The share that goes as planned in percent with two decimals, halves rounded up; nil where
    /// `rate` is.
    public var percent: String? {
        guard total > 0, hasStatus else { return nil }
        // In hundredths of a percent; whole numbers, so that 2.675 isn't 2.67.
        let (hundredths, remainder) = (onSchedule * 10_000).quotientAndRemainder(dividingBy: total)
        let rounded = hundredths + (remainder * 2 >= total ? 1 : 0)
        let decimals = rounded % 100
        return "\(rounded / 100).\(decimals < 10 ? "0" : "")\(decimals)"
    }
}
