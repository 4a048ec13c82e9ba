internal import ArgumentParser
internal import Yilan

/// How corrections are weighed.
struct CorrectionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en: "The official table that the corrections started from, for files that don't keep "
                + "what their cells said (csv).",
            zh: "更正所依据的官方表格；用于本身不保存原文的文件（csv）。",
            value: "old.tsv"
        ),
        completion: .file()
    )
    var base: String?
    @Option(
        help: ArgumentHelp(
            en: "What becomes of a cell that the official table has changed, too, or that files "
                + "correct differently: nothing is written, the official text stays, or the "
                + "correction counts; of several, that of the file named last on the command line.",
            zh: "官方表格中同一格也已改动，或几个文件的更正不一致时：不写出（fail）、保留官方现文（keep）"
                + "或采用更正（take）；有几个不同的更正时，采用命令行上最后一个文件的。",
            value: "fail|keep|take"
        )
    )
    var onConflict = ApplyOptions.ConflictRule.fail
    @Option(
        help: ArgumentHelp(
            en: "What becomes of tabs and line breaks in a new text, which the official layout "
                + "can't hold: an error, or a blank.",
            zh: "新文字中的制表符和换行无法写入官方版式：报错（refuse）或改为空格（space）。",
            value: "refuse|space"
        )
    )
    var lineBreaks = ApplyOptions.LineBreakRule.refuse
    @Flag(
        help: ArgumentHelp(
            en: "Let a new serial make a new target; the page is then laid out again.",
            zh: "允许新序号成为新增目标；该页随之重新排版。"
        )
    )
    var add = false
    @Option(
        help: ArgumentHelp(
            en:
                "Delete the target with this serial; may be given more than once. Where several have "
                + "it: SERIAL@LINE, or SECTION/SERIAL.",
            zh: "删除该序号的目标；可多次使用。同一序号有多项时写“序号@行号”或“部分名称/序号”。",
            value: "serial"
        )
    )
    var delete: [String] = []

    @Option(
        help: ArgumentHelp(
            en: "Take corrections of these columns only, by key or label: progress,onSchedule.",
            zh: "只采用这些栏目的更正，用键名或栏目名称：progress,onSchedule。",
            value: "field,..."
        ),
        transform: { FieldList($0) }
    )
    var only: [FieldList] = []
    @Flag(
        help: ArgumentHelp(
            en: "Write nothing where there is a warning; the exit status is then 1.",
            zh: "只要有警告就不写出，退出状态为 1。"
        )
    )
    var strict = false

    @Flag(
        help: ArgumentHelp(
            en: "Take files, too, that were made from a table with another title, year or issuer.",
            zh: "标题、年度或发文机关不同的表格文件也采用。"
        )
    )
    var otherTable = false

    /// Refuses a list of no columns: an empty variable of a script would take no correction at all.
    func validate() throws {
        guard only.contains(where: \.names.isEmpty) else { return }
        throw ValidationError(
            Wording(en: "--only names no column", zh: "--only 没有写明任何栏目").spoken
        )
    }

    /// The options for a plan; `base` is the table that was read for `--base`.
    func options(base: TargetTable?) -> ApplyOptions {
        var options = ApplyOptions()
        options.onConflict = onConflict
        options.lineBreaks = lineBreaks
        options.addsTargets = add
        options.deletedSerials = delete
        options.takesOtherTables = otherTable
        options.onlyFields = only.isEmpty ? nil : only.flatMap(\.names)
        options.base = base
        return options
    }
}

/// Columns that an option lists, apart by commas of any kind.
struct FieldList {
    /// Keys or labels, as the user gave them.
    let names: [String]

    /// Splits the value of an option.
    init(_ value: String) {
        names = value.split { ",，、;；".contains($0) }
            .map { $0.drop { $0 == " " } }
            .map { String($0.reversed().drop { $0 == " " }.reversed()) }
            .filter { !$0.isEmpty }
    }
}
