import TestSupport
import Testing

@testable import Yilan

/// What changed between two texts, marked.
@Suite struct TextDiffTests {
    /// Shows pieces with `[-…-]` and `{+…+}`.
    private func marked(_ old: String, _ new: String) -> String {
        TextDiff(from: old, to: new).pieces.map { piece in
            switch piece.kind {
            case .kept: piece.text
            case .deleted: "[-\(piece.text)-]"
            case .inserted: "{+\(piece.text)+}"
            }
        }.joined()
    }

    @Test(arguments: [
        ("完成80%", "完成95%", "完成[-80-]{+95+}%"),
        ("", "是", "{+是+}"),
        ("是", "", "[-是-]"),
        ("是", "是", "是"),
        ("", "", ""),
        ("投资1.5亿元,已完成", "投资1.8亿元,已完成", "投资[-1.5-]{+1.8+}亿元,已完成"),
        ("共3项。", "共13项。", "共[-3-]{+13+}项。"),
        ("正在推进前期工作", "前期工作已完成", "[-正在推进-]前期工作{+已完成+}"),
        ("市民政局 市财政局", "市民政局 市审计局 市财政局", "市民政局 市{+审计局 市+}财政局"),
        // A character that stays by chance between two changes isn't shown as kept.
        ("开工的项目", "竣了的工程", "[-开工的项目-]{+竣了的工程+}"),
        ("正在开展土地组卷工作", "已改正。", "[-正在开展土地组卷工作-]{+已改正。+}"),
        ("正", "正在开展土地组卷工作", "正{+在开展土地组卷工作+}"),
        // Composed in another way: a change, although the strings are canonically equal.
        ("Ame\u{301}lie大道", "Am\u{E9}lie大道", "Am[-e\u{301}-]{+\u{E9}+}lie大道"),
    ])
    func marksWhatChanged(old: String, new: String, expected: String) {
        #expect(Array(marked(old, new).utf8) == Array(expected.utf8))
    }

    @Test(arguments: 0..<40)
    func piecesMakeUpBothTexts(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<50 {
            let old = random.text(maximumLength: 30)
            let new =
                Bool.random(using: &random) ? random.edited(old) : random.text(maximumLength: 30)
            let pieces = TextDiff(from: old, to: new).pieces
            let kept = pieces.filter { $0.kind != .inserted }.map(\.text).joined()
            let made = pieces.filter { $0.kind != .deleted }.map(\.text).joined()
            #expect(Array(kept.utf8) == Array(old.utf8))
            #expect(Array(made.utf8) == Array(new.utf8))
            #expect(!pieces.contains { $0.text.isEmpty })
            for (one, next) in zip(pieces, pieces.dropFirst()) {
                #expect(one.kind != next.kind && (one.kind != .inserted || next.kind == .kept))
            }
        }
    }

    @Test(arguments: 0..<40)
    func theEditScriptIsTheShortest(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<30 {
            let old = random.numbers(upTo: 4, maximumCount: 14)
            let new = random.numbers(upTo: 4, maximumCount: 14)
            let runs = EditScript(from: old, to: new, costLimit: .max).runs
            var changed = 0
            var rebuilt: [Int] = []
            for run in runs {
                switch run {
                case .kept(let before, let after):
                    #expect(old[before].elementsEqual(new[after]))
                    rebuilt += old[before]
                case .changed(let before, let after):
                    changed += before.count + after.count
                    rebuilt += new[after]
                }
            }
            #expect(rebuilt == new)
            #expect(changed == old.count + new.count - 2 * Self.longestCommon(old, new))
        }
    }

    @Test func textsWithNothingInCommonCostLittle() {
        var random = SplitMix64(seed: 7)
        let old = (0..<32_000).map { _ in random.numbers(upTo: 3, maximumCount: 1).first ?? 0 }
        let new = (0..<32_000).map { _ in 10 + (random.numbers(upTo: 3, maximumCount: 1).first ?? 0)
        }
        let runs = EditScript(from: old, to: new, costLimit: TextDiff.costLimit).runs
        #expect(runs == [.changed(0..<32_000, 0..<32_000)])
    }

    @Test func aSmallChangeOfALongTextIsFound() {
        let long = String(repeating: "推动项目建设,", count: 4_000)
        let pieces = TextDiff(from: long + "甲" + long, to: long + "乙" + long).pieces
        #expect(pieces.count == 4)
        #expect(pieces[1] == .init(.deleted, "甲"))
        #expect(pieces[2] == .init(.inserted, "乙"))
    }

    /// The length of the longest common subsequence, by the table of all prefixes.
    private static func longestCommon(_ one: [Int], _ other: [Int]) -> Int {
        var above = [Int](repeating: 0, count: other.count + 1)
        for element in one {
            var row = [0]
            for (index, candidate) in other.enumerated() {
                row.append(
                    element == candidate ? above[index] + 1 : max(above[index + 1], row[index])
                )
            }
            above = row
        }
        return above[other.count]
    }
}
