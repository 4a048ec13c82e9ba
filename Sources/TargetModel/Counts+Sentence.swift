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
    /// out. What the table doesn't clearly say of is named apart, and so is what stands in lists that
    /// have no status; what there is nothing of is not named.
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
        var parts = ["共\(total)项"]
        if withoutStatus > 0 {
            parts[0] += "，其中\(withoutStatus)项所在的表未填报是否按计划完成，不计入完成率"
            parts.append("其余\(rated)项中")
        }
        parts[parts.count - 1] += "，按计划完成\(onSchedule)项，占\(percent)%"
        if behind > 0 {
            let list = Self.shortened(serials).joined(separator: "、")
            let more = serials.count > Self.namedSerials ? "等" : ""
            parts.append("未按计划完成\(behind)项" + (list.isEmpty ? "" : "，序号为\(list)\(more)"))
        }
        let notStated = unstated - withoutStatus
        if notStated > 0 { parts.append("未注明是否按计划完成\(notStated)项") }
        return parts.joined(separator: "；") + "。"
    }

    private func englishSentence(_ serials: [String]) -> String {
        guard total > 0 else { return "No targets." }
        guard let percent else {
            return
                "\(total) target\(total == 1 ? "" : "s"); the table has no column for the status, "
                + "so there is no rate."
        }
        let most =
            withoutStatus == 0
            ? "\(total) target\(total == 1 ? "" : "s"): "
            : "\(total) targets, \(withoutStatus) of them in lists that state no status and have no "
                + "rate; of the other \(rated): "
        var parts = [most + "\(onSchedule) on schedule (\(percent)%)"]
        if behind > 0 {
            let list = Self.shortened(serials).joined(separator: ", ")
            let more = serials.count > Self.namedSerials ? " and others" : ""
            let word = serials.count == 1 ? "no." : "nos."
            parts.append("\(behind) behind" + (list.isEmpty ? "" : " (\(word) \(list)\(more))"))
        }
        let notStated = unstated - withoutStatus
        if notStated > 0 { parts.append("\(notStated) not stated") }
        return parts.joined(separator: "; ") + "."
    }

    private static func shortened(_ serials: [String]) -> ArraySlice<String> {
        serials.prefix(namedSerials)
    }

    /// The share that goes as planned in percent with two decimals, halves rounded up; nil where
    /// `rate` is.
    public var percent: String? {
        guard rated > 0 else { return nil }
        // In hundredths of a percent; whole numbers, so that 2.675 isn't 2.67.
        let (hundredths, remainder) = (onSchedule * 10_000).quotientAndRemainder(dividingBy: rated)
        let rounded = hundredths + (remainder * 2 >= rated ? 1 : 0)
        let decimals = rounded % 100
        return "\(rounded / 100).\(decimals < 10 ? "0" : "")\(decimals)"
    }
}
