internal import SourceText
internal import TargetModel

/// What the words of a report say where they stand.
struct ProgressReport {
    /// The report, UTF-8.
    let bytes: ArraySlice<UInt8>
    /// The objective that it is about, UTF-8.
    let plan: ArraySlice<UInt8>

    /// Whether words at some bytes say that the target was not reached.
    ///
    /// They don't where the objective has them itself, where they speak of something else that is
    /// dealt with (未完成整改的违建已全部拆除), and where the plan has it so (按计划明年开工).
    func isUnmet(at bytes: Range<Int>) -> Bool {
        let word = slice(bytes)
        guard !Self.plans.isFound(in: self.bytes.span), !plan.span.contains(word),
            !isOfOthers(bytes), !isSettled(bytes)
        else { return false }
        let behind = clause(behind: bytes.upperBound)
        let before = clause(before: bytes.lowerBound)
        switch word {
        case "尚未", "未能", "还没有":
            return !["发现", "发生", "出现", "收到", "接到", "成年"].contains { behind.hasPrefix($0) }
        case "未完成", "未建成", "未实施", "没有完成", "没有建成":
            return !["部分", "的", "率"].contains { behind.hasPrefix($0) }
        case "停工", "搁置":
            return !["复工", "盘活", "化解", "启动", "整改", "整顿"].contains {
                before.contains($0) || behind.contains($0)
            }
        case "暂缓" where behind.isEmpty:
            return true
        case "仅完成", "只完成":
            // How much is enough is compared elsewhere.
            return !promisesFigures && behind.unicodeScalars.contains { ("0"..."9").contains($0) }
        case "取消"
        where before.hasPrefix("因") || ["大会", "赛事", "比赛"].contains { before.contains($0) }:
            return true
        case "取消", "终止", "推迟", "延期", "改为", "暂缓":
            // 取消收费 is a result; the project that is cancelled isn't.
            return ["项目", "工程", "活动"].contains { before.contains($0) }
                || ["实施", "建设", "举办", "开展"].contains { behind.hasPrefix($0) }
        case "滞后", "推进缓慢", "进展缓慢":
            return !["不", "无", "避免", "克服", "解决"].contains {
                before.contains($0) || behind.contains($0)
            }
        default:
            return true
        }
    }

    /// Whether words that say that all is done are about the target, not about a part: 已全部批复.
    func isConclusive(_ bytes: Range<Int>) -> Bool {
        let behind = clause(behind: bytes.upperBound)
        return !["批复", "受理", "报送", "上报", "印发", "签订", "前期"].contains { behind.contains($0) }
    }

    /// The share that follows some bytes, where it is below 100 %: 85%.
    func percent(behind bytes: Range<Int>) -> String? {
        let scalars = clause(behind: bytes.upperBound).unicodeScalars
        let digits = scalars.drop { "达到为至了约仅".unicodeScalars.contains($0) }
            .prefix { ("0"..."9").contains($0) || $0 == "." }
        let rest = scalars.drop { "达到为至了约仅".unicodeScalars.contains($0) }
            .dropFirst(digits.count)
        guard !digits.isEmpty, let sign = rest.first, sign == "%" || sign == "％" else { return nil }
        let number = String(String.UnicodeScalarView(digits))
        let whole = number.prefix { $0 != "." }
        guard whole.count < 3 else { return nil }
        return number + "%"
    }

    /// Whether the objective promises figures: 道路10条.
    var promisesFigures: Bool { Indicator.isPromised(in: plan) }

    /// Whether the objective promises that something is built.
    var promisesWork: Bool {
        Self.works.isFound(in: plan.span) || completesWork
    }

    /// Whether the objective promises that something is begun.
    var promisesStart: Bool {
        Self.starts.isFound(in: plan.span) || completesWork
    }

    /// Whether the objective asks for no more than that something is begun.
    var promisesOnlyStart: Bool {
        plan.span.contains("开工") && !Self.results.isFound(in: plan.span)
    }

    /// The bytes of some scalars of the report.
    func bytes(ofScalars scalars: Range<Int>) -> Range<Int> {
        Figure.bytes(ofScalars: scalars, in: String(decoding: bytes, as: UTF8.self))
    }

    private static let plans = PhraseMatcher(["按计划", "根据计划", "计划于"])
    private static let works = PhraseMatcher(ProgressWords.works)
    private static let starts = PhraseMatcher(ProgressWords.starts)
    private static let results = PhraseMatcher(ProgressWords.results)
    private static let visits = PhraseMatcher(ProgressWords.visits)

    /// 完成…建设.
    private var completesWork: Bool {
        plan.starts(with: "完成".utf8) && plan.span.contains("建设")
    }

    /// The company that the objective is about, where the report only says that it was visited.
    var companyThatIsOnlyVisited: String? {
        guard Self.firms.isFound(in: plan.span),
            let mark = Self.firmEndings.first(where: { plan.span.contains($0) }),
            let end = plan.span.firstIndex(of: mark)
        else { return nil }
        var name = Self.last(12, of: plan.prefix(end))
        for verb in Self.helping {
            guard let start = name.span.firstIndex(of: verb) else { continue }
            name = name.dropFirst(start + verb.utf8.count)
        }
        // The firm's own name is what stands before its trade: 天骄生物 of 天骄生物科技.
        let scalars = String(decoding: name, as: UTF8.self).unicodeScalars.prefix(4)
        let short = String(scalars)
        guard scalars.count >= 2, bytes.span.contains(short) else { return nil }
        let areVisits = sentences(with: short).allSatisfy { Self.visits.isFound(in: $0.span) }
        return areVisits ? short : nil
    }

    private static let helping = [
        "支持", "推动", "促进", "协助", "帮助", "培育", "助力", "加快", "引导", "扶持",
    ]
    private static let firmEndings = ["股份有限公司", "有限责任公司", "有限公司", "集团"]
    private static let firms = PhraseMatcher(firmEndings)

    // MARK: Parts of the text

    /// What stands at some bytes.
    func slice(_ bytes: Range<Int>) -> String {
        String(decoding: self.bytes.dropFirst(bytes.lowerBound).prefix(bytes.count), as: UTF8.self)
    }

    /// What follows a byte up to the end of its clause.
    func clause(behind byte: Int) -> String {
        let rest = bytes.dropFirst(byte)
        let end = Self.breaks.first(in: rest.span)?.bytes.lowerBound ?? rest.count
        return String(decoding: rest.prefix(end), as: UTF8.self)
    }

    /// What stands before a byte from the start of its clause.
    func clause(before byte: Int) -> String {
        let before = bytes.prefix(byte)
        let start = Self.breaks.hits(in: before.span).last?.bytes.upperBound ?? 0
        return String(decoding: before.dropFirst(start), as: UTF8.self)
    }

    /// The clauses that follow the one of a byte in its sentence.
    func clauses(behind byte: Int) -> [String] {
        let rest = bytes.dropFirst(byte)
        let sentence = rest.prefix(Self.ends.first(in: rest.span)?.bytes.lowerBound ?? rest.count)
        var start = 0
        let breaks = Self.breaks.hits(in: sentence.span).map(\.bytes)
        let clauses = (breaks + [sentence.count..<sentence.count]).map { end in
            defer { start = end.upperBound }
            let clause = sentence.dropFirst(start).prefix(end.lowerBound - start)
            return String(decoding: clause, as: UTF8.self)
        }
        return Array(clauses.dropFirst())
    }

    /// The sentences that hold a word.
    private func sentences(with word: String) -> [ArraySlice<UInt8>] {
        var start = 0
        let ends = Self.ends.hits(in: bytes.span).map(\.bytes)
        let sentences = (ends + [bytes.count..<bytes.count]).map { end in
            defer { start = end.upperBound }
            return bytes.dropFirst(start).prefix(end.lowerBound - start)
        }
        return sentences.filter { $0.span.contains(word) }
    }

    private static let breaks = PhraseMatcher([",", "，", ";", "；", "。", "!", "！", "?", "？", "\n"])
    private static let ends = PhraseMatcher(["。", ";", "；", "\n"])

    /// The last scalars of a text, at most `count`.
    private static func last(_ count: Int, of text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var start = text.endIndex
        var found = 0
        while start > text.startIndex, found < count {
            start -= 1
            if text[start] & 0xC0 != 0x80 { found += 1 }
        }
        return text[start...]
    }
}
