internal import SourceText
internal import TargetModel

/// Near-certain slips of a character: 人选 where 入选 stands elsewhere in the table, 己完成.
enum CharacterSlips: TextCheck {
    static let phrases = certain.map(\.wrong) + likely.map(\.wrong) + letters

    /// The letter O behind a digit, which is a zero where a digit follows: 8O6.
    private static let letters = (0...9).map { "\($0)O" }

    /// Never right in such a table.
    private static let certain: [(wrong: String, right: String)] = [
        ("己完成", "已完成"), ("己建成", "已建成"), ("己全部", "已全部"), ("己开工", "已开工"), ("己经", "已经"),
        ("己实现", "已实现"), ("己封顶", "已封顶"), ("己竣工", "已竣工"), ("己通车", "已通车"), ("己投产", "已投产"),
        ("己完工", "已完工"),
        ("己开展", "已开展"), ("己发放", "已发放"), ("己落实", "已落实"), ("己通过", "已通过"), ("己签约", "已签约"),
        ("己纳入", "已纳入"),
        ("己达到", "已达到"), ("己建立", "已建立"), ("己形成", "已形成"), ("己办理", "已办理"), ("己组织", "已组织"),
        ("己制定", "已制定"),
        ("末完成", "未完成"), ("末开工", "未开工"), ("己启动", "已启动"), ("己投入", "已投入"), ("己印发", "已印发"),
        ("竞工", "竣工"),
        ("布署", "部署"), ("按装", "安装"), ("座落", "坐落"), ("帐户", "账户"), ("渡过难关", "度过难关"),
        ("既使", "即使"), ("侯选", "候选"), ("气侯", "气候"), ("拔付", "拨付"), ("拔款", "拨款"), ("划拔", "划拨"),
        ("挑拔", "挑拨"),
        ("凑和", "凑合"), ("以经", "已经"), ("在接再厉", "再接再厉"), ("必需要", "必须要"),
        ("修善", "修缮"), ("村料", "材料"), ("材科", "材料"), ("农四", "农田"), ("辅设", "铺设"), ("工程工程", "工程"),
        ("建设建设", "建设"),
        ("工作工作", "工作"), ("完成完成", "完成"), ("实施实施", "实施"), ("推进推进", "推进"), ("开展开展", "开展"),
        ("改造改造", "改造"),
        ("全市全市", "全市"), ("已已", "已"), ("的的", "的"),
        ("截止目前", "截至目前"), ("由其是", "尤其是"), ("做为", "作为"), ("平方公理", "平方公里"), ("发该委", "发改委"),
        ("亿元元", "亿元"), ("万元元", "万元"), ("平方米米", "平方米"), ("公顷顷", "公顷"),
        ("上线上线", "上线"), ("运行运行", "运行"), ("通车通车", "通车"), ("竣工竣工", "竣工"), ("建成建成", "建成"),
        ("新增新增", "新增"), ("提升提升", "提升"), ("项目项目", "项目"), ("整治整治", "整治"), ("落实落实", "落实"),
        ("加强加强", "加强"), ("完善完善", "完善"),
    ]

    /// Words of their own, and slips where the right one stands in the table, too.
    private static let likely: [(wrong: String, right: String)] = [
        ("人选", "入选"), ("人库", "入库"), ("人驻", "入驻"), ("人围", "入围"), ("投人", "投入"), ("纳人", "纳入"),
        ("收人", "收入"),
        ("深人", "深入"), ("列人", "列入"), ("加人", "加入"), ("引人", "引入"), ("末来", "未来"), ("千部", "干部"),
        ("千道", "干道"),
        ("千线", "干线"), ("土兵", "士兵"), ("险收", "验收"), ("峻工", "竣工"), ("配奎", "配套"), ("项日", "项目"),
        ("建没", "建设"), ("验受", "验收"), ("建筑筑", "建筑"),
    ]

    /// Words that hold a likely slip by right: 候选人选, 引人注目.
    private static let words = [
        "引人注目", "引人入胜", "引人关注", "令人深", "收人心", "加人工", "投人所", "经验受", "考验受", "检验受", "体验受",
    ]

    static func examine(
        _ cell: ExaminedCell,
        on subject: inout CheckSubject,
        reporting findings: inout CheckFindings
    ) {
        for hit in cell.hits {
            if hit.phrase >= certain.count + likely.count {
                reportLetter(hit, cell, &findings)
                continue
            }
            let isCertain = hit.phrase < certain.count
            let pair = isCertain ? certain[hit.phrase] : likely[hit.phrase - certain.count]
            if !isCertain {
                guard subject.facts.words.contain(pair.right), isSlip(hit, pair.wrong, cell.text)
                else {
                    continue
                }
            }
            findings.report(
                slip(pair.wrong, pair.right, isCertain),
                target: cell.target,
                column: cell.column,
                bytes: hit.bytes
            )
        }
    }

    private static func reportLetter(
        _ hit: PhraseMatcher.Hit,
        _ cell: ExaminedCell,
        _ findings: inout CheckFindings
    ) {
        guard let next = cell.bytes.dropFirst(hit.bytes.upperBound).first,
            (0x30...0x39).contains(next)
        else { return }
        let digit = String(phrases[hit.phrase].prefix(1))
        let last = String(Unicode.Scalar(next))
        findings.report(
            slip(digit + "O" + last, digit + "0" + last, true),
            target: cell.target,
            column: cell.column,
            bytes: hit.bytes.lowerBound..<hit.bytes.upperBound + 1
        )
    }

    /// Whether a word that exists is a slip where it stands.
    private static func isSlip(_ hit: PhraseMatcher.Hit, _ wrong: String, _ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let before = String(decoding: bytes[..<hit.bytes.lowerBound], as: UTF8.self)
        let behind = String(decoding: bytes[hit.bytes.upperBound...], as: UTF8.self)
        if wrong == "人选" {
            // The noun is what a verb of choosing has; the slip has an object behind it.
            let isNoun = ["候选", "推荐", "确定", "拟", "最佳", "合适", "提名", "的"].contains {
                before.hasSuffix($0)
            }
            let hasObject =
                behind.unicodeScalars.first.map { $0.properties.isIdeographic || $0 == "“" }
                ?? false
            return !isNoun && hasObject
        }
        let around = String(before.suffix(2)) + wrong + String(behind.prefix(2))
        return !words.contains { around.contains($0) }
    }

    private static func slip(_ wrong: String, _ right: String, _ isCertain: Bool) -> Diagnostic {
        Diagnostic(
            isCertain ? .warning : .note,
            .characterSlip,
            isCertain
                ? Wording(
                    en: "“\(wrong)” is most likely “\(right)”",
                    zh: "“\(wrong)”疑为“\(right)”之误"
                )
                : Wording(
                    en: "“\(wrong)” may be “\(right)”, which stands elsewhere in the table",
                    zh: "“\(wrong)”疑为“\(right)”之误（表中另有“\(right)”）"
                ),
            hint: Wording(en: "correct the character", zh: "请核对该字")
        )
    }
}
