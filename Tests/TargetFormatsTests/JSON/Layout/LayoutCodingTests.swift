import JSONText
import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Layouts as JSON: there and back, and what becomes of those that were tampered with.
@Suite struct LayoutCodingTests {
    @Test(arguments: awkwardTables, ["\n", "\r\n", "\r"])
    func comesBackAsItWas(_ table: (name: String, text: String), lineEnd: String) throws {
        let (read, _) = try readTSV(table.text.unsigned(lineEnd: lineEnd))
        let layout = try #require(read.layout)
        let (stored, codes) = try decodeLayout(try encodeLayout(layout, of: read), read.columns)
        #expect(codes.isEmpty)
        #expect(stored?.layout == layout)
        #expect(stored?.count == read.count)
        #expect(stored?.match(read) == (0..<read.count).map { $0 })
    }

    @Test(arguments: [
        TextEncoding(.utf8), TextEncoding(.utf8, byteOrderMark: true), TextEncoding(.gb18030),
        TextEncoding(.gb18030, byteOrderMark: true), TextEncoding(.utf16LittleEndian),
        TextEncoding(.utf16BigEndian, byteOrderMark: true),
    ])
    func keepsTheEncoding(_ encoding: TextEncoding) throws {
        var (read, _) = try readTSV("序号\t责任目标\n1\t甲\n")
        read.layout?.encoding = encoding
        let text = try encodeLayout(try #require(read.layout), of: read)
        #expect(try decodeLayout(text, read.columns).stored?.layout.encoding == encoding)
    }

    @Test func rowsHoldNoTextAndOriginalsHoldAllOfIt() throws {
        let (read, _) = try readTSV(try SampleTable.bytes())
        let layout = try #require(read.layout)
        let digests = try encodeLayout(layout, of: read, keeping: .digests)
        // The source has 22 KB; seven digests a target are most of this.
        #expect(digests.utf8.count < 9_000)
        for target in 0..<read.count {
            #expect(!digests.contains(read.string(target, .objective)))
            #expect(!digests.contains(read.string(target, .progress)))
        }
        let texts = try #require(
            try decodeLayout(try encodeLayout(layout, of: read), read.columns).stored
        )
        #expect(texts.originals.cells == read.rows.joined().map { .text($0) })
    }

    @Test func serialsAndDigestsAreEnoughToPutTargetsBack() throws {
        let (read, _) = try readTSV("责任目标\t序号\t责任单位\n甲\t1\t甲局\n乙\t2\t乙局\n")
        let text = try encodeLayout(try #require(read.layout), of: read, keeping: .digests)
        let stored = try #require(try decodeLayout(text, read.columns).stored)
        let digest = { (text: String) in Baseline.Original(digestOf: text.utf8) }
        #expect(
            stored.originals.cells == [
                digest("甲"), .text("1"), digest("甲局"), digest("乙"), .text("2"), digest("乙局"),
            ]
        )
        #expect(stored.match(read.taking([1, 0])) == [1, 0])
    }

    /// Searching and replacing in the whole file reaches the originals, too.
    @Test func anOriginalThatWasReplacedIsNotTakenForOne() throws {
        let (read, _) = try readTSV("序号\t责任目标\n1\t甲\n2\t乙\n")
        let text = try encodeLayout(try #require(read.layout), of: read)
        let replaced = text.replacing("\"乙\"", with: "\"丙\"")
        let stored = try #require(try decodeLayout(replaced, read.columns).stored)
        let original = Baseline.Original(digestOf: "乙".utf8)
        #expect(stored.originals.cells == [.text("1"), .text("甲"), .text("2"), original])
    }

    /// However texts and digests stand in the file, each cell says what both together do.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func originalsAreWhatTextsAndDigestsSay(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let columns = [Column(.serial, label: "序号"), Column(.objective, label: "责任目标")]
        let count = random.number(in: 1...6)
        var expected: [Baseline.Original] = []
        var rows: [String] = []
        var digests: [String] = []
        for target in 0..<count {
            var row: [String] = []
            var digits = ""
            for _ in columns {
                let text = random.pick(["\(target)", "甲", "a\"乙", ""])
                let escaped = random.pick(
                    ["甲": ["甲", "\\u7532"], "a\"乙": ["a\\\"乙"]][text] ?? [text]
                )
                let isKnown = !random.oneIn(4)
                row.append(isKnown ? "\"\(escaped)\"" : "null")
                let other = random.oneIn(3) ? "丙" : text
                guard case .digest(let digest) = Baseline.Original(digestOf: other.utf8) else {
                    return
                }
                let hasDigest = !random.oneIn(4)
                digits +=
                    hasDigest
                    ? (String(repeating: "0", count: 8) + String(digest, radix: 16)).suffix(8)
                    : "--------"
                let isText = isKnown && (!hasDigest || other == text)
                expected.append(isText ? .text(text) : hasDigest ? .digest(digest) : .unknown)
            }
            while random.oneIn(2), row.last == "null" { row.removeLast() }
            rows.append("[\(row.joined(separator: ", "))]")
            digests.append(
                "\"\(random.oneIn(5) ? "\\u00\(String(digits.utf8.first ?? 0, radix: 16))" + digits.dropFirst() : digits)\""
            )
        }
        let text = """
            {"encoding": "utf-8", "runs": [
              {"text": "序号\\t责任目标", "end": "\\n", "blocks": [{"cell": 0, "columns": [0, 1]}]},
              {"targets": [0], "count": \(count), "cells": 2, "end": "\\n"}],
             "originals": [\(rows.joined(separator: ", "))],
             "digests": [\(digests.joined(separator: ", "))]}
            """
        let (stored, codes) = try decodeLayout(text, columns)
        #expect(codes.isEmpty)
        let originals = try #require(stored?.originals)
        #expect(originals.cells == expected)
        #expect(originals.lookedUp == originals && originals == Baseline(cells: expected))
        for (index, original) in expected.enumerated() {
            #expect(originals.original(index) == original)
            for text in ["\(index / 2)", "甲", "a\"乙", "丙", ""] {
                let isText = original == .text(text)
                #expect(originals.isText(index, text.utf8.span) == isText)
                #expect(originals.lookedUp.isText(index, text.utf8.span) == isText)
            }
        }
        let some = (0..<4).map { _ in random.oneIn(3) ? nil : random.below(count) }
        #expect(
            originals.selecting(some, columns: 2)
                == originals.lookedUp.selecting(some, columns: 2)
        )
    }

    @Test func aDigestBecomesTheTextWhereThatIsStillThere() throws {
        var (read, _) = try readTSV("序号\t责任目标\n1\t甲\n2\t乙\n")
        read.baseline = Baseline(
            cells: ["1", "甲", "2", "丙"].map { .init(digestOf: $0.utf8) }
        )
        let text = try encodeLayout(try #require(read.layout), of: read)
        let stored = try #require(try decodeLayout(text, read.columns).stored)
        #expect(
            stored.originals.cells == [
                .text("1"), .text("甲"), .text("2"), .init(digestOf: "丙".utf8),
            ]
        )
    }

    @Test func originalsTellAnEditedCell() throws {
        let (read, _) = try readTSV(try SampleTable.bytes())
        let text = try encodeLayout(try #require(read.layout), of: read)
        let stored = try #require(try decodeLayout(text, read.columns).stored)
        var edited = read
        edited.replace(7, column: 4, with: "改过")
        let restored = edited.restoring(stored, originals: stored.match(edited))
        #expect(restored.layout == read.layout)
        for target in 0..<read.count {
            for column in read.columns.indices {
                let isEdited = target == 7 && column == 4
                #expect(restored.isOriginal(target, column) == !isEdited)
            }
        }
    }

    @Test func baselineOutlivesAnotherConversion() throws {
        var (read, _) = try readTSV("序号\t责任目标\n1\t甲\n2\t乙\n")
        let layout = try #require(read.layout)
        let first = try encodeLayout(layout, of: read)
        let stored = try #require(try decodeLayout(first, read.columns).stored)
        read = read.restoring(stored, originals: [0, 1])
        read.replace(0, column: 1, with: "改过")
        // What is written again are the originals, not what the cells say by now.
        #expect(try encodeLayout(layout, of: read) == first)
    }

    @Test func putsMovedTargetsBack() throws {
        let (read, _) = try readTSV(try SampleTable.bytes())
        let text = try encodeLayout(try #require(read.layout), of: read)
        let stored = try #require(try decodeLayout(text, read.columns).stored)
        let moved = read.taking(Array((0..<read.count).reversed()))
        let matches = stored.match(moved)
        #expect(matches == (0..<read.count).reversed())
        let restored = moved.restoring(stored, originals: matches)
        #expect(restored == read)
        #expect(restored.origins == read.origins)
        #expect(try writeTSV(restored) == SampleTable.bytes())
    }

    @Test func dropsTheLayoutWhereTargetsWereLeftOut() throws {
        let (read, _) = try readTSV(try SampleTable.bytes())
        let text = try encodeLayout(try #require(read.layout), of: read)
        let stored = try #require(try decodeLayout(text, read.columns).stored)
        let part = read.taking([5, 3, 40])
        let matches = stored.match(part)
        #expect(matches == [5, 3, 40])
        let restored = part.restoring(stored, originals: matches)
        #expect(restored.layout == nil)
        #expect(restored == part)
        #expect((0..<3).allSatisfy { restored.isOriginal($0, 2) == true })
    }

    @Test func knowsATargetByItsTextsWhereTheSerialWasChanged() throws {
        let (read, _) = try readTSV("序号\t责任目标\n1\t甲\n2\t乙\n3\t乙\n")
        let text = try encodeLayout(try #require(read.layout), of: read)
        let stored = try #require(try decodeLayout(text, read.columns).stored)
        var edited = read
        edited.replace(0, column: 0, with: "9")
        #expect(stored.match(edited) == [0, 1, 2])
        // Two originals have this text: neither is meant for certain.
        edited.replace(1, column: 0, with: "8")
        edited.replace(2, column: 0, with: "7")
        #expect(stored.match(edited) == [0, nil, nil])
        edited.replace(1, column: 0, with: "002")
        #expect(stored.match(edited) == [0, 1, 2])
    }

    @Test func matchesDuplicateSerialsInOrder() throws {
        let columns = ["serial", "objective"]
        let table = TargetTable.make(
            columns: columns,
            rows: [["1", "甲"], ["1", "乙"], ["1", "丙"]]
        )
        let stored = StoredLayout(
            layout: Layout(encoding: .utf8, runs: []),
            originals: Baseline(
                cells: (0..<6).map { .text($0 % 2 == 0 ? "1" : ["甲", "乙", "丙"][$0 / 2]) }
            ),
            count: 3
        )
        #expect(stored.match(table.taking([1, 0, 2])) == [0, 1, 2])
        #expect(stored.match(table.taking([2, 1])) == [2, 1])
        #expect(stored.match(TargetTable.make(columns: columns, rows: [["1", "丁"]])) == [nil])
    }
}

/// The layout of a table as JSON.
func encodeLayout(
    _ layout: Layout,
    of table: TargetTable,
    keeping originals: LayoutCoding.Originals = .texts
) throws -> String {
    var buffer = OutputBuffer()
    try LayoutCoding.encode(layout, baselineOf: table, keeping: originals, to: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
}

/// Reads a layout, with the codes of what was reported.
func decodeLayout(
    _ text: String,
    _ columns: [Column]
) throws -> (stored: StoredLayout?, codes: [String]) {
    let source = SourceText(name: "layout.json", text)
    let root = try #require(JSONDocument(parsing: source.bytes).root)
    var findings = JSONFindings(in: source)
    let stored = LayoutCoding.decode(root, columns: columns, reporting: &findings)
    #expect((stored == nil) == findings.hasErrors)
    return (stored, findings.bag.all.map(\.code.rawValue))
}

extension TargetTable {
    /// The table of some targets (from 0), in the order given.
    func taking(_ targets: [Int]) -> TargetTable {
        TargetTable(
            documents: documents,
            columns: columns,
            text: text,
            cells: TextRanges(
                targets.flatMap { target in columns.indices.map { range(target, $0) } }
            ),
            origins: Origins(targets.map { origins[$0] })
        )
    }
}
