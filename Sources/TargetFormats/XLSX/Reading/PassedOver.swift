internal import SourceText
internal import SpreadsheetML

/// Says in notes what a workbook holds that is no text of a target: comments, struck-out text, text
/// boxes, pictures, and parts that were left out.
struct PassedOver {
    /// The file's name as the user gave it.
    let file: String

    /// How many cells a note names; the others are counted.
    private static let mostNamed = 3

    /// Reports them, once for each sheet and kind.
    func report(_ sheets: SheetSelection, to diagnostics: inout DiagnosticBag) {
        for (what, sheet) in sheets.leftOut {
            let finding = Self.leftOut(what)
            diagnostics.report(
                sheet.map { finding.at(Place(file: file, sheet: $0)) } ?? inFile(finding)
            )
        }
        if !sheets.hidden.isEmpty { diagnostics.report(inFile(Self.hidden(sheets.hidden))) }
        for sheet in sheets.read {
            if let first = sheet.comments.first {
                let finding = Self.comments(Self.named(sheet.comments))
                diagnostics.report(
                    finding.at(Place(file: file, sheet: sheet.sheet, cell: first.description))
                )
            }
            if !sheet.drawings.isEmpty {
                let finding = Self.drawings(sheet.drawings)
                diagnostics.report(finding.at(Place(file: file, sheet: sheet.sheet)))
            }
            if let first = sheet.struckOut.first {
                let finding = Self.struckOut(Self.named(sheet.struckOut))
                diagnostics.report(
                    finding.at(Place(file: file, sheet: sheet.sheet, cell: first.description))
                )
            }
        }
    }

    private func inFile(_ finding: Diagnostic) -> Diagnostic {
        var finding = finding
        finding.file = file
        return finding
    }

    /// The first cells by their references, and how many more there are.
    private static func named(_ cells: [CellReference]) -> Wording {
        let first = cells.prefix(mostNamed).map(\.description)
        let more = cells.count - first.count
        return Wording(
            en: "\(list: first, ", ")\(more > 0 ? " and \(more) more" : "")",
            zh: "\(list: first, "、")\(more > 0 ? " 等 \(cells.count) 处" : "")"
        )
    }

    private static func comments(_ cells: Wording) -> Diagnostic {
        Diagnostic(
            .note,
            .commentsLeftOut,
            Wording(
                en: "comments are not read: \(cells)",
                zh: "批注未读取：\(cells)"
            ),
            hint: Wording(
                en: "a correction that stands in a comment has to be typed into its cell",
                zh: "如果批注中写的是更正内容，请改在单元格里填写"
            )
        )
    }

    private static func drawings(_ drawings: SheetDrawings) -> Diagnostic {
        let (boxes, pictures) = (drawings.textBoxes, drawings.pictures)
        let english = [
            boxes > 0 ? "\(boxes) text box\(boxes == 1 ? "" : "es")" : nil,
            pictures > 0 ? "\(pictures) picture\(pictures == 1 ? "" : "s")" : nil,
        ].compactMap(\.self).joined(separator: ", ")
        let chinese = [
            boxes > 0 ? "文本框 \(boxes) 个" : nil, pictures > 0 ? "图片 \(pictures) 张" : nil,
        ].compactMap(\.self).joined(separator: "、")
        return Diagnostic(
            .note,
            .drawingsLeftOut,
            Wording(
                en: "what lies over the cells is not read: \(english)",
                zh: "浮在单元格上的内容未读取：\(chinese)"
            ),
            hint: Wording(
                en: "a correction that stands there has to be typed into its cell",
                zh: "如果其中写的是更正内容，请改在单元格里填写"
            )
        )
    }

    private static func struckOut(_ cells: Wording) -> Diagnostic {
        Diagnostic(
            .note,
            .struckOutText,
            Wording(
                en: "struck-out words are left out; where a cell is struck out as a whole, its text"
                    + " stays: \(cells)",
                zh: "单元格中带删除线的部分文字略去不读，整格带删除线的仍按原文读取：\(cells)"
            ),
            hint: Wording(
                en: "delete what doesn't count any more, and take the line off what does",
                zh: "已作废的文字请直接删去，仍有效的文字请取消删除线"
            )
        )
    }

    private static func hidden(_ names: [String]) -> Diagnostic {
        Diagnostic(
            .note,
            .sheetLeftOut,
            Wording(
                en: "left out, because they are hidden: \(names.joined(separator: ", "))",
                zh: "以下工作表已隐藏，未读取：\(names.joined(separator: "、"))"
            ),
            hint: Wording(
                en: "if they hold targets that count, show them and save the workbook",
                zh: "如果其中有需要读取的目标，请取消隐藏后保存"
            )
        )
    }

    private static func leftOut(_ what: Wording) -> Diagnostic {
        Diagnostic(
            .note,
            .workbookPartLeftOut,
            Wording(en: "left out: \(what)", zh: "未读取：\(what)")
        )
    }
}
