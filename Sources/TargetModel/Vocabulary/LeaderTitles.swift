/// What leaders are, beside their names.
enum LeaderTitles {
    /// Titles, the longer of two that begin or end alike first.
    static let words: [[Unicode.Scalar]] = {
        let places = ["市委", "县委", "区委", "州委", "市政府", "县政府", "区政府", "管委会", "政府", ""]
        let heads = [
            "常务副市长", "常务副县长", "常务副区长", "常务副州长", "副市长", "副县长", "副区长", "副州长", "市长", "县长", "区长", "州长",
            "副书记", "书记", "副主任", "主任", "副主席", "主席", "副秘书长", "秘书长", "党组副书记", "党组书记", "党组成员",
            "一级调研员", "二级调研员", "三级调研员", "四级调研员", "调研员", "一级巡视员", "二级巡视员", "常委", "政法委书记", "宣传部部长",
            "组织部部长", "统战部部长", "部长",
        ]
        let titles = places.flatMap { place in heads.map { place + $0 } }
        // Counted once each: sorted as texts, they were a twelfth of converting 60 targets.
        return (titles + ["同志", "牵头", "负责", "分管"]).map { Array($0.unicodeScalars) }.sorted {
            $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count > $1.count
        }
    }()
}
