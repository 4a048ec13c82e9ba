internal import SourceText

/// What spreadsheet programs show of a formula that went wrong, or of a number in a narrow column, and
/// save as a text.
enum SpreadsheetErrors {
    /// Whether a text is such a word.
    static func contains(_ text: String) -> Bool {
        guard text.utf8.first == UInt8(ascii: "#"), text.utf8.count <= longest else { return false }
        return words.contains(text.uppercased())
            || text.utf8.count >= fewestHashes && text.utf8.allSatisfy { $0 == UInt8(ascii: "#") }
    }

    /// The words; `#N/A` is one that data programs put, too, and stands in `MissingValueWords`.
    static let words = [
        "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
        "#BLOCKED!",
        "#FIELD!", "#UNKNOWN!", "#CONNECT!", "#BUSY!",
    ]
    private static let longest = 255
    private static let fewestHashes = 3

    /// The finding on a correction that would write one.
    static func finding(_ word: String) -> Diagnostic {
        Diagnostic(
            .error,
            .formulaError,
            Wording(
                en: "“\(word)” is what a spreadsheet program shows in place of the text",
                zh: "“\(word)”是表格软件的出错显示，不是内容"
            ),
            hint: Wording(
                en:
                    "type the text itself (in front of = or - an apostrophe), or widen the column, and"
                    + " save again",
                zh: "请填写真正的内容（以 = 或 - 开头的前面加单引号），或把列拉宽后重新保存"
            )
        )
    }
}
