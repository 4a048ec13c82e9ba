internal import JSONText
internal import SourceText
internal import TargetModel

extension DocumentDecoder {
    /// Reads the document's `columns`; `extras` are the labels that its targets have in `extra`.
    ///
    /// A key of a field means the field, unless it is the label of a column that the targets have
    /// in `extra`: any label may stand in an official table, `leader` too.
    func decodeColumns(
        _ value: JSONValue,
        extras: [[UInt8]],
        _ findings: inout JSONFindings
    ) -> [Column]? {
        guard findings.expect(.array, value, "columns") else { return nil }
        let keys = JSONKeys<ColumnKey>(required: 2)
        var columns: [Column] = []
        for element in value.elements {
            let members = findings.members(of: element, "columns", keys)
            guard let key = members[.key], findings.expect(.string, key, "columns.key"),
                let label = members[.label], findings.expect(.string, label, "columns.label"),
                let name = label.string
            else { continue }
            var field = key.string.flatMap(Field.init(rawValue:))
            let isLabel = key.utf8 == label.utf8
            if isLabel, extras.contains(label.utf8) { field = nil }
            guard field != nil || isLabel else {
                findings.report(keyIsNoLabelAt: key)
                continue
            }
            let column = Column(field, label: name)
            if columns.contains(where: column.isSame) {
                findings.report(columnRepeatedAt: element, key.string ?? "")
                continue
            }
            columns.append(column)
        }
        guard columns.contains(where: { $0.field == .serial }) else {
            findings.report(
                .error,
                .missingSerialColumn,
                at: value,
                field: Field.serial.key,
                Wording(
                    en: "`columns` lists no serial",
                    zh: "“columns”里没有序号（serial）一栏"
                )
            )
            return nil
        }
        return columns
    }
}

/// The keys of a column.
private enum ColumnKey: String, JSONKey { case key, label, headers }

extension JSONFindings {
    fileprivate mutating func report(keyIsNoLabelAt key: JSONValue) {
        report(
            .error,
            .wrongValue,
            at: key,
            Wording(
                en: "the key of a column is that of a field, or the column's own label",
                zh: "栏目的“key”应为七个字段之一，否则须与“label”相同"
            ),
            hint: Wording(
                en: "the fields are \(list: Field.allCases.map(\.key), ", ")",
                zh: "字段有：\(list: Field.allCases.map(\.key), "、")"
            )
        )
    }

    fileprivate mutating func report(columnRepeatedAt value: JSONValue, _ key: String) {
        report(
            .error,
            .duplicateColumn,
            at: value,
            field: key,
            Wording(
                en: "`columns` lists \(key) twice",
                zh: "“columns”里“\(key)”出现了两次"
            ),
            hint: Wording(en: "keep one of the two", zh: "请只保留其中一个")
        )
    }

    /// Reports a fact that contradicts the title it is read from.
    mutating func report(titleContradictedAt value: JSONValue, _ key: String, means: String) {
        report(
            .error,
            .contradictsText,
            at: value,
            Wording(
                en: "`\(key)` contradicts the title, which says \(means)",
                zh: "“\(key)”与标题不符，按标题应为 \(means)"
            ),
            hint: Wording(
                en: "the title counts: change it, or set `\(key)` to \(means) or leave it out",
                zh: "以标题为准：请改标题，或把“\(key)”改为 \(means)，也可以去掉“\(key)”"
            )
        )
    }

    /// Reports a table without a target.
    mutating func report(emptyTableAt value: JSONValue) {
        report(
            .error,
            .emptyTable,
            at: value,
            Wording(en: "there is no target in `targets`", zh: "“targets”里没有任何目标")
        )
    }

    /// Tells that a system added columns that the layout has no place for.
    mutating func report(columnsAddedAt value: JSONValue, _ columns: [Column]) {
        let labels = columns.map(\.label)
        report(
            .note,
            .layoutDropped,
            at: value,
            field: columns.first?.key,
            Wording(
                en: "the official layout has no place for the columns that were added:"
                    + " \(list: labels, ", ")",
                zh: "原来的官方版式里没有后加的栏目：\(list: labels, "、")"
            ),
            hint: Wording(
                en: "as TSV, the table is laid out anew",
                zh: "转换为 TSV 时将重新排版"
            )
        )
    }

    /// Tells that the targets are not those that the layout was made for.
    mutating func report(layoutDroppedAt value: JSONValue, added: Int, removed: Int) {
        report(
            .note,
            .layoutDropped,
            at: value,
            Wording(
                en: "the official layout no longer fits the targets: added \(added), taken out"
                    + " \(removed)",
                zh: "目标增加了 \(added) 项、去掉了 \(removed) 项，原来的官方版式不再适用"
            ),
            hint: Wording(
                en: "as TSV, the table is laid out anew",
                zh: "转换为 TSV 时将重新排版"
            )
        )
    }
}
