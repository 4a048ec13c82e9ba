import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

@Suite struct UnitVariantsTests {
    /// The names that are reported beside the usual one, of units that each stand in one target.
    private func unusual(_ units: [String], issuer: String? = "菏泽市人民政府") -> [String] {
        let rows = units.enumerated().map { ["\($0 + 1)", $1] }
        var table = TargetTable.make(columns: ["serial", "units"], rows: rows)
        table.documents[0].issuer = issuer
        return checked(table).filter { $0.code == .unitVariants }.compactMap(\.serial)
    }

    /// Ways of writing one name.
    @Test(arguments: [
        ["市住建局", "市住房和城乡建设局", "市住房城乡建设局"],
        ["市发改委", "市发展和改革委员会", "市发展改革委"],
        ["市工信局", "市工业和信息化局"],
        ["市人社局", "市人力资源和社会保障局"],
        ["市自然资源和规划局", "市自规局", "市自然资源规划局", "菏泽市自然资源和规划局"],
        ["市国资委", "市政府国资委", "市国有资产监督管理委员会"],
        ["牡丹区政府", "牡丹区人民政府"],
        ["市政府办", "市政府办公室", "市人民政府办公室"],
        ["高新区管委会", "高新区管理委员会"],
        ["各县(市、区)政府", "各县（市、区）政府"],
        ["菏泽城投", "城投"],
        ["市Ａ中心", "市A中心"],
        ["财政局", "市财政局"],
    ])
    func variantsAreFound(names: [String]) {
        #expect(unusual(names) == (2...names.count).map(String.init))
    }

    /// Names of different units.
    @Test(arguments: [
        ["市教育局", "市教育和体育局", "县教育局", "区教育局"],
        ["市农业局", "市农业农村局"],
        ["市水利局", "市水务局"],
        ["和县人民政府", "县人民政府"],
        ["市生态环境局", "市环保局"],
        ["牡丹区政府", "定陶区政府"],
        ["市委", "市政府"],
        ["菏泽鲁西新区管委会", "菏泽鲁西南新区管委会"],
        ["市林业局", "市林业和园林局"],
        ["菏泽市", "市"],
        ["城投集团", "交投集团"],
    ])
    func differentUnitsAreKeptApart(names: [String]) {
        #expect(unusual(names) == [])
    }

    @Test func aNameWithoutLevelIsTheIssuersOnly() {
        #expect(unusual(["财政局", "市财政局"], issuer: "东明县人民政府") == [])
        #expect(unusual(["财政局", "县财政局"], issuer: "东明县人民政府") == ["2"])
        #expect(unusual(["财政局", "市财政局"], issuer: nil) == [])
    }

    @Test func theUsualNameIsTheMostFrequent() {
        #expect(unusual(["市住建局", "市住房城乡建设局", "市住房城乡建设局"]) == ["1"])
    }
}
