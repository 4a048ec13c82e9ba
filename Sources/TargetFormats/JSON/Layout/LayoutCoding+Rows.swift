internal import JSONText
internal import SourceText
internal import TargetModel

extension LayoutDecoder {
    /// Reads rows of targets and takes their places.
    mutating func decodeRows(_ value: JSONValue) -> Layout.TargetRows? {
        let keys: [StaticString] = ["targets", "count", "cells", "end", "forms"]
        guard expectObject(value, "runs", keys, required: 4), let list = value["targets"],
            let number = value["count"],
            let count = integer(number, "count", from: 1, below: LayoutCoding.bound),
            let cells = integer(
                value["cells"],
                "cells",
                from: 1,
                below: LayoutCoding.longestRow + 1
            ),
            let end = lineEnd(value["end"]), expect(.array, list, "targets")
        else { return nil }
        guard let blocks, list.elements.reduce(0, { sum, _ in sum + 1 }) == blocks.count else {
            reportRange(list, "targets")
            return nil
        }
        var targets: [Int?] = []
        for element in list.elements {
            guard !element.isNull else {
                targets.append(nil)
                continue
            }
            guard let first = takePlaces(element, count: count) else { return nil }
            targets.append(first)
        }
        var rows = Layout.TargetRows(targets: targets, count: count, cells: cells, end: end)
        if let forms = value["forms"], expect(.array, forms, "forms") {
            decodeForms(forms, to: &rows)
        }
        // Rows that hold no target hold a piece of one.
        if targets.allSatisfy({ $0 == nil }), count > rows.forms.count {
            reportRange(number, "count")
        }
        return rows
    }

    private mutating func takePlaces(_ value: JSONValue, count: Int) -> Int? {
        guard count <= targetCount,
            let first = integer(value, "targets", below: targetCount - count + 1)
        else {
            if count > targetCount { reportRange(value, "count") }
            return nil
        }
        for target in first..<(first + count) {
            guard !isPlaced[target] else {
                report(
                    value,
                    Wording(
                        en: "target \(target) (from 0) has two places in `runs`",
                        zh: "第 \(target) 个目标（从 0 数起）在“runs”里有两个位置"
                    )
                )
                return nil
            }
            isPlaced[target] = true
        }
        return first
    }

    private mutating func decodeForms(_ value: JSONValue, to rows: inout Layout.TargetRows) {
        // A short row lacks cells that its blocks have.
        let blockEnd = blocks?.last.map { $0.cell + $0.columns.count } ?? 0
        let width = max(rows.cells, blockEnd)
        var previous = (row: 0, cell: -1)
        for element in value.elements {
            guard let form = decodeForm(element, rows: rows.count, cells: width) else { continue }
            guard (form.row, form.cell) > previous else {
                report(
                    element,
                    Wording(
                        en: "`forms` is not in the order of rows and cells",
                        zh: "“forms”没有按行、单元格的顺序排列"
                    )
                )
                return
            }
            previous = (form.row, form.cell)
            rows.forms.append(form)
        }
    }

    private mutating func decodeForm(
        _ value: JSONValue,
        rows: Int,
        cells: Int
    ) -> Layout.CellForm? {
        let keys: [StaticString] = [
            "row", "cell", "literal", "standsFor", "repeats", "piece", "before", "after", "quoted",
        ]
        guard expectObject(value, "forms", keys, required: 2),
            let row = integer(value["row"], "row", below: rows),
            let cell = integer(value["cell"], "cell", below: cells),
            let content = decodeContent(value)
        else { return nil }
        var form = Layout.CellForm(row: row, cell: cell, content: content)
        if let before = value["before"] { form.before = blank(before, "before") }
        if let after = value["after"] { form.after = blank(after, "after") }
        if let quoted = value["quoted"], expect(.boolean, quoted, "quoted") {
            form.quoted = quoted.boolean == true
        }
        return form
    }

    private mutating func decodeContent(_ value: JSONValue) -> Layout.Content? {
        let literal = value["literal"]
        let standsFor = value["standsFor"]
        let repeats = value["repeats"]
        let piece = value["piece"]
        switch (literal, standsFor, repeats, piece) {
        case (nil, nil, nil, nil): return .value
        case (let text?, nil, nil, nil): return string(text, "literal").map { .literal($0) }
        case (nil, let text?, nil, nil): return string(text, "standsFor").map { .standsFor($0) }
        case (nil, nil, let again?, nil): return decodeRepeated(again)
        case (nil, nil, nil, let piece?): return decodePiece(piece).map { .piece($0) }
        default:
            report(
                value,
                Wording(
                    en: "a form has one of `literal`, `standsFor`, `repeats` and `piece`",
                    zh: "“literal”“standsFor”“repeats”“piece”只能有一个"
                )
            )
            return nil
        }
    }

    private mutating func decodeRepeated(_ value: JSONValue) -> Layout.Content? {
        guard expectObject(value, "repeats", ["target", "text"], required: 2),
            let target = integer(value["target"], "target", below: targetCount),
            let text = string(value["text"], "text")
        else { return nil }
        return .repeats(text, target: target)
    }

    private mutating func decodePiece(_ value: JSONValue) -> Layout.Piece? {
        let keys: [StaticString] = ["target", "column", "part", "text", "length", "joint"]
        guard expectObject(value, "piece", keys, required: 3),
            let target = integer(value["target"], "target", below: targetCount),
            let column = integer(value["column"], "column", below: columns.count),
            let part = integer(value["part"], "part", below: LayoutCoding.bound)
        else { return nil }
        var piece = Layout.Piece(
            target: target,
            column: column,
            part: part,
            text: nil,
            length: 0,
            joint: ""
        )
        if let text = value["text"] { piece.text = string(text, "text") }
        piece.length = piece.text?.utf8.count ?? 0
        if let length = value["length"] {
            piece.length = integer(length, "length", below: LayoutCoding.bound) ?? 0
        }
        if let joint = value["joint"] { piece.joint = string(joint, "joint") ?? "" }
        return piece
    }
}
