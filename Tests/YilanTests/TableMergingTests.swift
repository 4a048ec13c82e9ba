import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

@Suite struct TableMergingTests {
    private func table(
        _ columns: [String],
        _ rows: [[String]],
        issuer: String? = "示例市人民政府",
        year: Int? = 2024,
        file: String = "made.tsv"
    ) -> TargetTable {
        var table = TargetTable.make(columns: columns, rows: rows, file: file)
        table.documents[0].issuer = issuer
        table.documents[0].year = year
        return table
    }

    private func merge(_ tables: [TargetTable]) -> (table: TargetTable?, findings: DiagnosticBag) {
        var findings = DiagnosticBag()
        let parts = zip(["a.tsv", "dir/b.tsv", "c.tsv"], tables).map {
            NamedTable(name: $0, table: $1)
        }
        let table = TableMerging(parts).table(reporting: &findings)
        return (table, findings)
    }

    @Test func columnsAreUnitedByFieldAndLabel() throws {
        let first = table(["序号", "责任目标内容", "责任单位"], [["1", "甲", "局"]])
        let second = table(["编号", "备注", "目标任务", "类 别"], [["2", "注", "乙", "丙"]])
        let third = table(["序号", "备 注", "完成时限"], [["3", "又", "年底"]])
        let (merged, findings) = merge([first, second, third])
        let table = try #require(merged)
        #expect(findings.all.isEmpty)
        #expect(table.columns.map(\.label) == ["序号", "备注", "完成时限", "责任目标内容", "类 别", "责任单位"])
        #expect(
            table.rows == [
                ["1", "", "", "甲", "", "局"], ["2", "注", "", "乙", "丙", ""],
                ["3", "又", "年底", "", "", ""],
            ]
        )
    }

    @Test func everyTargetKeepsItsDocumentAndPlace() throws {
        var first = table(["序号"], [["1"], ["2"]], year: 2023, file: "a.tsv")
        first.documents.append(Document(title: "又一份", issuer: "乙", year: 2020, file: "z.tsv"))
        first.origins[1].document = 1
        let second = table(["序号"], [["1"]], year: 2024, file: "b.tsv")
        let table = try #require(merge([first, second]).table)
        #expect((0..<3).map { table.document(of: $0).year } == [2023, 2020, 2024])
        #expect((0..<3).map { table.document(of: $0).file } == ["a.tsv", "z.tsv", "b.tsv"])
        #expect(table.origins.map(\.line) == [2, 3, 2])
        #expect(table.document.year == 2023)
    }

    @Test func aSerialOfOneListInTwoFilesIsToldWithBothPlaces() throws {
        let first = table(["序号", "责任目标内容"], [["7", "a"], ["008", "b"]])
        let second = table(["序号", "责任目标内容"], [["6", "c"], ["8", "d"], ["7", "e"]])
        let (merged, findings) = merge([first, second])
        #expect(merged?.count == 5, "every row is kept")
        #expect(findings.all.map(\.code) == [.duplicateSerial, .duplicateSerial])
        #expect(findings.all.map(\.severity) == [.warning, .warning])
        #expect(findings.all.map(\.file) == ["dir/b.tsv", "dir/b.tsv"])
        #expect(findings.all.map(\.line) == [3, 4])
        #expect(findings.all.map(\.serial) == ["8", "7"])
        #expect(findings.all.allSatisfy { $0.field == "serial" })
        #expect(findings.all[0].message.english.contains("line 3 of a.tsv"))
    }

    @Test(
        arguments: [
            (nil, 2024, nil, 2024, true), (nil, nil, nil, nil, true),
            ("甲", 2024, "甲", 2023, false), ("甲", 2024, "乙", 2024, false),
            ("甲", 2024, nil, 2024, false),
        ] as [(String?, Int?, String?, Int?, Bool)]
    )
    func onlyOneListHasEachSerialOnce(
        issuer: String?,
        year: Int?,
        otherIssuer: String?,
        otherYear: Int?,
        isSame: Bool
    ) {
        let first = table(["序号"], [["1"], ["2"]], issuer: issuer, year: year)
        let second = table(["序号"], [["2"], ["1"]], issuer: otherIssuer, year: otherYear)
        let findings = merge([first, second]).findings
        #expect(!findings.hasErrors, "every row is kept")
        // Of other lists, one warning for the file will do.
        #expect(
            findings.all.map(\.code.rawValue)
                == (isSame ? ["duplicate-serial", "duplicate-serial"] : ["shared-serial"])
        )
    }

    @Test func sectionsHaveTheirOwnSerials() {
        let labels = ["section", "序号"]
        let first = table(labels, [["一、民生", "1"], ["一、民生", "2"]])
        let second = table(labels, [["二、交通", "1"], ["一、民生", "2"]])
        #expect(first.sectionColumn == 0)
        let findings = merge([first, second]).findings.all
        #expect(findings.map(\.code) == [.duplicateSerial])
        #expect(findings.map(\.serial) == ["2"])
    }

    @Test func blankSerialsAndThoseWithinAFileAreNotItsBusiness() {
        let first = table(["序号"], [[""], ["1"], ["1"]])
        let second = table(["序号"], [[""], ["2"]])
        #expect(merge([first, second]).findings.all.isEmpty)
    }

    /// Which serials are told of, by the plain rule: each is looked for in all parts before.
    @Test(arguments: 0..<200)
    func serialsAreFoundHoweverTheyStand(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let tables = (0..<3).map { _ in
            // Rising or in any order, blank, and no numbers.
            var serials = (0..<Int.random(in: 0...6, using: &random)).map { _ in
                ["", "1", "2", "3", "4", "05", "6-1"].randomElement(using: &random)!
            }
            if Bool.random(using: &random) { serials = Set(serials).sorted() }
            return table(
                ["section", "序号"],
                serials.map { [["一、民生", "二、交通"].randomElement(using: &random)!, $0] },
                issuer: ["甲市", "乙市"].randomElement(using: &random)!,
                year: Int.random(in: 2023...2024, using: &random)
            )
        }
        var told: [String] = []
        for (part, table) in tables.enumerated() {
            var shared: [String] = []
            for (target, row) in table.rows.enumerated() where !row[1].isEmpty {
                func isList(of other: TargetTable) -> Bool {
                    other.document.issuer == table.document.issuer
                        && other.document.year == table.document.year
                }
                func hasSerial(_ other: [String]) -> Bool { Serial.areSame(other[1], row[1]) }
                let before = tables[..<part]
                let isRepeated = before.contains {
                    isList(of: $0) && $0.rows.contains { $0[0] == row[0] && hasSerial($0) }
                }
                if isRepeated { told.append("\(part) \(row[1])") }
                // Who has it first says which list the others share it with.
                let isFirstHere = !table.rows[..<target].contains {
                    $0[0] == row[0] && hasSerial($0)
                }
                let first = before.first { $0.rows.contains(where: hasSerial) }
                if !isRepeated, isFirstHere, let first, !isList(of: first) { shared.append(row[1]) }
            }
            if let first = shared.first { told.append("\(part) \(first) and \(shared.count - 1)") }
        }
        let found = merge(tables).findings.all.map { finding in
            let part = finding.file == "a.tsv" ? 0 : finding.file == "c.tsv" ? 2 : 1
            let words = finding.message.english.split { !"0123456789-".contains($0) }
            guard finding.code == .sharedSerial else { return "\(part) \(finding.serial ?? "")" }
            let isOne = finding.message.english.hasPrefix("serial ")
            return isOne
                ? "\(part) \(words[0]) and 0" : "\(part) \(words[1]) and \(Int(words[0])! - 1)"
        }
        #expect(found == told)
    }

    @Test func originalsAreKeptWhereEveryPartHasThem() throws {
        var first = table(["序号", "备注"], [["1", "new"]])
        var second = table(["序号", "类别"], [["2", "x"]])
        first.baseline = Baseline(cells: [.text("1"), .text("old")])
        #expect(merge([first, second]).table?.baseline == nil)
        second.baseline = Baseline(cells: [.text("2"), .unknown])
        let merged = try #require(merge([first, second]).table)
        #expect(merged.columns.map(\.label) == ["序号", "类别", "备注"])
        #expect(
            merged.baseline?.cells
                == [.text("1"), .unknown, .text("old"), .text("2"), .unknown, .unknown]
        )
    }

    @Test func aSingleTableStaysAsItIs() throws {
        var sample = try SampleTable.table()
        sample.layout = Layout(encoding: .utf8, runs: [])
        let table = try #require(merge([sample]).table)
        #expect(table == sample)
        #expect(table.layout == sample.layout)
        #expect(merge([]).table == nil)
    }

    /// Merging the halves of a table gives the table, whatever the texts are.
    @Test func mergingUndoesSelecting() throws {
        let sample = try SampleTable.table()
        for cut in [0, 1, 17, 59, 60] {
            let halves = [
                sample.selecting(Array(0..<cut)), sample.selecting(Array(cut..<sample.count)),
            ]
            let (table, findings) = merge(halves)
            #expect(findings.all.isEmpty)
            #expect(table == sample)
            #expect(table?.origins.map(\.line) == sample.origins.map(\.line))
        }
    }
}
