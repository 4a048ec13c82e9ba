import Foundation
import TestSupport
import Testing
import Yilan

/// The examples of the guide for programs: they are compiled as they stand there, and do what it
/// says.
@Suite struct GuideTests {
    private static let official = InputFile(
        name: "official.tsv",
        bytes: Array(
            """
            云川市2023年度责任目标完成情况一览表

            序号\t市政府领导\t责任目标内容\t完成时限\t完成情况\t是否按计划完成进度\t责任单位
            1\t甲某\t新建道路10条\t年底\t建成10条\t是\t市住建局
            2\t乙某\t新建公园2处\t6月底\t在建\t否\t市园林局 市财政局

            """.utf8
        )
    )

    @Test func everyExampleIsCompiled() throws {
        let guide = try Repository.text("Sources/Yilan/Documentation.docc/Guides/Library.md")
        let compiled = try Repository.text("Tests/LibraryTests/GuideExamples.swift")
        let examples = guide.matches(of: /```swift\n((?s).*?)```/).map { String($0.1) }
        #expect(examples.count > 4)
        for example in examples {
            #expect(compiled.contains(example), "not compiled: \(example)")
        }
        #expect(!compiled.contains(/(?m)^import (?!Yilan$)/))
    }

    @Test func targetsAreReadAndEdited() throws {
        let table = try read(Self.official.name, Self.official.bytes)
        #expect(overdue(in: table) == ["2 2023-06-30 市园林局/市财政局"])
        #expect(table.targets.map { $0["责任目标内容"] } == ["新建道路10条", "新建公园2处"])
        #expect(table.targets.map(\.origin.line) == [4, 5])
        #expect(counts(of: table) == ["甲某": 1, "乙某": 1])
        let corrected = String(decoding: try correcting(table), as: UTF8.self)
        let text = String(decoding: Self.official.bytes, as: UTF8.self)
        #expect(corrected == text.replacing("在建", with: "已完成"))
        let again = try read("again.tsv", Array(corrected.utf8))
        #expect(changedTexts(from: table, to: again) == ["在建 → 已完成"])
        #expect(!slips(in: again).isEmpty)
    }

    @Test func bytesOfEveryFormatAreMadeInMemory() throws {
        let table = try read(Self.official.name, Self.official.bytes)
        for format in TargetFormat.writable {
            let bytes = try table.bytes(as: format)
            // The name tells nothing, so the content does.
            #expect(try read("input", bytes).count == 2, "\(format.name)")
        }
        let (xlsx, csv) = try workbookAndText(of: table)
        #expect(xlsx.starts(with: Array("PK".utf8)) && !csv.isEmpty)
    }

    @Test func correctionsComeBack() throws {
        let table = try read(Self.official.name, Self.official.bytes)
        let csv = String(decoding: try table.bytes(as: .csv), as: UTF8.self)
        let edited = InputFile(
            name: "edited.csv",
            bytes: Array(csv.replacing("在建", with: "建成1处").utf8)
        )
        let text = String(decoding: Self.official.bytes, as: UTF8.self)
        #expect(
            try applying(edited, to: Self.official)
                == Array(text.replacing("在建", with: "建成1处").utf8)
        )
    }

    @Test func whatNobodyKnowsIsRefused() {
        #expect(throws: FormatError.self) { try read("note", Array("只是一段话".utf8)) }
    }
}
