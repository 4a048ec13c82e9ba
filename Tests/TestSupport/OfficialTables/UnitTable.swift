import TargetModel

/// An official table with one to three columns of units, and the units that it was made from.
///
/// Columns lead, answer or join, under any of their labels and in any order; a target names none to
/// four units in each, the same ones now and then, and often the same in one column and others in
/// another.
public struct UnitTable: Sendable {
    /// The whole file, UTF-8.
    public let text: String
    /// The names of each target's units as they were put in: the leading ones first, then the
    /// responsible, then those that join; each once.
    public let units: [[String]]
    /// The seed that it was made from.
    public let seed: UInt64

    /// Makes the table of a seed.
    public init(seed: UInt64) {
        self.seed = seed
        var random = SplitMix64(seed: seed)
        let columns = OfficialTableMaker.unitColumns(&random)
        let order = random.shuffled(Array(columns.indices))
        let labels = order.map { columns[$0].label }.joined(separator: "\t")
        var text = "某市人民政府2023年度责任目标完成情况一览表\n"
        text += "序号\t市政府领导\t责任目标内容\t\(labels)\t完成情况\t是否按计划完成进度\n"
        // Few texts, so that they recur.
        let lists = (0..<5).map { _ in Self.list(&random) }
        var units: [[String]] = []
        for target in 0..<random.number(in: 1...12) {
            let named = columns.map { _ in random.pick(lists) }
            let cells = order.map { named[$0].joined(separator: random.pick(["、", "，", " "])) }
            let leader = random.pick(["张三", "李四海"])
            let status = random.pick(["是", "是", "否", "—"])
            text += "\(target + 1)\t\(leader)\t目标\(target + 1)\t"
            text += cells.joined(separator: "\t") + "\t已开工\t\(status)\n"
            units.append(
                named.joined().reduce(into: []) { names, name in
                    if !names.contains(name) { names.append(name) }
                }
            )
        }
        self.text = text
        self.units = units
    }

    private static func list(_ random: inout SplitMix64) -> [String] {
        let count = random.pick([0, 1, 1, 1, 2, 3, 4])
        return Array(random.shuffled(OfficialWords.units).prefix(count))
    }
}
