import Foundation
import SourceText
import SpreadsheetML
import TargetModel
import TestSupport
import Testing

@testable import TargetFormats

/// Lists of what is behind, which formulas make longer in rows that no program lets grow.
@Suite struct SerialsLimitTests {
    /// A cell of the summary or of a leader's sheet with a list that is limited, and its row.
    private struct Cell {
        /// How many are listed whole, and how many of more.
        var most: Int
        var shown: Int
        /// What stands before and behind their number where some are left out.
        var end: [String]
        /// The height of its row, in points.
        var height: Double
        var stored: String
    }

    private static func cells(_ sheet: String, column: String) throws -> [Cell] {
        let limit = try Regex(
            #"IF\([A-Z]+\d+>(\d+),IFERROR\(LEFT\(.*?,CHAR\(1\),(\d+)\)\)-1\)&"((?:[^"]|"")*)"&"#
                + #"[^,"]*?(?:&"((?:[^"]|"")*)")?,[^,]*\),"#,
            as: (Substring, Substring, Substring, Substring, Substring?).self
        )
        var cells: [Cell] = []
        // Rows are long; patterns take their time with them.
        for row in sheet.components(separatedBy: "<row ").dropFirst() {
            let tag = row.prefix { $0 != ">" }
            let height = tag.firstMatch(of: /\sht="([\d.]+)"/).flatMap { Double($0.1) } ?? 15
            let parts = row.components(separatedBy: "<c r=\"\(column)")
            guard parts.count > 1 else { continue }
            let text = parts[1].components(separatedBy: "</c>")[0]
                .replacingOccurrences(of: "&amp;", with: "&")
                .replacingOccurrences(of: "&gt;", with: ">")
                .replacingOccurrences(of: "&quot;", with: "\"")
            guard let limit = text.firstMatch(of: limit), let most = Int(limit.1),
                let shown = Int(limit.2)
            else { continue }
            let stored = text.firstMatch(of: /<v>(.*?)<\/v>/).map { String($0.1) } ?? ""
            cells.append(
                Cell(
                    most: most,
                    shown: shown,
                    end: [String(limit.3), limit.4.map(String.init) ?? ""].map {
                        $0.replacingOccurrences(of: "\"\"", with: "\"")
                    },
                    height: height,
                    stored: stored
                )
            )
        }
        return cells
    }

    /// What a text of digits and signs needs at least, in points: half an em and an em each, in lines
    /// that nothing breaks early, each as high as its type.
    private static func leastHeight(_ text: String, size: Double, points: Double) -> Double {
        let ems = text.unicodeScalars.reduce(0.0) { $0 + ($1.value < 0x80 ? 0.5 : 1) }
        return (ems * size / points).rounded(.up) * size
    }

    /// Whatever statuses a correction changes, each row holds what its list then shows.
    @Test(arguments: [1, 3, 6, 7, 20, 61, 150], [Language.chinese, .english])
    func rowsHoldTheirListsWhateverIsBehind(count: Int, language: Language) throws {
        for (behind, first) in [(0, 1), (1, 100), (count / 2, 100), (count, 1_000)] {
            let rows = (0..<count).map { number in
                [
                    "\(first + number)", number % 3 == 0 ? "张鹏" : "李四", "甲", "年底", "",
                    number < behind ? "否" : "是", "市\(number % 5)局",
                ]
            }
            let parts = try WrittenTable(.make(rows: rows), language: language).parts()
            let xml = try #require(parts.first { $0.name == "xl/worksheets/sheet1.xml" }).text
            let width = try #require(
                xml.firstMatch(of: /<col min="7" max="7" width="([\d.]+)"/).flatMap { Double($0.1) }
            )
            let cells = try Self.cells(xml, column: "G")
            #expect(!cells.isEmpty)
            let separator = language == .chinese ? "、" : ", "
            for cell in cells {
                #expect(!cell.stored.contains(cell.end[0]), "what is behind now is listed whole")
                // Formulas have words of the table in Chinese; these are the workbook's own.
                let isEnglish = cell.end.joined().unicodeScalars.allSatisfy(\.isASCII)
                #expect(isEnglish == (language == .english), "\(cell.end)")
                for count in 1...count {
                    let isWhole = count <= cell.most
                    let named = isWhole ? count : cell.shown
                    // Lists of more than a line, of which rows have room for at least that.
                    let isLong = language == .chinese && count > 8
                    var text = Array(repeating: "\(first + rows.count - 1)", count: named)
                        .joined(separator: isLong ? "、 " : separator)
                    if !isWhole { text += cell.end[0] + String(count) + cell.end[1] }
                    // What keeps its size, and what is set in smaller type.
                    let size = behind <= 20 ? WorkbookTheme.list.size : 6
                    #expect(
                        Self.leastHeight(text, size: size, points: (width * 7 - 12) * 0.75)
                            <= cell.height,
                        "\(count) of \(rows.count) in \(cell.height) points"
                    )
                }
            }
        }
    }

    /// Of codes fewer have room than of numbers; what is behind now has, however wide it is.
    @Test(arguments: ["HZ-2023-", "HZZF-2023-DCK-00", "菏泽市人民政府督查室二〇二三年度责任目标第"])
    func wideSerialsHaveRoom(start: String) throws {
        let rows = (100..<130).map {
            [
                "\(start)\($0)", "张鹏", "甲", "年底", "", $0 < 103 ? "否" : "是", "市民政局",
            ]
        }
        let parts = try WrittenTable(.make(rows: rows)).parts()
        let xml = try #require(parts.first { $0.name == "xl/worksheets/sheet1.xml" }).text
        let width = try #require(
            xml.firstMatch(of: /<col min="7" max="7" width="([\d.]+)"/).flatMap { Double($0.1) }
        )
        let cells = try Self.cells(xml, column: "G")
        #expect(!cells.isEmpty)
        let isOdd = start.unicodeScalars.count > 16
        for cell in cells {
            let lists = [cell.most, cell.shown].map { count in
                Array(repeating: "\(start)129", count: count).joined(separator: "、")
            }
            for text in [cell.stored] + (isOdd ? [] : lists) {
                let height = Self.leastHeight(
                    text,
                    size: WorkbookTheme.list.size,
                    points: (width * 7 - 12) * 0.75
                )
                #expect(height <= cell.height, "\(text) in \(cell.height) points")
            }
        }
    }

    /// A list that takes several lines has blanks, at which LibreOffice ends them, and not within numbers;
    /// one that stands on a line has none.
    @Test(arguments: [("", 5), ("10", 3), ("HZ-2023-", 1)])
    func listsOfSeveralLinesHaveBlanks(start: String, most: Int) throws {
        for count in 2...7 {
            let rows = (0..<count).map {
                ["\(start)\(140 + $0)", "张鹏", "甲", "年底", "", "否", "市民政局"]
            }
            let parts = try WrittenTable(.make(rows: rows)).parts()
            let xml = try #require(parts.first { $0.name == "xl/worksheets/sheet1.xml" }).text
            let cells = try Self.cells(xml, column: "G")
            #expect(!cells.isEmpty)
            #expect(cells.allSatisfy { $0.stored.contains("、 ") == (count > most) }, "\(count)")
            let sentence = try #require(try Self.cells(xml, column: "A").first)
            #expect(!sentence.stored.contains("、 "))
        }
    }

    /// Codes that would have to be set in type which nobody reads are named in part.
    @Test func manyWideCodesAreReadable() throws {
        let rows = (1000..<1119).map {
            ["HZ-2023-ZRMB-\($0)-00", "张鹏", "甲", "年底", "", "否", "市民政局"]
        }
        let parts = try WrittenTable(.make(rows: rows)).parts()
        let xml = try #require(parts.first { $0.name == "xl/worksheets/sheet1.xml" }).text
        let cells = try Self.cells(xml, column: "G")
        #expect(cells.count >= 4)
        for cell in cells {
            #expect(cell.stored.hasSuffix("……等119项，见“未按计划完成”"))
            #expect(cell.shown >= 3 && cell.height < 150)
            let height = Self.leastHeight(cell.stored, size: 8, points: (27 * 7 - 12) * 0.75)
            #expect(height <= cell.height)
        }
    }

    /// The sentence names the sheet that has what it has no room for.
    @Test func theSentenceSaysWhereTheOthersAre() throws {
        let rows = (100..<300).map { ["\($0)", "张鹏", "甲", "年底", "", "是", "市民政局"] }
        let parts = try WrittenTable(.make(rows: rows)).parts()
        let xml = try #require(parts.first { $0.name == "xl/worksheets/sheet1.xml" }).text
        let sentence = try #require(try Self.cells(xml, column: "A").first)
        #expect(sentence.most >= 15)
        #expect(sentence.end == ["……等", "项，见“未按计划完成”"])
    }

    /// Other cells read the whole list, not what a row has room for.
    @Test func theWholeListIsKept() throws {
        let rows = (100..<160).map { ["\($0)", "张鹏", "甲", "年底", "", "是", "市民政局"] }
        let parts = try WrittenTable(.make(rows: rows)).parts()
        func sheet(_ number: Int) throws -> String {
            try #require(parts.first { $0.name == "xl/worksheets/sheet\(number).xml" }).text
        }
        let summary = try sheet(1)
        #expect(summary.contains(/<col min="18" max="18"[^>]* hidden="1"/))
        #expect(summary.contains(/<c r="R\d+"[^>]*><f t="array"[^>]*>IF\(D/))
        let leader = try sheet(4)
        #expect(leader.contains(/汇总'?!R\d/) && !leader.contains(/汇总'?!G\d/))
    }
}
