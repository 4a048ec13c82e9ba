/// What ties a workbook to the official table: the words and places that writer and reader share.
///
/// Nothing is found by position: sheets and columns may be moved, rows sorted, hidden or left out,
/// sheets renamed.
///
/// **Sheets of targets** (`全部目标`, for very large tables also `全部目标 (2)` and so on). A sheet
/// holds targets where a cell of its first rows says `yilan:targets/1`. That cell's row is the
/// header; that cell's column holds, hidden, one JSON text a target, the *anchor*:
///
///     {"n":0,"o":[6,1,1,0],"t":["140","张鹏",…]}            // the original texts
///     {"n":0,"o":[6,1,1,0],"d":["1d4c9a00","e3b0c442",…]}   // or their digests
///
/// - `n`: index of the target in the table, from 0.
/// - `o`: line (from 1), page and block (from 1; 0 where unknown) and index of the document (from 0).
/// - `t`: the original text of each column, in the order of `columns` below.
/// - `d`: instead of `t`, the first 32 bits of the SHA-256 of each text's UTF-8, as 8 hexadecimal
///   digits in lower case (`Baseline.Original.digest`): in tables with more than
///   `largestTextTotal` bytes of text, and in rows whose texts don't fit a cell.
/// - `s`: only with `d`, and only where the serial is a number with zeros before it: its text.
///
/// Members come in this order, without blanks. A row without an anchor, or with one that is no
/// such JSON, is a row that somebody added. Escaped besides what JSON asks for: `_` before `x`
/// (as `\u005f`, so that nobody takes it for SpreadsheetML's own `_xHHHH_`), U+007F, U+FFFE and
/// U+FFFF.
///
/// Which column is which stands in the header: its texts are those of `header` below. Headers that
/// begin with `yilan:` (`yilan:targets/1`, `yilan:number`, `yilan:units`), and `dateHeader`, are
/// the workbook's own. Headers that are neither are columns that somebody added.
///
/// A serial of ASCII digits is a number in the sheet, with a format that shows its leading zeros:
/// a number stands for the original text where that is digits of the same value. Everything else
/// is text, in cells with the number format `@`, so what is typed there stays text.
/// Where a text begins with `=` it is still a string cell, never a formula.
///
/// **The sheet of the table.** A very hidden sheet, found by its cell A1, which says
/// `yilan-workbook/1`; B1 says `layout`. From row 2 on, column A holds the JSON text `about` below
/// and column B the layout as `LayoutCoding` encodes it, with digests in place of texts (nothing
/// where the table has no layout).
/// Each is cut into cells of at most `largestChunk` UTF-16 units, never beside a blank; joined
/// again from top to bottom, without anything between, they are the text.
///
///     {"documents":[{"title":"…","issuer":"…","year":2023,"file":"…","sha256":"…","encoding":"utf-8"}],
///      "columns":[{"key":"serial","label":"序号","header":"序号"},{"key":null,"label":"备注","header":"备注"}],
///      "targets":60,"dateHeader":"完成时限(日期)"}
///
/// - `documents`: the table's documents; `title`, `issuer` and `year` are null where unknown.
/// - `columns`: the table's columns in their order: the key of the field (null for a column kept
///   under its own label), the label in the source, the header in this workbook's sheets.
/// - `targets`: how many targets the table had. Rows left out are left alone.
/// - `dateHeader`: the header of the column that shows the deadlines' dates; null where there is
///   none. It is derived; what somebody writes there changes nothing.
///
/// The sheets of leaders and the summary carry no marks: their cells follow the targets' sheet.
package enum WorkbookRoundTrip {
    /// What the header of the column with the anchors says.
    package static let targetsMark = "yilan:targets/1"
    /// How headers of columns begin that the workbook has for its own formulas.
    package static let ownPrefix = "yilan:"
    /// What cell A1 of the sheet of the table says.
    package static let tableMark = "yilan-workbook/1"
    /// What cell B1 of the sheet of the table says.
    package static let layoutMark = "layout"
    /// The usual name of the sheet of the table.
    package static let tableSheetName = "yilan"
    /// The most UTF-16 units of a piece of JSON in a cell; a cell holds 32,767.
    package static let largestChunk = 32_000
    /// The most bytes of text of a table whose rows carry their original texts.
    package static let largestTextTotal = 8 << 20
}
