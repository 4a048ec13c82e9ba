import JSONText
import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// The schemas say what the writers write, key by key, in the same order.
@Suite struct JSONSchemasTests {
    private func schema(_ text: String) throws -> JSONValue {
        try #require(JSONDocument(parsing: Array(text.utf8)).root)
    }

    @Test(arguments: [JSONSchemas.table, JSONSchemas.corrections])
    func everyReferenceLeadsToADefinition(_ text: String) throws {
        let root = try schema(text)
        let names = try #require(root["$defs"]).members.map { "#/$defs/" + ($0.key.string ?? "") }
        let references = Self.all("$ref", in: root)
        #expect(references.count > 10)
        // A line of JSON Lines is for those who validate lines; nothing else leads to it.
        #expect(Set(references) == Set(names).subtracting(["#/$defs/line"]))
        #expect(root["$schema"]?.string == "https://json-schema.org/draft/2020-12/schema")
    }

    @Test(arguments: [
        JSONSchemas.table, JSONSchemas.corrections, JSONSchemas.outcome, JSONSchemas.findings,
        JSONSchemas.indicators,
    ])
    func everyDescriptionIsInBothLanguages(_ text: String) throws {
        let descriptions = Self.all("description", in: try schema(text))
        #expect(descriptions.count > 5)
        for description in descriptions {
            let languages = description.split(separator: #/ / /#)
            #expect(languages.count == 2, "\(description)")
            #expect(languages.first?.contains(/^[A-Za-z]/) == true, "\(description)")
            #expect(languages.last?.contains(/\p{Han}/) == true, "\(description)")
        }
    }

    /// Each schema stands alone, so the finding stands in two: alike.
    @Test func aFindingIsTheSameInEverySchema() throws {
        let definitions = try [JSONSchemas.outcome, JSONSchemas.findings].map { text in
            let finding = try #require(try schema(text)["$defs"]?["finding"])
            return String(decoding: Array(text.utf8)[finding.range], as: UTF8.self)
        }
        #expect(Set(definitions).count == 1)
    }

    @Test func documentHasTheKeysOfItsSchema() throws {
        let table = try schema(JSONSchemas.table)
        let (read, _) = try readTSV(try SampleTable.bytes())
        let document = try schema(try writeJSON(read))
        expect(document, has: table, "document")
        let definitions = try #require(table["$defs"])
        let target = try #require(document["targets"]?.elements.first { _ in true })
        let members = try #require(definitions["members"])
        expect(target, has: members, "target")
        for key in ["deadline", "onSchedule", "units", "source"] {
            expect(
                try #require(target.member(key)),
                has: try #require(members["properties"]?.member(key)),
                key
            )
        }
        expect(try #require(document["source"]), has: try #require(definitions["file"]), "file")
        let column = try #require(document["columns"]?.elements.first { _ in true })
        expect(column, has: try #require(table["properties"]?["columns"]?["items"]), "column")
        expect(try #require(document["layout"]), has: try #require(definitions["layout"]), "layout")
    }

    @Test func summaryHasTheKeysOfItsSchema() throws {
        let definitions = try #require(try schema(JSONSchemas.table)["$defs"])
        let (read, _) = try readTSV(try SampleTable.bytes())
        let summary = try #require(try schema(try writeJSON(read))["summary"])
        let counts = try #require(definitions["counts"]?["required"]).strings
        let groups = counts + ["behindSerials"]
        #expect(summary.keys == counts + ["leaders", "units", "deadlines"])
        let leader = try #require(summary["leaders"]?.elements.first { _ in true })
        #expect(leader.keys == ["leader"] + groups + ["deadlines", "units"])
        #expect(
            try #require(summary["units"]?.elements.first { _ in true }).keys == ["unit"] + groups
        )
        #expect(
            try #require(leader["deadlines"]?.elements.first { _ in true }).keys == ["deadline"]
                + groups
        )
    }

    @Test(arguments: awkwardTables)
    func layoutHasNoOtherKeys(_ table: (name: String, text: String)) throws {
        let definitions = try #require(try schema(JSONSchemas.table)["$defs"])
        let (read, _) = try readTSV(table.text.unsigned())
        let layout = try #require(try schema(try writeJSON(read))["layout"])
        for run in try #require(layout["runs"]).elements {
            let definition = try #require(
                run["targets"] == nil ? definitions["row"] : definitions["targetRows"]
            )
            expect(run, isWithin: definition)
            for block in run["blocks"]?.elements.map({ $0 }) ?? [] {
                expect(block, isWithin: try #require(definition["properties"]?["blocks"]?["items"]))
            }
            for form in run["forms"]?.elements.map({ $0 }) ?? [] {
                expect(form, isWithin: try #require(definitions["form"]))
                guard let piece = form["piece"] else { continue }
                expect(piece, isWithin: try #require(definitions["form"]?["properties"]?["piece"]))
            }
        }
    }

    /// An object has exactly the required keys, and these are the properties, in this order.
    private func expect(_ value: JSONValue, has schema: JSONValue, _ name: String) {
        let required = schema["required"]?.strings ?? []
        #expect(value.keys == required, "\(name)")
        let properties = schema["properties"]?.keys ?? []
        #expect(properties.filter(required.contains) == required, "\(name)")
    }

    /// An object has the required keys, and no others than properties.
    private func expect(_ value: JSONValue, isWithin schema: JSONValue) {
        let properties = schema["properties"]?.keys ?? []
        let required = Set(schema["required"]?.strings ?? [])
        #expect(Set(value.keys).isSubset(of: properties), "\(value.keys)")
        #expect(required.isSubset(of: value.keys), "\(value.keys)")
    }

    private static func all(_ key: String, in value: JSONValue) -> [String] {
        value.elements.flatMap { all(key, in: $0) }
            + value.members.flatMap { member in
                member.key.string == key
                    ? [member.value.string ?? ""] : all(key, in: member.value)
            }
    }
}

extension JSONValue {
    fileprivate var keys: [String] { members.map { $0.key.string ?? "" } }
    fileprivate var strings: [String] { elements.map { $0.string ?? "" } }

    fileprivate func member(_ key: String) -> JSONValue? {
        members.first { $0.key.string == key }?.value
    }
}
