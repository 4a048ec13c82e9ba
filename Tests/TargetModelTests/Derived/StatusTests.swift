import TargetModel
import Testing

/// Whether texts of a status mean yes, no, or neither.
@Suite struct StatusTests {
    @Test(
        "yes",
        arguments: [
            "是", "√", "✓", "✔", "已完成", "完成", "提前完成", "超额完成", "达到序时进度", "超序时进度", "达进度",
            "超进度", "达序推进", "按序时", "按序时推进", "正常推进", "已办结", "已整改", "绿灯", "TRUE", "true", "True",
            "Yes", "Y", "是。", "是 ", " 是", "是\u{3000}", "\u{200B}是", "是\u{FEFF}", "是；", "是!", "ＴＲＵＥ",
            "已 完 成",
            "已\n完成", "已完成。", "✓\u{FE0F}", "✔️", "√ ", "\u{00A0}√", "完成，", "绿 灯", "按期完成", "按计划完成",
            "是、",
            "已按期完成。", "Ｙ", "办结", "全部完成",
        ]
    )
    func yes(text: String) {
        #expect(Status.value(of: text) == true)
        #expect(!Status.isKnownNeutral(text))
    }

    @Test(
        "no",
        arguments: [
            "否", "×", "✗", "✘", "❌", "未完成", "未达到序时进度", "未达序时", "未达进度", "欠进度", "慢序时", "滞后", "滞序",
            "严重滞后", "相对滞后", "推进缓慢", "进度偏慢", "未办结", "未如期完成", "未整改", "红灯", "FALSE", "false", "No",
            "N",
            "否。", " 否 ", "\u{3000}否", "否\u{200B}", "未 完 成", "未完成;", "ＦＡＬＳＥ", "× ", "红灯。", "未按计划完成",
            "进度滞后", "✖\u{FE0F}", "未\r\n完成",
        ]
    )
    func no(text: String) {
        #expect(Status.value(of: text) == false)
        #expect(!Status.isKnownNeutral(text))
    }

    @Test("a remark behind a bare word or sign, and the box that is ticked")
    func remarksAndBoxes() {
        for (yes, no) in [
            ("是(提前)", "否(受汛期影响)"), ("√（超额）", "×(资金未到位)"), ("已完成（11月）", "未完成（预计次年3月）"),
            ("是（已完成）", "否(未完成)"),
            ("☑是 □否", "□是 ☑否"), ("☒是☐否", "☐是☒否"), ("√是□否", "□是√否"), ("是☑ 否□", "是□ 否☑"),
            ("■已完成 □未完成", "□已完成 ■未完成"),
        ] {
            #expect(Status.value(of: yes) == true, "\(yes)")
            #expect(Status.value(of: no) == false, "\(no)")
        }
    }

    @Test(
        "known, and neither",
        arguments: [
            "基本完成", "正在推进", "正在办理", "正在整改", "进行中", "黄灯", "蓝灯", "—", "-", "——", "－", "–", "/",
            "基本完成。",
            "黄 灯", "进行中;", "部分完成", "橙灯", "红牌", "绿牌", " — ",
        ]
    )
    func neutral(text: String) {
        #expect(Status.value(of: text) == nil)
        #expect(Status.isKnownNeutral(text))
    }

    @Test(
        "not clear, and no known word",
        arguments: [
            "", " ", "\u{3000}", "\u{200B}", "80%", "80%(因征地进度滞后)", "100%", "是(未完成)", "否(已完成)",
            "是(基本完成)", "是否",
            "是()", "完成(部分)", "已完成(80%)", "是(尚未验收)", "□是 □否", "☑是 ☑否", "☑是", "□是否", "☑ □", "☑暂定 □否",
            "否定",
            "不是", "红", "绿", "蓝",
            "是,但滞后", "已完成80%", "未完成30%", "已完成主体工程", "完成投资5亿元", "?", "待定", "0", "1", "X", "x", "好",
            "√×", "是是", "是/否", "。", "已改为城建项目", "推进顺利", "（是", "TRUE1",
        ]
    )
    func unclear(text: String) {
        #expect(Status.value(of: text) == nil)
        #expect(!Status.isKnownNeutral(text))
    }

    @Test("the lists name no word twice, and each word as it is compared")
    func listsAreDisjoint() {
        #expect(Status.yesWords.isDisjoint(with: Status.noWords))
        for word in Status.yesWords { #expect(Status.value(of: word) == true, "\(word)") }
        for word in Status.noWords { #expect(Status.value(of: word) == false, "\(word)") }
    }

    @Test("texts that are equal by Unicode and not by characters stay apart")
    func canonicalEquivalence() {
        // U+2126 (ohm) is canonically equal to U+03A9; no word of the lists has such a twin, and a
        // combining mark makes another word.
        #expect(Status.value(of: "是\u{0301}") == nil)
        #expect(Status.value(of: "y\u{0301}") == nil)
        #expect(Status.value(of: "√\u{0338}") == nil)
    }
}
