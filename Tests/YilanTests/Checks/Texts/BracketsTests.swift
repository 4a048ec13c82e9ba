import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Quotes and brackets of which one is missing.
@Suite struct BracketsTests {
    @Test(arguments: [
        CellCase(.progress, "已建成72处“如康家园残疾人之家", "unbalanced-marks"),
        CellCase(.objective, "提升改造高平路(八一路—丹阳路等道路6条", "unbalanced-marks"),
        CellCase(.progress, "印发《实施方案", "unbalanced-marks"),
        CellCase(.progress, "\"已完工", "unbalanced-marks"),
        CellCase(.progress, "纳入《规划(2023—2035年》)", "unbalanced-marks"),
        CellCase(.progress, "已办结)26件", "unbalanced-marks"),
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What could as well be meant.
    @Test(arguments: [
        CellCase(.progress, "1)编制方案;2)组织实施"),
        CellCase(.progress, "新改建\"四好\"农村路1016公里"),
        CellCase(.progress, "印发《关于〈条例〉的意见》"),
        CellCase(.progress, "购置5\"显示屏26台"),
        CellCase(.progress, "(一)完成规划;(二)启动实施"),
        CellCase(.progress, "菏泽内陆中心(B型)已投用"),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }

    /// Marks one within the other, each closed by its partner, are as they should be, and with one of them
    /// left out they aren't; the deepest have fifteen around them.
    @Test(arguments: 0..<40)
    func eachMarkNeedsItsPartner(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let pairs = [("“", "”"), ("《", "》"), ("（", "）"), ("【", "】"), ("「", "」"), ("〔", "〕")]
        var text: [String] = []
        var open: [String] = []
        for _ in 0..<random.below(60) + 2 {
            if let last = open.last, open.count == 16 || random.below(5) < 2 {
                text += [last, "完成"]
                open.removeLast()
            } else {
                let pair = pairs[random.below(pairs.count)]
                text += [pair.0, "项目"]
                open.append(pair.1)
            }
        }
        text += open.reversed()
        #expect(CellCase(.progress, "已" + text.joined()).codes == [], "seed \(seed)")
        let marks = text.indices.filter { text[$0].unicodeScalars.count == 1 }
        text.remove(at: marks[random.below(marks.count)])
        let codes = CellCase(.progress, "已" + text.joined()).codes
        #expect(codes.contains("unbalanced-marks"), "seed \(seed)")
    }
}
