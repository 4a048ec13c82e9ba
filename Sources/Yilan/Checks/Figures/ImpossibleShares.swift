internal import SourceText
internal import TargetModel

/// Shares above the whole: 占120%, 覆盖率105%, 50个其中60个.
///
/// 完成率 and growth may well be above 100 %.
enum ImpossibleShares: TextCheck {
    static let phrases = shares + wholes + parts + handled + among

    /// What ends in 率 is a share, unless it is one of `open`; so is what these name.
    private static let shares = ["率", "占比", "满意度", "占总", "比重"]
    /// Rates that may well be above 100 %: of growth, of what was planned, of what lies beside.
    private static let open = [
        "增长率", "完成率", "负债率", "换手率", "周转率", "收益率", "回报率", "利润率", "贡献率", "到位率", "产销率", "拨备覆盖率",
        "流动性覆盖率", "杠杆率", "充足率", "使用率", "执行率", "达成率", "入学率", "毛入园率", "上座率", "自给率", "带动率", "倍率",
        "容积率", "变化率", "涨幅率", "增收率", "兑付率", "依存率", "增速率", "投入率", "化债率", "化解率", "债务率", "负荷率",
        "破案率", "偿债率", "覆盖倍率", "保值增值率", "恢复率", "超额率", "履约率", "开发率", "入库率", "复种指数率",
    ]
    private static let openRates = PhraseMatcher(open)
    /// How many bytes the longest of them has.
    private static let longestOpen = open.map(\.utf8.count).max() ?? 0
    /// What a share of a whole follows a few words later, or at once: 占总投资的29.7%, 完成81.4%.
    private static let wholes = ["占"] + (2...9).map { "完成\($0)" }
    /// What may well be fulfilled by more than 100 %.
    private static let plans = PhraseMatcher([
        "任务", "计划", "目标", "年度", "指标", "进度", "同期", "上年", "去年", "应", "预算", "时序", "保有量",
    ])
    private static let parts = ["其中"]
    /// What was done for some of those that there are: 有残疾儿童5061人,已服务5061人.
    private static let handled = [
        "已服务", "已整改", "已化解", "已办结", "已救助", "已帮扶", "已安置", "已覆盖", "已兑付", "已就业", "已康复", "已销号", "已调处",
    ]
    /// What joins those that there are to those of them: 18个乡镇中已有12个乡镇.
    private static let among = ["中已", "中有"]
    /// What tells how many there are.
    private static let counts = PhraseMatcher(["有", "共", "发现", "存在", "梳理出", "摸排出"])

    static func looksAt(_ field: Field?) -> Bool { field == .progress || field == .objective }

    static func examine(
        _ cell: ExaminedCell,
        on subject: inout CheckSubject,
        reporting findings: inout CheckFindings
    ) {
        for hit in cell.hits where hit.phrase < shares.count {
            let rest = cell.bytes.dropFirst(hit.bytes.upperBound).prefix(60)
            let before = cell.bytes(0..<hit.bytes.upperBound)
            guard let share = Self.share(in: rest), let name = name(before) else { continue }
            let start = hit.bytes.upperBound - name.utf8.count
            findings.report(
                .impossibleShare,
                target: cell.target,
                column: cell.column,
                bytes: start..<(hit.bytes.upperBound + share.upperBound)
            ) {
                impossible(
                    name,
                    String(
                        decoding: rest.dropFirst(share.lowerBound).prefix(share.count),
                        as: UTF8.self
                    )
                )
            }
            return
        }
        for hit in cell.hits
        where (shares.count..<shares.count + wholes.count).contains(hit.phrase) {
            guard let share = shareOfWhole(cell, hit) else { continue }
            findings.report(
                .impossibleShare,
                target: cell.target,
                column: cell.column,
                bytes: hit.bytes.lowerBound..<share.upperBound
            ) {
                let name = cell.bytes(hit.bytes.lowerBound..<share.lowerBound)
                return impossible(
                    String(decoding: name, as: UTF8.self),
                    String(decoding: cell.bytes(share), as: UTF8.self)
                )
            }
            return
        }
        for hit in cell.hits where hit.phrase >= shares.count + wholes.count {
            if let (whole, part) = tooLarge(cell, hit, &subject) {
                findings.report(
                    .partAboveWhole,
                    target: cell.target,
                    column: cell.column,
                    bytes: hit.bytes
                ) {
                    partTooLarge(whole.text, part.text)
                }
                return
            }
        }
    }

    /// The bytes of a percentage that is too large for what it is of: above 100 behind 占总投资的, above 200
    /// right behind 完成; nil where there is none, or a plan is fulfilled.
    private static func shareOfWhole(_ cell: ExaminedCell, _ hit: PhraseMatcher.Hit) -> Range<Int>?
    {
        let isOfWhole = hit.phrase == shares.count
        let from = isOfWhole ? hit.bytes.upperBound : hit.bytes.upperBound - 1
        let rest = cell.bytes.dropFirst(from).prefix(48)
        let link = rest.prefix { !isDigit($0) && $0 != UInt8(ascii: ",") }
        guard link.count <= 30,
            let share = share(in: rest.dropFirst(link.count), above: isOfWhole ? 100 : 200),
            !plans.isFound(in: link.span),
            !["，", "。", "；", ";", "、"].contains(where: { link.span.contains($0) })
        else { return nil }
        let start = from + link.count
        return start..<start + share.upperBound
    }

    /// The name of the share that a text ends with, at most twelve characters of it; nil where it may
    /// be above 100 %.
    private static func name(_ text: ArraySlice<UInt8>) -> String? {
        let tail = text.suffix(longestOpen)
        guard !openRates.hits(in: tail.span).contains(where: { $0.bytes.upperBound == tail.count })
        else { return nil }
        // Half a character at the start is none.
        let end = Array(String(decoding: text.suffix(36), as: UTF8.self).unicodeScalars)
        var name = end[(end.lastIndex { !$0.properties.isIdeographic }.map { $0 + 1 } ?? 0)...]
        if name.starts(with: "其中".unicodeScalars) { name.removeFirst(2) }
        return String(decoding: text.suffix(name.reduce(0) { $0 + UTF8.width($1) }), as: UTF8.self)
    }

    /// Whether a scalar may stand between a share and its percentage: 占比达到85%.
    private static func isLink(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "达", "到", "为", "是", "至", "约", "的", "比", "重": true
        default: false
        }
    }

    /// The bytes of a percentage above 100 that a text begins with; 达, 为 and the like may stand before
    /// it.
    private static func share(in text: ArraySlice<UInt8>, above limit: Int = 100) -> Range<Int>? {
        let bytes = text.span
        var start = 0
        while start + 2 < bytes.count, bytes[start] & 0xF0 == 0xE0,
            let scalar = Unicode.Scalar(bytes.scalarOfThree(at: start)), isLink(scalar)
        {
            start += 3
        }
        var end = start
        while end < bytes.count, isDigit(bytes[end]) || bytes[end] == UInt8(ascii: ".") { end += 1 }
        guard end - start >= 3 else { return nil }
        let sign = bytes.holds("%", at: end) ? 1 : bytes.holds("％", at: end) ? 3 : 0
        guard sign > 0, exceeds(limit, text.dropFirst(start).prefix(end - start)) else {
            return nil
        }
        return start..<(end + sign)
    }

    /// Whether digits with at most one decimal point are more than a limit; false for more than eighteen.
    private static func exceeds(_ limit: Int, _ number: ArraySlice<UInt8>) -> Bool {
        let point = number.firstIndex(of: UInt8(ascii: "."))
        let whole = number[..<(point ?? number.endIndex)]
        let decimals = number[(point.map { $0 + 1 } ?? number.endIndex)...]
        guard !decimals.contains(UInt8(ascii: ".")), whole.count + decimals.count <= 18 else {
            return false
        }
        let value = whole.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return value > limit || value == limit && decimals.contains { $0 != UInt8(ascii: "0") }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// The figure before 其中 and a larger one of the same unit behind it.
    private static func partAboveWhole(
        _ cell: ExaminedCell,
        _ hit: PhraseMatcher.Hit,
        _ subject: inout CheckSubject
    ) -> (whole: Figure, part: Figure)? {
        let before = cell.bytes(0..<hit.bytes.lowerBound)
        let place = before.count { $0 & 0xC0 != 0x80 }
        let figures = subject.figures(of: cell)
        guard let whole = figures.last(where: { $0.range.upperBound <= place }),
            let part = figures.first(where: { $0.range.lowerBound >= place }),
            !whole.unit.isEmpty, whole.unit == part.unit, whole.unit != "%",
            place - whole.range.upperBound <= 2, part.range.lowerBound - place <= 20
        else { return nil }
        if part.value > whole.value { return (whole, part) }
        let parts = figures.drop { $0.range.lowerBound < place }.prefix { $0.unit == whole.unit }
        return sum(Array(parts), behind: place, in: cell.text, above: whole).map { (whole, $0) }
    }

    private static func tooLarge(
        _ cell: ExaminedCell,
        _ hit: PhraseMatcher.Hit,
        _ subject: inout CheckSubject
    ) -> (whole: Figure, part: Figure)? {
        switch hit.phrase - shares.count - wholes.count {
        case ..<parts.count: partAboveWhole(cell, hit, &subject)
        case ..<(parts.count + handled.count): moreThanThere(cell, hit, &subject)
        default: moreThanNamed(cell, hit, &subject)
        }
    }

    /// Two figures of the same thing, named twice, of which the second should be a part of the first:
    /// 18个乡镇中已有22个乡镇.
    private static func moreThanNamed(
        _ cell: ExaminedCell,
        _ hit: PhraseMatcher.Hit,
        _ subject: inout CheckSubject
    ) -> (whole: Figure, part: Figure)? {
        guard cell.bytes(0..<hit.bytes.lowerBound).suffix(30).contains(where: isDigit) else {
            return nil
        }
        let place = cell.bytes(0..<hit.bytes.lowerBound).count { $0 & 0xC0 != 0x80 }
        let figures = subject.figures(of: cell)
        let scalars = Array(cell.text.unicodeScalars)
        guard let whole = figures.last(where: { $0.range.upperBound <= place }),
            let part = figures.first(where: { $0.range.lowerBound >= place }),
            whole.unit == part.unit, part.value > whole.value,
            part.range.lowerBound - place <= 4, whole.range.upperBound < place
        else { return nil }
        let noun = scalars[whole.range.upperBound..<place]
        return noun.count <= 8 && scalars[part.range.upperBound...].starts(with: noun)
            ? (whole, part) : nil
    }

    /// The figure of how many there are, right before some words, and a larger one of the same unit behind
    /// them.
    private static func moreThanThere(
        _ cell: ExaminedCell,
        _ hit: PhraseMatcher.Hit,
        _ subject: inout CheckSubject
    ) -> (whole: Figure, part: Figure)? {
        let before = cell.bytes(0..<hit.bytes.lowerBound)
        // Most that is done is told without how many there are.
        let near = before.suffix(60)
        guard before.last == UInt8(ascii: ",") || before.suffix(3).elementsEqual("，".utf8),
            before.suffix(24).contains(where: isDigit), counts.isFound(in: near.span)
        else { return nil }
        let place = before.count { $0 & 0xC0 != 0x80 }
        let end = place + 3
        let figures = subject.figures(of: cell)
        guard let whole = figures.last(where: { $0.range.upperBound <= place }),
            let part = figures.first(where: { $0.range.lowerBound >= place }),
            !whole.unit.isEmpty, whole.unit == part.unit, part.value > whole.value,
            place - whole.range.upperBound <= 1, part.range.lowerBound - end <= 4
        else { return nil }
        let clause = cell.bytes(0..<before.count - (before.last == UInt8(ascii: ",") ? 1 : 3))
        let name = clause[
            ((clause.lastIndex { $0 == UInt8(ascii: ",") }).map { $0 + 1 } ?? clause.startIndex)...
        ]
        return counts.isFound(in: name.span) && !plans.isFound(in: name.span) ? (whole, part) : nil
    }

    /// What kinds of one thing are called; nothing is of two of them.
    private static let kinds = [
        ["小学", "初中", "高中", "幼儿园"], ["国家级", "省级", "市级", "县级"], ["城镇", "农村"], ["城区", "乡镇"],
        ["男", "女"],
    ]

    /// Whether names are those of different counties and towns: 其中牡丹区80个、曹县60个.
    private static func arePlaces(_ names: [String]) -> Bool {
        let places = names.map { name in
            String(
                String.UnicodeScalarView(
                    name.unicodeScalars.drop { "其中、:：和及 ".unicodeScalars.contains($0) }
                )
            )
        }
        return Set(places).count == places.count
            && places.allSatisfy { place in
                (2...6).contains(place.unicodeScalars.count)
                    && ["县", "区", "市", "镇", "乡"].contains(where: place.hasSuffix)
                    && !["城区", "市区", "园区", "社区", "小区", "片区"].contains(where: place.hasSuffix)
            }
    }

    /// Parts of different kinds added up, where they are more than the whole: 小学3600个、初中2900个 of 5200个.
    private static func sum(
        _ parts: [Figure],
        behind place: Int,
        in text: String,
        above whole: Figure
    ) -> Figure? {
        let scalars = Array(text.unicodeScalars)
        var start = place
        var names: [String] = []
        for part in parts {
            let name = scalars[start..<part.range.lowerBound]
            guard !name.contains(where: { ",，。;；".unicodeScalars.contains($0) }) else { break }
            names.append(String(String.UnicodeScalarView(name)))
            start = part.range.upperBound
        }
        guard names.count > 1, var sum = parts.first,
            arePlaces(names)
                || kinds.contains(where: { kinds in
                    let found = names.compactMap { name in kinds.first(where: name.contains) }
                    return found.count == names.count && Set(found).count == names.count
                })
        else { return nil }
        for part in parts[1..<names.count] {
            guard let value = sum.value.plus(part.value) else { return nil }
            sum.value = value
            sum.range = sum.range.lowerBound..<part.range.upperBound
        }
        guard sum.value > whole.value else { return nil }
        sum.text = String(String.UnicodeScalarView(scalars[sum.range]))
        return sum
    }

    private static func impossible(_ name: String, _ share: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .impossibleShare,
            Wording(
                en: "“\(name)” can't be more than 100 %: \(share)",
                zh: "“\(name)”不可能超过 100%：\(share)"
            ),
            hint: Wording(en: "see what the figure should be", zh: "请核对数字")
        )
    }

    private static func partTooLarge(_ whole: String, _ part: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .partAboveWhole,
            Wording(
                en: "a part (\(part)) is larger than the whole (\(whole))",
                zh: "\(part)大于总数\(whole)，部分不可能多于全部"
            ),
            hint: Wording(en: "see which figure is wrong", zh: "请核对数字")
        )
    }
}
