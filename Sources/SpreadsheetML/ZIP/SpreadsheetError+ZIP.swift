internal import CLibzip
internal import SourceText

extension SpreadsheetError {
    /// Maps the status with which libzip refused to open an archive.
    init(opening status: Int32) {
        switch status {
        case ZIP_ER_NOENT, ZIP_ER_OPEN, ZIP_ER_READ, ZIP_ER_SEEK, ZIP_ER_TELL, ZIP_ER_MEMORY:
            self.init(
                .unreadableFile,
                Wording(
                    en: "the workbook can't be read: \(Self.reason(status))",
                    zh: "无法读取工作簿（\(Self.reason(status))）"
                )
            )
        case ZIP_ER_NOZIP:
            self = .notAWorkbook
        default:
            self = .damaged(nil, Self.reason(status), zh: "压缩结构有误")
        }
    }

    /// Maps the status with which libzip refused to read an entry.
    init(reading entry: String, _ status: Int32) {
        switch status {
        case ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD, ZIP_ER_ENCRNOTSUPP:
            self = .encrypted
        default:
            self = .damaged(entry, Self.reason(status), zh: "压缩数据有误")
        }
    }

    /// The file is something else, or so much of it is missing that it can't be told.
    static let notAWorkbook = SpreadsheetError(
        .notAWorkbook,
        Wording(
            en: "this is not an XLSX workbook, or its end is missing",
            zh: "这不是 XLSX 工作簿，或者文件不完整"
        ),
        hint: Wording(
            en: "get the file again, or save it as XLSX once more",
            zh: "请重新获取该文件，或重新另存为 XLSX"
        )
    )

    /// Part `entry`, or everything together, expands to more than `limit` bytes.
    static func tooLarge(_ entry: String?, limit: Int) -> SpreadsheetError {
        SpreadsheetError(
            .workbookTooLarge,
            Wording(
                en: "the workbook expands to more than the limit of \(limit) bytes",
                zh: "工作簿解压后超过上限 \(limit) 字节"
            ),
            hint: Wording(
                en: "if you trust the file, raise the limit",
                zh: "如果文件来源可靠，请提高上限"
            ),
            remedy: .largestEntry,
            part: entry
        )
    }

    /// The archive, or its entry `part`, is broken; the reason is for people who know the format.
    static func damaged(
        _ part: String?,
        _ reason: String,
        zh chinese: String
    ) -> SpreadsheetError {
        SpreadsheetError(
            .damagedWorkbook,
            Wording(
                en: "the workbook is damaged: \(reason)",
                zh: "工作簿已损坏：\(chinese)"
            ),
            hint: Wording(
                en: "get the file again, or open it in a spreadsheet program and save it as XLSX",
                zh: "请重新获取该文件，或用表格软件打开后另存为 XLSX"
            ),
            part: part
        )
    }

    /// A part that is needed is not there.
    static func missing(_ part: String) -> SpreadsheetError {
        .damaged(part, "the part is missing", zh: "缺少该部件")
    }

    /// A part holds what no honest workbook does; the reason names it.
    static func unsafe(
        _ part: String?,
        _ reason: String,
        zh chinese: String
    ) -> SpreadsheetError {
        SpreadsheetError(
            .unsafeWorkbook,
            Wording(
                en: "the workbook is refused, because it holds \(reason)",
                zh: "出于安全考虑，拒绝读取该工作簿：含有\(chinese)"
            ),
            hint: Wording(
                en: "open it in a spreadsheet program and save it as XLSX",
                zh: "请用表格软件打开后另存为 XLSX"
            ),
            part: part
        )
    }

    /// The workbook is locked with a password.
    package static let encrypted = SpreadsheetError(
        .encryptedWorkbook,
        Wording(
            en: "the workbook is locked with a password",
            zh: "工作簿设有打开密码"
        ),
        hint: Wording(
            en: "open it in a spreadsheet program, remove the password, and save it as XLSX",
            zh: "请用表格软件打开，取消密码后另存为 XLSX"
        )
    )

    /// libzip's words for a status.
    private static func reason(_ status: Int32) -> String {
        var error = unsafe zip_error_t()
        unsafe libzip.zip_error_init_with_code(&error, status)
        defer { unsafe libzip.zip_error_fini(&error) }
        return unsafe libzip.zip_error_strerror(&error).map { unsafe String(cString: $0) } ?? ""
    }
}
