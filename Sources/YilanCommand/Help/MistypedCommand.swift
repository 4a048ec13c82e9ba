internal import ArgumentParser
internal import Glibc
internal import SourceText

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

    /// The command whose name is at most two letters away; nil where there is none.
    static func nearest(to word: String) -> String? {
        let found = RootCommand.commandNames.map {
            ($0, distance(from: Array(word.utf8), to: Array($0.utf8)))
        }
        .min { $0.1 < $1.1 }
        return found.flatMap { $0.1 <= 2 ? $0.0 : nil }
    }

    /// How many letters have to be typed, dropped or replaced (Levenshtein).
    ///
    /// - Complexity: O(n · m) in the letters.
    private static func distance(from one: [UInt8], to other: [UInt8]) -> Int {
        var row = Array(0...other.count)
        for (index, letter) in one.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in other.indices {
                let replaced = diagonal + (letter == other[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
            }
        }
        return row[other.count]
    }
}
