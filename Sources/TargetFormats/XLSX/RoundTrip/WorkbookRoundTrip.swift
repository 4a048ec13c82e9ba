/// What ties a workbook to the official table: the words and places that writer and reader share.
///
/// Nothing is found by position: sheets and columns may be moved, rows sorted, hidden or left out,
/// sheets renamed.
///
/// **Sheets of targets** (`全部目标`, for very large tables also `全部目标 (2)` and so on). A sheet
/// holds targets where a cell of its first rows says `yilan:targets/2`. That cell's row is the
/// header; that cell's column holds, hidden, the *key* of each row (`RowKey`): the index of the
/// target in the table, from 0, as bytes without leading zeros, and two bytes of a digest, in
/// Braille patterns (`BrailleText`).
///
/// A row is the target whose serial it shows, wherever its key has gone; see `RowIdentities`.
///
/// Which column is which stands in the header: its texts are those of `header` below. Headers that
/// begin with `yilan:` (`yilan:targets/2`, `yilan:number`, `yilan:units`), and `dateHeader`, are
/// the workbook's own. Headers that are neither are columns that somebody added.
///
/// A serial of ASCII digits is a number in the sheet, with a format that shows its leading zeros:
/// a number stands for the original text where that is digits of the same value. Everything else
/// is text, in cells with the number format `@`, so what is typed there stays text.
/// Where a text begins with `=` it is still a string cell, never a formula.
///
/// **The sheet of the table.** A very hidden sheet, found by its cell A1, which says
/// `yilan-workbook/2`; B1 says `layout`, C1 `targets`. From row 2 on each cell is a `SealedPiece`:
/// packed, written in characters that no search finds, and sealed with a digest, because people
/// search and replace in whole workbooks. The pieces of column A, joined from top to bottom, are
/// the JSON text `about` below, those of column B the layout as `LayoutCoding` encodes it, with
/// digests in place of texts (nothing where the table has no layout). Each piece of column C is
/// whole lines, one for each target, so that one lost piece costs no other:
///
///     {"n":0,"o":[6,1,1,0],"t":["140","张鹏",…]}                      // the original texts
///     {"n":0,"o":[6,1,1,0],"s":"140","d":["1d4c9a00","e3b0c442",…]}   // or their digests
///
/// - `n`: index of the target in the table, from 0.
/// - `o`: line (from 1), page and block (from 1; 0 where unknown) and index of the document (from 0).
/// - `t`: the original text of each column, in the order of `columns` below.
/// - `d`: instead of `t`, the first 32 bits of the SHA-256 of each text's UTF-8, as 8 hexadecimal
///   digits in lower case (`Baseline.Original.digest`): in tables with more than
///   `largestTextTotal` bytes of text, and for targets whose texts don't fit a cell.
/// - `s`: only with `d`: the text of the serial.
///
/// Members come in this order, without blanks.
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
/// **Workbooks of yilan 0.1.0** say `yilan:targets/1` and `yilan-workbook/1`. Their pieces are the
/// JSON itself, and the line of a target stands, hidden, in place of the row's key. There a
/// replacement over the whole sheet reaches it; the digests of the layout tell.
///
/// The sheets of leaders and the summary carry no marks: their cells follow the targets' sheet.
package enum WorkbookRoundTrip {
    /// What the header of the column with the keys says.
    package static let targetsMark = "yilan:targets/2"
    /// What it says in workbooks of yilan 0.1.0.
    package static let formerTargetsMark = "yilan:targets/1"
    /// How headers of columns begin that the workbook has for its own formulas.
    package static let ownPrefix = "yilan:"
    /// What cell A1 of the sheet of the table says.
    package static let tableMark = "yilan-workbook/2"
    /// What it says in workbooks of yilan 0.1.0.
    package static let formerTableMark = "yilan-workbook/1"
    /// What cell B1 of the sheet of the table says.
    package static let layoutMark = "layout"
    /// What cell C1 of the sheet of the table says.
    package static let keptMark = "targets"
    /// The usual name of the sheet of the table.
    package static let tableSheetName = "yilan"
    /// The most UTF-16 units of a sealed piece in a cell; a cell holds 32,767.
    package static let largestChunk = 32_000
    /// The most bytes of text of a table whose original texts are kept.
    package static let largestTextTotal = 8 << 20
}
