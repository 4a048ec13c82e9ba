import JSONText
import SourceText
import SpreadsheetML
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Every output names the units that the table was made from, whatever columns they stand in.
@Suite struct UnitsLawTests {
    static let seeds = UInt64(1)...60

    @Test("JSON and JSON Lines name them, and read what they wrote", arguments: seeds)
    func json(seed: UInt64) throws {
        let made = UnitTable(seed: seed)
        let (table, _) = try readTSV(made.text)
        let document = try writeJSON(table)
        let lines = try writeJSONLines(table)
        #expect(try names(inDocument: document) == made.units)
        #expect(
            try lines.split(separator: "\n").map { names(in: try parsed(String($0))) }
                == made.units
        )
        for (back, findings) in [try readJSON(document), try readJSONLines(lines)] {
            #expect(findings.map(\.code) == [])
            #expect(units(of: back) == made.units)
            #expect(Summary(of: back) == Summary(of: table))
        }
    }

    @Test("the summary counts them", arguments: seeds)
    func summary(seed: UInt64) throws {
        let made = UnitTable(seed: seed)
        let (table, _) = try readTSV(made.text)
        let summary = Summary(of: table)
        #expect(counts(summary) == counts(of: made))
        for leader in summary.leaders {
            for unit in leader.units {
                let own = leader.targets.filter { made.units[$0].contains(unit.name) }
                #expect(unit.counts.total == own.count)
            }
        }
    }

    @Test("every format gives back the same units", arguments: seeds)
    func formats(seed: UInt64) throws {
        let made = UnitTable(seed: seed)
        let (table, _) = try readTSV(made.text)
        let official = try readTSV(try writeTSV(table))
        let labels = try readCSV(try writeCSV(table))
        let keys = try readCSV(try writeCSV(table, options: .csv(.keys)))
        for back in [official.table, labels.table, keys.table] {
            #expect(units(of: back) == made.units)
            #expect(counts(Summary(of: back)) == counts(of: made))
        }
    }

    @Test("the workbook's cells and counts name them", arguments: UInt64(5)...12)
    func workbook(seed: UInt64) throws {
        let made = UnitTable(seed: seed)
        let (table, _) = try readTSV(made.text)
        let written = try WrittenTable(table)
        let (back, findings) = try written.read()
        #expect(findings.all.map(\.code) == [])
        #expect(units(of: back) == made.units)
        let sheets = try written.sheetNames().indices.map { try written.texts(ofSheet: $0) }
        let hidden = sheets.compactMap { rows -> [[String]]? in
            guard let header = rows.firstIndex(where: { $0.contains("yilan:units") }),
                let column = rows[header].firstIndex(of: "yilan:units")
            else { return nil }
            return rows[(header + 1)...].prefix(made.units.count).map { row in
                // A column that names none leaves a name out between two separators.
                column < row.count ? row[column].split(separator: "|").map(String.init) : []
            }
        }
        #expect(hidden == [made.units])
        let shown = Set(sheets.joined().joined())
        for name in Set(made.units.joined()) { #expect(shown.contains(name)) }
    }

    private func parsed(_ text: String) throws -> JSONValue {
        try #require(try JSONDocument(parsing: Array(text.utf8)).root)
    }

    private func names(inDocument text: String) throws -> [[String]] {
        let targets = try #require(parsed(text)["targets"])
        return targets.elements.map { names(in: $0) }
    }

    private func names(in target: JSONValue) -> [String] {
        target["units"]?["names"]?.elements.compactMap(\.string) ?? []
    }

    private func units(of table: TargetTable) -> [[String]] {
        var derived = DerivedValues(table)
        return (0..<table.count).map { derived.units(of: $0) }
    }

    private func counts(_ summary: Summary) -> [String: Int] {
        Dictionary(summary.units.map { ($0.name, $0.counts.total) }) { one, _ in one }
    }

    private func counts(of made: UnitTable) -> [String: Int] {
        made.units.joined().reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
}
