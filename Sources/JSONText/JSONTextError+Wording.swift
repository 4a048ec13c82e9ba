public import SourceText

extension JSONTextError {
    /// The finding for people, without its place: add it with `at(error.range, of: source)`.
    public var diagnostic: Diagnostic {
        Diagnostic(.error, code.finding, message, hint: hint)
    }

    private var message: Wording {
        switch code {
        case .tooLarge:
            Wording(en: "the text has 2 GiB or more", zh: "文本达到或超过 2 GiB")
        case .tooDeep:
            Wording(
                en: "arrays and objects stand in each other more than"
                    + " \(JSONDocument.depthLimit) deep",
                zh: "数组和对象的嵌套超过 \(JSONDocument.depthLimit) 层"
            )
        case .invalidUTF8:
            Wording(en: "this is not UTF-8", zh: "这里不是 UTF-8 编码")
        case .unexpectedEnd:
            Wording(en: "the JSON text ends too early", zh: "JSON 文本不完整，提前结束")
        case .unexpectedCharacter:
            Wording(en: "this can't stand here in JSON", zh: "JSON 的这个位置不能有这样的内容")
        case .trailingComma:
            Wording(en: "a comma with nothing after it", zh: "逗号后面没有内容")
        case .comment:
            Wording(en: "JSON has no comments", zh: "JSON 里不能写注释")
        case .trailingText:
            Wording(en: "more text after the JSON value", zh: "JSON 内容结束后还有多余的文字")
        case .invalidNumber:
            Wording(en: "JSON doesn't write numbers so", zh: "JSON 的数字不能这样写")
        case .controlCharacter:
            Wording(
                en: "a control character or line break inside a string",
                zh: "字符串里有控制字符或换行"
            )
        case .invalidEscape:
            Wording(en: "JSON has no such escape", zh: "JSON 没有这种转义写法")
        case .loneSurrogate:
            Wording(
                en: "this escape is half of a character only",
                zh: "这个转义只是半个字符（不成对的代理项）"
            )
        case .duplicateKey:
            Wording(en: "the object has this key twice", zh: "同一个对象里这个键出现了两次")
        }
    }

    private var hint: Wording? {
        switch code {
        case .tooLarge, .tooDeep, .invalidUTF8, .unexpectedCharacter, .trailingText: nil
        case .unexpectedEnd:
            Wording(
                en: "was the file cut off? a quote or bracket is not closed",
                zh: "文件可能被截断；请检查引号和括号是否都已闭合"
            )
        case .trailingComma:
            Wording(en: "take the comma out", zh: "请删去这个逗号")
        case .comment:
            Wording(en: "take the comment out", zh: "请删去注释")
        case .invalidNumber:
            Wording(
                en: "write a text as a string in quotes, a number like 5 or 0.95",
                zh: "文字要加引号写成字符串；数字写成 5 或 0.95 这样"
            )
        case .controlCharacter:
            Wording(
                en: #"write a line break as \n, a tab as \t; is a closing quote missing?"#,
                zh: #"换行写成 \n，制表符写成 \t；也可能是漏了结尾的引号"#
            )
        case .invalidEscape:
            Wording(
                en: #"a backslash itself is written \\"#,
                zh: #"反斜杠本身要写成 \\"#
            )
        case .loneSurrogate:
            Wording(
                en: "write the character itself, as UTF-8",
                zh: "请直接写这个字符（UTF-8 编码）"
            )
        case .duplicateKey:
            Wording(en: "keep one of the two", zh: "请只保留其中一个")
        }
    }
}

extension JSONTextError.Code {
    /// The code of the finding that tells of it.
    var finding: FindingCode {
        switch self {
        case .tooLarge: .jsonTooLarge
        case .tooDeep: .jsonTooDeep
        case .invalidUTF8: .jsonInvalidUTF8
        case .unexpectedEnd: .jsonUnexpectedEnd
        case .unexpectedCharacter: .jsonUnexpectedCharacter
        case .trailingComma: .jsonTrailingComma
        case .comment: .jsonComment
        case .trailingText: .jsonTrailingText
        case .invalidNumber: .jsonInvalidNumber
        case .controlCharacter: .jsonControlCharacter
        case .invalidEscape: .jsonInvalidEscape
        case .loneSurrogate: .jsonLoneSurrogate
        case .duplicateKey: .jsonDuplicateKey
        }
    }
}
