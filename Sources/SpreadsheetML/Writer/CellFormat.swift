/// How a cell looks.
package struct CellFormat: Sendable, Hashable {
    /// Where a text stands between left and right.
    package enum Horizontal: Sendable, Hashable {
        /// Text to the left, numbers to the right.
        case general
        /// To the left.
        case left
        /// In the middle.
        case center
        /// To the right.
        case right
    }

    /// Where a text stands between top and bottom.
    package enum Vertical: Sendable, Hashable {
        /// At the top.
        case top
        /// In the middle.
        case center
    }

    /// The font's name.
    package var font: String
    /// The font's size, in points.
    package var size: Double
    /// Whether the font is bold.
    package var isBold = false
    /// Whether the text is underlined, as links are.
    package var isUnderlined = false
    /// Whether the text is struck out.
    package var isStruck = false
    /// The text's colour as 0xRRGGBB; nil: black.
    package var color: UInt32?
    /// The cell's colour as 0xRRGGBB; nil: none.
    package var fill: UInt32?
    /// Where the text stands between left and right.
    package var horizontal = Horizontal.general
    /// How far the text stands from the left border, in steps of three blanks; only where it stands
    /// to the left.
    package var indent = 0
    /// Where the text stands between top and bottom.
    package var vertical = Vertical.center
    /// Whether a long text goes on in the next line.
    package var wraps = false
    /// Whether what is too wide for its cell is set in smaller type, where it doesn't wrap: figures,
    /// in place of which programs show ####.
    package var shrinks = false
    /// The colour, as 0xRRGGBB, of thin lines around the cell; nil: no lines.
    package var border: UInt32?
    /// The code of the number format, such as 0.00%; nil: General.
    ///
    /// `@` keeps what is typed as text.
    package var numberFormat: String?

    /// Makes a format.
    package init(font: String, size: Double) {
        self.font = font
        self.size = size
    }

    /// Returns the format with a change.
    package func with(_ change: (inout CellFormat) -> Void) -> CellFormat {
        var changed = self
        change(&changed)
        return changed
    }
}

/// A format that a workbook knows.
package struct CellStyle: Sendable, Hashable {
    /// Number in the workbook's list, from 0.
    let index: Int
}

/// How cells look that meet a condition, over how they look otherwise.
package struct ConditionalStyle: Sendable, Hashable {
    /// The text's colour as 0xRRGGBB; nil: unchanged.
    package var color: UInt32?
    /// The cell's colour as 0xRRGGBB; nil: unchanged.
    package var fill: UInt32?
    /// Whether the text is bold, too.
    package var isBold: Bool
    /// The colour, as 0xRRGGBB, of thin lines around the cell; nil: unchanged.
    package var border: UInt32?

    /// Makes a style.
    package init(
        color: UInt32? = nil,
        fill: UInt32? = nil,
        isBold: Bool = false,
        border: UInt32? = nil
    ) {
        self.color = color
        self.fill = fill
        self.isBold = isBold
        self.border = border
    }
}
