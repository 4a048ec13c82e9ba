internal import SourceText
internal import TargetModel

extension Diagnostic {
    // MARK: Serials

    static let missingSerialColumn = Diagnostic(
        .error,
        .missingSerialColumn,
        Wording(
            en: "there is no column for the serial (序号), so no row can be told",
            zh: "没有“序号”一栏，无法知道各行是哪一项目标"
        ),
        hint: Wording(
            en: "keep the column 序号 in the file of corrections",
            zh: "请在更正文件里保留“序号”一栏"
        )
    ).about(field: Field.serial.key)

    static let missingSerial = Diagnostic(
        .error,
        .missingSerial,
        Wording(en: "this row has no serial (序号)", zh: "这一行没有序号"),
        hint: Wording(
            en: "give it the serial of its target, or clear the row",
            zh: "请填上目标的序号，或清空这一行"
        )
    ).about(field: Field.serial.key)

    static func unknownSerial(_ serial: String) -> Diagnostic {
        Diagnostic(
            .error,
            .unknownSerial,
            Wording(
                en: "the official table has no target \(serial)",
                zh: "官方表格里没有序号为“\(serial)”的目标"
            ),
            hint: Wording(en: "is the serial right?", zh: "请核对序号")
        )
    }

    /// A correction in a list; with `addsTargets` its sender may mean a new target.
    static func unknownSerial(_ serial: String, addsTargets: Bool) -> Diagnostic {
        var finding = unknownSerial(serial)
        if addsTargets {
            finding.hint = Wording(
                en:
                    "is the serial right? A new target goes into the list `added`, with all its texts",
                zh: "请核对序号；新增的目标应连同各栏内容写在“added”里"
            )
            finding.remedy = .listOfCorrections
        }
        return finding
    }

    /// Of several serials in one option, the hint says how they are given.
    static func nothingToDelete(_ serial: String) -> Diagnostic {
        var finding = unknownSerial(serial)
        if serial.unicodeScalars.contains(where: { ",，、; ；".unicodeScalars.contains($0) }) {
            finding.hint = Wording(
                en: "give each serial by itself",
                zh: "要删除多项，请逐个给出序号"
            )
            finding.remedy = .deletion(Wording(en: "SERIAL", zh: "序号"))
        }
        return finding
    }

    /// `former` is the serial of the target that this one may be, under another number.
    static func newSerial(
        _ serial: String,
        in section: String?,
        former: String?
    ) -> Diagnostic {
        let section = section ?? ""
        return Diagnostic(
            .error,
            .newSerial,
            section.isEmpty
                ? Wording(
                    en: "the official table has no target \(serial)",
                    zh: "官方表格里没有序号为“\(serial)”的目标"
                )
                : Wording(
                    en: "the official table has no target \(serial) in \(section)",
                    zh: "官方表格的“\(section)”里没有序号为“\(serial)”的目标"
                ),
            hint: former.map { renumbered(from: $0, to: serial) }
                ?? Wording(
                    en: "correct the serial; if the target is a new one, add it",
                    zh: "请核对序号；确为新增的目标，请指明"
                ),
            remedy: .addedTargets
        )
    }

    private static func renumbered(from former: String, to serial: String) -> Wording {
        let correction = #"{"serial": "\#(former)", "field": "serial", "new": "\#(serial)"}"#
        return Wording(
            en: "target \(former) has no row here: to renumber it, send \(correction) in a list of"
                + " corrections or correct it in the workbook; if the target is a new one, add it",
            zh: "文件里没有序号为“\(former)”的目标，可能是改了它的序号：更改序号请在更正清单里写 \(correction)"
                + "，或在工作簿里改；确为新增的目标，请指明"
        )
    }

    static func existingSerial(_ serial: String, _ place: Place) -> Diagnostic {
        Serial.repeated(
            serial,
            elsewhere: Wording(verbatim: "\(place)"),
            hint: Wording(
                en: "every target needs a serial of its own; correct it to one that is free",
                zh: "每项目标须有自己的序号，请改用没有用过的序号"
            )
        )
    }

    static func repeatedRow(_ serial: String, first: Place) -> Diagnostic {
        Serial.repeated(
            serial,
            elsewhere: Wording(verbatim: "\(first)"),
            hint: Wording(en: "leave one of the two rows out", zh: "请只保留其中一行")
        )
    }

    static func ambiguousSerial(_ serial: String, _ places: [Place]) -> Diagnostic {
        Diagnostic(
            .error,
            .duplicateSerial,
            Wording(
                en: "serial \(serial) may mean several targets: \(list: places, ", ")",
                zh: "序号 \(serial) 可能指多项目标：\(list: places, "、")"
            ),
            hint: Wording(
                en: "say which one is meant in a list of corrections: \"place\": {\"line\": …}",
                zh: "请提交更正清单，用 \"place\": {\"line\": …} 指明是哪一项"
            ),
            remedy: .listOfCorrections
        ).about(serial: serial, field: Field.serial.key)
    }

    /// A list says where the target stands, and none with the serial stands there.
    static func noTargetThere(_ serial: String, _ places: [Place]) -> Diagnostic {
        Diagnostic(
            .error,
            .unknownPlace,
            Wording(
                en: "no target \(serial) stands at this place; there are: \(list: places, ", ")",
                zh: "“place”所指的位置没有序号为“\(serial)”的目标；该序号在：\(list: places, "、")"
            ),
            hint: Wording(
                en: "line, page and block count from 1, as in the official file",
                zh: "行、页、区块都从 1 数起，以官方文件为准"
            )
        ).about(serial: serial, field: Field.serial.key)
    }

    /// A target can be added to a section that the official table has only: below its heading.
    static func unknownSection(_ section: String, of serial: String) -> Diagnostic {
        Diagnostic(
            .error,
            .unknownSection,
            section.isEmpty
                ? Wording(
                    en: "the new target \(serial) doesn't say which section it belongs to",
                    zh: "新增的第\(serial)项没有写明属于哪个分组"
                )
                : Wording(
                    en: "the official table has no section \(section)",
                    zh: "官方表格里没有“\(section)”这个分组"
                ),
            hint: Wording(
                en:
                    "name one of the official table's sections; a new one needs its heading there first",
                zh: "请写官方表格里已有的分组；新的分组须先在官方表格里加上标题行"
            )
        )
    }

    /// A heading in the official table says the section of all targets below it.
    static func correctedSection(_ count: Int) -> Diagnostic {
        Diagnostic(
            .error,
            .correctedSection,
            Wording(
                en: count == 1
                    ? "a target's section can't be corrected here: a heading of the official table says it"
                    : "sections of \(count) targets, this one first, can't be corrected here: headings of"
                        + " the official table say them",
                zh: count == 1
                    ? "不能在这里更正所属分组：分组由官方表格中的标题行决定"
                    : "有 \(count) 项（这里是第一项）改动了所属分组：分组由官方表格中的标题行决定，不能在这里更正"
            ),
            hint: Wording(
                en:
                    "put the section back; move the target or change the heading in the official table",
                zh: "请还原分组；如需调整，请在官方表格中移动该项或修改标题行"
            )
        )
    }

    /// Rows of a list that holds several tables.
    static func rowsOfAnother(_ count: Int, _ title: String) -> Diagnostic {
        Diagnostic(
            .note,
            .otherTable,
            Wording(
                en: count == 1
                    ? "this row is of another table, \(title), and passed over"
                    : "\(count) rows, this one first, are of another table, \(title), and passed over",
                zh: count == 1
                    ? "这一行属于另一张表“\(title)”，未采用"
                    : "有 \(count) 行（这里是第一行）属于另一张表“\(title)”，未采用"
            ),
            hint: Wording(
                en: "corrections in them go into that table's own official file",
                zh: "其中的更正请写回该表自己的官方文件"
            )
        )
    }

    /// A table without a target is none that could be read again.
    static let nothingLeft = Diagnostic(
        .error,
        .emptyTable,
        Wording(
            en: "every target would be deleted; a table without targets can't be read",
            zh: "删除后一项目标也不剩，没有目标的表格无法读取"
        ),
        hint: Wording(en: "leave one, or delete the file itself", zh: "请至少保留一项，或直接删除该文件")
    )

    static func deletedAndCorrected(_ serial: String) -> Diagnostic {
        Diagnostic(
            .error,
            .deletedAndCorrected,
            Wording(
                en: "target \(serial) is to be deleted, but this corrects it",
                zh: "第\(serial)项要删除，但这里又作了更正"
            ),
            hint: Wording(
                en: "leave one of the two out: the deletion, or the correction",
                zh: "请去掉其中之一：或者不删除，或者不更正"
            )
        ).about(serial: serial)
    }

    static func removedTargetStays(_ serial: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .removedTargetStays,
            Wording(
                en: "target \(serial) is listed as removed and stays in the official table",
                zh: "第\(serial)项列为已删除，但仍保留在官方表格里"
            ),
            hint: Wording(en: "if it is to go, delete it", zh: "如果要删除，请指明"),
            remedy: .deletion(Wording(verbatim: "\(serial)"))
        )
    }

    // MARK: What corrections started from

    /// `isList`: the file is a list of corrections, no table.
    static func baseUnused(isList: Bool) -> Diagnostic {
        Diagnostic(
            .note,
            .baseUnused,
            isList
                ? Wording(
                    en: "a list says itself, as `old`, what its cells said; the base is not used",
                    zh: "更正清单以“old”说明所依据的原文，另给的原表不使用"
                )
                : Wording(
                    en: "this file keeps what its cells said, and that counts, not the base",
                    zh: "此文件自身保存了所依据的原文，以此为准，另给的原表不使用"
                )
        )
    }

    // MARK: Columns

    static func unknownColumn(_ label: String) -> Diagnostic {
        Diagnostic(
            .note,
            .unknownColumn,
            Wording(
                en: "the official table has no column \(label); it is left out",
                zh: "官方表格里没有“\(label)”一栏，略去不用"
            )
        ).about(field: label)
    }

    /// Such as a list of changes, which looks like a table of targets.
    static let noKnownColumn = Diagnostic(
        .error,
        .noKnownColumn,
        Wording(
            en: "the official table has none of its columns but the serial, so it corrects nothing",
            zh: "除序号外，官方表格里没有它的任何一栏，无法据此更正"
        ),
        hint: Wording(
            en: "give columns the labels of the official table; a list of changes goes as JSON",
            zh: "请使用官方表格的栏目名称；改动清单请用 JSON 格式"
        ),
        remedy: .listOfChanges
    )

    static func unknownField(_ field: String, _ columns: [Column]) -> Diagnostic {
        let keys = columns.map(\.key)
        return Diagnostic(
            .error,
            .unknownField,
            Wording(
                en: "the official table has no column \(field)",
                zh: "官方表格里没有“\(field)”一栏"
            ),
            hint: Wording(en: "it has: \(list: keys, ", ")", zh: "可用的有：\(list: keys, "、")")
        )
    }

    /// A status of which rows tick a column, and none has that name.
    static func noColumnToTick(_ names: [String]) -> Diagnostic {
        Diagnostic(
            .error,
            .contradictoryParts,
            Wording(
                en: "no column has this name, so none can be ticked",
                zh: "没有这样的一栏可以打勾"
            ),
            hint: Wording(
                en: "say one of: \(list: names, ", ")",
                zh: "请写其中之一：\(list: names, "、")"
            )
        )
    }

    static let contradictoryParts = Diagnostic(
        .error,
        .contradictoryParts,
        Wording(
            en: "this column and another of its group are corrected to say different things",
            zh: "这一栏与同组另一栏的更正内容互相矛盾"
        ),
        hint: Wording(
            en: "one of the two is read from the other: correct both alike, or only one",
            zh: "其中一栏取自另一栏：请把两处改成一致，或只改一处"
        )
    )

    // MARK: Texts

    /// `text` is what a cell without a text meant, and is to say.
    static func filledCell(_ text: String) -> Diagnostic {
        Diagnostic(
            .note,
            .filledCell,
            Wording(
                en:
                    "this cell meant the text above, which is corrected, so what it means is written"
                    + " into it: “\(text)”",
                zh: "这一格原为空白或“同上”，上面的内容更正后需写明原意：“\(text)”"
            )
        )
    }

    static func cosmeticChanges(_ count: Int) -> Diagnostic {
        Diagnostic(
            .note,
            .cosmeticChange,
            Wording(
                en: count == 1
                    ? "this cell differs only in what spreadsheet programs change on their own; it"
                        + " is left as it is"
                    : "\(count) cells, this one first, differ only in what spreadsheet programs change"
                        + " on their own; they are left as they are",
                zh: count == 1
                    ? "这一格的差别只是电子表格软件自动改动所致，保持原样"
                    : "有 \(count) 格（这里是第一格）的差别只是电子表格软件自动改动所致，均保持原样"
            ),
            hint: Wording(
                en: "if it is meant, send it as JSON",
                zh: "如果确要更改，请用 JSON 提交"
            ),
            remedy: .listOfCorrections
        )
    }
}
