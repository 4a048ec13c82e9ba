import JSONText
import SourceText
import TargetModel
import TestSupport
import Testing

@testable import TargetFormats

/// Originals that are read and forgotten as they are parsed come to what they are read one by one.
@Suite struct OriginalRowsTests {
    private static let columns = [Column(.serial, label: "序号"), Column(.objective, label: "责任目标")]

    @Test(arguments: 0..<60 as Range<UInt64>)
    func forgottenRowsComeToTheWhole(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let (count, pieceSize) = (random.number(in: 1...60), random.number(in: 1...1_500))
        // Rows that can't be read so stand in any part, or in none; so do some that are wrong.
        let odd = random.oneIn(2) ? random.below(count) : -1
        let wide = seed % 8 == 7
        let rows = (0..<count).map { number in
            if number == odd { return random.pick(Self.oddRows) }
            return "[\"\(number + 1)\", \"\(random.pick(Self.texts))\"\(wide ? ", \"丙\"" : "")]"
        }
        let digests = rows.map { _ in "\"0123abcd--------\"" }
        let text = """
            {"encoding": "utf-8", "runs": [
              {"text": "序号\\t责任目标", "end": "\\n", "blocks": [{"cell": 0, "columns": [0, 1]}]},
              {"targets": [0], "count": \(count), "cells": 2, "end": "\\n"}],
            "originals": [
            \(rows.joined(separator: random.pick([",\n", " ,\r\n  "])))
            ],
            "digests": [
            \(digests.joined(separator: ",\n"))
            ]}
            """
        let source = SourceText(name: "layout.json", text)
        let root = try #require(JSONDocument(parsing: source.bytes).root)
        var findings = JSONFindings(in: source)
        let whole = LayoutCoding.decode(root, columns: Self.columns, reporting: &findings)

        let parsing = try JSONDocument.parsing(source.bytes, pieceSize: pieceSize) {
            DocumentPart($0, $1, of: source)
        }
        let read = parsing.read.map { $0?.originals }
        #expect(read.contains { $0 != nil } || pieceSize > 100 || count < 5)
        var again = JSONFindings(in: source)
        let parts = LayoutCoding.decode(
            try #require(parsing.document.root),
            columns: Self.columns,
            read: read,
            reporting: &again
        )
        #expect(again.bag.all == findings.bag.all)
        #expect(parts?.originals == whole?.originals && parts?.count == whole?.count)
        #expect((whole == nil) == findings.hasErrors)
        #expect(whole != nil || odd >= 0 || wide)
    }

    private static let texts = ["修路", "", "已完成 85%", " 前后有空格 "]
    private static let oddRows = [
        #"["1", "第一行\n第二行"]"#, #"["1", null]"#, #"["1"]"#, "[]", #"["1", "甲", "乙"]"#, #"["1", 2]"#,
        "1", #"{"1": "甲"}"#, #""甲""#,
    ]

    /// Rows of an array that is another one are forgotten, too, and read again where they are asked for.
    @Test func rowsElsewhereAreReadAgain() throws {
        let rows = (1...40).map { "[\"\($0)\", \"甲\"]" }.joined(separator: ",\n")
        let text = "{\"targets\": [\n\(rows)\n]}"
        let source = SourceText(name: "layout.json", text)
        let parsing = try JSONDocument.parsing(source.bytes, pieceSize: 100) {
            DocumentPart($0, $1, of: source)
        }
        #expect(parsing.read.contains { $0?.originals != nil })
        let list = try #require(parsing.document.root?["targets"])
        #expect(
            list.elements.map { $0.elements.first { _ in true }?.string }
                == (1...40).map(String.init)
        )
    }
}
