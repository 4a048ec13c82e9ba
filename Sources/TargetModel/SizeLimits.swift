package import SourceText

/// How much reading a file may make.
package struct TableRoom: Sendable {
    /// Bytes of text beside those of the source.
    package var bytes: Int
    /// Cells of the table, targets × columns.
    package var cells: Int

    /// Makes a room; without numbers it is as large as tables may be.
    package init(bytes: Int = TextStore.limit, cells: Int = TargetTable.mostCells) {
        self.bytes = bytes
        self.cells = cells
    }
}

extension TargetTable {
    /// The most cells that a table may have: half a gigabyte of ranges, nine million targets.
    ///
    /// A short file can claim more: a header of thousands of columns over rows of one cell.
    package static let mostCells = 1 << 26

    /// What to tell the user of a table that would have more.
    package static func tooLarge(_ file: String? = nil) -> Diagnostic {
        Diagnostic(
            .error,
            .tableTooLarge,
            Wording(
                en: "the table has more than \(mostCells) cells, blank ones counted",
                zh: "表格连同空白格超过 \(mostCells) 格"
            ),
            hint: Wording(
                en: "check the header for columns that don't belong to it, or split the file",
                zh: "请检查表头是否多出了栏目，或拆分文件"
            ),
            file: file
        )
    }
}

extension TextStore {
    /// What to tell the user of a store that is overfull.
    package static func overfull(_ file: String? = nil) -> Diagnostic {
        Diagnostic(
            .error,
            .textTooLarge,
            Wording(en: "the table has more than 2 GiB of text", zh: "表格文字超过 2 GiB"),
            hint: Wording(
                en: "split the file; if one target is that long, serials (序号) may be missing",
                zh: "请拆分文件；如果只有一项特别长，可能是后面各行缺了序号"
            ),
            file: file
        )
    }
}
