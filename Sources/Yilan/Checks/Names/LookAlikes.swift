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
        "融隔",
    ]
    private static let shapes: [Unicode.Scalar: Unicode.Scalar] = {
        var shapes: [Unicode.Scalar: Unicode.Scalar] = [:]
        for group in groups {
            guard let first = group.unicodeScalars.first else { continue }
            for scalar in group.unicodeScalars { shapes[scalar] = first }
        }
        return shapes
    }()
}
