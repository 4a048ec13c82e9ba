internal import SourceText
internal import TargetModel

/// What the rows under the headers of the official layout are found to be.
extension Diagnostic {
    static let unrecognizedRow = Diagnostic(
        .note,
        .unrecognizedRow,
        Wording(
            en: "this row is no target and is left where it stands",
            zh: "这一行不是目标，原样保留在版式中"
        ),
        hint: Wording(
            en: "if it is a target, give it a serial (序号)",
            zh: "如果它是一项目标，请补上序号"
        )
    )

    static func groupHeading(_ serial: String, _ heading: GroupHeading) -> Diagnostic {
        let last = heading.count == 1 ? "" : " – \(serial)/\(heading.count)"
        let kept = Wording(
            en: heading.hasText ? "; its text is kept with them under “\(Column.group.label)”" : "",
            zh: heading.hasText ? "，标题文字随各项保留在“\(Column.group.label)”栏" : ""
        )
        return Diagnostic(
            .note,
            .groupHeading,
            Wording(
                en: "this row heads targets \(serial)/1\(last) and is counted as none\(kept)",
                zh: "这一行是目标\(serial)/1\(last)的标题，不计为一项目标\(kept)"
            ),
            hint: Wording(
                en: "if it is a target of its own, give it a deadline, a report or a status",
                zh: "如果它本身是一项目标，请填写时限、进展或是否完成"
            )
        )
    }

    static let sectionHeading = Diagnostic(
        .note,
        .groupHeading,
        Wording(
            en:
                "this row heads those below it, whose serials are parts of its own: it is kept as their"
                + " section and counted as no target",
            zh: "这一行是下面各项（序号从属于它）的标题，作为它们所在的部分（section）保留，不计为一项目标"
        ),
        hint: Wording(
            en: "if it is a target of its own, give it a deadline, a report or a status",
            zh: "如果它本身是一项目标，请填写时限、进展或是否完成"
        )
    )

    static func countedHeading(_ serial: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .groupHeading,
            Wording(
                en:
                    "this row has no deadline, report or status of its own, but the rows below it under "
                    + "serial \(serial) have: it is counted as target \(serial)/1 all the same",
                zh: "这一行没有时限、进展和是否完成，而序号\(serial)下面的各行都有；仍按目标\(serial)/1 计数"
            ),
            hint: Wording(
                en: "if it only heads them, put it into a row without a serial, such as 一、…, "
                    + "and give those below serials of their own",
                zh: "如果它只是下面各项的标题，请改为不带序号的标题行（如“一、……”），并给下面各行编号"
            )
        )
    }

    static let numberedByOrder = Diagnostic(
        .note,
        .numberedByOrder,
        Wording(
            en: "the table has no serials (序号): its targets are numbered by their order",
            zh: "表中没有“序号”一栏，目标按先后顺序编号"
        ),
        hint: Wording(
            en: "if another column holds the serial, say so",
            zh: "如果序号在别的栏目里，请说明"
        ),
        remedy: .columns([Wording(en: "LABEL=serial", zh: "栏目名称=serial")])
    )

    static let orphanRow = Diagnostic(
        .error,
        .orphanRow,
        Wording(
            en: "a row without a serial stands above every target",
            zh: "第一项目标之前出现了没有序号的行"
        ),
        hint: Wording(en: "give it a serial, or delete the row", zh: "请补上序号，或删去这一行")
    )

    static let secondLeader = Diagnostic(
        .error,
        .secondLeader,
        Wording(
            en: "this row goes on with the target above, but names another leader",
            zh: "这一行是上一项目标的续行，但写了另一位领导"
        ),
        hint: Wording(
            en: "give the row a serial if it is a target of its own, or name one leader only",
            zh: "如果它是单独的一项，请补上序号；否则请只写一位领导"
        )
    )

    static func continuedRow(_ serial: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .continuedRow,
            Wording(
                en: "a row without a serial was joined to target \(serial) above it",
                zh: "没有序号的行已并入上面的第\(serial)项"
            ),
            hint: Wording(
                en: "if it is a target of its own, give it a serial (序号)",
                zh: "如果它是单独的一项，请补上序号"
            )
        )
    }

    static func missingTab(_ cell: Int, width: Int) -> Diagnostic {
        Diagnostic(
            .error,
            .rowDoesNotFit,
            Wording(
                en:
                    "cell \(cell) has what is a serial of the next block, and the row has fewer cells than "
                    + "the header (\(width))",
                zh: "第 \(cell) 格是下一区块的序号，而本行的格数少于表头（\(width) 格）"
            ),
            hint: Wording(
                en: "a tab is missing before it: cells of one target stand in those of another",
                zh: "前面少了一个制表符，一项目标的内容移到了别的格里，请补上"
            )
        )
    }

    static func textBeyondHeader(_ cell: Int, width: Int) -> Diagnostic {
        Diagnostic(
            .error,
            .textBeyondHeader,
            cell > width
                ? Wording(
                    en: "cell \(cell) has text, but the header has \(width) cells only",
                    zh: "第 \(cell) 格有文字，但表头只有 \(width) 格"
                )
                : Wording(
                    en: "cell \(cell) has text, but the header says nothing above it",
                    zh: "第 \(cell) 格有文字，但表头对应的格是空的"
                ),
            hint: Wording(
                en: "a tab too many before it moves cells to the right; or give the column a label",
                zh: "可能是前面多了一个制表符；或者请在表头补上栏目名称"
            )
        )
    }
}
