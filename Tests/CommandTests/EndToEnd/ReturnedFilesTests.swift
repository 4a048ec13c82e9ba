import Foundation
import TestSupport
import Testing

/// Files that came back from offices and systems, and what `apply` makes of each.
///
/// They correct the sample, unless the test says otherwise. `Tests/Fixtures/Returned` holds them;
/// workbooks were edited in LibreOffice.
@Suite struct ReturnedFilesTests {
    func apply(
        _ files: [String],
        to official: String? = nil,
        _ options: [String] = []
    ) throws -> (run: ProgramRun, result: String?, official: String) {
        let folder = try WorkFolder()
        let returned = Repository.root.appending(path: "Tests/Fixtures/Returned")
        for name in files + (official.map { [$0] } ?? []) {
            try FileManager.default.copyItem(
                at: returned.appending(path: name),
                to: folder.url.appending(path: name)
            )
        }
        let name = official ?? "official.tsv"
        if official == nil { try folder.write(SampleTable.bytes(), to: name) }
        let run = try YilanProgram.run(
            ["apply"] + files + ["--to", name, "-o", "out.tsv"] + options,
            in: folder
        )
        return (run, try? folder.text(of: "out.tsv"), try folder.text(of: name))
    }

    /// Saved as ANSI: 䶮, •, ² and 😀 became question marks; 143 was corrected.
    @Test func whatAnEncodingCannotHoldStays() throws {
        let (run, result, official) = try apply(["130-ansi.csv"], to: "130-off.tsv")
        #expect(run.status == 0)
        #expect(run.codes == ["lost-characters", "unknown-base"])
        let lines = official.split(separator: "\n", omittingEmptySubsequences: false)
        let changed = try #require(result).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == changed.count)
        let different = zip(lines, changed).filter { $0 != $1 }
        #expect(different.count == 1)
        #expect(different.first?.1.hasPrefix("143\t") == true)
    }

    /// 142 否, and 142 是, which the table says.
    @Test(arguments: [["60d1.json", "60d2.json"], ["60d2.json", "60d1.json"]])
    func listsThatDisagreeAreAConflict(files: [String]) throws {
        let (run, result, _) = try apply(files)
        #expect(run.status == 1)
        #expect(run.codes == ["correction-conflict"])
        #expect(result == nil)
    }

    @Test func aNullCharacterIsRefused() throws {
        let (run, result, _) = try apply(["56-nul.csv"])
        #expect(run.status == 65)
        #expect(run.codes == ["control-character"])
        #expect(result == nil)
    }

    /// Bytes that are no text, and a record separator before each line.
    @Test(arguments: [
        ("undecodable.csv", [UInt8](arrayLiteral: 0xFF, 0xFE, 0x41)),
        ("a.jsonl", [0x1E, 0x7B, 0x7D, 0x0A]),
    ])
    func whatCannotBeReadIsToldWhy(name: String, bytes: [UInt8]) throws {
        let folder = try WorkFolder()
        try folder.write(SampleTable.bytes(), to: "official.tsv")
        try folder.write(bytes, to: name)
        let run = try YilanProgram.run(
            ["apply", name, "--to", "official.tsv", "-o", "out.tsv"],
            in: folder
        )
        #expect(run.status == 65)
        #expect(!run.codes.isEmpty)
        #expect(run.errorText.contains(name))
        #expect(!folder.contents.contains("out.tsv"))
    }

    @Test func tabsAtTheEdgesAreDropped() throws {
        let (run, result, official) = try apply(["55t.csv"])
        #expect(run.status == 0)
        let old = "坚持一户一案,精准施策,按需改造,完成居家适老化改造5816户,全面提升老年人居家生活品质"
        #expect(official.contains(old))
        #expect(result == official.replacing(old, with: "甲"))
    }

    /// Neither is a table: one is no text, the other has a record separator before each line.
    @Test(arguments: ["undecodable.csv", "115f-rs.jsonl"])
    func whatCannotBeReadSaysWhy(name: String) throws {
        let (run, result, _) = try apply([name])
        #expect(run.status == 65)
        #expect(run.errorText.contains(name + ":1:"))
        #expect(!run.codes.isEmpty && !run.codes.contains("internal-error"))
        #expect(result == nil)
    }

    /// 145 was overtyped with 245.
    @Test func aChangedSerialIsTold() throws {
        let (run, result, _) = try apply(["t17_serialtyped.xlsx"])
        #expect(run.codes.contains("changed-serial"))
        #expect(run.errorText.contains("245"))
        #expect(run.status == 0)
        #expect(result?.contains("\n245\t") == true)
        let strict = try apply(["t17_serialtyped.xlsx"], ["--strict"])
        #expect(strict.run.status == 1)
        #expect(strict.run.codes.last == "strict-refusal")
        #expect(strict.result == nil)
        let only = try apply(["t17_serialtyped.xlsx"], ["--strict", "--only", "progress"])
        #expect(only.run.status == 0)
        #expect(only.run.codes == ["other-columns"])
        #expect(only.result?.contains("\n145\t") == true)
    }

    /// A cell was deleted, and the 48 below moved up.
    @Test func shiftedCellsAreRefused() throws {
        let (run, result, _) = try apply(["u05_del_cells_shift.xlsx"])
        #expect(run.status == 65)
        #expect(Set(run.codes) == ["shifted-cells", "many-changes", "emptied-cell"])
        #expect(run.errorText.contains("48"))
        #expect(result == nil)
    }

    /// Made before the official table was corrected, and sent without the table it was made from.
    @Test func aStaleListIsToldApartWithItsBase() throws {
        let folder = try WorkFolder()
        let old = String(decoding: try SampleTable.bytes(), as: UTF8.self)
        try folder.write(old, to: "old.tsv")
        try folder.write(old.replacing("已全部建成并运营72处", with: "已全部建成并运营75处"), to: "new.tsv")
        _ = try YilanProgram.run(["old.tsv", "-o", "stale.csv"], in: folder)
        let command = ["apply", "stale.csv", "--to", "new.tsv"]
        let without = try YilanProgram.run(command, in: folder)
        #expect(without.status == 0)
        #expect(without.codes == ["unknown-base"])
        let with = try YilanProgram.run(command + ["--base", "old.tsv"], in: folder)
        #expect(with.status == 0)
        #expect(with.codes == ["no-corrections"])
        #expect(with.output.isEmpty)
    }
}
