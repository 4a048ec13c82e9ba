internal import SourceText

/// The words that tell rows around targets from targets.
package enum RowWords {
    /// What a row that sums others says, if its objective ends so, too.
    private static let sums = ["合计", subtotal, "总计"]
    /// A row that sums only some of the others above it says so.
    package static let subtotal = "小计"
    /// What people write before sums that they type below a table.
    package static let typedSums = sums + ["共计"]
    /// A row that sums others begins so.
    package static let totals =
        typedSums + [
            "累计", "汇总", "全市", "全县", "全区", "全省", "总数", "total", "占比", "所占比例", "平均", "平均值", "平均数",
        ]
    /// What a row around the targets says that may count them.
    package static let counting = sums + ["共", "累计", "完成"]
    /// What targets are counted by: 60项.
    package static let counters: [Unicode.Scalar] = ["项", "件", "条"]
    /// What targets and much else is counted by: 60个.
    package static let looseCounters = counters + ["个"]
    /// A row that says something about the table begins so.
    package static let notes = [
        "注:", "注：", "备注:", "备注：", "说明:", "说明：", "填表人", "填报人", "填报单位", "填报日期", "填报时间", "审核人", "制表人",
        "签字:", "签字：", "签名:", "签名：", "日期:", "日期：", "领导签字", "主管领导签字", "经办人",
        "制表单位", "联系人", "联系电话", "负责人签字", "单位负责人", "统计日期", "数据来源", "※", "*注", "续表",
    ]

    /// What people write into a cell that has nothing to say: it names no unit and no leader.
    package static let nothing: Set<String> = [
        "无", "暂无", "—", "——", "-", "--", "–", "－", "/", "／",
    ]

    /// What a row that sums others may say, with or without a colon.
    private static let wholeTotals = Set(totals.flatMap { [$0, $0 + ":", $0 + "："] })
    /// No text that says so has more bytes, however its characters are spread.
    package static let longestTotal = 120

    /// Whether a text begins a row that sums others.
    package static func isTotal(_ text: String) -> Bool {
        guard text.utf8.count <= longestTotal else { return false }
        let bare = squeezed(text)
        guard bare.utf8.count <= 36 else { return false }
        return wholeTotals.contains(withoutCount(bare).lowercased())
            || sums.contains { bare.ends(with: $0) }
    }

    /// A text without a count of targets at its end: 合计 of 合计60项 and 合计(3个).
    private static func withoutCount(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        let isBracketed = scalars.last.map { $0 == ")" || $0 == "）" } ?? false
        if isBracketed { scalars.removeLast() }
        guard let last = scalars.last, looseCounters.contains(last) else { return text }
        scalars = scalars.dropLast().reversed().drop(while: isDigit).reversed()
        if isBracketed, let open = scalars.last {
            guard open == "(" || open == "（" else { return text }
            scalars.removeLast()
        }
        if let first = scalars.last, first == "共" { scalars.removeLast() }
        return String(scalars: scalars)
    }

    /// Whether the objective of a row with a serial says that it sums others: 产业项目小计.
    ///
    /// Asked of every row: nearly all end in another byte. Without this look and that of `isDitto`,
    /// writing CSV takes 10 % more instructions to squeeze the texts.
    package static func isSubtotal(_ text: Span<UInt8>) -> Bool {
        guard text.count <= longestTotal, text.count > 0, text[text.count - 1] == 0xA1
        else { return false }
        let bare = squeezed(text.string)
        return bare.unicodeScalars.count <= 12
            && sums.contains { bare.ends(with: $0) }
    }

    /// Whether a text begins a note.
    package static func isNote(_ text: String) -> Bool {
        // The words stand at the start; a note may be a page long.
        guard let first = firstKept(text.unicodeScalars.prefix(40)), noteFirsts.mayHave(first)
        else {
            return false
        }
        let bare = squeezed(String(text.unicodeScalars.prefix(40)))
        return notes.contains { bare.begins(with: $0) }
    }

    /// What notes begin with; nearly all texts are told from them by it.
    private static let noteFirsts = ScalarFilter(firstsOf: notes)

    /// The first scalar of a text that `squeezed` keeps.
    private static func firstKept(_ text: some Sequence<Unicode.Scalar>) -> Unicode.Scalar? {
        text.first { !isLeftOut($0) }
    }

    /// Whether a text, where serials stand, says that the row is a note: 说明, 备注.
    package static func isNoteMark(_ text: String) -> Bool {
        noteMarks.contains(squeezed(text))
    }

    private static let noteMarks: Set<String> = [
        "注", "备注", "附注", "说明", "填表说明", "填报说明", "注释", "注意", "说 明",
    ]

    /// Whether a text is a note that ends what stands above it; 续表 doesn't.
    package static func isClosingNote(_ text: String) -> Bool {
        isNote(text) && !squeezed(text).begins(with: "续")
    }

    /// Whether the texts of a row only count its columns: 1 2 3 4, A B C, 甲 乙 1 2, 栏次 1 2 3.
    ///
    /// `text` says what the cell at an index (from 0 to `count`) holds; of a target two or three are asked for.
    package static func countsColumns(_ count: Int, _ text: (Int) -> String) -> Bool {
        var next = 1
        var letters: [Unicode.Scalar: Int] = [:]
        var filled = 0
        var isCountFirst = false
        for index in 0..<count {
            let text = text(index)
            guard !text.isEmpty else { continue }
            let scalars = TextFolding.folded(squeezed(text)).filter {
                !"()".unicodeScalars.contains($0)
            }
            let bare = String(scalars: scalars)
            filled += 1
            if filled == 1 { isCountFirst = Int(text) != nil }
            if index == 0, bare == "栏次" || bare == "序号" { continue }
            if let number = Int(bare), bare.utf8.count < 4 {
                guard number == next else { return false }
                next += 1
                continue
            }
            guard scalars.count == 1,
                let row = columnLetters.firstIndex(where: { $0.contains(scalars[0]) }),
                let place = columnLetters[row].firstIndex(of: scalars[0]),
                let key = columnLetters[row].first,
                place == letters[key, default: 0]
            else { return false }
            letters[key] = place + 1
        }
        // 1 甲 乙 丙 is a target.
        return filled >= 3 && filled * 2 > count && (letters.isEmpty || !isCountFirst)
    }

    /// Whether the texts of a row only remark on its columns, what they are counted in or how they are
    /// filled in: （亿元） （按责任书填写）.
    package static func remarksOnColumns(_ texts: [String]) -> Bool {
        let remarks = texts.filter { !$0.isEmpty }
        return remarks.count > 1
            && remarks.allSatisfy { text in
                let scalars = squeezed(text).unicodeScalars
                let inner = scalars.dropFirst().dropLast()
                return scalars.first.map { "(（".unicodeScalars.contains($0) } ?? false
                    && scalars.last.map { ")）".unicodeScalars.contains($0) } ?? false
                    && !inner.isEmpty && !inner.contains { "()（）".unicodeScalars.contains($0) }
                    && !inner.allSatisfy { isDigit($0) || chineseDigits.contains($0) }
            }
    }

    private static let columnLetters = [
        "甲乙丙丁戊己庚辛壬癸", "一二三四五六七八九十", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮", "ABCDEFGHIJKLMNOPQRST",
        "abcdefghijklmnopqrst",
    ]
    .map { Array($0.unicodeScalars) }

    /// Whether a text, alone in its row, stands between two pages: a page number or (续).
    package static func isBetweenPages(_ text: String) -> Bool {
        isPageNumber(text) || isContinuedMark(text)
    }

    /// Whether a text says only that the table goes on: (续), （续上页）.
    private static func isContinuedMark(_ text: String) -> Bool {
        let scalars = squeezed(text).unicodeScalars
        guard let first = scalars.first, first == "(" || first == "（",
            scalars.dropFirst().first == "续"
        else { return false }
        return scalars.firstIndex { $0 == ")" || $0 == "）" }
            == scalars.index(before: scalars.endIndex)
    }

    /// Whether a text is a remark: 注：含支线.
    package static func isRemark(_ text: String) -> Bool {
        let bare = squeezed(String(text.unicodeScalars.prefix(10)))
        return ["注:", "注：", "备注:", "备注：", "说明:", "说明："].contains { bare.begins(with: $0) }
    }

    /// Whether a text, alone above a header, heads nothing below it: 单位：万元, 附件2（续）, (截至9月底), 接上页.
    package static func headsNothing(_ text: String) -> Bool {
        let bare = squeezed(withoutContinuedMark(text))
        guard let first = bare.unicodeScalars.first, let last = bare.unicodeScalars.last else {
            return true
        }
        if isNote(bare) || isPageNumber(bare) || isAttachmentMark(bare) { return true }
        let turns = ["接上页", "转下页", "续上页", "接下页", "续上表", "接上表"]
        // Three characters, maybe in brackets: titles, which are longer, needn't be made anew.
        if bare.utf8.count <= 15 {
            let inner = bare.unicodeScalars.filter { !"()（）".unicodeScalars.contains($0) }
            if turns.contains(String(scalars: inner)) { return true }
        }
        if "(（".unicodeScalars.contains(first), ")）".unicodeScalars.contains(last) {
            return !isSection(bare)
        }
        return LabelWords.measures.contains { word in
            guard bare.begins(with: word), let sign = bare.dropFirst(word.count).first,
                sign == ":" || sign == "："
            else { return false }
            return MeasureUnits.isMeasure(String(bare.dropFirst(word.count + 1)))
        }
    }

    /// A text without the mark at its end that it goes on: 一、经济发展（续） is 一、经济发展.
    package static func withoutContinuedMark(_ text: String) -> String {
        for mark in ["（续）", "(续)", "（续表）", "(续表)"]
        where text.ends(with: mark) {
            let rest = String(text.dropLast(mark.count))
            return String(rest.reversed().drop(while: \.isWhitespace).reversed())
        }
        return text
    }

    /// Whether a text is a page number: — 2 —, -2-, 第2页, 第 2 页 共 5 页.
    private static func isPageNumber(_ text: String) -> Bool {
        guard let first = firstKept(text.unicodeScalars), first == "第" || isDash(first) else {
            return false
        }
        let bare = squeezed(text)
        if first == "第" { return bare.utf8.count < 40 && bare.unicodeScalars.contains("页") }
        let scalars = Array(bare.unicodeScalars)
        guard scalars.count >= 3, let first = scalars.first, let last = scalars.last else {
            return false
        }
        return isDash(first) && isDash(last) && scalars.contains(where: isDigit)
            && scalars.allSatisfy { isDash($0) || isDigit($0) }
    }

    /// Whether a text only says which attachment the table is: 附件2, 附表, 附件2：.
    package static func isAttachmentMark(_ text: String) -> Bool {
        isAttachmentMark(text.unicodeScalars)
    }

    /// The same of its scalars.
    static func isAttachmentMark(_ text: some Sequence<Unicode.Scalar>) -> Bool {
        guard firstKept(text) == "附" else { return false }
        var rest = text.filter { !isLeftOut($0) }.dropFirst()
        if rest.first == "件" || rest.first == "表" { rest.removeFirst() }
        return rest.allSatisfy {
            isDigit($0) || "一二三四五六七八九十-—:：.．".unicodeScalars.contains($0)
        }
    }

    /// Whether a text is a number as sections have it: 一、, 二, （三）, 第四部分.
    package static func isSectionNumber(_ text: String) -> Bool {
        let scalars = squeezed(text).unicodeScalars
        return !scalars.isEmpty && scalars.count <= 6
            && scalars.contains(where: chineseDigits.contains)
            && scalars.allSatisfy {
                chineseDigits.contains($0) || "第部分类章节、.．()（）".unicodeScalars.contains($0)
            }
    }

    /// Whether a text, alone below a table, signs it: 云川市民生办, 2024年8月5日.
    package static func isSignature(_ text: String) -> Bool {
        let scalars = TextFolding.squeezed(text)
        guard (3...24).contains(scalars.count) else { return false }
        if scalars.last == "日", scalars.contains("年") {
            return scalars.allSatisfy { "0123456789年月日〇一二三四五六七八九十".unicodeScalars.contains($0) }
        }
        return scalars.last == "办"
            || ["人民政府", "办公室", "指挥部", "领导小组", "督查室"].contains {
                scalars.suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars)
            }
    }

    /// Whether a text heads a part of a section: （一）工业.
    package static func isSubsection(_ text: String) -> Bool {
        guard let first = squeezed(text).unicodeScalars.first else { return false }
        return (first == "(" || first == "（") && isSection(text)
    }

    /// Whether a text heads a section: 一、经济发展.
    package static func isSection(_ text: String) -> Bool {
        guard let first = firstKept(text.unicodeScalars),
            "第(（".unicodeScalars.contains(first) || chineseDigits.contains(first)
        else { return false }
        var scalars = Array(squeezed(text).unicodeScalars)
        guard scalars.count >= 2, scalars.count <= 40 else { return false }
        if scalars.first == "第" { scalars.removeFirst() }
        if scalars.first == "(" || scalars.first == "（" { scalars.removeFirst() }
        let digits = scalars.prefix(while: chineseDigits.contains).count
        guard digits > 0, digits < scalars.count else { return false }
        return "、.．)）部类章".unicodeScalars.contains(scalars[digits])
    }

    static let chineseDigits = Array("一二三四五六七八九十百零〇".unicodeScalars)

    /// Whether a text ends where a sentence does, so that nothing of it stands below.
    package static func endsSentence(_ text: String) -> Bool {
        text.unicodeScalars.last.map(sentenceEnds.contains) ?? false
    }

    private static let sentenceEnds = Array("。；;！".unicodeScalars)

    /// What says in a cell: the same as above.
    package static let dittos: Set<String> = ["同上", "同前", "〃", "″", "\"", "”", "＂"]

    /// Whether a leader's cell says: the same as above.
    package static func isDitto(_ text: Span<UInt8>) -> Bool {
        guard text.count > 0, text.count <= 12 else { return false }
        // Nearly every leader is a name: the first byte rules the words out; see `isSubtotal`.
        switch text[0] {
        case 0xE5: guard text.count > 2, text[1] == 0x90, text[2] == 0x8C else { return false }
        case 0x20, 0x22, 0xC2, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF: break
        default: return false
        }
        return dittos.contains(squeezed(text.string))
    }

    /// Without blanks and invisible characters.
    package static func squeezed(_ text: String) -> String {
        // Most texts have none: putting them together again was a twentieth of reading many tables.
        guard text.unicodeScalars.contains(where: isLeftOut) else { return text }
        return String(scalars: text.unicodeScalars.filter { !isLeftOut($0) })
    }

    private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isWhitespace || scalar.isInvisible
    }

    private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "–", "—", "－", "―", "─", "~", "·": true
        default: false
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
    }
}
