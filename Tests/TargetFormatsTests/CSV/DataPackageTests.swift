import ContentDigest
import Foundation
import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@Suite struct DataPackageTests {
    /// The files of a table's package, in the order they were handed on.
    private func files(
        of table: TargetTable,
        _ options: WritingOptions = WritingOptions()
    ) throws -> [(path: String, bytes: [UInt8])] {
        var files: [(path: String, bytes: [UInt8])] = []
        try DataPackage(of: table, options: options).write { path, content in
            var bytes: [UInt8] = []
            try content { bytes += $0 }
            files.append((path, bytes))
        }
        return files
    }

    /// What the description says of each resource.
    private struct Descriptor: Decodable {
        struct Resource: Decodable {
            struct Schema: Decodable {
                struct Field: Decodable {
                    var name: String
                    var title: String?
                    var type: String
                }
                var fields: [Field]
                var primaryKey: String?
            }
            var name: String
            var path: String
            var title: String?
            var encoding: String
            var bytes: Int
            var hash: String
            var schema: Schema
        }
        struct Source: Decodable {
            var title: String
        }
        var profile: String
        var name: String
        var title: String?
        var sources: [Source]?
        var resources: [Resource]
    }

    private func descriptor(_ files: [(path: String, bytes: [UInt8])]) throws -> Descriptor {
        let last = try #require(files.last)
        #expect(last.path == "datapackage.json")
        return try JSONDecoder().decode(Descriptor.self, from: Data(last.bytes))
    }

    @Test func theSample() throws {
        let table = try SampleTable.table()
        let files = try files(of: table)
        #expect(
            files.map(\.path) == [
                "targets.csv", "summary.csv", "leaders/张鹏.csv", "leaders/肖友华.csv",
                "leaders/刘连栋.csv", "datapackage.json",
            ]
        )
        #expect(files[0].bytes == (try writeCSV(table)))
        let leaders = try files[2...4].map { try readCSV($0.bytes).table }
        #expect(leaders.map(\.count) == [6, 50, 4])
        #expect(leaders.flatMap(\.rows) == table.rows)
    }

    @Test func descriptionFitsTheFiles() throws {
        let files = try files(of: try SampleTable.table())
        let descriptor = try descriptor(files)
        #expect(descriptor.profile == "tabular-data-package")
        #expect(descriptor.name == "targets-2023")
        #expect(descriptor.title == SampleTable.title)
        #expect(descriptor.sources?.map(\.title) == [SampleTable.title])
        #expect(descriptor.resources.map(\.path) == files.dropLast().map(\.path))
        #expect(
            descriptor.resources.map(\.name)
                == ["targets", "summary", "leader-1", "leader-2", "leader-3"]
        )
        for (resource, file) in zip(descriptor.resources, files) {
            #expect(resource.bytes == file.bytes.count)
            #expect(resource.hash == "sha256:" + SHA256.hexDigest(of: file.bytes))
            #expect(resource.encoding == "utf-8")
            let header = String(
                decoding: file.bytes.dropFirst(3).prefix { $0 != 13 },
                as: UTF8.self
            )
            #expect(resource.schema.fields.map(\.name).joined(separator: ",") == header)
        }
        #expect(descriptor.resources[0].schema.primaryKey == "序号")
        #expect(descriptor.resources[0].schema.fields.allSatisfy { $0.type == "string" })
        let types = descriptor.resources[1].schema.fields.map(\.type)
        #expect(
            types == ["string", "string"] + Array(repeating: "integer", count: 4) + [
                "number", "string",
            ]
        )
    }

    @Test func optionsReachEveryFile() throws {
        let table = TargetTable.make(
            columns: ["serial", "leader", "=备注"],
            rows: [["1", "张鹏", "甲"], ["1", "张鹏", "乙"]]
        )
        let files = try files(of: table, .csv(.keys, encoding: "gb18030"))
        let descriptor = try descriptor(files)
        #expect(descriptor.name == "targets")
        #expect(descriptor.resources.allSatisfy { $0.encoding == "gb18030" })
        let fields = descriptor.resources[0].schema.fields
        #expect(fields.map(\.name) == ["serial", "leader", "'=备注"])
        #expect(fields.map(\.title) == ["序号", "市政府领导", "=备注"])
        // A serial that occurs twice is no key.
        #expect(descriptor.resources[0].schema.primaryKey == nil)
        #expect(try readCSV(files[2].bytes).table.document.encoding == "gb18030")
    }

    @Test func hostileLeadersGiveSafePaths() throws {
        let leaders = [
            "../../etc/passwd", "张/三", "张\\三", "", " ", "CON", "$HOME", "~", "Wang", "WANG",
            "..", "=1+1", "a\u{0}b", String(repeating: "镕", count: 300), "张\r\n三", "\u{202E}fdp",
        ]
        let table = TargetTable.make(
            columns: ["serial", "leader"],
            rows: leaders.enumerated().map { ["\($0 + 1)", $1] }
        )
        let files = try files(of: table)
        let descriptor = try descriptor(files)
        let paths = files.map(\.path).filter { $0.utf8.starts(with: "leaders/".utf8) }
        #expect(Set(paths.map { $0.lowercased() }).count == paths.count)
        // A target stands in the list of each of its leaders.
        let names = leaders.map { LeaderNames.split($0).isEmpty ? [""] : LeaderNames.split($0) }
        #expect(paths.count == Set(names.joined()).count)
        for path in paths {
            #expect(path.utf8.count { $0 == UInt8(ascii: "/") } == 1)
            #expect(path.utf8.count <= 8 + 210 + 4)
            #expect(path.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\\" && $0 != "$" })
            #expect(!path.contains("/."))
        }
        #expect(descriptor.resources.map(\.path) == files.dropLast().map(\.path))
        let serials = try files.filter { paths.contains($0.path) }
            .flatMap { try readCSV($0.bytes).table.rows.map { $0[0] } }
        #expect(Set(serials) == Set((1...leaders.count).map(String.init)))
        #expect(serials.count == names.joined().count)
    }

    /// All cores write the file of a leader who has so much, and it says what it would say alone.
    @Test func aLargeLeadersFileIsThatOfItsTargets() throws {
        let report = String(repeating: "已完成全部建设内容", count: 80)
        let leaders = ["甲", "乙", "丙"].map { ($0, $0 == "乙" ? 2_500 : 40) }
        var rows: [[String]] = []
        for (leader, count) in leaders {
            for _ in 0..<count {
                rows.append(["\(rows.count + 1)", leader, "\(report)\(rows.count)"])
            }
        }
        var random = SplitMix64(seed: 3)
        rows.shuffle(using: &random)
        let table = TargetTable.make(columns: ["serial", "leader", "progress"], rows: rows)
        let files = try files(of: table)
        let descriptor = try descriptor(files)
        for (resource, file) in zip(descriptor.resources, files) {
            #expect(resource.bytes == file.bytes.count)
            #expect(resource.hash == "sha256:" + SHA256.hexDigest(of: file.bytes))
        }
        #expect(files[0].bytes == (try writeCSV(table)))
        for (leader, count) in leaders {
            let file = try #require(files.first { $0.path == "leaders/\(leader).csv" })
            let targets = rows.indices.filter { rows[$0][1] == leader }
            #expect(targets.count == count)
            #expect(file.bytes == (try writeCSV(table.selecting(targets))))
        }
    }

    /// A digest that is made of pieces is that of all bytes.
    @Test(arguments: UInt64(1)...10)
    func aDigestOfPiecesIsThatOfTheWhole(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let digest = DigestAhead()
        var all: [UInt8] = []
        for _ in 0..<random.number(in: 0...60) {
            let piece = (0..<random.number(in: 0...5_000)).map { _ in
                UInt8(random.number(in: 0...255))
            }
            all += piece
            digest.add(piece)
            if random.number(in: 0...9) == 0 {
                #expect(digest.hexDigest == SHA256.hexDigest(of: all))
            }
        }
        #expect(digest.hexDigest == SHA256.hexDigest(of: all))
    }

    @Test func sameTableGivesSameBytes() throws {
        let table = try SampleTable.table()
        let (one, other) = (try files(of: table), try files(of: table))
        #expect(one.map(\.bytes) == other.map(\.bytes))
    }
}
