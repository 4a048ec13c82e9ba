import JSONText
import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// A layout that doesn't fit is refused with its place; none makes a writer fail.
@Suite struct LayoutTamperingTests {
    /// Three targets in two blocks, with one form.
    private static let text = """
        {"encoding": "utf-8", "runs": [
          {"text": "序号\\t责任目标\\t序号\\t责任目标", "end": "\\n",
           "blocks": [{"cell": 0, "columns": [0, 1]}, {"cell": 2, "columns": [0, 1]}]},
          {"targets": [0, 2], "count": 1, "cells": 4, "end": "\\r\\n"},
          {"targets": [1, null], "count": 1, "cells": 2, "end": "",
           "forms": [{"row": 0, "cell": 1, "before": " ", "after": "\u{3000}", "quoted": true}]}],
         "originals": [["1", "甲"], ["2", null], []],
         "digests": ["6b86b27333e3580c", "d4735e3a0123abcd", "----------------"]}
        """
    private static let columns = [Column(.serial, label: "序号"), Column(.objective, label: "责任目标")]

    @Test func theUntouchedIsTaken() throws {
        let (stored, codes) = try decodeLayout(Self.text, Self.columns)
        #expect(codes.isEmpty)
        #expect(stored?.count == 3)
        #expect(stored?.layout.runs.count == 3)
        let originals: [Baseline.Original] = [
            .text("1"), .text("甲"), .text("2"), .digest(0x0123_ABCD), .unknown, .unknown,
        ]
        #expect(stored?.originals.cells == originals)
    }

    @Test(arguments: [
        (#""utf-8""#, #""klingon""#, "unknown-encoding"), (#""utf-8""#, "8", "wrong-type"),
        (#""targets": [0, 2]"#, #""targets": [0, 3]"#, "layout-mismatch"),
        (#""targets": [0, 2]"#, #""targets": [-1, 2]"#, "layout-mismatch"),
        (#""targets": [0, 2]"#, #""targets": [2, 2]"#, "layout-mismatch"),
        (#""targets": [0, 2]"#, #""targets": [0]"#, "layout-mismatch"),
        (#""targets": [0, 2]"#, #""targets": [0, null]"#, "layout-mismatch"),
        (#""targets": [0, 2]"#, #""targets": [0, 2.5]"#, "wrong-type"),
        (#""targets": [1, null]"#, #""targets": [null, null]"#, "layout-mismatch"),
        (#""count": 1, "cells": 4"#, #""count": 2, "cells": 4"#, "layout-mismatch"),
        (#""count": 1, "cells": 4"#, #""count": 0, "cells": 4"#, "layout-mismatch"),
        (
            #""count": 1, "cells": 4"#, #""count": 9223372036854775807, "cells": 4"#,
            "layout-mismatch"
        ),
        (#""cells": 4"#, #""cells": 99999999999"#, "layout-mismatch"),
        (#""cells": 4"#, #""cells": 0"#, "layout-mismatch"),
        (#""end": "\r\n""#, #""end": "\n\n""#, "layout-mismatch"),
        (#""end": "\r\n""#, #""end": "x""#, "layout-mismatch"),
        (#""row": 0"#, #""row": 1"#, "layout-mismatch"),
        (#""cell": 1"#, #""cell": 4"#, "layout-mismatch"),
        (#""before": " ""#, #""before": "甲""#, "layout-mismatch"),
        (#""before""#, #""befor""#, "unknown-key"),
        (#""before": " ""#, #""literal": "", "standsFor": """#, "layout-mismatch"),
        (#""quoted": true"#, #""quoted": 1"#, "wrong-type"),
        (#""quoted": true"#, #""repeats": {"target": 3, "text": "甲"}"#, "layout-mismatch"),
        (#""quoted": true"#, #""repeats": {"target": 1}"#, "missing-key"),
        (
            #""quoted": true"#, #""literal": "甲", "repeats": {"target": 1, "text": "甲"}"#,
            "layout-mismatch"
        ),
        (#""quoted": true"#, #""piece": {"target": 3, "column": 0, "part": 0}"#, "layout-mismatch"),
        (#""quoted": true"#, #""piece": {"target": 0, "column": 2, "part": 0}"#, "layout-mismatch"),
        (
            #""quoted": true"#,
            #""piece": {"target": 0, "column": 0, "part": 0, "length": 9223372036854775807}"#,
            "layout-mismatch"
        ),
        (#""cell": 2, "columns": [0, 1]"#, #""cell": 1, "columns": [0, 1]"#, "layout-mismatch"),
        (#""cell": 2, "columns": [0, 1]"#, #""cell": 2, "columns": [0, 2]"#, "layout-mismatch"),
        (#""cell": 2, "columns": [0, 1]"#, #""cell": 16383, "columns": [0, 1]"#, "layout-mismatch"),
        (
            #""cell": 2, "columns": [0, 1]"#,
            #""cell": 2, "columns": [0, 1], "latest": [{"column": 1, "parts": []}]"#,
            "layout-mismatch"
        ),
        (#""blocks": ["#, #""block": ["#, "unknown-key"),
        (#""originals": ["#, #""originals": [[], "#, "layout-mismatch"),
        (#"["2", null]"#, #"["2", null, null]"#, "layout-mismatch"),
        (#"["1", "甲"]"#, #"["1", 19114957]"#, "wrong-type"),
        (#"["1", "甲"]"#, #"{"1": "甲"}"#, "wrong-type"),
        (#""d4735e3a0123abcd""#, #""d4735e3a0123abc""#, "layout-mismatch"),
        (#""d4735e3a0123abcd""#, #""d4735e3a+123abcd""#, "layout-mismatch"),
        (#""d4735e3a0123abcd""#, "1", "wrong-type"),
        (#""d4735e3a0123abcd", "#, "", "layout-mismatch"),
        (#""d4735e3a0123abcd", "#, #""----------------", "----------------", "#, "layout-mismatch"),
        (#""encoding": "utf-8", "#, "", "missing-key"),
    ])
    func theTamperedIsRefused(_ old: String, _ new: String, _ code: String) throws {
        let range = try #require(Self.text.firstRange(of: old))
        let text = Self.text.replacingCharacters(range, with: new)
        let (stored, codes) = try decodeLayout(text, Self.columns)
        #expect(stored == nil)
        #expect(codes.contains(code), "\(codes)")
    }

    @Test(arguments: [("题\n序号", false), ("题\r\n", false), ("\"题\n目\"", true), ("", true)])
    func aRowOfTextIsOneRow(_ title: String, isTaken: Bool) throws {
        var (table, _) = try readTSV("题\n序号\t责任目标\n1\t甲\n")
        table.layout?.runs[0] = .literal(Layout.Literal(text: title, end: "\n"))
        let written = try? writeTSV(table)
        #expect(
            written.map { String(decoding: $0, as: UTF8.self) }
                == (isTaken ? title + "\n序号\t责任目标\n1\t甲\n" : nil)
        )
    }

    @Test func findingsHaveTheirPlace() throws {
        let text =
            "{\"encoding\": \"utf-8\",\n \"runs\": [],\n \"originals\": [[1, \"x\", \"y\"]], \"digests\": []}"
        let source = SourceText(name: "layout.json", text)
        let root = try #require(JSONDocument(parsing: source.bytes).root)
        var findings = JSONFindings(in: source)
        #expect(LayoutCoding.decode(root, columns: Self.columns, reporting: &findings) == nil)
        #expect(findings.bag.all.map(\.code) == [.wrongType, .layoutMismatch])
        #expect(findings.bag.all.map(\.line) == [3, 3])
        #expect(findings.bag.all.map(\.column) == [17, 16])
    }

    @Test func anEmptyTableHasNoPlaces() throws {
        let text =
            #"{"encoding": "utf-8", "runs": [{"text": "", "end": "", "blocks": [{"cell": 0, "columns": []}]}, "#
        let form = #"{"row": 0, "cell": 0, "piece": {"target": 0, "column": 0, "part": 0}}"#
        for rows in [
            #"{"targets": [0], "count": 1, "cells": 1, "end": ""}"#,
            #"{"targets": [null], "count": 1, "cells": 1, "end": "", "forms": ["# + form + "]}",
        ] {
            let (stored, codes) = try decodeLayout(
                text + rows + #"], "originals": [], "digests": []}"#,
                []
            )
            #expect(stored == nil)
            #expect(codes.contains("layout-mismatch"))
        }
    }

    /// Numbers of real layouts replaced at random: refused, or good for writing.
    @Test(arguments: awkwardTables)
    func whatIsTakenCanBeWritten(_ table: (name: String, text: String)) throws {
        let (read, _) = try readTSV(table.text.unsigned())
        let layout = try #require(read.layout)
        let bytes = Array(try encodeLayout(layout, of: read).utf8)
        let digits = bytes.indices.filter { index in
            (0x30...0x39).contains(bytes[index])
                && (bytes[index - 1] == 0x20 || bytes[index - 1] == 0x5B)
        }
        for index in digits {
            for new in ["0", "1", "2", "3", "7", "99", "null", "-1"] {
                var tampered = bytes
                tampered.replaceSubrange(index...index, with: Array(new.utf8))
                let text = String(decoding: tampered, as: UTF8.self)
                guard (try? JSONDocument(parsing: tampered)) != nil,
                    let stored = try decodeLayout(text, read.columns).stored
                else { continue }
                var other = read
                other.layout = stored.layout
                do {
                    _ = try writeTSV(other)
                } catch let error as FormatError {
                    #expect(error.diagnostic?.code != .layoutMismatch, "\(text)")
                }
            }
        }
    }
}

extension String {
    fileprivate func replacingCharacters(_ range: Range<String.Index>, with new: String) -> String {
        self[..<range.lowerBound] + new + self[range.upperBound...]
    }
}
