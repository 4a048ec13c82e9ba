internal import Yilan

/// What was seen in a file, told to people.
struct InspectionText {
    /// How wide lines may be, in columns; nil is no limit.
    var columns: Int?
    /// The language of the words.
    var language: Language

    /// Returns the text, each line ended.
    func text(of inspection: Inspection) -> String {
        var text = facts(of: inspection)
        let picture = LayoutPicture(columns: columns ?? 80, language: language)
        for (index, page) in inspection.pages.enumerated() {
            text += "\n" + heading(of: page, number: index + 1) + "\n"
            text += picture.text(of: page)
        }
        text += "\n" + columnTable(of: inspection)
        let others = Wording(en: "Other text in the file", zh: "文件中的其他文字")
        text += list(others, inspection.notes)
        let joined = Wording(
            en: "Rows joined to the target above (its serial)",
            zh: "并入上一目标的行（及其序号）"
        )
        return text + list(joined, inspection.continuations)
    }

    private func say(_ english: String, _ chinese: String) -> String {
        Wording(english: english, chinese: chinese)[language]
    }

    private func facts(of inspection: Inspection) -> String {
        let form = [
            inspection.format, inspection.encoding, inspection.lineEnds.map(lineEnds),
        ]
        let none = say("none", "无")
        let title = inspection.title.map { title in
            title.text + (title.line.map { say(" (line \($0))", "（第 \($0) 行）") } ?? "")
        }
        let rows = [
            (say("file", "文件"), inspection.file),
            (say("form", "格式"), form.compactMap(\.self).joined(separator: say(", ", "，"))),
            (say("title", "标题"), title ?? none),
            (say("issuer", "发布机关"), inspection.issuer ?? none),
            (say("year", "年份"), inspection.year.map(String.init) ?? none),
            (say("targets", "目标"), String(inspection.targets)),
        ]
        let width = rows.map { DisplayWidth.of($0.0) }.max() ?? 0
        return rows.map { name, value in
            let indent = String(repeating: " ", count: width + 2)
            let blanks = indent.dropFirst(DisplayWidth.of(name))
            let shown = ShownText.harmless(value)
            let lines =
                columns.map { LineWrapping.lines(of: shown, columns: max(8, $0 - width - 2)) }
                ?? [shown]
            return name + blanks + lines.joined(separator: "\n" + indent) + "\n"
        }
        .joined()
    }

    private func lineEnds(_ ends: Inspection.LineEndCounts) -> String {
        let counts = [
            ("LF", ends.lineFeed), ("CRLF", ends.carriageReturnLineFeed),
            ("CR", ends.carriageReturn),
        ]
        .filter { $0.1 > 0 }
        let names =
            counts.count < 2
            ? counts.map(\.0) : counts.map { say("\($0.0) (\($0.1) lines)", "\($0.0)（\($0.1) 行）") }
        let last = ends.isLastEnded ? [] : [say("last line without an end", "末行无换行符")]
        return (names + last).joined(separator: say(", ", "，"))
    }

    private func heading(of page: Inspection.Page, number: Int) -> String {
        let header =
            page.header.count == 1
            ? "\(page.header.lowerBound)" : "\(page.header.lowerBound)–\(page.header.upperBound)"
        let blocks = page.blocks.count
        return say(
            "Page \(number): header in line \(header), "
                + (blocks == 1 ? "1 block" : "\(blocks) blocks side by side"),
            "第 \(number) 页：表头在第 \(header) 行，\(blocks == 1 ? "1 个区块" : "\(blocks) 个区块并列")"
        )
    }

    private func columnTable(of inspection: Inspection) -> String {
        let rows = inspection.columns.map { column in
            let meaning: String
            if let field = column.field {
                meaning = column.isSynonym ? field.label : say("as it says", "与栏目名称相同")
            } else {
                meaning =
                    column.reason == nil && !column.isOfHeadings
                    ? say("not known: kept under its own label", "未识别：按原栏目名称保留")
                    : say("kept under its own label", "按原栏目名称保留")
            }
            let reason = column.reason?[language] ?? ""
            return [column.label, column.field?.key ?? "extra", meaning, reason]
        }
        let header = [
            say("column", "栏目"), say("field", "字段"), say("meaning", "含义"), say("why", "依据"),
        ]
        // A format that names its fields itself gives no reasons.
        let count = rows.contains { !$0[3].isEmpty } ? 4 : 3
        let table = TerminalTable(
            header: Array(header.prefix(count)),
            rows: rows.map { Array($0.prefix(count)) },
            alignments: Array(repeating: .left, count: count)
        ).text(columns: columns)
        return table + missing(in: inspection)
    }

    private func missing(in inspection: Inspection) -> String {
        guard !inspection.missing.isEmpty else { return "" }
        let names = inspection.missing.map(\.label).joined(separator: "、")
        return say("No column for: \(names)\n", "没有这些栏目：\(names)\n")
    }

    private func list(_ heading: Wording, _ notes: [Inspection.Note]) -> String {
        guard !notes.isEmpty else { return "" }
        let lines = notes.map { note in
            let number = note.line.map(String.init) ?? ""
            let blanks = String(repeating: " ", count: max(0, 5 - number.count))
            let text = blanks + number + "  " + ShownText.harmless(note.text)
            return (columns.map { ShownText.cut(text, to: $0) } ?? text) + "\n"
        }
        return "\n" + heading[language] + "\n" + lines.joined()
    }
}
