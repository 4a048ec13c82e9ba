/// The abbreviations that stand for one unit in every city.
///
/// A name that has meant different units (环保局 before and after the reform) is not here.
package enum UnitAbbreviations {
    /// Returns a name with the endings that every unit of a kind shares shortened: 人民政府 to 政府,
    /// 管理委员会 to 管委会, 委员会 to 委, 办公室 to 办.
    ///
    /// - Complexity: O(n) in the name.
    package static func shortening(
        _ name: ArraySlice<Unicode.Scalar>
    ) -> ArraySlice<Unicode.Scalar> {
        var short: [Unicode.Scalar] = []
        var rest = name
        while let first = rest.first {
            if let (long, replacement) = endings.first(where: { rest.starts(with: $0.long) }) {
                short += replacement
                rest = rest.dropFirst(long.count)
            } else {
                short.append(first)
                rest = rest.dropFirst()
            }
        }
        return short[...]
    }

    /// Returns the one form of a bureau's name, given without 市 before it and 和 in it, and
    /// shortened; a name that is no known abbreviation is its own.
    package static func canonical(_ name: String) -> String {
        table[name] ?? name
    }

    private static let endings: [(long: [Unicode.Scalar], short: [Unicode.Scalar])] = [
        ("人民政府", "政府"), ("管理委员会", "管委会"), ("委员会", "委"), ("办公室", "办"),
    ].map { (Array($0.0.unicodeScalars), Array($0.1.unicodeScalars)) }

    private static let table: [String: String] = {
        var table: [String: String] = [:]
        for (full, abbreviations) in bureaus {
            for abbreviation in abbreviations { table[abbreviation] = full }
        }
        return table
    }()

    private static let bureaus: [(full: String, abbreviations: [String])] = [
        ("发展改革委", ["发改委"]),
        ("发展改革局", ["发改局"]),
        ("教育体育局", ["教体局"]),
        ("科学技术局", ["科技局"]),
        ("工业信息化局", ["工信局"]),
        ("工业信息化委", ["工信委"]),
        ("人力资源社会保障局", ["人社局"]),
        ("自然资源规划局", ["自规局", "资规局"]),
        ("住房城乡建设局", ["住建局"]),
        ("城市管理局", ["城管局"]),
        ("交通运输局", ["交通局"]),
        ("文化旅游局", ["文旅局"]),
        ("文化广电旅游局", ["文广旅局"]),
        ("文化广电旅游体育局", ["文广旅体局"]),
        ("卫生健康委", ["卫健委"]),
        ("卫生健康局", ["卫健局"]),
        ("退役军人事务局", ["退役军人局"]),
        ("应急管理局", ["应急局"]),
        ("市场监督管理局", ["市场监管局"]),
        ("医疗保障局", ["医保局"]),
        // 管理委员会 is shortened to 管委会 here as anywhere.
        ("国有资产监督管委会", ["国资委", "政府国有资产监督管委会", "政府国资委"]),
        ("行政审批服务局", ["行政审批局", "审批服务局"]),
        ("地方金融监督管理局", ["地方金融监管局"]),
        ("粮食物资储备局", ["粮储局"]),
        ("机关事务管理局", ["机关事务局"]),
        ("民族宗教事务局", ["民宗局", "民族宗教局"]),
        ("民族宗教事务委", ["民宗委"]),
        ("外事办", ["外办"]),
        ("人民防空办", ["人防办"]),
        ("国防动员办", ["国动办"]),
        ("住房公积金管理中心", ["公积金中心", "住房公积金中心"]),
        ("残疾人联合会", ["残联"]),
        ("妇女联合会", ["妇联"]),
        ("工商业联合会", ["工商联"]),
        ("人民检察院", ["检察院"]),
    ]
}
