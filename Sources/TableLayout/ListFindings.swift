package import SourceText

/// What the rows of a list are found to be, where they are no targets.
extension Diagnostic {
    static let emptyTable = Diagnostic(
        .error,
        .emptyTable,
        Wording(en: "there is no target under the header", zh: "表头下面没有任何目标"),
        hint: Wording(
            en: "a target is a row with a serial (序号) and a text",
            zh: "目标行须有序号和内容；请检查文件是否完整"
        )
    )

    static let missingSerial = Diagnostic(
        .error,
        .missingSerial,
        Wording(en: "this row has an objective and no serial", zh: "这一行有目标内容，但没有序号"),
        hint: Wording(
            en: "give it its serial (序号), or delete the row",
            zh: "请补上序号，或删去这一行"
        )
    )

    static let skippedRow = Diagnostic(
        .warning,
        .skippedRow,
        Wording(
            en: "this row is no target (a sum or a remark) and is left out",
            zh: "这一行不是目标（合计或附注），未读入"
        ),
        hint: Wording(
            en: "if it is a target, give it its serial (序号)",
            zh: "如果它是一项目标，请补上序号"
        )
    )

    static func blankLeaders(_ count: Int) -> Diagnostic {
        Diagnostic(
            .warning,
            .blankLeader,
            Wording(
                en: count == 1
                    ? "this row names no leader; in a list a blank cell is not filled in from the "
                        + "row above"
                    : "\(count) rows name no leader, here first; in a list a blank cell is not "
                        + "filled in from the row above",
                zh: count == 1
                    ? "这一行没有填写领导；清单中的空白格不沿用上一行的领导"
                    : "有 \(count) 行没有填写领导，此处为第一行；清单中的空白格不沿用上一行的领导"
            ),
            hint: Wording(
                en: "write the leader into every row",
                zh: "请在每一行都填写领导"
            )
        )
    }

    static func tooManyCells(_ cell: Int, width: Int) -> Diagnostic {
        Diagnostic(
            .error,
            .textBeyondHeader,
            Wording(
                en: "cell \(cell) has text, but the header has \(width) cells only",
                zh: "第 \(cell) 格有文字，但表头只有 \(width) 格"
            ),
            hint: Wording(
                en: "a separator in a text that is not in quotes moves what follows to the right",
                zh: "可能是文字中的分隔符没有加引号，使后面的内容右移"
            )
        )
    }

    /// A column (from 1) with text and without a label.
    package static func unlabelledText(_ cell: Int) -> Diagnostic {
        Diagnostic(
            .warning,
            .unlabelledText,
            Wording(
                en: "cell \(cell) has text, but the header says nothing above it: left out",
                zh: "第 \(cell) 格有文字，但表头对应的格是空的，未读入"
            ),
            hint: Wording(
                en: "give the column a label if it belongs to the table",
                zh: "如果这一栏属于表格，请在表头写上栏目名称"
            )
        )
    }
}
