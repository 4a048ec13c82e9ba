internal import Yilan

/// The manual of the program as `man` reads it, in the language of this run.
///
/// Commands and options come from their declarations, as help does; only what help doesn't say is
/// written here.
struct ManualPage {
    private let tool: CommandDescription

    /// Prepares the manual of a program.
    init(of tool: CommandDescription) {
        self.tool = tool
    }

    /// Returns the page in the macros of man(7).
    func text() -> String {
        var page = Roff()
        page.macro("TH", "YILAN", "1", "", "yilan \(Version.current)", "")
        // Chinese has no blanks to stretch, and options are not to be hyphenated.
        page.request("ad l")
        page.request("nh")
        page.section(say("NAME", "名称"))
        page.paragraph("yilan \u{2014} " + (tool.abstract ?? ""))
        page.section(say("SYNOPSIS", "用法"))
        for command in tool.listedCommands {
            page.paragraph(HelpPage.usage(of: command, in: tool))
        }
        page.section(say("DESCRIPTION", "说明"))
        page.paragraph(tool.discussion ?? "")
        page.section(say("COMMANDS", "命令"))
        for command in tool.listedCommands { add(command, to: &page) }
        page.section(say("EXIT STATUS", "退出状态"))
        for (status, meaning) in Self.statuses { page.entry(status, meaning.spoken) }
        page.section(say("DIAGNOSTICS", "诊断信息"))
        page.paragraph(Self.diagnostics.spoken)
        page.section(say("ENVIRONMENT", "环境变量"))
        for (name, meaning) in Self.variables { page.entry(name, meaning.spoken) }
        page.section(say("EXAMPLES", "示例"))
        for (line, meaning) in Self.examples { page.entry(line, meaning.spoken) }
        return page.text
    }

    private func add(_ command: CommandDescription, to page: inout Roff) {
        page.subsection(HelpPage.usage(of: command, in: tool))
        page.paragraph(command.abstract ?? "")
        if let discussion = command.discussion { page.paragraph(discussion) }
        for option in command.positionals + command.options {
            page.entry(HelpPage.names(of: option), HelpPage.description(of: option))
        }
    }

    private func say(_ english: String, _ chinese: String) -> String {
        Wording(english: english, chinese: chinese).spoken
    }

    private static let statuses: [(String, Wording)] = [
        (
            "0",
            Wording(
                en: "Done; diff found no difference, check nothing at the level asked for.",
                zh: "完成；diff 没有差异，check 没有发现所查级别的问题。"
            )
        ),
        (
            "1",
            Wording(
                en: "diff: different. check: findings. apply: conflicts, and nothing was written.",
                zh: "diff：有差异。check：有问题。apply：有冲突，未写出任何内容。"
            )
        ),
        ("64", Wording(en: "The command line is wrong.", zh: "命令行有误。")),
        ("65", Wording(en: "The content of an input is wrong.", zh: "输入文件的内容有误。")),
        (
            "66",
            Wording(en: "An input is not there or can't be read.", zh: "输入文件不存在或无法读取。")
        ),
        (
            "73",
            Wording(
                en: "An output can't be created; a file that was there is untouched.",
                zh: "无法创建输出文件；原有文件未被改动。"
            )
        ),
        (
            "74",
            Wording(
                en: "Writing failed on the way; a file that was there is untouched.",
                zh: "写出过程中出错；原有文件未被改动。"
            )
        ),
        (
            "75",
            Wording(
                en: "apply --in-place: others changed the official table again and again; nothing "
                    + "was written. Try again.",
                zh: "apply --in-place：官方表格一再被他人改动，未写出任何内容。请重试。"
            )
        ),
    ]

    private static let diagnostics = Wording(
        en: "FILE:LINE:COLUMN: error|warning|note: what is wrong [code], then the line with a mark "
            + "under the place, then what to do about it. Lines and columns count from 1, columns "
            + "in characters; in a workbook the place is FILE:SHEET!CELL. Where there is an error "
            + "no output is made.",
        zh: "“文件:行:列: 错误|警告|提示: 说明 [代码]”，随后是该行原文、位置标记和处理建议。行和列从 1 数起，"
            + "列按字符数；工作簿的位置为“文件:工作表!单元格”。有错误时不写出任何文件。"
    )

    private static let variables: [(String, Wording)] = [
        (
            "LC_ALL, LC_MESSAGES, LANG",
            Wording(
                en: "The first that is set decides the language: Chinese if it begins with zh.",
                zh: "以第一个有值的为准：以 zh 开头则用中文。"
            )
        ),
        (
            "SOURCE_DATE_EPOCH",
            Wording(
                en: "The creation date of workbooks, in seconds since 1970; else it is the time at "
                    + "which the input was changed.",
                zh: "工作簿的创建时间，自 1970 年起的秒数；未设置时取输入文件的修改时间。"
            )
        ),
        (
            "COLUMNS",
            Wording(
                en: "How wide the terminal is, where it should not be asked.",
                zh: "终端的宽度；未设置时向终端查询。"
            )
        ),
        ("NO_COLOR", Wording(en: "If set, no colours are used.", zh: "设置后不使用颜色。")),
        (
            "TMPDIR",
            Wording(
                en: "The folder for temporary files that belong beside no output; else /tmp.",
                zh: "临时文件所在的文件夹；未设置时为 /tmp。"
            )
        ),
    ]

    private static let examples: [(String, Wording)] = [
        (
            "yilan table.tsv -o table.xlsx",
            Wording(
                en: "The workbook for staff: summary, all targets, a sheet for each leader.",
                zh: "供工作人员使用的工作簿：汇总、全部目标、每位领导一张表。"
            )
        ),
        (
            "yilan table.tsv --to csv -o package/",
            Wording(en: "A data package.", zh: "数据包。")
        ),
        (
            "yilan table.tsv --to xlsx --split-by leader -o leaders/",
            Wording(en: "A workbook for each leader.", zh: "每位领导一个工作簿。")
        ),
        (
            "yilan apply corrected.xlsx --to table.tsv -o new.tsv",
            Wording(
                en: "Put the corrections of a workbook into the official table.",
                zh: "把工作簿中的更正写回官方表格。"
            )
        ),
    ]
}

/// Text for roff, with everything that it would obey taken literally.
private struct Roff {
    /// What was written so far.
    private(set) var text = ""

    /// Writes a macro with its arguments.
    mutating func macro(_ name: String, _ arguments: String...) {
        let quoted = arguments.map { argument in
            "\"" + Self.escaped(argument).replacing("\"", with: "\"\"") + "\""
        }
        text += "." + ([name] + quoted).joined(separator: " ") + "\n"
    }

    /// Writes a request of the formatter itself, whose arguments take no quotes.
    mutating func request(_ line: String) { text += ".\(line)\n" }

    /// Begins a section.
    mutating func section(_ title: String) { macro("SH", title) }

    /// Begins a part of a section.
    mutating func subsection(_ title: String) { macro("SS", title) }

    /// Writes paragraphs, and as they stand the commands between them.
    mutating func paragraph(_ words: String) {
        for block in words.split(separator: "\n\n") {
            if block.hasPrefix(HelpPage.commandIndent) {
                commands(block.split(separator: "\n"))
            } else {
                text += ".PP\n" + Self.line(String(block))
            }
        }
    }

    private mutating func commands(_ lines: [Substring]) {
        text += ".PP\n.RS 4\n.nf\n"
        for line in lines {
            // An apostrophe as it is typed, where roff would make a quotation mark of it.
            text += Self.line(String(line.drop { $0 == " " })).replacing("'", with: "\\(aq")
        }
        text += ".fi\n.RE\n"
    }

    /// Writes a term and, indented under it, what it means.
    mutating func entry(_ term: String, _ meaning: String) {
        text += ".TP\n\\fB" + Self.escaped(term) + "\\fR\n" + Self.line(meaning)
    }

    private static func line(_ words: String) -> String {
        let escaped = escaped(words)
        // A line that begins so would be a request.
        let isRequest = escaped.hasPrefix(".") || escaped.hasPrefix("'")
        return (isRequest ? "\\&" : "") + escaped + "\n"
    }

    private static func escaped(_ words: String) -> String {
        words.replacing("\\", with: "\\e").replacing("-", with: "\\-")
            .replacing("\n", with: " ")
    }
}
