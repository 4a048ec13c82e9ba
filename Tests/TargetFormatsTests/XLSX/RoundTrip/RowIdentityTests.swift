import SourceText
import TargetModel
import TestSupport
import Testing

@testable import TargetFormats

/// A row is the target whose serial it shows; the hidden key is a witness.
@Suite struct RowIdentityTests {
    private static func table() throws -> TargetTable { try readTSV(SampleTable.bytes()).table }

    private static func random(
        _ seed: UInt64,
        _ form: ReturnedWorkbook.Form
    ) throws -> (TargetTable, ReturnedWorkbook, SplitMix64) {
        let table = try table()
        return (table, try ReturnedWorkbook(table, form), SplitMix64(seed: seed))
    }

    /// The columns that people see are sorted, and what is hidden stays.
    @Test(arguments: 1...10 as ClosedRange<UInt64>, ReturnedWorkbook.Form.allCases)
    func visibleColumnsMayBeSortedAlone(seed: UInt64, form: ReturnedWorkbook.Form) throws {
        var (table, workbook, random) = try Self.random(seed, form)
        let shuffled = workbook.rows.dropFirst().shuffled(using: &random)
        let seen = table.columns.count
        let rows = zip(shuffled, workbook.rows.dropFirst()).map { sorted, old in
            Array(sorted[..<seen] + old[seen...])
        }
        workbook.rows = [workbook.rows[0]] + rows
        let edited = Int.random(in: 1...60, using: &random)
        workbook.rows[edited][5] += "改"
        let (read, findings) = try workbook.read()
        #expect(!findings.hasErrors)
        #expect(read.origins == table.origins)
        var changed = 0
        for target in 0..<table.count {
            for column in table.columns.indices where read.isOriginal(target, column) != true {
                changed += 1
                #expect(read.string(target, column: 0) == workbook.rows[edited][0])
            }
        }
        #expect(changed == 1)
    }

    /// Two rows are exchanged, with or without what is hidden beside them.
    @Test(arguments: ReturnedWorkbook.Form.allCases)
    func rowsMayBeSwapped(form: ReturnedWorkbook.Form) throws {
        var (table, workbook, _) = try Self.random(1, form)
        for column in table.columns.indices {
            let text = workbook.rows[3][column]
            workbook.rows[3][column] = workbook.rows[9][column]
            workbook.rows[9][column] = text
        }
        workbook.rows.swapAt(20, 40)
        let (read, findings) = try workbook.read()
        #expect(codes(findings) == [])
        #expect(read == table)
        #expect(read.layout == table.layout)
        table.layout = nil
    }

    /// The old serial is gone, one new one is there, and the key says whose it is.
    @Test(arguments: ReturnedWorkbook.Form.allCases)
    func aChangedSerialIsTheTargetsOwn(form: ReturnedWorkbook.Form) throws {
        let (table, whole, _) = try Self.random(1, form)
        var workbook = whole
        workbook.rows[6][0] = "245"
        let (read, findings) = try workbook.read()
        #expect(codes(findings) == [])
        #expect(read.string(5, .serial) == "245")
        #expect(read.isOriginal(5, 0) == false)
        #expect(read.isOriginal(5, 1) == true)
        // A copy that got a serial of its own is new.
        workbook = whole
        var copy = workbook.rows[6]
        copy[0] = "245"
        workbook.rows.append(copy)
        let added = try workbook.read().table
        #expect(added.count == table.count + 1)
        #expect(added.string(5, .serial) == table.string(5, .serial))
        #expect(added.isOriginal(60, 0) == nil)
    }

    /// Where a replacement over the whole sheet reaches what is kept beside the rows, as in
    /// workbooks of yilan 0.1.0, the correction is still one.
    @Test(arguments: ReturnedWorkbook.Form.allCases)
    func aReplacementOverTheSheetIsACorrection(form: ReturnedWorkbook.Form) throws {
        let (old, new) = ("市住房和城乡建设局", "市住房城乡建设局")
        var (table, workbook, _) = try Self.random(1, form)
        workbook.rows = workbook.rows.map { $0.map { $0.replacing(old, with: new) } }
        workbook.about = workbook.about.replacing(old, with: new)
        let (read, findings) = try workbook.read()
        let isReached = form == .formerTexts
        #expect(codes(findings) == (isReached ? ["changed-originals"] : []))
        for target in 0..<table.count {
            for column in table.columns.indices {
                let holds = table.string(target, column: column).contains(old)
                #expect(read.isOriginal(target, column) == !holds)
            }
        }
        table.layout = nil
    }

    /// A piece that was changed isn't believed; the layout's digests count where there is one.
    @Test(arguments: [true, false])
    func aChangedPieceIsNoticed(withLayout: Bool) throws {
        var table = try Self.table()
        if !withLayout { table.layout = nil }
        let workbook = try ReturnedWorkbook(table)
        var parts = workbook.parts
        var record = workbook.record
        let cell = Array(record[1][2].unicodeScalars)
        var changed = String.UnicodeScalarView(cell)
        changed.replaceSubrange(changed.startIndex...changed.startIndex, with: ["\u{28A5}"])
        if cell[0] == "\u{28A5}" { changed.removeFirst() }
        record[1][2] = String(changed)
        parts.sheets[3].content = "<sheetData>\(WorkbookParts.rows(record))</sheetData>"
        let (read, findings) = try readXLSX(parts.bytes)
        #expect(codes(findings) == ["lost-originals"])
        #expect(findings.all.first?.severity == .warning)
        #expect(lines(read).sorted() == lines(table).sorted())
        let first = try #require((0..<60).first { read.string($0, .serial) == "140" })
        let other = try #require((0..<60).first { read.string($0, .serial) == "141" })
        #expect(read.isOriginal(first, 2) == (withLayout ? true : nil))
        #expect(read.isOriginal(other, 2) == true)
    }

    @Test(arguments: [0, 1, 255, 256, 65_535, 70_000, 1_048_574])
    func keysComeBack(target: Int) throws {
        let key = RowKey(target: target, serial: "5".utf8.span)
        let text = key.text
        let read = RowKey(text.span)
        let back = try #require(read)
        #expect(back == key)
        #expect(back.target == target)
        let (fits, fitsOther) = (back.fits(serial: "5".utf8.span), back.fits(serial: "6".utf8.span))
        #expect(fits && !fitsOther)
        #expect(key.text.allSatisfy { $0 >= 0x80 })
    }

    @Test(arguments: 1...50 as ClosedRange<UInt64>)
    func sealedPiecesComeBackOrAreRefused(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let json = Array(random.text(of: ["中", "a", "\"", "{", "140", "\n"], upTo: 400).utf8)
        let cell = try #require(try SealedPiece.seal(json))
        let open = { (cell: [UInt8]) in SealedPiece.open(cell.span) }
        #expect(open(cell) == json)
        #expect(cell.allSatisfy { $0 >= 0x80 })
        var changed = cell
        let place = Int.random(in: 0..<cell.count / 3, using: &random) * 3 + 2
        changed[place] ^= UInt8.random(in: 1...0x3F, using: &random)
        #expect(open(changed) == nil)
        #expect(open(Array(cell.dropLast(3))) == nil)
        #expect(open(cell + cell.prefix(3)) == nil)
    }
}
