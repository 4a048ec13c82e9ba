internal import SourceText
internal import Synchronization

extension WorkbookWriter {
    /// Lends the rows of a sheet to `body`, below those that are written otherwise.
    ///
    /// Everything else of the workbook must be written before; each sheet's rows are written once.
    /// - Throws: what `body` throws.
    package mutating func withRows(
        of sheet: WrittenSheet,
        _ body: (inout SheetRows) throws(WorkbookError) -> Void
    ) throws(WorkbookError) {
        let frame = try close().frame
        let packed = BackgroundStretch(changes.background)
        let written = Self.rows(of: sheet, frame, changes.takeStrings(), to: packed, body)
        changes.setRows(packed, written.cells, of: sheet)
        changes.setStrings(written.strings, behind: frame.strings)
        try written.result.get()
    }

    /// Lends the rows of sheets, with about how many of them, to `body`, which is called with the
    /// sheets' numbers, from 0, and those of the last sheet to `lastBody`; on several cores, where there
    /// are.
    ///
    /// A hundred thousand targets' sheets of leaders took 110 ms one after the other, while the other
    /// core was idle; the last sheet's texts were then packed while this one was, for 70 ms.
    /// - Throws: what `body` throws, of the first such sheet.
    package mutating func withRows(
        ofEach sheets: [(sheet: WrittenSheet, count: Int)],
        _ body: @Sendable (Int, inout RowsXML) throws(WorkbookError) -> Void,
        andLast last: WrittenSheet,
        _ lastBody: @Sendable (inout SheetRows) throws(WorkbookError) -> Void
    ) throws(WorkbookError) {
        let frame = try close().frame
        // The longest first, or one core would be left with it.
        let order = sheets.indices.sorted { sheets[$0].count > sheets[$1].count }
        let stretches = (0...sheets.count).map { _ in BackgroundStretch(changes.background) }
        let strings = Mutex<SharedStringTable?>(changes.takeStrings())
        let written = Cores.map(1 + sheets.count) { place in
            guard place > 0 else {
                guard let given = strings.withLock({ $0.take() }) else {
                    preconditionFailure("texts are given to one sheet")
                }
                let packed = stretches[sheets.count]
                let written = Self.rows(of: last, frame, consume given, to: packed, lastBody)
                written.strings.end()
                strings.withLock { $0 = written.strings }
                return WrittenRows(number: sheets.count, written.result, written.cells)
            }
            let number = order[place - 1]
            let packed = stretches[number]
            var written = Self.rows(of: sheets[number].sheet, frame, { packed.appendNow($0) }) {
                rows throws(WorkbookError) in try body(number, &rows)
            }
            packed.end()
            written.number = number
            return written
        }.sorted { $0.number < $1.number }
        for one in written {
            let sheet = one.number < sheets.count ? sheets[one.number].sheet : last
            changes.setRows(stretches[one.number], one.cells, of: sheet)
        }
        if let strings = strings.withLock({ $0.take() }) {
            changes.setStrings(strings, behind: frame.strings, haveEnded: true)
        }
        for one in written { try one.result.get() }
    }

    /// What became of the rows of a sheet.
    private struct WrittenRows {
        var number = 0
        let result: Result<Void, WorkbookError>
        let cells: WrittenCells

        init(number: Int = 0, _ result: Result<Void, WorkbookError>, _ cells: WrittenCells) {
            self.number = number
            self.result = result
            self.cells = cells
        }
    }

    private static func rows(
        of sheet: WrittenSheet,
        _ frame: Frame,
        _ take: @escaping ([UInt8]) -> Void,
        _ body: (inout RowsXML) throws(WorkbookError) -> Void
    ) -> WrittenRows {
        var rows = RowsXML(sheet, looks: frame.looks, firstString: frame.strings, take: take)
        let result = Result { () throws(WorkbookError) in try body(&rows) }
        rows.finish()
        return WrittenRows(result, rows.cells)
    }

    private static func rows(
        of sheet: WrittenSheet,
        _ frame: Frame,
        _ strings: consuming SharedStringTable,
        to packed: BackgroundStretch,
        _ body: (inout SheetRows) throws(WorkbookError) -> Void
    ) -> (result: Result<Void, WorkbookError>, cells: WrittenCells, strings: SharedStringTable) {
        var rows = SheetRows(
            RowsXML(sheet, looks: frame.looks, firstString: frame.strings) { packed.append($0) },
            strings: strings
        )
        let result = Result { () throws(WorkbookError) in try body(&rows) }
        rows.finish()
        packed.end()
        return (result, rows.cells, rows.strings)
    }
}
