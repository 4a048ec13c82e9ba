import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Sentences without marks.
@Suite struct MissingPunctuationTests {
    @Test(arguments: [
        CellCase(
            .progress,
            "新建城乡书房15处示范农家书屋已建成30家进一步提升公共文化服务水平持续推进公共文化服务标准化均等化建设不断满足人民群众日益增长的精神文化需要",
            "missing-punctuation"
        )
    ])
    func isFound(_ cell: CellCase) {
        #expect(cell.codes == [cell.code])
    }

    /// What could as well be meant.
    @Test(arguments: [
        CellCase(.progress, "29个重点园区和1个中小企业孵化园区已全部纳入金融管家试点范围"),
        CellCase(
            .progress,
            "关于推进全市基层退役军人服务站高质量发展全面提升质效工作方案已印发,各县区均已制定实施细则并抓好落实,全市退役军人服务站规范化建设水平得到进一步提升"
        ),
    ])
    func staysSilent(_ cell: CellCase) {
        #expect(cell.codes == [])
    }
}
