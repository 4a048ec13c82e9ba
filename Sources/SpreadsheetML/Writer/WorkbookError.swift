package import SourceText

/// Why a workbook can't be written.
package struct WorkbookError: Error, Sendable, Equatable {
    /// What is wrong.
    package enum Problem: Sendable, Equatable {
        /// A text has more UTF-16 units than a cell holds.
        case textTooLong(units: Int)
        /// A text has the character NUL, which no workbook holds.
        case nullCharacter
        /// A text is not valid UTF-8.
        case invalidText
        /// There are more rows than a sheet has.
        case tooManyRows
        /// There are more columns than a sheet has.
        case tooManyColumns
        /// A sheet's name breaks Excel's rules; see `SheetNames`.
        case invalidSheetName
        /// A file can't be made or written; the system's error number.
        case cannotWrite(system: Int32)
        /// The finished file isn't what was written: the disk is full, perhaps.
        case damagedOutput(part: String)
        /// libxlsxwriter refuses a call; its error number.
        case refused(library: UInt32)
        /// A library that writes workbooks isn't there.
        case notInstalled(library: String)
    }

    /// What is wrong.
    package var problem: Problem
    /// The sheet's name, where a cell is at fault.
    package var sheet: String?
    /// The cell, such as `B7`.
    package var cell: String?

    /// Makes an error.
    package init(_ problem: Problem, sheet: String? = nil, cell: String? = nil) {
        self.problem = problem
        self.sheet = sheet
        self.cell = cell
    }

    /// Whether the data is at fault, not the place that it is written to.
    package var isAboutData: Bool {
        switch problem {
        case .textTooLong, .nullCharacter, .invalidText, .tooManyRows, .tooManyColumns,
            .invalidSheetName:
            true
        case .cannotWrite, .damagedOutput, .refused, .notInstalled: false
        }
    }
}

extension WorkbookError {
    /// The stable word of the problem, and what to tell people.
    package var diagnostic: Diagnostic {
        var diagnostic = Diagnostic(.error, code, message, hint: hint)
        diagnostic.sheet = sheet
        diagnostic.cell = cell
        return diagnostic
    }

    private var code: FindingCode {
        switch problem {
        case .textTooLong: .textTooLong
        case .nullCharacter: .nullCharacter
        case .invalidText: .invalidUTF8
        case .tooManyRows, .tooManyColumns: .tableTooLarge
        case .invalidSheetName: .invalidSheetName
        case .cannotWrite, .notInstalled: .cannotWrite
        case .damagedOutput: .damagedOutput
        case .refused: .workbookRefused
        }
    }

    private var message: Wording {
        switch problem {
        case .textTooLong(let units):
            Wording(
                en: "the text has \(units) characters (UTF-16), a cell holds 32,767",
                zh: "文字有\(units)个字符(UTF-16)，单元格最多容纳32767个"
            )
        case .nullCharacter:
            Wording(en: "a workbook can't hold the character NUL", zh: "工作簿不能保存空字符(NUL)")
        case .invalidText:
            Wording(en: "the text is not valid UTF-8", zh: "文字不是合法的UTF-8")
        case .tooManyRows:
            Wording(en: "more rows than a sheet has", zh: "行数超过工作表的上限")
        case .tooManyColumns:
            Wording(en: "more columns than a sheet has", zh: "列数超过工作表的上限")
        case .invalidSheetName:
            Wording(en: "no valid name for a sheet", zh: "工作表名称不合规定")
        case .cannotWrite(let system):
            Wording(
                en: "the workbook can't be written (system error \(system))",
                zh: "无法写入工作簿（系统错误\(system)）"
            )
        case .damagedOutput(let part):
            Wording(
                en: "the workbook was not written whole (\(part))",
                zh: "工作簿没有写完整（\(part)）"
            )
        case .refused(let number):
            Wording(
                en: "the workbook can't be written (libxlsxwriter error \(number))",
                zh: "无法写入工作簿（libxlsxwriter错误\(number)）"
            )
        case .notInstalled(let library):
            Wording(
                en: "workbooks are written with \(library), which is not installed here",
                zh: "写出工作簿需要 \(library)，但系统中没有安装"
            )
        }
    }

    private var hint: Wording? {
        switch problem {
        case .textTooLong:
            Wording(
                en: "write CSV or JSON instead, or shorten the text in the source",
                zh: "请改用CSV或JSON，或在原表中缩短文字"
            )
        case .cannotWrite, .damagedOutput:
            Wording(en: "is the disk full?", zh: "请检查磁盘空间")
        case .notInstalled:
            Wording(en: "install it, or write CSV or JSON", zh: "请安装，或改用 CSV、JSON")
        case .nullCharacter, .invalidText, .tooManyRows, .tooManyColumns, .invalidSheetName,
            .refused:
            nil
        }
    }
}
