import SourceText
import TargetModel
import TestSupport
import Testing

/// The generator of official tables keeps what it says.
@Suite struct OfficialTableTests {
    @Test("equal seeds give equal tables, other seeds others")
    func seeds() {
        var files = Set<[UInt8]>()
        for seed in UInt64(1)...50 {
            let official = OfficialTable.random(seed: seed)
            let again = OfficialTable.random(seed: seed)
            #expect(official.bytes == again.bytes)
            #expect(official.targets == again.targets)
            files.insert(official.bytes)
        }
        #expect(files.count == 50)
    }

    @Test("the plain form, read without any reader of the project", arguments: 1...20)
    func plain(seed: UInt64) {
        let official = OfficialTable.random(seed: seed, options: .plain)
        #expect(official.oddities.isEmpty)
        #expect(official.encoding == .utf8 && official.bytes == Array(official.text.utf8))
        let lines = official.text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        guard let header = lines.firstIndex(where: { $0.first == "序号" }) else {
            Issue.record("no header")
            return
        }
        #expect(lines[header] == Field.allCases.map(\.label) + Field.allCases.map(\.label))
        var read: [OfficialTarget] = []
        for block in 0..<2 {
            for (index, line) in lines.enumerated().dropFirst(header + 1) where line.count == 14 {
                let cells = line[(block * 7)..<(block * 7 + 7)]
                guard let serial = cells.first, !serial.isEmpty else { continue }
                var target = OfficialTarget()
                target.line = index + 1
                target.page = 1
                target.block = block + 1
                for (field, text) in zip(Field.allCases, cells) { target.fields[field] = text }
                read.append(target)
            }
        }
        #expect(read == official.targets)
    }

    @Test("bytes decode to the text, and the table holds the targets", arguments: 1...4)
    func decodes(hundred: Int) throws {
        for seed in (hundred * 25 - 24)...(hundred * 25) {
            let official = OfficialTable.random(seed: UInt64(seed))
            let source = try SourceText(decoding: official.bytes, named: "t", as: official.encoding)
            #expect(source.bytes == Array(official.text.utf8), "\(official)")
            #expect(official.table.count == official.targets.count)
            #expect(official.table.document.title == official.title)
            for (target, row) in zip(official.targets, official.table.rows) {
                #expect(official.columns.map { target.text(of: $0) } == row, "\(official)")
            }
        }
    }

    @Test("every target has a serial of its own, a text, and a place below those before it")
    func targets() {
        for seed in UInt64(1)...100 {
            let official = OfficialTable.random(seed: seed)
            let serials = official.targets.map { $0.fields[.serial] ?? "" }
            #expect(Set(serials).count == serials.count && !serials.contains(""), "\(official)")
            #expect(official.targets.allSatisfy { $0.fields[.objective] != "" })
            for (one, next) in zip(official.targets, official.targets.dropFirst()) {
                #expect((one.page, one.block, one.line) < (next.page, next.block, next.line))
            }
        }
    }

    @Test("every oddity occurs, alone too, and none that isn't asked for")
    func oddities() {
        var seen = Set<OfficialTableOptions.Oddity>()
        for seed in UInt64(1)...60 { seen.formUnion(OfficialTable.random(seed: seed).oddities) }
        #expect(seen == Set(OfficialTableOptions.Oddity.allCases))
        for oddity in OfficialTableOptions.Oddity.allCases {
            // What a page break brings needs pages.
            let others: Set<OfficialTableOptions.Oddity> =
                oddity == .blocksPerPage || oddity == .continuationMarks ? [.pages] : []
            var options = OfficialTableOptions(others.union([oddity]))
            options.targets = 1...10
            let tables = (UInt64(1)...60).map { OfficialTable.random(seed: $0, options: options) }
            let odd = tables.filter { $0.oddities.contains(oddity) }
            #expect(!odd.isEmpty, "\(oddity)")
            #expect(tables.allSatisfy { $0.oddities.isSubset(of: options.oddities) })
            var plain = OfficialTableOptions(others)
            plain.targets = options.targets
            #expect(
                odd.contains { table in
                    table.bytes != OfficialTable.random(seed: table.seed, options: plain).bytes
                },
                "\(oddity) changes nothing"
            )
        }
    }

    @Test("an oddity shows in the file")
    func oddityShows() {
        func text(
            _ oddity: OfficialTableOptions.Oddity,
            _ other: OfficialTableOptions.Oddity? = nil
        )
            -> [OfficialTable]
        {
            let options = OfficialTableOptions([oddity, other ?? oddity])
            return (UInt64(1)...40).map { OfficialTable.random(seed: $0, options: options) }
                .filter { $0.oddities.contains(oddity) }
        }
        #expect(text(.pages).contains { $0.targets.contains { $0.page > 1 } })
        #expect(text(.blocks).contains { $0.targets.contains { $0.block > 2 } })
        #expect(text(.continuedRows).contains { $0.continuedRows > 0 })
        #expect(text(.mergedLeaders).contains { $0.text.contains("同上") })
        #expect(text(.twoRowHeaders).allSatisfy { $0.text.contains("一季度") })
        #expect(text(.unknownColumns).allSatisfy { $0.columns.contains { $0.field == nil } })
        #expect(text(.encodings).contains { $0.encoding.characterSet == .gb18030 })
        #expect(text(.encodings).contains { $0.encoding.characterSet == .utf16LittleEndian })
        #expect(text(.lineEnds).contains { $0.text.utf8.contains(0x0D) })
        #expect(text(.noLastLineEnd).contains { $0.text.utf8.last != 0x0A })
        #expect(text(.quotedCells).contains { table in table.targets.contains(where: holdsBreak) })
        #expect(text(.brokenLabels).contains { $0.text.contains("\"序\n号\"") })
        #expect(text(.missingColumns).allSatisfy { $0.columns.count < Field.allCases.count })
        #expect(text(.noTitle).allSatisfy { $0.title == nil })
    }

    private func holdsBreak(_ target: OfficialTarget) -> Bool {
        target.fields.values.contains { $0.utf8.contains(0x0A) || $0.utf8.contains(0x09) }
    }
}
