internal import ArgumentParser
internal import Glibc
internal import Yilan

/// A word that was meant as a command: since `convert` may be left out, it looks like an input.
enum MistypedCommand {
    /// Makes sure that the first input is one.
    ///
    /// - Throws: `CommandFailure` where it is no file, has no extension, and is nearly the name of a
    ///   command.
    static func check(_ input: String?) throws(CommandFailure) {
        guard let input, !input.contains("."), !input.contains("/"),
            unsafe access(FilePath.cString(input), F_OK) != 0, let command = nearest(to: input)
        else { return }
        throw .usage(
            Wording(
                en: "there is no command and no file '\(input)'; did you mean '\(command)'?",
                zh: "没有命令或文件 \(input)，是不是 \(command)？"
            )
        )
    }

    /// The command whose name is hardly different; nil where there is none.
    static func nearest(to word: String) -> String? {
        Misspelling.correction(of: word, among: RootCommand.commandNames)
    }
}
