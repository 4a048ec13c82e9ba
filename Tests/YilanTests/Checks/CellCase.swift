import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// A cell of a table in which nothing else is to be found, and what is found there.
struct CellCase: Sendable, CustomTestStringConvertible {
    /// The title of the table.
    static let title = "菏泽市人民政府2023年责任目标完成情况一览表"

    /// Where the text stands.
    var field: Field
    /// What the cell says.
    var text: String
    /// The code of the finding; empty for none.
    var code: String
    var testDescription: String { "\(field.key) \(text)" }

    init(_ field: Field, _ text: String, _ code: String = "") {
        self.field = field
        self.text = text
        self.code = code
    }

    /// The codes that are found with the text in the third target.
    var codes: [String] { codesFound([(2, field, text)]) }
}

/// The codes of what is found in a table of four targets, some of whose cells are replaced: by target
/// (from 0) and field.
func codesFound(
    _ changes: [(target: Int, field: Field, text: String)],
    title: String = CellCase.title
) -> [String] {
    codesFound(targets: 4, changes, title: title)
}

/// The codes of what is found in a table whose targets have these texts in one column, and nothing
/// to be found in the others.
func codesFound(in field: Field, of texts: [String]) -> [String] {
    codesFound(
        targets: texts.count,
        texts.enumerated().map { ($0.offset, field, $0.element) },
        title: CellCase.title
    )
}

private func codesFound(
    targets: Int,
    _ changes: [(target: Int, field: Field, text: String)],
    title: String
) -> [String] {
    var rows = (0..<targets).map { target in
        [
            "\(target + 140)", "张鹏", "推进第\(target)项工作", "年底", "已办结\(target)件", "是", "市教育局",
        ]
    }
    for change in changes {
        guard let column = Field.allCases.firstIndex(of: change.field) else { continue }
        rows[change.target][column] = change.text
    }
    let table = TargetTable.make(columns: Field.allCases.map(\.key), rows: rows, title: title)
    return checked(table).map(\.code.rawValue)
}
