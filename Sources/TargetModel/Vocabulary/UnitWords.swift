/// The signs and marks around the names of units.
package enum UnitWords {
    /// Signs that separate names; blanks and line breaks do, too.
    static let separators: [Unicode.Scalar] = [
        "、", ",", "，", ";", "；", "/", "／", "､", "。", "｡",
    ]

    /// Divisions of the country that have bureaus: 市财政局, 盟财政局.
    package static let levels: [Unicode.Scalar] = ["省", "市", "州", "盟", "县", "区", "旗"]

    /// Divisions of the country that stand for all of their kind, as in 各县、市、区政府: alone, such a
    /// character is no name, and the one behind it goes on with the name.
    static let divisions = levels + ["乡", "镇"]

    /// What stands before divisions and means each of them, or all.
    static let eachDivision: [Unicode.Scalar] = ["各", "全"]

    /// Characters that names of units end with.
    static let lastCharacters = Array("局委办厅院会部处所站队行社区县市镇乡府联心司团门".unicodeScalars)

    /// Words between two names: 市发改委和市工信局.
    static let joiningWords = ["会同", "联合", "以及", "和", "与", "及"].map {
        Array($0.unicodeScalars)
    }

    /// Whether such a word may begin with a character.
    static func mayJoin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "会", "联", "以", "和", "与", "及": true
        default: false
        }
    }

    /// What nothing but names of units end with.
    package static let sureEnds = [
        "局", "委员会", "管委会", "人民政府", "县政府", "区政府", "镇政府", "办公室", "办事处", "中心", "集团", "公司", "支队", "委",
    ]

    /// A name that is joined to another ends so.
    static let joinedEnds = Array("局委办厅部院府会".unicodeScalars)

    /// A name that is joined to the one before begins so: of a division of the country, not of the
    /// office's own part, as 规划 of 市自然资源和规划局.
    static let joinedStarts = levels + ["各"]

    /// Signs before a name that only mark it.
    static let leadingSigns = Array("*＊★☆▲●·".unicodeScalars)

    /// A name that ends so at a line's end goes on in the next line.
    static let conjunctions: [Unicode.Scalar] = ["和", "与", "及"]

    /// Signs that open and close one kind of bracket.
    struct Bracket {
        /// Each of these opens it.
        let open: [Unicode.Scalar]
        /// Each of these closes it, whichever opened it.
        let close: [Unicode.Scalar]
    }

    /// Every kind of bracket, half-width and full-width.
    static let brackets = [
        Bracket(open: ["(", "（"], close: [")", "）"]),
        Bracket(open: ["[", "［", "〔"], close: ["]", "］", "〕"]),
        Bracket(open: ["【"], close: ["】"]),
        Bracket(open: ["{", "｛"], close: ["}", "｝"]),
        Bracket(open: ["《", "〈"], close: ["》", "〉"]),
        Bracket(open: ["「", "『"], close: ["」", "』"]),
    ]

    /// What may stand behind a name and says what the unit does, 市发改委牵头, or that there are more.
    static let marks = scalars(of: [
        "牵头", "配合", "负责", "按职责分工", "按照职责分工", "根据职责分工", "等有关部门", "等有关单位", "等相关部门", "等相关单位", "等部门",
        "等单位", "等",
    ])

    /// Signs that number the units of a list: each begins a name.
    static let listSigns = Array("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳".unicodeScalars)

    /// What, in brackets beside a name, says what the unit does: 市发改委(牵头单位).
    static let bracketedMarks: Set<String> = [
        "牵头", "配合", "负责", "主办", "协办", "牵头单位", "牵头部门", "牵头责任单位", "配合单位", "配合部门", "主办单位", "协办单位",
        "责任单位",
        "负责单位", "主", "配", "主责", "主责单位", "协同", "协同单位", "会办", "会办单位", "参与", "参与单位", "责任部门", "主要责任单位",
    ]

    /// What, before a name and with a colon behind it, says what the unit does: 牵头单位:市发改委.
    static let labels = scalars(of: [
        "牵头责任单位", "牵头单位", "牵头部门", "牵头", "配合责任单位", "配合单位", "配合部门", "配合", "协同配合单位", "协同单位", "主办单位",
        "主办", "协办单位", "协办", "承办单位", "承办", "责任单位", "责任部门", "负责单位", "负责",
    ])

    /// Whether a character can only be part of a name: no ideograph separates, numbers or opens
    /// anything, and most of what stands in a cell of units is one.
    static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        (0x4E00...0x9FFF).contains(scalar.value)
    }

    private static func scalars(of words: [String]) -> [[Unicode.Scalar]] {
        words.map { Array($0.unicodeScalars) }
    }
}
