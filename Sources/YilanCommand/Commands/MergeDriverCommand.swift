internal import ArgumentParser
internal import Yilan

/// `yilan merge-driver`: merges official tables cell by cell, for git.
struct MergeDriverCommand: Command {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            command: "merge-driver",
            abstract: Wording(
                en: "Merge official tables cell by cell, for git.",
                zh: "供 git 使用：逐格合并官方表格。"
            ),
            discussion: Wording(
                en: """
                    Set it up with:

                        git config merge.yilan.driver 'yilan merge-driver %O %A %B %L %P'
                        echo '*.tsv merge=yilan' >> .gitattributes

                    The result is written to the second file; cells that both sides changed are \
                    marked, and the exit status is 1. Files that can't be merged so are left to \
                    git merge-file.
                    """,
                zh: """
                    设置方法：

                        git config merge.yilan.driver 'yilan merge-driver %O %A %B %L %P'
                        echo '*.tsv merge=yilan' >> .gitattributes

                    结果写入第二个文件；双方都改过的单元格加标记，退出状态为 1。\
                    无法这样合并的文件交给 git merge-file。
                    """
            )
        )
    }

    @Argument(help: ArgumentHelp(en: "The common ancestor (%O).", zh: "共同祖先（%O）。", value: "base"))
    var base: String
    @Argument(
        help: ArgumentHelp(
            en: "Our file, which is written (%A).",
            zh: "我方文件，结果写入其中（%A）。",
            value: "ours"
        )
    )
    var ours: String
    @Argument(help: ArgumentHelp(en: "Their file (%B).", zh: "对方文件（%B）。", value: "theirs"))
    var theirs: String
    @Argument(
        help: ArgumentHelp(
            en: "How long the marks of conflicts are (%L).",
            zh: "冲突标记的长度（%L）。",
            value: "marker-size"
        )
    )
    var markerSize = 7
    @Argument(
        help: ArgumentHelp(
            en: "The file's path in the repository (%P), for messages.",
            zh: "文件在仓库中的路径（%P），用于提示信息。",
            value: "path"
        )
    )
    var path: String?
    @OptionGroup var limit: InputLimit
    @OptionGroup var common: CommonOptions

    func run(in session: Session) throws -> ExitStatus {
        var files = try InputReading(limit).read([base, ours, theirs])
        let name = path ?? ours
        for index in files.indices { files[index].name = FilePath.shown(name) }
        let merge: CellMerge
        do {
            merge = try CellMerge(
                base: files[0],
                ours: files[1],
                theirs: files[2],
                markerSize: max(1, min(markerSize, 1000))
            )
        } catch {
            try leaveToGit(because: error, name, session)
        }
        let file = try AtomicFile(at: ours)
        try file.write(merge.bytes)
        try file.seal()
        try file.publish()
        session.show(merge.conflicts.map { finding($0, name) })
        return merge.conflicts.isEmpty ? .done : .findings
    }

    private func finding(_ conflict: CellMerge.Conflict, _ name: String) -> Diagnostic {
        let cell = [conflict.serial, conflict.label].filter { !$0.isEmpty }.joined(separator: " ")
        let diagnostic = Diagnostic(
            .error,
            .mergeConflict,
            Wording(
                en: "both sides changed \(cell.isEmpty ? "a row around the targets" : cell)",
                zh: "双方都改动了\(cell.isEmpty ? "目标以外的一行" : "“\(cell)”")"
            ),
            hint: Wording(
                en: "edit the marked cell, then git add the file",
                zh: "请编辑带标记的单元格，然后 git add 该文件"
            ),
            file: name
        )
        return diagnostic.about(
            serial: conflict.serial.isEmpty ? nil : conflict.serial,
            field: conflict.key.isEmpty ? nil : conflict.key
        )
    }

    /// Ends by letting git merge line by line, as it would without us.
    ///
    /// - Throws: `CommandFailure` where git isn't there.
    private func leaveToGit(
        because error: FormatError,
        _ name: String,
        _ session: Session
    ) throws -> Never {
        if var reason = error.diagnostic {
            reason.severity = .note
            session.show([reason])
        }
        let labels = ["ours", "base", "theirs"].flatMap { ["-L", $0] }
        let size = "--marker-size=\(max(1, min(markerSize, 1000)))"
        let failure = ProgramReplacement.run(
            ["git", "merge-file", "-q", size] + labels + [ours, base, theirs]
        )
        throw CommandFailure(
            .inputOutput,
            .gitMissing,
            Wording(
                en: "git can't be started: \(failure.reason)",
                zh: "无法启动 git：\(failure.reason)"
            ),
            file: name
        )
    }
}
