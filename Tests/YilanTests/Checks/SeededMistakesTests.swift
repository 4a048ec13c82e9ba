import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Mistakes that were put into the real table, one at a time: each is found in its target, and
/// nothing else changes.
@Suite struct SeededMistakesTests {
    struct Mistake: Sendable, CustomTestStringConvertible {
        var serial: String
        var field: Field
        var text: String
        var code: String
        var testDescription: String { "\(code) \(serial) \(text)" }

        init(_ serial: String, _ field: Field, _ text: String, _ code: String) {
            self.serial = serial
            self.field = field
            self.text = text
            self.code = code
        }
    }

    static let mistakes: [Mistake] = [
        Mistake("160", .progress, "尚未开工建设", "contradicting-status"),
        Mistake("169", .progress, "项目暂缓实施", "contradicting-status"),
        Mistake("174", .progress, "该项目已取消", "contradicting-status"),
        Mistake("169", .progress, "正在办理前期手续,年底开工", "unproven-status"),
        Mistake("169", .progress, "项目未按期推进", "contradicting-status"),
        Mistake("198", .progress, "已完成10条道路中的2条,其余道路明年实施", "contradicting-status"),
        Mistake("194", .progress, "于2月30日通过验收,新改建农村公路1016公里", "impossible-date"),
        Mistake("194", .progress, "截至2022年12月,新改建农村公路1016公里", "progress-of-another-year"),
        Mistake("194", .progress, "市交通运输局", "swapped-cells"),
        Mistake("194", .objective, "11月底", "swapped-cells"),
        Mistake("198", .progress, "群众安全感提升,污水集中收集率达到105%", "impossible-share"),
        Mistake("198", .progress, "常态化开展扫黑除恶斗争,目前正在", "unfinished-sentence"),
        Mistake("198", .progress, "常态化开展扫黑除恶斗争,联系电话138-1234-5678", "private-number"),
        Mistake("198", .progress, "主体结构己封顶", "character-slip"),
        Mistake("198", .progress, "常态化开展扫黑除恶斗争,修善公共设施", "character-slip"),
        Mistake("198", .progress, "同上", "blank-cell"),
        Mistake("198", .progress, "〃", "blank-cell"),
        Mistake("194", .progress, "#SPILL!", "placeholder"),
        Mistake("194", .units, "市交通运输局／市交通运输局", "repeated-unit"),
        Mistake("198", .progress, "总投资3.2亿元,截至目前总投资3.2万元", "figure-in-two-measures"),
        Mistake("198", .objective, "扫黑除恶工作全部完成", ""),
        Mistake("158", .progress, "2023年完成投资32.3亿元,占总投资的297%", "impossible-share"),
        Mistake("154", .progress, "三电管线迁改完成814%", "impossible-share"),
        Mistake("195", .progress, "新增停车位11000个,其中城区9000个、乡镇6000个", "part-above-whole"),
        Mistake("194", .progress, "已于2025年9月新改建农村公路1016公里", "progress-of-another-year"),
        Mistake("194", .progress, "2032年完成农村公路1016公里", "progress-of-another-year"),
        Mistake("195", .progress, "新改建农村公路1016公里", "repeated-progress"),
        Mistake("194", .progress, "新改建农村公路1016..5公里", "doubled-punctuation"),
        Mistake("194", .progress, "新改建农村公路1016公里,完成率108%%", "doubled-punctuation"),
        Mistake("194", .progress, "新改建\u{A0}\u{A0}农村公路1016公里", "inner-blanks"),
        Mistake("194", .progress, ",新改建农村公路1016公里", "unfinished-sentence"),
        Mistake("194", .progress, "新改建农村公路(市区两级部门（单位))1016公里", "mixed-width"),
        Mistake("194", .progress, "新改建农村??1016公里", "broken-text"),
        Mistake("194", .progress, "新改建农村\\u516c路1016公里", "broken-text"),
        Mistake("194", .progress, "########", "placeholder"),
        Mistake("145", .progress, "此处待完善", "placeholder"),
        Mistake("195", .progress, "受拆迁影响,该工程调整至2024年实施", "contradicting-status"),
        Mistake("193", .progress, "目前仅完成年度任务的三成", "contradicting-status"),
        Mistake("194", .progress, "正在办理前期手续", "unproven-status"),
        Mistake("145", .progress, "正在选址,计划2025年建成", "contradicting-status"),
        Mistake("172", .progress, "已完成4条道路中的1条", "contradicting-status"),
        Mistake("144", .progress, "全市有残疾儿童5061人,已服务6051人,服务率100%", "part-above-whole"),
        Mistake("144", .progress, "计划服务残疾儿童5061人,已服务6051人", ""),
        Mistake("181", .objective, "全市纳入计划的153个项目、3.6万户已全部完工", ""),
        Mistake("149", .progress, "己新增有资质的建筑业企业192家", "character-slip"),
        Mistake(
            "145",
            .progress,
            "新建城乡书房15处示范农家书屋已建成30家进一步提升公共文化服务水平持续推进公共文化服务标准化均等化建设不断满足人民群众日益增长的精神文化需要",
            "missing-punctuation"
        ),
        Mistake("194", .progress, "新改建农村公路(   )公里", "placeholder"),
        Mistake("194", .progress, "详见附件", "placeholder"),
        Mistake("194", .progress, "新改建农村公路1O16公里", "character-slip"),
        Mistake("194", .progress, "新改建农村公路1016公里(320311770706001)", "private-number"),
        Mistake("194", .progress, "新改建农村公路1016公里(320311771306001)", ""),
        Mistake("194", .progress, "\"新改建农村公路1016公里", "unbalanced-marks"),
        Mistake("194", .progress, "新改建\"四好\"农村公路1016公里", ""),
        Mistake("194", .progress, "完成农村公路1016公里,全面提升群众出行条件,全面提升群众出行条件", "character-slip"),
        Mistake("185", .units, "市住房城乡建设局。", "unit-variants"),
        Mistake("185", .units, "肖友华", "swapped-cells"),
        Mistake("194", .progress, "新改建农村公路1016平方公理", "character-slip"),
        Mistake("146", .progress, "完成投资180.06亿元元", "character-slip"),
        Mistake("169", .progress, "通过竣工验受", "character-slip"),
        Mistake("194", .progress, "font-size:12pt;新改建农村公路1016公里", "markup"),
        Mistake("141", .units, "市民正局", "similar-units"),
        Mistake("194", .units, "东名县人民政府", "similar-units"),
        Mistake("150", .leader, "肖友", "similar-leader"),
        Mistake("198", .progress, "常态化开展扫黑除恶斗争___场", "placeholder"),
        Mistake("160", .onSchedule, "否", ""),
        Mistake("174", .progress, "占年度任务的60%", "unproven-status"),
        Mistake("182", .onSchedule, "否", "indicator-met"),
        Mistake("194", .progress, "新改建农村公路101公里", "indicator-not-met"),
        Mistake("195", .progress, "新增公共停车位2000个", "indicator-not-met"),
        Mistake("141", .progress, "新增护理型养老床位443300张", "figure-out-of-scale"),
        Mistake("146", .progress, "综合交通基础设施完成投资180万元", "figure-in-two-measures"),
        Mistake("144", .progress, "服务残疾儿童5061人,服务率1000%", "impossible-share"),
        Mistake("150", .progress, "新增企业11家,其中新三板挂牌企业22家", "part-above-whole"),
        Mistake("194", .progress, "新改建农村公路1000公里", "progress-repeats-objective"),
        Mistake("195", .objective, "新改建农村公路1000公里", "repeated-objective"),
        Mistake(
            "198",
            .progress,
            "健全社会治安防控体系,常态化开展扫黑除恶斗争,推动群众安全感持续提升",
            "progress-repeats-objective"
        ),
        Mistake("148", .progress, "2021年完成多式联运货运量612.57万吨。", "progress-of-another-year"),
        Mistake("194", .units, "交通运输局", "unit-variants"),
        Mistake("194", .units, "市交通运输局 市交通运输局", "repeated-unit"),
        Mistake("150", .leader, "肖有华", "similar-leader"),
        Mistake("180", .leader, "刘连栋", "misplaced-leader"),
        Mistake("194", .deadline, "市交通运输局", "unclear-deadline"),
        Mistake("194", .units, "年底", "swapped-cells"),
        Mistake("194", .objective, "已完成新改建农村公路1016公里", "swapped-cells"),
        Mistake("194", .deadline, "2024年底", "later-deadline"),
        Mistake("194", .deadline, "2022年底", "early-deadline"),
        Mistake("194", .deadline, "2023年2月30日", "impossible-date"),
        Mistake("194", .deadline, "13月底", "impossible-date"),
        Mistake("194", .progress, "锟斤拷锟斤拷", "broken-text"),
        Mistake("194", .progress, "新改建????1016公里", "broken-text"),
        Mistake("194", .progress, "æ–°æ”¹å»ºå†œ", "broken-text"),
        Mistake("194", .progress, "新改建农村公路<br>1016公里", "markup"),
        Mistake("194", .progress, "新改建&nbsp;农村公路1016公里", "markup"),
        Mistake("196", .progress, "待补充", "placeholder"),
        Mistake("196", .progress, "梳理信访矛盾XX条", "placeholder"),
        Mistake("196", .progress, "…", "placeholder"),
        Mistake("143", .progress, "已全部建成并运营72处“如康家园残疾人之家", "unbalanced-marks"),
        Mistake("173", .objective, "提升改造高平路(八一路—丹阳路等道路6条", "unbalanced-marks"),
        Mistake("194", .progress, "新改建农村公路1016公里。。", "doubled-punctuation"),
        Mistake("194", .progress, "新改建农村公路1016公里，进展良好,很快", "mixed-width"),
        Mistake("194", .progress, "新改建农村公路１０１６公里", "full-width-digits"),
        Mistake("194", .progress, "新改建  农村公路1016公里", "inner-blanks"),
        Mistake("194", .progress, "新改建农村公路1016公里,", "unfinished-sentence"),
        Mistake("194", .progress, "己完成新改建农村公路1016公里", "character-slip"),
        Mistake("196", .progress, "信访人身份证11010519491231002X", "private-number"),
        Mistake("196", .progress, "联系电话13805301234", "private-number"),
        Mistake("196", .progress, "卡号6222020200112233440", ""),
        Mistake("145", .serial, "1145", "serial-slip"),
        Mistake("199", .serial, "209", "serial-gap"),
        Mistake("194", .progress, "新改建\u{FFFD}公路1016公里", "replacement-character"),
        Mistake("194", .units, "", "blank-cell"),
        Mistake("194", .onSchedule, "", "blank-status"),
        Mistake("194", .onSchedule, "maybe", "unclear-status"),
        Mistake("194", .units, "市交通\u{200B}运输局", "invisible-character"),
    ]

    private static func key(_ finding: Diagnostic) -> String {
        "\(finding.code.rawValue) \(finding.serial ?? "")"
    }

    /// What is told of the real table as it is.
    private static let before = Result { Set(checked(try SampleTable.table()).map(key)) }

    @Test(arguments: mistakes)
    func isFound(_ mistake: Mistake) throws {
        let table = try SampleTable.table()
        let before = try Self.before.get()
        let rows = (0..<table.count).map { target in
            table.columns.indices.map { column in
                let isChanged =
                    table.string(target, .serial) == mistake.serial
                    && table.columns[column].field == mistake.field
                return isChanged ? mistake.text : table.string(target, column: column)
            }
        }
        let changed = TargetTable.make(
            columns: table.columns.map(\.key),
            rows: rows,
            title: table.document.title
        )
        let found = checked(changed).filter { !before.contains(Self.key($0)) }
        if mistake.code.isEmpty {
            #expect(found.filter { $0.severity > .note } == [])
        } else {
            #expect(found.contains { $0.code.rawValue == mistake.code })
        }
    }

    /// What a person finds in the real table, each looked at.
    @Test func theRealTable() throws {
        let findings = checked(try SampleTable.table())
        #expect(
            Set(findings.filter { $0.severity == .warning }.map(Self.key)) == [
                "indicator-not-met 172", "indicator-not-met 173", "contradicting-status 162",
                "contradicting-status 173", "unit-variants 150", "unit-variants 172",
                "similar-units 176",
            ]
        )
        #expect(
            Set(findings.filter { $0.severity == .note }.map(Self.key)) == [
                "unproven-status 150", "unproven-status 170", "unproven-status 177",
                "unproven-status 190", "repeated-objective 163", "repeated-progress 166",
                "character-slip 140", "unfinished-sentence 148",
            ]
        )
    }

    /// Sentences in which signs of a mistake stand by right.
    @Test(arguments: [
        "固定资产投资增长率达到115%", "拨备覆盖率达到168%", "建成18月龄以上托位60个", "2022年以来累计建成30处,2023年新增5处",
        "与3家企业签订合作协议,2家企业已参与", "2023-2025年规划已印发", "项目有序推进,相关工作大有可为",
        "已完成投资32.3亿元,完成率100.31%", "加快建设,完成桩基81.4%", "未发现重大隐患,已全部整改",
        "取消收费项目20项,惠及企业3万家", "停工项目已复工3个", "较2022年增长7.1%", "已纳入《规划纲要(2021—2035年)》",
        "1)编制方案;2)组织实施", "参与企业150家,覆盖面达98%", "推荐人选5名,已确定候选人选3名",
        "全市“双零”社区14120个,其中示范社区40个", "服务群众,社会更加和谐", "统一编号37290120230001",
        "热线12345受理3000件", "推进XXL工程", "增速达到120%", "已建成通车",
        "前三季度增长6.2%", "全年零火灾", "化债率109.2%", "水厂满负荷率达105%", "占年度投资计划的112%,占序时进度的125%",
        "征集任务完成率103%", "为正常保有量的102%", "于2022年开工,今年5月建成通水", "2022年未完成的3个片区已于今年6月完成征收",
        "规划期至2035年", "已于2024年1月通过验收", "新增学位5200个,其中小学3000个、初中2200个", "项目50个,其中亿元以上30个、制造业28个",
        "完成210公里", "成武港区已建成港口", "推进建设设施配套", "完善经验受到肯定", "每公里里程造价下降",
        "进展顺利...", "统计口径O2O平台3家", "截至12月末完成投资8.6亿元", "坚持以经济建设为中心", "既使用清洁能源,又降低成本",
        "做为民服务的贴心人", "按装机容量补贴8家企业", "信访工作工作专班运转良好", "重点项目项目库储备项目126个", "接收人员126名,收入更合理",
        "派人驻村帮扶,驻村工作队126支", "社会保险收入26.8亿元,通过验收", "各项日常工作有序开展,项目完工", "党员干部克己奉公", "年末来客增多,未来可期",
        "招引人才,引入项目12个", "联系人手机138****1234", "完成2022年度结转项目12个", "推荐劳模人选,1人入选",
    ])
    func staysSilent(_ progress: String) {
        let rows = (0..<4).map { target in
            [
                "\(target + 140)", "张鹏", "推进工作\(target)", "年底",
                target == 2 ? progress : "已办结\(target)件", "是", "市教育局",
            ]
        }
        let table = TargetTable.make(
            columns: Field.allCases.map(\.key),
            rows: rows,
            title: "菏泽市人民政府2023年责任目标完成情况一览表"
        )
        #expect(checked(table).map(\.code) == [])
    }
}
