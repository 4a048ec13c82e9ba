internal import JSONText
internal import SourceText
internal import TableLayout
internal import TargetModel

extension LayoutDecoder {
    mutating func expect(_ kinds: JSONKinds, _ value: JSONValue, _ name: String) -> Bool {
        let isRight = findings.expect(kinds, value, "layout." + name)
        if !isRight { hasErrors = true }
        return isRight
    }

    mutating func expectObject(
        _ value: JSONValue,
        _ name: String,
        _ keys: [StaticString],
        required: Int
    ) -> Bool {
        let path = name == "layout" ? name : "layout." + name
        let isRight = findings.expectObject(value, path, keys: keys, required: required)
        if !isRight { hasErrors = true }
        return isRight
    }

    /// The text of a string; reports another kind.
    mutating func string(_ value: JSONValue?, _ name: String) -> String? {
        guard let value, expect(.string, value, name) else { return nil }
        return value.string
    }

    /// A whole number within bounds; reports another kind, and a number that lies outside.
    mutating func integer(
        _ value: JSONValue?,
        _ name: String,
        from lowest: Int = 0,
        below bound: Int
    ) -> Int? {
        guard let value, expect(.integer, value, name), let number = value.integer else {
            return nil
        }
        guard number >= lowest, number < bound else {
            reportRange(value, name)
            return nil
        }
        return number
    }

    /// What ends a row: LF, CRLF, CR or nothing.
    mutating func lineEnd(_ value: JSONValue?) -> String? {
        guard let value, let text = string(value, "end") else { return nil }
        guard LayoutCheck.isLineEnd(text) else {
            report(
                value,
                Wording(
                    en: #"a row ends with "\n", "\r\n", "\r" or """#,
                    zh: #"行尾只能是 "\n"、"\r\n"、"\r" 或 """#
                )
            )
            return nil
        }
        return text
    }

    /// Blanks beside a text; reports anything else.
    mutating func blank(_ value: JSONValue, _ name: String) -> String {
        guard let text = string(value, name) else { return "" }
        // Of a row that line breaks had cut, they stand there, too.
        let bytes = text.utf8.filter { $0 != .lineFeed && $0 != .carriageReturn }
        guard CellText.trimmed(bytes[...]).isEmpty else {
            report(
                value,
                Wording(
                    en: "`\(name)` holds only the blanks beside a text",
                    zh: "“\(name)”只能是文字旁边的空白"
                )
            )
            return ""
        }
        return text
    }

    mutating func reportRange(_ value: JSONValue, _ name: String) {
        report(
            value,
            Wording(
                en: "`layout.\(name)` doesn't fit the table",
                zh: "“layout.\(name)”与表不相符"
            )
        )
    }

    /// Reports that a layout doesn't fit.
    mutating func report(_ value: JSONValue, _ message: @autoclosure () -> Wording) {
        hasErrors = true
        findings.report(
            .error,
            .layoutMismatch,
            at: value,
            message(),
            hint: Wording(
                en: "take `layout` as yilan wrote it, or leave it out: then the table is"
                    + " laid out anew",
                zh: "请保留 yilan 写出的 layout 原样；也可以整个去掉，表将重新排版"
            )
        )
    }
}
