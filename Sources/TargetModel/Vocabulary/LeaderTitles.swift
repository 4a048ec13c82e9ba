/// What leaders are, beside their names.
enum LeaderTitles {
    /// Titles, the longer of two that begin or end alike first.
    static let words: [[Unicode.Scalar]] = {
        let heads = [
            "常务副市长", "常务副县长", "常务副区长", "常务副州长", "副市长", "副县长", "副区长", "副州长", "市长", "县长", "区长", "州长",
            "副书记", "书记", "副主任", "主任", "副主席", "主席", "副秘书长", "秘书长", "党组副书记", "党组书记", "党组成员",
            "一级调研员", "二级调研员", "三级调研员", "四级调研员", "调研员", "一级巡视员", "二级巡视员", "常委", "政法委书记", "宣传部部长",
            "组织部部长", "统战部部长", "部长", "市级河长", "县级河长", "总河长", "河长", "林长",
            "副镇长", "镇长", "副乡长", "乡长", "副局长", "局长", "纪委书记", "武装部部长", "武装部长", "组织委员", "宣传委员", "政法委员",
            "统战委员", "党委委员", "党工委委员", "支部书记", "村主任", "所长", "站长", "科长", "处长", "院长", "校长", "组长", "副组长",
            "董事长", "总经理", "总工程师", "总经济师", "总规划师", "各分管", "各位", "全体",
        ]
        // Counted once each: sorted as texts, they were a twelfth of converting 60 targets.
        return (heads + ["同志", "牵头", "负责", "分管"]).map { Array($0.unicodeScalars) }.sorted {
            $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count > $1.count
        }
    }()

    /// Titles of the heads of governments, the longer of two that begin or end alike first.
    static let heads = [
        "常务副市长", "常务副县长", "常务副区长", "副市长", "副县长", "副区长", "市长", "县长", "区长",
    ].map { Array($0.unicodeScalars) }

    /// Titles of offices end so; 牵头 and 负责 stand between two names.
    static let officeEnds = Array("长任席记师".unicodeScalars)

    /// Where leaders have their titles, the longer of two that begin or end alike first.
    static let places: [[Unicode.Scalar]] = {
        let bodies = ["人大常委会", "管委会", "政府", "政协", "人大", "党工委", "党委", "办事处", "纪委", "委"]
        let levels = ["省", "市", "县", "区", "州", "镇", "乡", "街道", ""]
        // 委 alone is none, nor are 乡委 and 街道委.
        return bodies.flatMap { body in
            levels.filter { body != "委" || !["", "乡", "街道"].contains($0) }
                .map { Array(($0 + body).unicodeScalars) }
        }
    }()

    /// What stands in a leader's cell where nobody answers yet.
    static let nobody = RowWords.nothing.union(["待定", "待明确", "未定", "空缺", "暂缺", "暂空"])

    /// Surnames of two characters; a given name of one may stand apart: 司马 光.
    static let longSurnames: Set<String> = [
        "欧阳", "司马", "上官", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙", "夏侯", "端木",
        "南宫",
        "轩辕", "钟离", "闻人", "澹台", "公冶", "濮阳", "淳于", "单于", "申屠", "独孤", "西门",
    ]
}
