import Foundation
import TestSupport
import Testing

@testable import YilanCommand

/// The three lines of the set-up for git, in a real repository.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/git")))
struct GitTests {
    private let base = """
        示例市人民政府2024年度责任目标完成情况一览表

        序号\t责任目标内容\t完成情况\t序号\t责任目标内容\t完成情况
        1\t建学校\t已建3所\t3\t植树\t已植树
        2\t修路\t已修5公里\t4\t办展会\t已办

        """

    /// A repository with the table in it, in which git knows yilan.
    private func repository() throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.write(base, to: "table.tsv")
        try git(
            """
            git init -q -b main . && git config user.name t && git config user.email t@example.org
            git config merge.yilan.driver 'yilan merge-driver %O %A %B %L %P'
            git config diff.yilan.textconv 'yilan textconv'
            echo '*.tsv merge=yilan diff=yilan' >.gitattributes
            git add . && git commit -qm base
            """,
            in: folder
        )
        return folder
    }

    @discardableResult
    private func git(_ lines: String, in folder: WorkFolder, status: Int32 = 0) throws -> ProgramRun
    {
        let run = try YilanProgram.shell(
            "set -e; " + lines,
            in: folder,
            environment: ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"]
        )
        #expect(run.status == status, "\(run.outputText)\(run.errorText)")
        return run
    }

    /// Commits `ours` on the main branch and `theirs` on another, and merges.
    private func merge(_ ours: String, _ theirs: String, status: Int32) throws -> WorkFolder {
        let folder = try repository()
        try git("git checkout -qb other", in: folder)
        try folder.write(theirs, to: "table.tsv")
        try git("git commit -qam theirs && git checkout -q main", in: folder)
        try folder.write(ours, to: "table.tsv")
        try git("git commit -qam ours", in: folder)
        try git("git merge -q --no-edit other", in: folder, status: status)
        return folder
    }

    @Test func twoTargetsOnOneLineAreMerged() throws {
        let folder = try merge(
            base.replacing("已建3所", with: "已建4所"),
            base.replacing("已植树", with: "已植树百亩"),
            status: 0
        )
        let merged = base.replacing("已建3所", with: "已建4所").replacing("已植树", with: "已植树百亩")
        #expect(try folder.text(of: "table.tsv") == merged)
    }

    @Test func aCellThatBothChangedIsMarked() throws {
        let folder = try merge(
            base.replacing("已建3所", with: "已建4所"),
            base.replacing("已建3所", with: "已建5所").replacing("已办", with: "已办两次"),
            status: 1
        )
        let text = try folder.text(of: "table.tsv")
        #expect(text.contains("<<<<<<< 已建4所 ||||||| 已建3所 ======= 已建5所 >>>>>>>"))
        #expect(text.contains("已办两次"))
        let status = try git("git status --porcelain", in: folder)
        #expect(status.outputText.contains("UU table.tsv"))
    }

    /// The commands of the guide for machines that may lack yilan.
    private func fallbackSettings() throws -> String {
        let guide = try Repository.text("Sources/Yilan/Documentation.docc/Guides/Publishers.md")
        let commands = ConsoleCommand.all(in: guide).map(\.command)
        let settings =
            commands.filter { $0.contains("config") && $0.contains("yilan >/dev/null") }
            + commands.filter { $0.contains("config") && $0.contains("|| cat") }
        try #require(settings.count == 2)
        return settings.joined(separator: "\n").replacing("git -C table", with: "git")
    }

    @Test(arguments: [true, false]) func withoutYilanGitMergesByLine(isThere: Bool) throws {
        let folder = try repository()
        try git(fallbackSettings(), in: folder)
        try git("git checkout -qb other", in: folder)
        try folder.write(base.replacing("已植树", with: "已植树百亩"), to: "table.tsv")
        try git("git commit -qam theirs && git checkout -q main", in: folder)
        try folder.write(base.replacing("已建3所", with: "已建4所"), to: "table.tsv")
        try git("git commit -qam ours", in: folder)
        let path = isThere ? "" : "PATH=/usr/bin:/bin; "
        try git(path + "git merge -q --no-edit other", in: folder, status: isThere ? 0 : 1)
        let text = try folder.text(of: "table.tsv")
        #expect(text.contains("<<<<<<< ours\n") == !isThere)
        #expect(text.contains("已建4所") && text.contains("已植树百亩"))
        // What git left is no table yet.
        let check = try YilanProgram.run(["check", "table.tsv"], in: folder)
        #expect(check.outputText.contains("[merge-marker]") == !isThere)
        let diff = try git(path + "git diff HEAD~1 -- table.tsv", in: folder)
        #expect(diff.outputText.contains("已植树百亩"))
    }

    /// However many conflicts git marks, the status is one that yilan knows.
    @Test func gitsMergeByLineIsTold() throws {
        let folder = try WorkFolder()
        let table = "一\nb\nc\nd\ne\nf\n七\n"
        try folder.write(table, to: "base")
        for (ours, theirs, status, words) in [
            ("一甲", "一乙", 1, "1 conflict is marked"),
            ("一甲\nb\nc\nd\ne\nf\n七甲", "一乙\nb\nc\nd\ne\nf\n七乙", 1, "conflicts are marked"),
            ("一甲\nb\nc\nd\ne\nf\n七", "一\nb\nc\nd\ne\nf\n七乙", 0, "[merged-by-line]"),
        ] {
            try folder.write(ours + "\n", to: "ours")
            try folder.write(theirs + "\n", to: "theirs")
            let run = try YilanProgram.run(["merge-driver", "base", "ours", "theirs"], in: folder)
            #expect(run.status == Int32(status))
            #expect(run.errorText.contains(words), "\(run.errorText)")
        }
        try folder.write("甲\n", to: "ours")
        try folder.write([0, 1, 2, 0], to: "theirs")
        let run = try YilanProgram.run(["merge-driver", "base", "ours", "theirs"], in: folder)
        #expect(run.status == 65)
        #expect(run.errorText.contains("[merge-conflict]"))
        #expect(try folder.text(of: "ours") == "甲\n")
    }

    @Test func lineEndsStayAsTheyAre() throws {
        let folder = try repository()
        let text = base.replacing("\n", with: "\r\n")
        try folder.write(text, to: "table.tsv")
        try git(
            """
            git config core.autocrlf input; echo '*.tsv -text merge=yilan diff=yilan' >.gitattributes
            git commit -qam crlf; rm table.tsv; git checkout -q -- table.tsv
            """,
            in: folder
        )
        #expect(try folder.text(of: "table.tsv") == text)
    }

    @Test func whatIsNoTableIsMergedByLine() throws {
        let folder = try merge("first\n" + base.dropFirst(3), "一\n二\n", status: 1)
        #expect(try folder.text(of: "table.tsv").contains("<<<<<<<"))
    }

    @Test func diffShowsTheCell() throws {
        let folder = try repository()
        try folder.write(base.replacing("已植树", with: "已植树百亩"), to: "table.tsv")
        let lines = try git("git diff", in: folder).outputText.split(separator: "\n")
        let changed = lines.filter {
            ($0.hasPrefix("+") || $0.hasPrefix("-")) && !$0.hasPrefix("+++") && !$0.hasPrefix("---")
        }
        #expect(changed == ["-3 完成情况: 已植树", "+3 完成情况: 已植树百亩"])
        try folder.write("no table\n", to: "table.tsv")
        #expect(try git("git diff", in: folder).outputText.contains("+no table"))
    }
}
