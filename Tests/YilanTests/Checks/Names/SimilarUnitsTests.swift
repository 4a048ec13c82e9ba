import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Units whose names differ in one character.
@Suite struct SimilarUnitsTests {
    @Test(arguments: [
        ["菏泽鲁西南新区管委会", "菏泽鲁西新区管委会"],
        ["市教育局", "市教肓局"],
        ["市民政局", "市民正局"],
        ["东明县人民政府", "东名县人民政府"],
        ["市住房城乡建设局", "市住房成乡建设局"],
        ["市公路事业发展中心", "市公路事业展中心"],
        ["市公路事业发展中心", "市公路事业发展中必"],
        ["市城管局", "市城管居"],
    ])
    func isFound(units: [String]) {
        #expect(codesFound(in: .units, of: units) == ["similar-units"])
    }

    @Test(arguments: [
        ["市税务局", "市水务局"], ["市农业农村局", "市城市管理局"], ["第一中学", "第十一中学"],
        ["牡丹区政府", "定陶区政府"], ["市教育局", "市体育局"], ["东区管委会", "西区管委会"],
    ])
    func staysSilent(units: [String]) {
        #expect(codesFound(in: .units, of: units) == [])
    }
}
