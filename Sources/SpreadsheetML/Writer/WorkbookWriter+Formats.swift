internal import CLibxlsxwriter

extension WorkbookWriter {
    /// Charset of simplified Chinese: a program without the font then takes another Chinese one.
    private static var simplifiedChinese: UInt8 { 134 }

    /// Sets the font of cells without a style, of which digits are what widths of columns are counted in;
    /// before any style is made.
    ///
    /// The library's own (Calibri, of the theme) is another one in programs that speak Chinese, whose
    /// digits are wider.
    /// - Throws: `refused` where the library has no format of its own, or what a text throws.
    package mutating func setStandardFont(_ font: String, size: Double) throws(WorkbookError) {
        guard let formats = unsafe library.pointee.formats,
            let standard = unsafe formats.pointee.stqh_first
        else { throw WorkbookError(.refused(library: 0)) }
        try text.set(font)
        unsafe text.withCString { unsafe libxlsxwriter.format_set_font_name(standard, $0) }
        unsafe libxlsxwriter.format_set_font_size(standard, size)
        unsafe libxlsxwriter.format_set_font_charset(standard, Self.simplifiedChinese)
    }

    mutating func apply(_ format: CellFormat, to style: StylePointer) throws(WorkbookError) {
        let pointer = unsafe style.pointer
        try text.set(format.font)
        unsafe text.withCString { unsafe libxlsxwriter.format_set_font_name(pointer, $0) }
        unsafe libxlsxwriter.format_set_font_size(pointer, format.size)
        unsafe libxlsxwriter.format_set_font_charset(pointer, Self.simplifiedChinese)
        if format.isBold { unsafe libxlsxwriter.format_set_bold(pointer) }
        if format.isUnderlined {
            unsafe libxlsxwriter.format_set_underline(pointer, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
        }
        if format.isStruck { unsafe libxlsxwriter.format_set_font_strikeout(pointer) }
        if let color = format.color {
            unsafe libxlsxwriter.format_set_font_color(pointer, Self.color(color))
        }
        if let fill = format.fill {
            unsafe libxlsxwriter.format_set_pattern(pointer, UInt8(LXW_PATTERN_SOLID.rawValue))
            unsafe libxlsxwriter.format_set_fg_color(pointer, Self.color(fill))
        }
        switch format.horizontal {
        case .general: break
        case .left: unsafe libxlsxwriter.format_set_align(pointer, UInt8(LXW_ALIGN_LEFT.rawValue))
        case .center:
            unsafe libxlsxwriter.format_set_align(pointer, UInt8(LXW_ALIGN_CENTER.rawValue))
        case .right: unsafe libxlsxwriter.format_set_align(pointer, UInt8(LXW_ALIGN_RIGHT.rawValue))
        }
        if format.indent > 0 {
            unsafe libxlsxwriter.format_set_indent(pointer, UInt8(format.indent))
        }
        switch format.vertical {
        case .top:
            unsafe libxlsxwriter.format_set_align(pointer, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        case .center:
            unsafe libxlsxwriter.format_set_align(
                pointer,
                UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue)
            )
        }
        if format.wraps { unsafe libxlsxwriter.format_set_text_wrap(pointer) }
        if format.shrinks { unsafe libxlsxwriter.format_set_shrink(pointer) }
        if let border = format.border {
            unsafe libxlsxwriter.format_set_border(pointer, UInt8(LXW_BORDER_THIN.rawValue))
            unsafe libxlsxwriter.format_set_border_color(pointer, Self.color(border))
        }
        if let numberFormat = format.numberFormat {
            try text.set(numberFormat)
            unsafe text.withCString { unsafe libxlsxwriter.format_set_num_format(pointer, $0) }
        }
    }

    mutating func pointer(of style: ConditionalStyle) throws(WorkbookError) -> StylePointer {
        if let known = conditionalStyles[style] { return known }
        let pointer = try unsafe makeFormat()
        if let color = style.color {
            unsafe libxlsxwriter.format_set_font_color(pointer, Self.color(color))
        }
        if let fill = style.fill {
            unsafe libxlsxwriter.format_set_bg_color(pointer, Self.color(fill))
        }
        if style.isBold { unsafe libxlsxwriter.format_set_bold(pointer) }
        if let border = style.border {
            unsafe libxlsxwriter.format_set_border(pointer, UInt8(LXW_BORDER_THIN.rawValue))
            unsafe libxlsxwriter.format_set_border_color(pointer, Self.color(border))
        }
        let made = unsafe StylePointer(pointer)
        conditionalStyles[style] = made
        return made
    }

    /// Returns the library's number of a colour: it takes 0 for "none" and has another black.
    static func color(_ rgb: UInt32) -> lxw_color_t {
        rgb == 0 ? lxw_color_t(LXW_COLOR_BLACK.rawValue) : lxw_color_t(rgb)
    }
}
