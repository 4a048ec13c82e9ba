internal import CLibxlsxwriter

/// What may be typed into cells.
package struct InputRule: Sendable {
    /// What is let in.
    package enum Kind: Sendable {
        /// These texts, offered as a list; few and short.
        case list([String])
        /// Nothing.
        case nothing
    }

    /// What is let in.
    package var kind: Kind
    /// Whether something else is refused; else people are asked whether they mean it.
    package var isStrict: Bool
    /// Title of what is said when something else is typed; at most 32 UTF-16 units.
    package var title: String
    /// What is said when something else is typed; at most 255 UTF-16 units.
    package var message: String

    /// Makes a rule.
    package init(_ kind: Kind, isStrict: Bool, title: String, message: String) {
        self.kind = kind
        self.isStrict = isStrict
        self.title = title
        self.message = message
    }
}

extension WorkbookWriter {
    /// Says what may be typed into a range.
    ///
    /// - Throws: `refused` where texts are too long.
    package mutating func addRule(
        _ rule: InputRule,
        to range: CellRange,
        of sheet: WrittenSheet
    ) throws(WorkbookError) {
        var title = EscapedText()
        var message = EscapedText()
        var list = EscapedText()
        try title.set(rule.title)
        try message.set(rule.message)
        switch rule.kind {
        case .list(let texts): try list.set("\"\(texts.joined(separator: ","))\"")
        case .nothing: try list.set("FALSE")
        }
        let target = unsafe sheets[sheet.index].pointer
        let status = unsafe title.withCString { title in
            unsafe message.withCString { message in
                unsafe list.withCString { list in
                    var validation = unsafe lxw_data_validation()
                    switch rule.kind {
                    case .list:
                        // As a formula: the library's own lists overflow with long Chinese ones.
                        unsafe validation.validate =
                            UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
                    case .nothing:
                        unsafe validation.validate =
                            UInt8(LXW_VALIDATION_TYPE_CUSTOM_FORMULA.rawValue)
                    }
                    let kind =
                        rule.isStrict
                        ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING
                    unsafe validation.error_type = UInt8(kind.rawValue)
                    unsafe validation.value_formula = UnsafeMutablePointer(mutating: list)
                    unsafe validation.error_title = UnsafeMutablePointer(mutating: title)
                    unsafe validation.error_message = UnsafeMutablePointer(mutating: message)
                    return unsafe libxlsxwriter.worksheet_data_validation_range(
                        target,
                        lxw_row_t(range.first.row),
                        lxw_col_t(range.first.column),
                        lxw_row_t(range.last.row),
                        lxw_col_t(range.last.column),
                        &validation
                    )
                }
            }
        }
        try requireSuccess(status)
    }

    /// Makes cells of a range look different where a formula holds.
    ///
    /// The formula, without `=`, is written for the range's first cell.
    /// - Throws: `refused`.
    package mutating func addCondition(
        _ formula: String,
        _ style: ConditionalStyle,
        to range: CellRange,
        of sheet: WrittenSheet
    ) throws(WorkbookError) {
        let look = try pointer(of: style)
        try text.set(formula)
        let target = unsafe sheets[sheet.index].pointer
        let status = unsafe text.withCString { formula in
            var condition = unsafe lxw_conditional_format()
            unsafe condition.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
            unsafe condition.value_string = UnsafeMutablePointer(mutating: formula)
            unsafe condition.format = look.pointer
            return unsafe libxlsxwriter.worksheet_conditional_format_range(
                target,
                lxw_row_t(range.first.row),
                lxw_col_t(range.first.column),
                lxw_row_t(range.last.row),
                lxw_col_t(range.last.column),
                &condition
            )
        }
        try requireSuccess(status)
    }
}
