internal import SourceText
internal import TargetModel

/// Texts that begin with a comma or a full stop, and texts that break off: behind a comma or 和, or one character behind 和 (能力和平).
enum UnfinishedSentences: Check {
    static let looksAtEachAlone = true

    private static let openEnds = Set("、,，:：(（“《和与及或将把被对—并且为拟".unicodeScalars)
    /// Words that a text doesn't end with.
    private static let openWords = ["正在", "目前", "其中", "包括", "以及", "预计", "同时", "此外"]
    /// What a text may end with that breaks off.
    private static let lastScalars = PhraseMatcher(
        openEnds.union(openWords.compactMap(\.unicodeScalars.last)).map { String($0) }
    )
    /// Words of two characters that begin with 和 and may end a text.
    private static let words = Set(["谐", "睦", "解", "气", "约", "好", "善", "缓", "乐"])

    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        for column in subject.columnsOfSentences {
            for target in subject.targets {
                let range = table.range(target, column)
                if range.count >= 9, let mark = table.text.withSpan(of: range, openingMark) {
                    findings.report(
                        headless(mark),
                        target: target,
                        column: column,
                        bytes: 0..<mark.utf8.count
                    )
                    continue
                }
                guard range.count >= 9, table.text.withSpan(of: range, mayBreakOff) else {
                    continue
                }
                let tail = table.text.withSpan(of: range, tail)
                guard let length = openEnd(tail) else { continue }
                findings.report(
                    unfinished(String(String.UnicodeScalarView(tail.suffix(length + 2)))),
                    target: target,
                    column: column,
                    bytes: (range.count - UTF8.length(tail.suffix(length)))..<range.count
                )
            }
        }
    }

    /// The mark that a text begins with and that none begins with; nil for most.
    private static func openingMark(_ text: Span<UInt8>) -> String? {
        switch text[0] {
        case UInt8(ascii: ","): ","
        case UInt8(ascii: ";"): ";"
        case 0xE3, 0xEF: ["，", "、", "。", "；"].first { text.firstIndex(of: $0) == 0 }
        default: nil
        }
    }

    private static func headless(_ mark: String) -> Diagnostic {
        Diagnostic(
            .note,
            .unfinishedSentence,
            Wording(en: "the text begins with “\(mark)”", zh: "开头是“\(mark)”，似乎缺了文字"),
            hint: Wording(
                en: "delete the mark, or see whether text was lost",
                zh: "请删去标点，或核对是否漏了文字"
            )
        )
    }

    /// Whether the end of a text is worth a look: an open end, or 和 before the last scalar.
    private static func mayBreakOff(_ text: Span<UInt8>) -> Bool {
        let count = text.count
        if text[count - 1] < 0x80 {
            return lastScalars.isFound(in: text.extracting(count - 1..<count))
        }
        guard text[count - 3] & 0xF0 == 0xE0 else { return true }
        let isBehindAnd =
            text[count - 6] == 0xE5 && text[count - 5] == 0x92 && text[count - 4] == 0x8C
        return isBehindAnd || lastScalars.isFound(in: text.extracting(count - 3..<count))
    }

    /// The last scalars of a text, five at most.
    private static func tail(_ text: Span<UInt8>) -> [Unicode.Scalar] {
        var start = max(0, text.count - 20)
        while start < text.count, text[start] & 0xC0 == 0x80 { start += 1 }
        var bytes: [UInt8] = []
        for index in start..<text.count { bytes.append(text[index]) }
        return Array(String(decoding: bytes, as: UTF8.self).unicodeScalars.suffix(5))
    }

    /// How many scalars at the end show that something is missing; nil where nothing does.
    private static func openEnd(_ tail: [Unicode.Scalar]) -> Int? {
        guard let last = tail.last, tail.count >= 4 else { return nil }
        if openEnds.contains(last) {
            // 参与, 普及, 以及 and the like are words.
            let isWord = [
                "参与", "普及", "涉及", "危及", "惠及", "顾及", "祥和", "温和", "缓和", "谐和", "总和", "针对", "面对", "应对",
                "合并", "兼并", "归并", "撤并", "行为", "作为", "有为", "可为", "何为", "成为", "更为", "较为", "极为", "尤为",
                "人为", "而且", "认为", "并且", "模拟", "虚拟",
            ]
            .contains { tail.suffix(2).elementsEqual($0.unicodeScalars) }
            return isWord ? nil : 1
        }
        if openWords.contains(where: { tail.suffix(2).elementsEqual($0.unicodeScalars) }) {
            return 2
        }
        guard tail[tail.count - 2] == "和", last.properties.isIdeographic,
            !words.contains(String(last))
        else { return nil }
        let isPeace =
            last == "平"
            && ["世界", "维护", "爱好", "热爱", "促进", "祈愿"].contains {
                tail.dropLast(2).suffix(2).elementsEqual($0.unicodeScalars)
            }
        return isPeace ? nil : 2
    }

    private static func unfinished(_ end: String) -> Diagnostic {
        Diagnostic(
            .note,
            .unfinishedSentence,
            Wording(en: "the text breaks off: “…\(end)”", zh: "结尾“…\(end)”似乎不完整"),
            hint: Wording(
                en: "see whether words are missing or mistyped",
                zh: "请核对是否漏字或误写"
            )
        )
    }
}

extension UTF8 {
    /// How many bytes scalars take.
    fileprivate static func length(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
        scalars.reduce(0) { $0 + UTF8.width($1) }
    }
}
