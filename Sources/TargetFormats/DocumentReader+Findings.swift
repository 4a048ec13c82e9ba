internal import DocumentText
internal import SourceText

extension DocumentReader {
    /// What to do about a document that is damaged or refused.
    static var saveAnew: Wording {
        Wording(
            en: "open it in the program that it is from, and save it again",
            zh: "请用原来的程序打开后重新保存"
        )
    }

    /// The file is none of the format that it is read as, and nobody knows what it is.
    var notOfFormat: Diagnostic {
        let isText =
            !input.bytes.isEmpty && !input.bytes.contains(0)
            && (try? input.decoded(as: options.encoding)) != nil
        return Diagnostic(
            .error,
            .notADocument,
            isText
                ? Wording(
                    en: "the file is plain text without a table of targets, whatever its name says",
                    zh: "从内容看，这是不含责任目标表的纯文本，与文件名不符"
                )
                : Wording(
                    en: "this is not \(format.noun), or its end is missing",
                    zh: "这不是 \(format.noun)，或者文件不完整"
                ),
            hint: Wording(
                en: "get the file again, or save it once more",
                zh: "请重新获取该文件，或重新保存"
            ),
            file: input.name
        )
    }

    /// There is no table at all.
    var withoutTable: Diagnostic {
        Diagnostic(
            .error,
            .noTable,
            Wording(
                en: "there is no table in this file",
                zh: "文件中没有表格"
            ),
            hint: Wording(
                en: "a page may load its table only when it is shown, or hold a picture of it: "
                    + "copy the table from the screen into a spreadsheet, or get the file that "
                    + "the page links to",
                zh: "网页可能在显示时才载入表格，或者表格只是图片：请把显示的表格复制到电子表格中，或下载网页所附的文件"
            ),
            file: input.name
        )
    }

    /// A table (by its number, from 1) that goes on with another one.
    func joined(_ rest: Int, to table: Int) -> Diagnostic {
        Diagnostic(
            .warning,
            .continuedRow,
            Wording(
                en:
                    "table \(rest) has no header, and its serials go on with those of table \(table): both"
                    + " are read as one",
                zh: "表\(rest)没有表头，而序号接着表\(table)往下排：作为同一张表读取"
            ),
            hint: Wording(
                en: "if it is a table of its own, give it a header",
                zh: "如果它是单独的一张表，请加上表头"
            ),
            file: input.name
        )
    }

    /// Tables (by their numbers, from 1) that have no header.
    func withoutHeader(_ numbers: [Int]) -> Diagnostic {
        Diagnostic(
            .note,
            .tableLeftOut,
            Wording(
                en: "left out, because they have no header of targets: "
                    + "\(list: numbers.map { "table \($0)" }, ", ")",
                zh: "以下表格没有目标表的表头，未读取："
                    + "\(list: numbers.map { "表\($0)" }, "、")"
            ),
            file: input.name
        )
    }
}

extension DocumentLimit {
    /// The limit as a finding about `file`.
    func diagnostic(_ file: String) -> Diagnostic {
        let what =
            switch self {
            case .tooDeep(let depth):
                Wording(
                    en: "tables stand in each other more than \(depth) deep",
                    zh: "表格嵌套超过 \(depth) 层"
                )
            case .tooWide(let columns):
                Wording(
                    en: "a table has more than \(columns) columns",
                    zh: "表格超过 \(columns) 栏"
                )
            case .tooLong(let rows):
                Wording(en: "a table has more than \(rows) rows", zh: "表格超过 \(rows) 行")
            case .tooOften(let cells):
                Wording(
                    en: "cells are repeated more than \(cells) times",
                    zh: "重复的单元格超过 \(cells) 个"
                )
            case .tooLarge(let bytes):
                Wording(en: "its texts have more than \(bytes) bytes", zh: "文字超过 \(bytes) 字节")
            }
        return Diagnostic(
            .error,
            .unsafeDocument,
            Wording(
                en: "the file is refused: \(what)",
                zh: "出于安全考虑，拒绝读取该文件：\(what)"
            ),
            hint: DocumentReader.saveAnew,
            file: file
        )
    }
}
