import SourceText
import TestSupport
import Testing

@testable import Yilan

/// What a program makes of a text that its encoding can't hold.
@Suite struct LostCharactersTests {
    @Test(arguments: [
        ("由龚䶮负责", "由龚?负责"), ("•完成m²", "?完成m?"), ("户😀²,", "户??,"), ("户😀²,", "户???,"),
        ("户😀", "户????"), ("是", "?"), ("已完成80%。", "???80%?"), ("👨\u{200D}👩", "??"),
        ("👨\u{200D}👩", "?????"), ("☑\u{FE0F}", "?"), ("甲\u{A0}䶮", "甲 ?"), ("真？䶮", "真？?"),
        (" 䶮 ", "?"), ("正在开展土地组卷工作", "????????"),
    ])
    func isOnlyLost(old: String, new: String) {
        #expect(LostCharacters.isOnlyLoss(from: old, to: new))
    }

    @Test(arguments: [
        ("修路", "修路"), ("修路", "修路?"), ("修路", "?"), ("100", "?00"), ("真？", "真?"), ("", "?"),
        ("龚䶮", "龚"), ("由龚䶮负责", "由?负责龚"), ("真?", "真?"), ("甲䶮乙", "甲?乙丙"), ("😀", "?????"),
    ])
    func isMore(old: String, new: String) {
        #expect(!LostCharacters.isOnlyLoss(from: old, to: new))
    }

    @Test(arguments: [
        ("由龚䶮负责完成5816户", "由龚?负责完成5817户", "䶮"), ("已经完成80%", "????85%", "已"),
        ("完成•改造😀", "完成?改建??", "•"),
    ])
    func aLossBesideACorrectionIsNamed(old: String, new: String, lost: Unicode.Scalar) {
        #expect(!LostCharacters.isOnlyLoss(from: old, to: new))
        #expect(LostCharacters.firstLoss(from: old, to: new) == lost)
    }

    @Test(arguments: [
        ("由龚䶮负责", "由龚䶮负责?"), ("完成", "完成?吗"), ("由龚䶮负责", "由张三负责"), ("真？", "真?吗"),
    ])
    func whatIsTypedIsNoLoss(old: String, new: String) {
        #expect(LostCharacters.firstLoss(from: old, to: new) == nil)
    }

    /// Whatever a code page holds, and however many marks it puts for a character.
    @Test(arguments: UInt64(0)..<200)
    func everyEncodersLossIsFound(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let old = random.text(maximumLength: 12)
        let marks = Int.random(in: 0...2, using: &random)
        let held = Int.random(in: 0...3, using: &random)
        var new = ""
        for scalar in old.unicodeScalars {
            let isHeld =
                scalar.isASCII || scalar == "\u{A0}" || Int(scalar.value) % 4 < held
            guard !isHeld else {
                new.unicodeScalars.append(scalar)
                continue
            }
            let count = [1, UTF16.width(scalar), UTF8.width(scalar)][marks]
            new += String(repeating: "?", count: count)
        }
        guard !new.utf8.elementsEqual(old.utf8) else { return }
        #expect(LostCharacters.isOnlyLoss(from: old, to: new), "\(old) \(new)")
    }
}
