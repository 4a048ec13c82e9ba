import Foundation
import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// What every format has to keep, whoever adds it: the suite runs over `TargetFormat.all`.
@Suite struct FormatContractTests {
    static let names = TargetFormat.all.map(\.name)
    static let writable = TargetFormat.writable.map(\.name)

    /// Texts that some format or program could take for something else.
    static let awkward = [
        "|", #"\"#, #"\|"#, "<br>", "&amp;", "a,b;c", "\"", "\"甲\"", "'", "=1+1", "-5%", "+", "@",
        "_x000D_", "#", "# 题", "---", "*重*", "[1](2)", "~", "`", "{}", "null", "1e3", "0012",
        "甲\u{3000}乙", "e\u{301}", "👨‍👩‍👧", "\u{20BB7}", "\u{200B}甲", "a\u{A0}b",
    ]

    private func format(_ name: String) throws -> TargetFormat {
        try #require(TargetFormat.named(name))
    }

    private func write(_ table: TargetTable, as format: TargetFormat) throws -> [UInt8] {
        switch format.writer {
        case .stream(let writer):
            var buffer = OutputBuffer()
            try writer.write(table, options: WritingOptions(), to: &buffer)
            return buffer.bytes
        case .file: return try WrittenTable(table).bytes
        case nil: return []
        }
    }

    private func read(_ bytes: [UInt8], as format: TargetFormat) throws -> (
        table: TargetTable, findings: [Diagnostic]
    ) {
        var findings = DiagnosticBag()
        let table = try format.reader.read(
            InputFile(name: "again." + format.usualExtension, bytes: bytes),
            options: .keepingLayout,
            reporting: &findings
        )
        return (table, findings.all)
    }

    /// The texts of each target by the keys of the columns: a format may have its own order of
    /// columns, and leave out one that says nothing.
    private func texts(_ table: TargetTable) -> [[String: String]] {
        (0..<table.count).map { target in
            let cells = table.columns.enumerated().map {
                ($1.key, table.string(target, column: $0))
            }
            return Dictionary(cells) { one, _ in one }.filter { !$0.value.isEmpty }
        }
    }

    // MARK: The registry

    @Test func everyFolderOfAFormatIsRegistered() throws {
        let sources = Repository.root.appending(path: "Sources/TargetFormats")
        let files = try #require(FileManager.default.enumerator(atPath: sources.path))
        var declared: Set<String> = []
        var folders: Set<String> = []
        for case let path as String in files where path.hasSuffix("Format.swift") {
            guard let folder = path.split(separator: "/").first, path.contains("/") else {
                continue
            }
            folders.insert(String(folder))
            let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
            for match in text.matches(of: /name: "([a-z]+)"/) { declared.insert(String(match.1)) }
        }
        #expect(declared == Set(Self.names))
        let all = try FileManager.default.contentsOfDirectory(
            at: sources,
            includingPropertiesForKeys: [.isDirectoryKey]
        )
        let present = try all.filter {
            try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true
        }
        #expect(Set(present.map(\.lastPathComponent)) == folders)
    }

    @Test func namesAndExtensionsAreOfOneFormatOnly() {
        let extensions = TargetFormat.all.flatMap(\.fileExtensions)
        #expect(Set(extensions).count == extensions.count)
        #expect(Set(Self.names).count == Self.names.count)
        for format in TargetFormat.all {
            #expect(!format.has(.text) || !format.has(.workbook), "\(format.name)")
            #expect(TargetFormat.ofFile(named: "a." + format.usualExtension)?.name == format.name)
        }
    }

    /// A format that is only read has no trait of those that are written, and a file that shows how
    /// its files look: what that says, `DocumentFixtureTests` and its reader's tests compare.
    @Test func formatsThatAreOnlyReadAreToldByTheirContent() throws {
        let onlyRead = TargetFormat.all.filter { $0.writer == nil }
        #expect(!onlyRead.isEmpty)
        for format in onlyRead {
            #expect(!format.has(.official) && !format.has(.keepsLayout) && !format.has(.packaged))
            let seeds = Repository.root.appending(path: "Tests/Fuzz/Seeds/\(format.name)")
            let files = try FileManager.default.contentsOfDirectory(atPath: seeds.path)
            #expect(!files.isEmpty, "\(format.name)")
            for file in files {
                let bytes = [UInt8](try Data(contentsOf: seeds.appending(path: file)))
                let unnamed = InputFile(name: "-", bytes: bytes)
                #expect(TargetFormat.tsv.resolved(for: unnamed).name == format.name, "\(file)")
                let (table, findings) = try read(bytes, as: format)
                #expect(table.count > 0 && table.layout == nil)
                #expect(try read(bytes, as: format).table == table)
                #expect(!findings.contains { $0.severity == .error })
            }
        }
    }

    // MARK: Reading and writing

    @Test(arguments: writable, UInt64(1)...8)
    func equalTablesGiveEqualBytesThatReadAsTheTable(name: String, seed: UInt64) throws {
        let format = try format(name)
        let table = try readTSV(UnitTable(seed: seed).text).table
        let bytes = try write(table, as: format)
        #expect(try write(table, as: format) == bytes)
        let (again, findings) = try read(bytes, as: format)
        #expect(findings.isEmpty)
        #expect(texts(again) == texts(table))
        #expect(Summary(of: again) == Summary(of: table))
        if format.has(.keepsLayout) {
            #expect(try writeTSV(again) == writeTSV(table))
        } else {
            #expect(again.layout == nil)
        }
    }

    @Test(arguments: writable)
    func awkwardTextsComeBack(name: String) throws {
        let format = try format(name)
        var lines = ["序号\t领导\t责任目标\t完成情况"]
        for (index, text) in Self.awkward.enumerated() {
            let quoted =
                text.hasPrefix("\"")
                ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
            lines.append("\(index + 1)\t甲\t甲\(text)乙\t\(quoted)")
        }
        let table = try readTSV(lines.joined(separator: "\n") + "\n").table
        let (again, findings) = try read(try write(table, as: format), as: format)
        #expect(texts(again) == texts(table))
        #expect(!findings.contains { $0.severity == .error })
    }

    /// Every format can hold a table without targets; every reader says that there are none, and
    /// makes none up.
    @Test(arguments: writable)
    func aTableWithoutTargetsIsStillOne(name: String) throws {
        let format = try format(name)
        let full = try readTSV("序号\t责任目标\n1\t甲\n").table
        let table = TargetTable(
            documents: full.documents,
            columns: full.columns,
            text: full.text,
            cells: [],
            origins: []
        )
        let bytes = try write(table, as: format)
        #expect(try write(table, as: format) == bytes)
        var findings: [Diagnostic] = []
        do {
            let again = try read(bytes, as: format)
            #expect(again.table.count == 0)
            #expect(Summary(of: again.table) == Summary())
            findings = again.findings
        } catch let error as FormatError {
            findings = error.diagnostic.map { [$0] } ?? []
        }
        #expect(findings.contains { $0.code == .emptyTable }, "\(findings)")
    }

    @Test(arguments: names)
    func nothingIsReadFromNothing(name: String) throws {
        let format = try format(name)
        for bytes in [[], Array("\n".utf8), [0xFF, 0x00, 0x01]] {
            var findings = DiagnosticBag()
            let table = try? format.reader.read(
                InputFile(name: "input", bytes: bytes),
                options: ReadingOptions(),
                reporting: &findings
            )
            #expect((table?.count ?? 0) == 0)
        }
    }

    /// Every finding of a file says in which file it is, and where in it: the line and column of a
    /// text, the cell of a workbook.
    @Test(arguments: writable)
    func everyFindingHasItsPlace(name: String) throws {
        let format = try format(name)
        let table = TargetTable.make(
            columns: ["序号", "责任目标", "完成情况"],
            rows: [["1", "甲", "完成"], ["2", "乙", "完成"], ["1", "丙", "完成"], ["2", "丁", ""]]
        )
        let (_, findings) = try read(try write(table, as: format), as: format)
        let repeated = findings.filter { $0.code == .duplicateSerial }
        #expect(repeated.map(\.serial) == ["1", "2"])
        for finding in findings {
            #expect(finding.file == "again." + format.usualExtension, "\(finding)")
            if format.has(.workbook) {
                #expect(finding.sheet != nil && finding.cell != nil, "\(finding)")
            } else {
                #expect(finding.line != nil && finding.column != nil, "\(finding)")
            }
        }
    }
}
