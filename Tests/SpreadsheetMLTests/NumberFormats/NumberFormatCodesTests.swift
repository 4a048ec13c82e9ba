import TestSupport
import Testing

@testable import SpreadsheetML

/// What the signs of a code mean, each with numbers that tell it from its neighbours.
@Suite struct NumberFormatCodesTests {
    private func shown(_ code: String, _ number: Double) -> String {
        NumberFormat(code).text(of: number, epoch: .from1900)
    }

    @Test(arguments: [
        ("G/通用格式", 58, "58"), ("G/通用格式\"元\"", 58.5, "58.5元"), ("G/標準", -1, "-1"),
        ("Standard", 5, "5"), ("常规", 7, "7"), ("[DBNum1]G/通用格式", 105, "一百〇五"),
        ("0!.0,\"万\"", 58160, "5.8万"), ("0!.0000", 58160, "5.8160"), ("0!", 5, "5!"),
        ("0\\.0,\"万\"", 58160, "5.8万"), ("0\".\"0,\"万\"", 58160, "5.8万"),
    ])
    func localNamesAndEscapes(code: String, number: Double, expected: String) {
        #expect(shown(code, number) == expected)
    }

    @Test(arguments: [
        ("# ?/?", 0.5, " 1/2"), ("# ?/?", 1.25, "1 1/4"), ("# ?/?", -1.25, "-1 1/4"),
        ("# ?/?", 0.3, " 2/7"), ("# ?/?", 2, "2    "), ("# ?/?", 0, "0    "),
        ("# ??/??", 3.3, "3  3/10"), ("# ??/??", 0.0625, "  1/16"), ("# ?/8", 0.5, " 4/8"),
        ("# ??/16", 1.25, "1  4/16"), ("# ?/?", 0.999, "1    "), ("?/?", 1.5, "3/2"),
        ("# ?/100", 0.37, " 37/100"), ("0 0/0", 0.5, "0 1/2"), ("# ??/???", 0.125, "  1/8  "),
    ])
    func fractions(code: String, number: Double, expected: String) {
        #expect(shown(code, number) == expected)
    }

    @Test(arguments: [
        ("[DBNum1]General", 12345, "一万二千三百四十五"), ("[DBNum1]General", 10, "一十"),
        ("[DBNum1]General", 1001, "一千〇一"), ("[DBNum1]General", 100_000_010, "一亿〇一十"),
        ("[DBNum1]General", 20000, "二万"), ("[DBNum1]General", 0, "〇"),
        ("[DBNum1]General", -12.5, "-一十二.五"), ("[DBNum1]0", 123, "一二三"),
        ("[DBNum1]0.00", 1.5, "一.五〇"), ("[DBNum2]General", 12345, "壹万贰仟叁佰肆拾伍"),
        ("[DBNum2][$-804]General\"元\"", 305, "叁佰零伍元"), ("[DBNum2]0", 90, "玖零"),
        ("[DBNum3]0", 90, "９０"), ("[DBNum1]General", 1e12, "一万亿"),
        ("[DBNum1]General", 1.5e8, "一亿五千万"), ("[DBNum1]General", 1.0005e8, "一亿〇五万"),
        ("[DBNum1]m\"月\"", 45291, "十二月"), ("[DBNum2]m\"月\"", 45291, "壹拾贰月"),
    ])
    func chineseNumerals(code: String, number: Double, expected: String) {
        #expect(shown(code, number) == expected)
    }

    @Test(arguments: [
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", 45291, "2023年12月31日"),
        ("[$-F400]h:mm:ss\\ AM/PM", 45291.75, "18:00:00"),
        ("[$-x-sysdate]dddd, mmmm dd, yyyy", 45291, "Sunday, December 31, 2023"),
        ("[$-409]mmmm d", 45291, "December 31"), ("[$-zh-CN]dddd", 45291, "星期日"),
        ("[$-804]AM/PM h:mm", 0.25, "上午 6:00"), ("[$-F800]yyyy;@", 45291, "2023年12月31日"),
        ("[$-30411]e", 45291, "45291"), ("[$-411]ggge", 45291, "45291"),
    ])
    func languages(code: String, number: Double, expected: String) {
        #expect(shown(code, number) == expected)
    }

    @Test(arguments: [
        ("0.0;@", -5, "-5.0"), ("0.0;@", 5, "5.0"), ("0;-0;@", -5, "-5"), ("0;-0;@", 0, "0"),
        ("0;(0);\"无\";@", 0, "无"), ("[>=100]0;0.0", -5, "-5.0"), ("[<100]0;0.0", -5, "-5"),
        ("[<0]0;0.0", -5, "5"), ("[<=-1]\"负\"0;0.0", -5, "负5"), ("[>=0]0;(0)", -5, "(5)"),
        ("[>5]0;[>=-9]0.0;\"其他\"0", -5, "-5.0"), ("[=1]\"是\";[=0]\"否\"", 0, "否"),
        ("[=1]\"是\";[=0]\"否\"", 7, "7"), ("[>1]\"多\"0;\"负\"0;\"少\"0", -3, "负3"),
        ("[Red]0", -3, "-3"), ("[颜色3]0;[Color 5]-0", -3, "-3"), ("@", -3, "-3"),
    ])
    func signsAndSections(code: String, number: Double, expected: String) {
        #expect(shown(code, number) == expected)
    }

    @Test(arguments: [
        ("#", 0, ""), ("#", 5, "5"), ("#,###", 0, ""), ("#.#", 0, "."), ("#%", 0, "%"),
        ("[h]:mm", -1.5, "-36:00"), ("[h]:mm;-[h]:mm", -1.5, "-36:00"),
        ("[ss].00", 0.5, "43200.00"),
        ("??0", 5, "  5"), ("0.0??", 1.5, "1.5  "), ("_(* 0_)", 5, " 5 "),
        ("0.0E+0", -1500, "-1.5E+3"),
        ("0%", -0.5, "-50%"), ("0%%", 0.5, "5000%%"),
    ])
    func places(code: String, number: Double, expected: String) {
        #expect(shown(code, number) == expected)
    }

    /// What isn't understood shows the number, and never a letter of the code.
    @Test(arguments: [
        "0 kg", "xyz", "b2yyyy", "yyyy0", "0;0;0;@;0", "ggge\"年\"", "0 ?/?????", "N0",
        "[$-3040411]e.m",
    ])
    func whatIsNotUnderstoodShowsTheNumber(code: String) {
        #expect(shown(code, 58160) == "58160")
        #expect(shown(code, 0.25) == "0.25")
    }

    @Test(arguments: [
        ("@", "甲", "甲"), ("General", "甲", "甲"), ("\"约\"@\"人\"", "500", "约500人"),
        ("0;0;0;@", "甲", "甲"),
        ("0;0;0;[Red]@\"！\"", "甲", "甲！"), ("0.0;\"<\"@", "甲", "<甲"), (";;;\"（略）\"", "甲", "（略）"),
        (";;;", "甲", "甲"),
    ])
    func texts(code: String, text: String, expected: String) {
        let format = NumberFormat(code)
        #expect(format.text(of: text) == expected)
        #expect(format.changesTexts == (text != expected))
    }

    @Test(arguments: [
        ("1900-01-01", 1.0), ("1900-02-28", 59), ("1900-02-29", 60), ("1900-03-01", 61),
        ("10:10:10", 0.423_726_851_851_851_85), ("08:30", 0.354_166_666_666_666_7),
        ("PT24H0M0.000S", 1), ("P1DT12H", 1.5), ("P2W", 14), ("1899-12-31T06:00:00", 0.25),
        ("12:00:00.000Z", 0.5),
    ])
    func timesAreReadFromTheirText(text: String, expected: Double) {
        #expect(DateEpoch.from1900.serial(ofISO8601: text) == expected)
    }

    /// Every day that a date names is shown as that date.
    @Test func datesComeBackFromTheirText() throws {
        for serial in Array(1...800) + Array(stride(from: 801, to: 2_958_000, by: 997)) {
            let text = shown("yyyy-mm-dd", Double(serial))
            #expect(DateEpoch.from1900.serial(ofISO8601: text) == Double(serial))
        }
    }

    /// A sign is lost only in a section that is for numbers below zero.
    @Test(arguments: 0..<4)
    func signsStay(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let bodies = ["0", "0.0", "#,##0", "General", "\"约\"0", "0%"]
        for _ in 0..<500 {
            let body = bodies[Int(random.next() % UInt64(bodies.count))]
            let bound = Int(random.next() % 50)
            let number = -Double(1 + random.next() % 10_000)
            for code in [
                body, body + ";@", "[>=\(bound + 1)]\(body);\(body)", "[<\(bound + 1)]\(body)",
            ] {
                #expect(shown(code, number).first == "-", "\(code) of \(number)")
            }
        }
    }

    /// The nearest fraction is as near as its digits allow.
    @Test(arguments: 0..<4)
    func fractionsAreNear(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let number = Double(random.next() % 10_000) / 10_000
            let parts = shown("?/??", number).split(separator: "/").compactMap {
                Double($0.filter { $0 != " " })
            }
            try #require(parts.count == 2)
            #expect((parts[0] / parts[1] - number).magnitude <= 0.0051)
            #expect(parts[1] < 100)
        }
    }
}
