internal import Yilan

/// A page of the official layout, drawn: blocks as boxes, lines of the file at the left.
///
///          ┌─────────────┐ ┌─────────────┐
///        5 │ 序号 市政…  │ │ 序号 市政…  │
///          ├─────────────┤ ├─────────────┤
///        6 │ 140         │ │ 176         │
///          │ ⋮ 36 目标   │ │ ⋮ 24 目标   │
///       29 │ ⋮           │ │ 199         │
///          │ ⋮           │ └─────────────┘
///       41 │ 175         │
///          └─────────────┘
struct LayoutPicture {
    /// How wide the picture may be, in columns.
    var columns: Int
    /// The language of the words in it.
    var language: Language

    /// The widest and the narrowest that the inside of a box is.
    private static let widest = 30
    private static let narrowest = 8

    /// Returns the lines of the picture, each ended; nothing where so many blocks find no room.
    func text(of page: Inspection.Page) -> String {
        let margin = max(6, String(page.lastLine).count + 3)
        let room = (columns - margin) / max(1, page.blocks.count) - 5
        let width = min(Self.widest, room)
        guard width >= Self.narrowest else { return "" }
        return rows(of: page, width).map { row in
            let number = row.line.map(String.init) ?? ""
            let blanks = String(repeating: " ", count: margin - 1 - number.count)
            let drawn = row.parts.map { self.drawn($0, width) }.joined(separator: " ")
            return ShownText.withoutBlanksAtEnd(blanks + number + " " + drawn) + "\n"
        }
        .joined()
    }

    /// A row of the picture.
    private struct Row {
        /// The line of the file that it shows.
        var line: Int?
        /// What it shows of each block.
        var parts: [Part]
    }

    /// What a row of the picture shows of a block.
    private enum Part {
        case top
        case divider
        case bottom
        case text(String)
        case nothing
    }

    private func rows(of page: Inspection.Page, _ width: Int) -> [Row] {
        let blocks = page.blocks
        var rows = [
            Row(parts: blocks.map { _ in .top }),
            Row(
                line: page.header.lowerBound,
                parts: blocks.map { block in
                    .text(block.columns.map(\.label).joined(separator: " "))
                }
            ),
        ]
        let lines = Set(blocks.compactMap(\.lines).flatMap { [$0.lowerBound, $0.upperBound] })
            .sorted()
        rows.append(Row(parts: blocks.map { $0.lines == nil ? .bottom : .divider }))
        for (index, line) in lines.enumerated() {
            rows.append(Row(line: line, parts: blocks.map { part(of: $0, at: line) }))
            let next = index + 1 < lines.count ? lines[index + 1] : nil
            let between = blocks.map { part(of: $0, below: line, above: next, isFirst: index == 0) }
            let isEmpty = between.allSatisfy { part in
                if case .text("⋮") = part { return true }
                if case .nothing = part { return true }
                return false
            }
            if !isEmpty { rows.append(Row(parts: between)) }
        }
        return rows
    }

    /// What stands in a block at a line where some block begins or ends.
    private func part(of block: Inspection.Block, at line: Int) -> Part {
        guard let lines = block.lines, line <= lines.upperBound else { return .nothing }
        if line == lines.lowerBound { return .text(block.firstSerial) }
        if line == lines.upperBound { return .text(block.lastSerial) }
        return .text(line < lines.lowerBound ? "" : "⋮")
    }

    /// What stands in a block between two such lines; the last are the bottoms of the boxes.
    private func part(
        of block: Inspection.Block,
        below line: Int,
        above next: Int?,
        isFirst: Bool
    ) -> Part {
        guard let lines = block.lines, line <= lines.upperBound else { return .nothing }
        if line == lines.upperBound { return .bottom }
        guard isFirst else { return .text("⋮") }
        let count = Wording(
            en: block.targets == 1 ? "1 target" : "\(block.targets) targets",
            zh: "\(block.targets) 项目标"
        )
        return .text("⋮ " + count[language])
    }

    private func drawn(_ part: Part, _ width: Int) -> String {
        let line = String(repeating: "─", count: width + 2)
        switch part {
        case .top: return "┌" + line + "┐"
        case .divider: return "├" + line + "┤"
        case .bottom: return "└" + line + "┘"
        case .nothing: return String(repeating: " ", count: width + 4)
        case .text(let text):
            let cut = ShownText.cut(ShownText.harmless(text), to: width)
            let blanks = String(repeating: " ", count: width - DisplayWidth.of(cut))
            return "│ " + cut + blanks + " │"
        }
    }
}

extension Inspection.Page {
    /// The last line that the picture numbers.
    fileprivate var lastLine: Int {
        blocks.compactMap(\.lines?.upperBound).max() ?? header.upperBound
    }
}
