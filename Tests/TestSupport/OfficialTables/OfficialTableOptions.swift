import SourceText

/// What a generated table may look like.
public struct OfficialTableOptions: Sendable {
    /// What may be odd about it; which of these a table has, its seed decides.
    public var oddities: Set<Oddity>
    /// How many targets it has.
    public var targets = 1...40

    /// Makes options; a table may have every oddity.
    public init(_ oddities: Set<Oddity> = Set(Oddity.allCases)) {
        self.oddities = oddities
    }

    /// The form of the sample: two blocks on one page, official labels, UTF-8, LF.
    public static let plain = OfficialTableOptions([])

    /// Every oddity but some.
    public static func without(_ oddities: Oddity...) -> OfficialTableOptions {
        OfficialTableOptions(Set(Oddity.allCases).subtracting(oddities))
    }

    /// One way in which tables differ from the sample.
    public enum Oddity: String, Sendable, CaseIterable {
        // The layout of a page.

        /// One, three or four blocks.
        case blocks
        /// A blank column between the blocks.
        case gaps
        /// Blocks of any length; without it all but the last are full.
        case unevenBlocks
        /// Several pages, each with the header.
        case pages
        /// Pages with different numbers of blocks.
        case blocksPerPage
        /// Rows that lack the blank cells at their end.
        case unpaddedRows
        /// Rows with more blank cells than the header has.
        case overpaddedRows
        /// Rows of blanks only.
        case blankRows

        // Around the targets.

        /// No title.
        case noTitle
        /// 附件2 above the title.
        case attachmentMark
        /// Lines between title and header.
        case notesAbove
        /// Notes between rows of targets.
        case notesBetween
        /// Notes below the last page.
        case notesBelow
        /// A page number below each page.
        case pageNumbers
        /// 续表 above a repeated header.
        case continuationMarks
        /// Rows such as 一、经济发展, over all blocks or in one.
        case sections
        /// Rows such as 合计 at the end of a block.
        case totals

        // The header.

        /// Other labels for the fields.
        case synonyms
        /// Columns in another order.
        case columnOrder
        /// Fields without a column.
        case missingColumns
        /// Columns that nobody knows.
        case unknownColumns
        /// One to three columns of units: leading, responsible, joining ones.
        case unitRoles
        /// Two labels of one field: the more specific one is the field's.
        case pairedLabels
        /// 完成情况 as the status, beside 进展情况.
        case completionAsStatus
        /// Blanks within labels, full-width letters.
        case spreadLabels
        /// Line breaks within labels, which are quoted then.
        case brokenLabels
        /// A header of two rows: 进展情况 over the four quarters.
        case twoRowHeaders

        // The rows of targets.

        /// Blank, 同上 or 〃 under the leader's name.
        case mergedLeaders
        /// A name of two characters spread with a blank.
        case spreadLeaders
        /// Rows that continue the target above, within a page or after its end.
        case continuedRows
        /// Serials such as 007, 3-1, （一）.
        case oddSerials
        /// Statuses other than 是 and 否.
        case statusWords
        /// Cells without a text.
        case blankCells
        /// Blanks of all kinds around texts and in blank cells.
        case paddedCells
        /// Cells quoted as Excel does, with line breaks, tabs and quotes in them.
        case quotedCells
        /// Quotes that are text.
        case plainQuotes
        /// Texts that a spreadsheet would take for formulas, dates or numbers.
        case formulas
        /// Combining marks at both ends of a text.
        case combiningMarks
        /// Zero-width characters.
        case invisibles
        /// Characters beyond the basic plane.
        case fourByteCharacters
        /// Full-width digits and letters.
        case fullWidthForms
        /// `_x0041_` and the like.
        case escapes

        // The file.

        /// UTF-8 with a mark, UTF-16, GB 18030.
        case encodings
        /// CRLF or CR.
        case lineEnds
        /// Rows that end differently.
        case mixedLineEnds
        /// A last row without an end.
        case noLastLineEnd
    }
}
