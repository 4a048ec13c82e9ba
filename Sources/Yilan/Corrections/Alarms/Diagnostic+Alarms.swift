internal import SourceText
internal import TargetModel

extension Diagnostic {
    // MARK: What people should look at before it is written

    static func manyChanges(cells: Int, targets: Int, of total: Int) -> Diagnostic {
        Diagnostic(
            .warning,
            .manyChanges,
            Wording(
                en: "this file changes \(targets) of the \(total) targets (\(cells) cells)",
                zh: "此文件改动了 \(total) 项目标中的 \(targets) 项（\(cells) 格）"
            ),
            hint: Wording(
                en: "so many changes often come from cells that were moved or sorted apart; look"
                    + " at them without -o first",
                zh: "改动这么多，常是单元格错位或只排序了部分列所致；请先不加 -o 查看一遍"
            )
        )
    }

    static func emptiedCell(_ old: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .emptiedCell,
            Wording(
                en: "this cell becomes blank; it said “\(old)”",
                zh: "这一格将变为空白，原文是“\(old)”"
            ),
            hint: Wording(
                en: "if that isn't meant, put the text back",
                zh: "如果不是有意清空，请恢复原文"
            )
        )
    }

    static func changedSerial(_ old: String, _ new: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .changedSerial,
            Wording(
                en: "the serial of target \(old) becomes \(new)",
                zh: "第 \(old) 项的序号将改为 \(new)"
            ),
            hint: Wording(
                en: "if that isn't meant, put \(old) back",
                zh: "如果不是有意改号，请恢复为 \(old)"
            )
        )
    }

    static func statusNotUnderstood(_ new: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .unclearStatus,
            Wording(
                en:
                    "“\(new)” says neither yes nor no; the target would count as unstated",
                zh: "“\(new)”看不出是否按计划完成，统计时将计入“未填”"
            ),
            hint: Wording(en: "write 是 or 否", zh: "请填写“是”或“否”")
        )
    }

    static func deadlineNotUnderstood(_ new: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .unclearDeadline,
            Wording(
                en: "“\(new)” is no deadline that can be understood, or no such day",
                zh: "“\(new)”不是能识别的完成时限，或没有这一天"
            ),
            hint: Wording(
                en: "write it like 年底, 11月底, 2023年6月30日",
                zh: "请写成“年底”“11月底”“2023年6月30日”等形式"
            )
        )
    }

    // MARK: What programs make of texts

    static func missingValueWord(_ word: String, isLeftAlone: Bool) -> Diagnostic {
        Diagnostic(
            .warning,
            .missingValueWord,
            isLeftAlone
                ? Wording(
                    en: "“\(word)” is what a program puts into a blank cell; it is left blank",
                    zh: "“\(word)”是程序给空白单元格填的字样，该格仍保持空白"
                )
                : Wording(
                    en: "“\(word)” is what a program puts where it has no value",
                    zh: "“\(word)”是程序表示缺少内容的字样"
                ),
            hint: Wording(
                en: "in pandas, read with dtype=str, keep_default_na=False",
                zh: "用 pandas 读取时请加 dtype=str, keep_default_na=False"
            )
        )
    }

    static func lostCharacters(_ old: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .lostCharacters,
            Wording(
                en: "characters became “?”, which the encoding of this file can't hold; the cell is"
                    + " left as it is: “\(old)”",
                zh: "有的字变成了“?”，因为此文件的编码存不下；这一格保持原文“\(old)”"
            ),
            hint: Wording(
                en: "save it as XLSX, or as CSV in UTF-8",
                zh: "请另存为 XLSX，或“CSV UTF-8”"
            )
        )
    }

    static func lostCharacter(_ scalar: Unicode.Scalar) -> Diagnostic {
        Diagnostic(
            .error,
            .lostCharacters,
            Wording(
                en:
                    "the new text has “?” where there was \(scalar) (\(scalar.codePoint)), which the"
                    + " encoding of this file can't hold",
                zh: "新内容里的“?”原来是“\(scalar)”（\(scalar.codePoint)），此文件的编码存不下这个字"
            ),
            hint: Wording(
                en: "type the character again and save as XLSX, or as CSV in UTF-8",
                zh: "请重新录入该字，并另存为 XLSX 或“CSV UTF-8”"
            )
        )
    }

    static func movedTexts(_ count: Int, _ column: Column) -> Diagnostic {
        Diagnostic(
            .warning,
            .movedTexts,
            Wording(
                en: count == 1
                    ? "this cell of \(column.label) says what another target says: was it pasted into"
                        + " the wrong row?"
                    : "\(count) cells of \(column.label), this one first, say what other targets say:"
                        + " were they sorted or pasted without the rest of their rows?",
                zh: count == 1
                    ? "这一格“\(column.label)”写的是另一项的内容，可能贴错了行"
                    : "“\(column.label)”有 \(count) 格（这里是第一格）写的是其他项的内容，"
                        + "可能只排序或粘贴了部分单元格，与所在行错位"
            ),
            hint: Wording(
                en: "sort and move whole rows, and compare these cells",
                zh: "请整行排序或移动，并核对这些单元格"
            )
        )
    }

    static func textOfAnotherColumn(_ column: Column) -> Diagnostic {
        Diagnostic(
            .warning,
            .movedTexts,
            Wording(
                en: "this cell is to say what \(column.label) of the same target says",
                zh: "这一格写的是同一项“\(column.label)”的内容"
            ),
            hint: Wording(
                en: "see whether it was typed or pasted into the wrong column",
                zh: "请核对是否填错或贴错了栏目"
            )
        )
    }

    // MARK: What is not known or not wanted

    static func unknownBase(_ count: Int) -> Diagnostic {
        Diagnostic(
            .note,
            .unknownBase,
            Wording(
                en: "it isn't known what the cells of this file said before, so its texts count:"
                    + " \(count) \(count == 1 ? "cell, this one" : "cells, this one first,")"
                    + " would go back to an older text if the official table is newer",
                zh: "此文件未保存所依据的原文，只能以它的文字为准：共 \(count) 格（这里是第一格），"
                    + "如果官方表格更新，这些格会被改回旧文字"
            ),
            hint: Wording(
                en: "name the official table that it was made from",
                zh: "请指定它所依据的那份官方表格"
            ),
            remedy: .base
        )
    }

    static func otherColumns(_ count: Int) -> Diagnostic {
        Diagnostic(
            .note,
            .otherColumns,
            Wording(
                en: "\(count) \(count == 1 ? "correction" : "corrections, this one first,")"
                    + " of columns that were not chosen \(count == 1 ? "is" : "are") left out",
                zh: "有 \(count) 处更正（这里是第一处）不属于选定的栏目，略去不用"
            )
        )
    }
}
