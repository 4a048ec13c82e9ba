import TestSupport
import Testing

@testable import SpreadsheetML

/// Numbers as programs show them.
///
/// The expected texts are those of Excel with Chinese settings.
@Suite struct NumberFormatTests {
    @Test(arguments: [
        ("General", 140, "140"), ("General", -1.5, "-1.5"), ("General", 0.1 + 0.2, "0.3"),
        ("General", 1e15, "1000000000000000"), ("General", 1e22, "1E+22"),
        ("General", 1.25e-12, "1.25E-12"), ("General", 0.00001, "0.00001"),
        ("General\"号\"", 5, "5号"), ("", 5, "5"), ("0", 0.5, "1"), ("0", 2.5, "3"),
        ("0", -0.4, "0"), ("000", 7, "007"), ("000", 12345, "12345"), ("0.00", 1.005, "1.01"),
        ("0.00", 95, "95.00"), ("0.0#", 1.25, "1.25"), ("0.0#", 1.2, "1.2"), ("#.##", 0.5, ".5"),
        ("#", 0, ""), ("0%", 0.95, "95%"), ("0.00%", 0.95, "95.00%"), ("0.0%", 1, "100.0%"),
        ("#,##0", 1234567, "1,234,567"), ("#,##0", 12, "12"), ("#,##0.00", -1234.5, "-1,234.50"),
        ("#,##0_);(#,##0)", -5, "(5)"), ("#,##0_);(#,##0)", 5, "5 "), ("0;-0;\"无\"", 0, "无"),
        ("0;[Red]-0", -3, "-3"), ("0,", 12345, "12"), ("0.0,,\"百万\"", 1_250_000, "1.3百万"),
        ("#,##0,.0", 12_345, "12.3"),
        ("\"第\"0\"项\"", 7, "第7项"), ("第0项", 7, "第7项"), ("0\\年", 2023, "2023年"),
        ("[>=100]\"多\";\"少\"0", 120, "多"), ("[>=100]\"多\";\"少\"0", 20, "少20"),
        ("[<0]\"负\"0;0", -2, "负2"), ("0.00E+00", 12345, "1.23E+04"),
        ("0.00E+00", 0.00012, "1.20E-04"),
        ("##0.0E+0", 12345, "12.3E+3"), ("# ?/?", 0.5, " 1/2"), ("@", 12.5, "12.5"),
        ("000-0000", 1234567, "123-4567"), ("[$¥-804]#,##0.00", 1234.5, "¥1,234.50"),
        ("_ \"¥\"* #,##0.00_ ", 12, " ¥12.00 "), ("0.00;;", 0, ""),
    ])
    func numbers(code: String, number: Double, expected: String) {
        #expect(NumberFormat(code).text(of: number, epoch: .from1900) == expected)
    }

    @Test(arguments: [
        ("m\"月\"d\"日\"", 45107, "6月30日"), ("yyyy\"年\"m\"月\"d\"日\"", 45291, "2023年12月31日"),
        ("yyyy\"年\"m\"月\"d\"日\";@", 45291, "2023年12月31日"), ("yyyy/m/d", 45291, "2023/12/31"),
        ("yyyy\\-mm\\-dd", 45107, "2023-06-30"), ("yyyy年m月d日", 45107, "2023年6月30日"),
        ("yyyy\"年\"m\"月\"", 45107, "2023年6月"),
        ("[$-804]yyyy\"年\"m\"月\"d\"日\"", 45107, "2023年6月30日"),
        ("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", 45291, "二〇二三年十二月三十一日"),
        ("[DBNum1][$-804]m\"月\"d\"日\"", 45219, "十月二十日"), ("yy.m.d", 45107, "23.6.30"),
        ("d-mmm-yy", 45107, "30-Jun-23"), ("mmmm d", 45107, "June 30"), ("mmmmm", 45107, "J"),
        ("[$-804]mmm", 45107, "6月"), ("[$-804]mmmm", 45291, "十二月"), ("aaaa", 45107, "星期五"),
        ("aaa", 45107, "五"), ("ddd", 45107, "Fri"), ("dddd", 45107, "Friday"),
        ("[$-804]dddd", 45107, "星期五"), ("e\"年\"", 45107, "2023年"),
        ("yyyy/m/d h:mm", 45107.5, "2023/6/30 12:00"), ("h:mm:ss", 0.999_988_425_9, "23:59:59"),
        ("h:mm AM/PM", 0.75, "6:00 PM"), ("上午/下午h\"时\"mm\"分\"", 0.25, "上午6时00分"),
        ("h:mm A/P", 0, "12:00 A"), ("[h]:mm", 1.5, "36:00"), ("[mm]:ss", 0.05, "72:00"),
        ("mm:ss.0", 0.000_123, "00:10.6"), ("h:mm", 0.041_666_666_666_666_664, "1:00"),
        ("yyyy/m/d", 60, "1900/2/29"), ("yyyy/m/d", 59, "1900/2/28"), ("yyyy/m/d", 1, "1900/1/1"),
        ("yyyy/m/d", 61, "1900/3/1"), ("yyyy/m/d", 2_958_465, "9999/12/31"), ("yyyy/m/d", -1, "-1"),
        ("yyyy/m/d", 3_000_000, "3000000"), ("yyyy/m/d", 45291.999_999_999, "2024/1/1"),
    ])
    func dates(code: String, number: Double, expected: String) {
        #expect(NumberFormat(code).text(of: number, epoch: .from1900) == expected)
    }

    @Test(arguments: [
        (9, 0.95, "95%"), (14, 45291, "2023/12/31"), (22, 45291.5, "2023/12/31 12:00"),
        (27, 45107, "2023年6月"), (28, 45107, "6月30日"), (31, 45291, "2023年12月31日"),
        (36, 45107, "2023年6月"), (50, 45107, "2023年6月"), (51, 45107, "6月30日"),
        (57, 45107, "2023年6月"),
        (58, 45107, "6月30日"), (49, 5, "5"), (45, 0.5, "00:00"), (46, 1.5, "36:00:00"),
        (41, 1234, " 1,234 "), (44, 0, " ¥-   "),
    ])
    func builtIn(id: Int, number: Double, expected: String) throws {
        let code = try #require(NumberFormat.builtInCode(id))
        #expect(NumberFormat(code).text(of: number, epoch: .from1900) == expected)
    }

    @Test func everyBuiltInDateIsOne() throws {
        for id in Array(14...22) + Array(27...36) + Array(45...47) + Array(50...58) {
            let format = NumberFormat(try #require(NumberFormat.builtInCode(id)))
            #expect(format.sections[0].isDate, "\(id)")
        }
    }

    @Test(arguments: [(0, "1904/1/1"), (43_829, "2023/12/31"), (43_645, "2023/6/30")])
    func dates1904(serial: Double, expected: String) {
        #expect(NumberFormat("yyyy/m/d").text(of: serial, epoch: .from1904) == expected)
    }

    @Test(arguments: [
        ("2023-06-30", 45107), ("2023-06-30T12:00:00", 45107.5), ("2023-06-30T12:00:00Z", 45107.5),
        ("1900-03-01", 61), ("2023-06-30T12:00:00+08:00", 45107.5), ("2023-06-30 06:00", 45107.25),
    ])
    func datesAreReadFromTheirText(text: String, expected: Double) {
        #expect(DateEpoch.from1900.serial(ofISO8601: text) == expected)
        #expect(DateEpoch.from1904.serial(ofISO8601: text) == expected - 1_462)
    }

    @Test(arguments: [
        "2023", "2023-6", "x-1-1", "2023-00-10", "2023-06-30T", "2023-06-30T25:61", "", "1-2-3-4",
        "24:00:00",
        "P", "P1Y", "PT", "PT5", "10:", "T10:00",
    ])
    func whatIsNoDateIsNone(text: String) {
        #expect(DateEpoch.from1900.serial(ofISO8601: text) == nil)
    }

    /// Every day from 1900 on is the one after the day before it.
    @Test func daysFollowEachOther() throws {
        var last = try #require(DateEpoch.from1900.day(61))
        for serial in 62..<80_000 {
            let day = try #require(DateEpoch.from1900.day(serial))
            let isNext = day == (last.year, last.month, last.day + 1)
            let isFirst =
                day.day == 1 && (28...31).contains(last.day)
                && (day.month == last.month + 1
                    || (day.month == 1 && last.month == 12 && day.year == last.year + 1))
            #expect(isNext || isFirst)
            last = day
        }
        #expect(try #require(DateEpoch.from1900.day(45_351)) == (2024, 2, 29))
    }

    /// No code, whatever it is, ends the program or shows nothing at all of a number in silence.
    @Test(arguments: 0..<4)
    func anyCodeIsRead(seed: UInt64) {
        let pieces = [
            "0", "#", "?", ".", ",", "%", ";", "\"", "\\", "_", "*", "[", "]", "h", "m", "s", "y",
            "d", "E+", "/", "@",
            "General", "[$-", "AM/PM", "上午/下午", "a", "e", "月", "[>=", "1", "-", "[h]", "[DBNum1]",
            "ss.00",
        ]
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let code = (0..<Int(random.next() % 12)).map { _ in
                pieces[Int(random.next() % UInt64(pieces.count))]
            }
            let format = NumberFormat(code.joined())
            for number in [0, 1, -1, 45107.5, 1e300, -1e-300, 0.5] {
                _ = format.text(of: number, epoch: .from1904)
            }
            #expect((1...4).contains(format.sections.count))
        }
    }
}
