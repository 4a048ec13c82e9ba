internal import SourceText
internal import TargetModel

/// Cells in a line of text, by serial and label.
enum NamedCells {
    /// How many are named one by one.
    static let most = 10

    /// Names the first `most` of some cells, and says how many there are.
    ///
    /// `cell` tells of a number from 0 what is to be named.
    static func list(
        _ count: Int,
        _ language: Language,
        most: Int = most,
        _ cell: (Int) -> (serial: String, column: Column)
    ) -> String {
        let named = (0..<min(count, most)).map(cell).map { serial, column in
            ChangeReport.shown(serial) + " " + ChangeReport.shown(column.label)
        }
        let more = count - named.count
        let rest =
            more > 0 ? Wording(en: " and \(more) more", zh: " 等 \(count) 格")[language] : ""
        return named.joined(separator: separator(language)) + rest
    }

    /// Names cells that were filled, and says why.
    static func filled(
        _ cells: [ApplyPlan.FilledCell],
        _ language: Language,
        most: Int = most
    ) -> String {
        Wording(
            en: "written out, as the text above that they meant is corrected: ",
            zh: "因上面的内容已更正，以下原为空白或“同上”的格写明原意："
        )[language]
            + list(cells.count, language, most: most) { (cells[$0].serial, cells[$0].column) }
    }

    /// What stands between two of them.
    static func separator(_ language: Language) -> String {
        Wording(en: ", ", zh: "、")[language]
    }
}
