import Yilan

// Runs the guide's examples on a table of its own, and stops at the first that does not do what the
// guide says.

let official = InputFile(
    name: "official.tsv",
    bytes: Array(
        """
        序号\t市政府领导\t责任目标内容\t完成时限\t完成情况\t是否按计划完成进度\t责任单位
        1\t甲某\t新建道路10条\t年底\t建成10条\t是\t市住建局
        2\t乙某\t新建公园2处\t2023年6月底\t在建\t否\t市园林局 市财政局

        """.utf8
    )
)

func expect(_ isTrue: Bool, _ example: String) throws {
    guard isTrue else { throw Disappointment(example: example) }
    print("as the guide says: \(example)")
}

struct Disappointment: Error { var example: String }

let table = try read(official.name, official.bytes)
try expect(table.count == 2, "read")
try expect(overdue(in: table) == ["2 2023-06-30 市园林局/市财政局"], "overdue")
try expect(counts(of: table) == ["甲某": 1, "乙某": 1], "counts")
let (workbook, text) = try workbookAndText(of: table)
try expect(read("back.xlsx", workbook) == table, "workbook")
try expect(read("back.csv", text) == table, "text")
let corrected = try correcting(table)
let again = try read("again.tsv", corrected)
try expect(changedTexts(from: table, to: again) == ["在建 → 已完成"], "correcting")
try expect(!slips(in: again).isEmpty, "slips")
let edited = InputFile(name: "edited.csv", bytes: try again.bytes(as: .csv))
try expect(applying(edited, to: official) == corrected, "applying")
