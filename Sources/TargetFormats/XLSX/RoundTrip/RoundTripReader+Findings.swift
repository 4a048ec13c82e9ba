internal import SourceText
internal import TargetModel

extension RoundTripReader {
    static func rowLeftOut(_ severity: Severity) -> Diagnostic {
        Diagnostic(
            severity,
            .rowLeftOut,
            Wording(
                en: "this row was added below the targets and is none: it is left out",
                zh: "这一行是后来添加的，不是目标，未读取"
            ),
            hint: Wording(
                en: "if it is a new target, fill in its serial (序号) and its texts",
                zh: "如果它是新增目标，请填写序号和内容"
            )
        )
    }

    /// Says which targets of the workbook have no row any more.
    mutating func reportRowsGone(_ order: [Row]) {
        // Where it isn't known what was there, it can't be told what is gone.
        guard !order.isEmpty, kept.unknownCount == 0,
            order.count(where: { !$0.isAdded }) < table.count
        else { return }
        let there = Set(order.map(\.target))
        let gone = (0..<table.count).filter { !there.contains($0) }
        let named = gone.prefix(Self.mostNamed).map { kept.name(of: $0) ?? "?" }
        let more = gone.count - named.count
        bag.report(
            inFile(
                Diagnostic(
                    .note,
                    .rowsGone,
                    Wording(
                        en:
                            "\(gone.count) \(gone.count == 1 ? "target has" : "targets have") no row"
                            + " here any more: \(list: named, ", ")\(more > 0 ? " …" : "")",
                        zh:
                            "有 \(gone.count) 项目标在这里已没有对应的行：\(list: named, "、")\(more > 0 ? " 等" : "")"
                    ),
                    hint: Wording(
                        en:
                            "where corrections are applied, they are left alone; one that is to go has to"
                            + " be named",
                        zh: "写回更正时，这些目标保持不动；确要删除的须另行指明"
                    )
                )
            )
        )
    }

    private static let mostNamed = 5

    private func inFile(_ finding: Diagnostic) -> Diagnostic {
        var finding = finding
        finding.file = file
        return finding
    }

    /// As TSV, the table is not what it was made from.
    var layoutDropped: Diagnostic {
        inFile(
            Diagnostic(
                .note,
                .layoutDropped,
                Wording(
                    en: "the official layout no longer fits the targets or columns",
                    zh: "目标或栏目有增减，原来的官方版式不再适用"
                ),
                hint: Wording(
                    en: "as TSV, the table is laid out anew",
                    zh: "转换为 TSV 时将重新排版"
                )
            )
        )
    }

    func copiedRow(first: String) -> Diagnostic {
        Diagnostic(
            .error,
            .copiedRow,
            Wording(
                en: "this row is a copy of the target in \(first)",
                zh: "这一行是 \(first) 所在目标行的副本"
            ),
            hint: Wording(
                en: "delete one of the two; to add a target, insert an empty row and type it there",
                zh: "请删去其中一行；如需新增目标，请插入空行后填写"
            )
        )
    }

    static let pictureOverText = Diagnostic(
        .warning,
        .pictureInCell,
        Wording(
            en: "the cell holds a picture: its text is left as it was",
            zh: "该单元格中放入了图片，原来的文字保持不变"
        ),
        hint: Wording(
            en: "to correct the text, take the picture out and type into the cell",
            zh: "如需更正文字，请移走图片后填写"
        )
    )

    static func repeatedColumn(_ header: String) -> Diagnostic {
        Diagnostic(
            .error,
            .repeatedColumn,
            Wording(
                en: "the column \(header) is there twice",
                zh: "“\(header)”一栏出现了两次"
            ),
            hint: Wording(
                en: "delete the one that doesn't count, or give it another header",
                zh: "请删去不用的一栏，或给它换一个栏目名称"
            )
        )
    }

    static func addedColumn(_ header: String) -> Diagnostic {
        Diagnostic(
            .note,
            .addedColumn,
            Wording(
                en: "the column \(header) was added to the workbook and is left out",
                zh: "“\(header)”一栏是后来添加的，未读取"
            )
        )
    }

    static func renamedColumn(_ header: String) -> Diagnostic {
        Diagnostic(
            .note,
            .renamedColumn,
            header.isEmpty
                ? Wording(
                    en: "this column lost its header and is read under the one that it had",
                    zh: "这一栏的栏目名称被清空，仍按原栏目读取"
                )
                : Wording(
                    en: "the column \(header) was renamed and is read under its old header",
                    zh: "“\(header)”一栏改过名称，仍按原栏目读取"
                )
        )
    }

    /// `header` is what stands in the place of the column with the label `label`.
    static func replacedColumn(_ label: String, by header: String) -> Diagnostic {
        Diagnostic(
            .error,
            .replacedColumn,
            Wording(
                en: "the column \(label) is gone, and whether this is it, under another header,"
                    + " can't be told: \(header)",
                zh: "“\(label)”一栏不见了，无法判断此处的“\(header)”是不是它"
            ),
            hint: Wording(
                en: "put the header \(label) back; if this is another column, move it behind the"
                    + " others",
                zh: "请恢复栏目名称“\(label)”；如果确是另外增加的一栏，请移到最右边"
            )
        )
    }

    static let withoutSerials = Diagnostic(
        .error,
        .missingSerialColumn,
        Wording(
            en: "the column of serials is gone, so no row can be told",
            zh: "“序号”一栏不见了，无法知道各行是哪一项目标"
        ),
        hint: Wording(
            en: "keep the column with the serials, as it is in the workbook that was sent out",
            zh: "请保留“序号”一栏，与发出的工作簿一致"
        )
    ).about(field: Field.serial.key)

    func missingColumns(_ columns: [Int]) -> Diagnostic {
        let labels = columns.map { table.columns[$0].label }
        return Diagnostic(
            .note,
            .missingColumn,
            Wording(
                en: "columns that are not in the workbook are left alone: "
                    + "\(list: labels, ", ")",
                zh: "工作簿中没有以下栏目，保持原样：\(list: labels, "、")"
            ),
            file: file
        )
    }

    /// Texts beside the rows that a replacement over the whole sheet has changed.
    func changedOriginals(_ count: Int) -> Diagnostic {
        Diagnostic(
            .note,
            .changedOriginals,
            Wording(
                en:
                    "\(count) of the original texts that the workbook keeps were changed, too, as by "
                    + "a replacement over the whole sheet; what counts is their digests",
                zh: "工作簿保存的原文有 \(count) 处也被改动（例如整表替换所致），已按其摘要判断哪些内容改过"
            ),
            file: file
        )
    }

    /// What the workbook keeps of targets is no longer as it was written.
    func lostOriginals(_ count: Int) -> Diagnostic {
        Diagnostic(
            .warning,
            .lostOriginals,
            Wording(
                en: "what the workbook keeps of the original texts is damaged for \(count) of its "
                    + "targets",
                zh: "工作簿保存的原文有一部分已损坏，涉及 \(count) 项目标"
            ),
            hint: Wording(
                en: "look at the changes of these targets with care: some may only be older texts",
                zh: "请仔细核对这些目标的改动，其中可能有较早的旧文字"
            ),
            file: file
        )
    }

    var damagedLayout: Diagnostic {
        Diagnostic(
            .warning,
            .damagedLayout,
            Wording(
                en: "what the workbook kept of the official layout is damaged",
                zh: "工作簿中保存的官方版式信息已损坏"
            ),
            hint: Wording(
                en: "the official table can't be written from the workbook alone; "
                    + "its corrections can still be applied to the official file",
                zh: "无法仅凭该工作簿写出官方表；其中的更正仍可写回官方文件"
            ),
            remedy: .official,
            file: file
        )
    }

    var noTargets: Diagnostic {
        Diagnostic(
            .error,
            .emptyTable,
            Wording(
                en: "the workbook has no targets any more",
                zh: "工作簿中已经没有任何目标"
            ),
            file: file
        )
    }
}
