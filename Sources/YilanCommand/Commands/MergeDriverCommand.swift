internal import ArgumentParser
internal import Yilan

/// `yilan merge-driver`: merges official tables cell by cell, for git.
struct MergeDriverCommand: Command {
    static let name = "merge-driver"

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            command: name,
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
    @Option(help: InputLimit.help) var maxInputSize = InputLimit.default
    @OptionGroup var common: CommonOptions

    func validate() throws { try InputLimit.check(maxInputSize) }

    func run(in session: Session) throws -> ExitStatus {
        var files = try InputReading(maxInputSize).read([base, ours, theirs])
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
            return try leaveToGit(because: error, name, session)
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

    /// Lets git merge line by line, as it would without us.
    ///
    /// - Throws: `CommandFailure` where git isn't there, or can't merge the files either.
    private func leaveToGit(
        because error: FormatError,
        _ name: String,
        _ session: Session
    ) throws -> ExitStatus {
        if var reason = error.diagnostic {
            reason.severity = .note
            reason.hint = nil
            reason.remedy = nil
            session.show([reason])
        }
        let labels = ["ours", "base", "theirs"].flatMap { ["-L", $0] }
        let size = "--marker-size=\(max(1, min(markerSize, 1000)))"
        let end: ChildProgram.End
        do throws(SystemError) {
            end = try ChildProgram.run(
                ["git", "merge-file", "-q", size] + labels + [ours, base, theirs]
            )
        } catch {
            throw CommandFailure(
                .inputOutput,
                .gitMissing,
                Wording(
                    en: "git can't be started: \(error.reason)",
                    zh: "无法启动 git：\(error.reason)"
                ),
                file: name
            )
        }
        switch end {
        case .status(0):
            session.show([Self.mergedByLine(conflicts: 0, name)])
            return .done
        case .status(let conflicts) where conflicts < 128:
            session.show([Self.mergedByLine(conflicts: Int(conflicts), name)])
            return .findings
        case .status, .signal:
            throw CommandFailure(.data, [Self.notMerged(name)])
        }
    }

    /// What git made of the files; there are no more conflicts than its exit status can say.
    private static func mergedByLine(conflicts: Int, _ name: String) -> Diagnostic {
        guard conflicts > 0 else {
            return Diagnostic(
                .note,
                .mergedByLine,
                Wording(
                    en: "git has merged the files line by line, without a conflict",
                    zh: "已由 git 逐行合并，没有冲突"
                ),
                hint: Wording(
                    en: "look at what came of it: a line holds several targets",
                    zh: "请查看合并结果：一行里有几项目标"
                ),
                file: name
            )
        }
        return Diagnostic(
            .error,
            .mergeConflict,
            Wording(
                en: "git has merged the files line by line; \(conflicts)"
                    + " \(conflicts == 1 ? "conflict is" : "conflicts are") marked",
                zh: "已由 git 逐行合并，标出 \(conflicts) 处冲突"
            ),
            hint: Wording(
                en: "edit the marked lines, then git add the file",
                zh: "请编辑带标记的行，然后 git add 该文件"
            ),
            file: name
        )
    }

    private static func notMerged(_ name: String) -> Diagnostic {
        Diagnostic(
            .error,
            .mergeConflict,
            Wording(
                en: "git can't merge the files line by line either; ours is as it was",
                zh: "git 也无法逐行合并，我方文件保持原样"
            ),
            hint: Wording(
                en: "choose one of the two, then git add the file",
                zh: "请选定其中一个，然后 git add 该文件"
            ),
            file: name
        )
    }
}
