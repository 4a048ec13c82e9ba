internal import SourceText
internal import TargetModel

extension BlockFinder.Failure {
    /// What to tell the user of a header (rows of `cells`).
    func diagnostic(_ header: HeaderReader.Header, _ cells: GridSource) -> Diagnostic {
        let row = header.rows.upperBound - 1
        switch self {
        case .noSerial:
            return cells.at(
                Diagnostic(
                    .error,
                    .missingSerialColumn,
                    Wording(
                        en: "the header has no column for the serial (序号)",
                        zh: "表头里没有“序号”一栏"
                    ),
                    hint: Wording(
                        en: "if another column holds it, say so",
                        zh: "如果序号在别的栏目里，请说明"
                    ),
                    remedy: .columns([Wording(en: "LABEL=serial", zh: "栏目名称=serial")])
                ).about(field: Field.serial.key),
                row: header.rows.lowerBound,
                cell: 0
            )
        case .ambiguous(let cell, let other):
            let label = header.labels[other].text
            return cells.at(
                Diagnostic(
                    .error,
                    .ambiguousBlocks,
                    Wording(
                        en:
                            "the label \(label) stands in cells \(cell + 1) and \(other + 1) of one block: either a block ends between them, or two columns have one name",
                        zh: "“\(label)”在同一区块的第 \(cell + 1) 格和第 \(other + 1) 格各出现一次：可能是两个区块，也可能是两栏同名"
                    ),
                    hint: Wording(
                        en: "rename one of the two labels, or say how many blocks there are",
                        zh: "请改掉其中一个栏目名称，或者说明有几个并列的区块"
                    ),
                    remedy: .blocks
                ).about(field: label),
                row: row,
                cell: other
            )
        case .undecided(let field, let cell, let other):
            let (one, two) = (header.labels[cell].text, header.labels[other].text)
            return cells.at(
                Diagnostic(
                    .error,
                    .ambiguousColumn,
                    Wording(
                        en: "\(one) and \(two) could both be \(field.label)",
                        zh: "“\(one)”和“\(two)”都可能是“\(field.label)”"
                    ),
                    hint: Wording(en: "say which it is", zh: "请说明是哪一栏"),
                    remedy: .columns(
                        [one, two].map { Wording(verbatim: "\($0)=\(field.key)") }
                    )
                ).about(field: field.key),
                row: row,
                cell: other
            )
        case .tooMany(let blocks):
            return cells.at(
                Diagnostic(
                    .error,
                    .tooManyBlocks,
                    Wording(
                        en: "the header has \(blocks) blocks; at most \(BlockFinder.most) are read",
                        zh: "表头有 \(blocks) 个区块，最多读取 \(BlockFinder.most) 个"
                    ),
                    hint: Wording(
                        en: "put the blocks under each other, each under a header of its own",
                        zh: "请把各区块改为上下排列，各带一行表头"
                    )
                ),
                row: row,
                cell: 0
            )
        case .uneven(let blocks):
            return cells.at(
                Diagnostic(
                    .error,
                    .unevenBlocks,
                    Wording(
                        en: "the header can't be cut into \(blocks) blocks of equal width",
                        zh: "表头无法平均分成 \(blocks) 个区块"
                    ),
                    hint: Wording(
                        en: "say no number of blocks, or another one",
                        zh: "请不要指定区块数，或换一个数"
                    ),
                    remedy: .blocks
                ),
                row: row,
                cell: 0
            )
        }
    }
}
