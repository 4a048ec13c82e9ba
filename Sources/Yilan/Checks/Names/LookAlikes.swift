/// Characters that are taken for each other, by eye or by the keys that type them.
enum LookAlikes {
    /// One character for all that look like it.
    static func shape(_ scalar: Unicode.Scalar) -> Unicode.Scalar { shapes[scalar] ?? scalar }

    /// The first of each group stands for the others.
    private static let groups = [
        "已己巳", "未末", "人入", "土士", "干千于", "拔拨", "侯候", "戌戍戊", "日曰", "治冶", "晴睛", "析折拆", "辨辩辫", "廷延",
        "券卷",
        "历厉", "竟竞", "建健", "宫官", "徒徙", "仓仑", "贷货", "科料", "令今", "师帅", "问间", "育肓", "旅族", "住往", "锻缎",
        "赢嬴",
        "瞻赡", "密蜜", "栽裁", "准淮", "坊妨", "抓爪", "待侍", "刺剌", "洗冼", "圆园", "监临", "险验", "输愉", "账帐", "没设",
        "融隔", "心必",
    ]
    /// One character for all that sound like it in the names of offices: 市民正局.
    static func sound(_ scalar: Unicode.Scalar) -> Unicode.Scalar { sounds[scalar] ?? scalar }

    /// What the keys that type by sound put in each other's place; only characters of the names of
    /// offices, and no two that tell offices apart (税务局, 水务局).
    private static let soundGroups = [
        "政正证整征", "财才材", "公工功", "育玉预", "通同", "农浓", "业叶", "城成诚程", "环还", "保宝", "生声", "技计际季济", "社设没",
        "会汇", "资姿", "规归", "划画", "化话", "游由油邮", "审申", "管馆", "访仿防", "应英", "急级集", "役议", "商伤", "务物误",
        "发罚", "府付附", "明名", "县现", "局剧居",
    ]
    private static let sounds = firsts(of: soundGroups)
    private static let shapes = firsts(of: groups)

    /// By scalar of the groups, the first of its group.
    private static func firsts(of groups: [String]) -> [Unicode.Scalar: Unicode.Scalar] {
        var shapes: [Unicode.Scalar: Unicode.Scalar] = [:]
        for group in groups {
            guard let first = group.unicodeScalars.first else { continue }
            for scalar in group.unicodeScalars { shapes[scalar] = first }
        }
        return shapes
    }
}
