internal import ArgumentParser

/// A path that was given, or many that stood behind one another.
///
/// The parser copies all paths so far for each one that follows: 2,400 took a fifth of converting those
/// files, and four times as many sixteen times as long. So they are handed to it as one argument.
struct GivenPaths: ExpressibleByArgument {
    /// The paths, in the order given; one, where they weren't gathered.
    let paths: [String]

    init(argument: String) {
        paths = argument.utf8.split(separator: Self.separator, omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
    }

    /// What stands between paths: the one byte that no argument of a program can hold.
    private static let separator: UInt8 = 0

    /// How many arguments in a row are worth gathering.
    private static let worthGathering = 64

    /// How many of them may be something else; no command has as many places.
    private static let leftAlone = 8

    /// Arguments with those gathered that can be nothing but paths; nil where there are no such.
    ///
    /// Of many in a row that begin with no dash, or stand behind `--`, these are all but the first few,
    /// which may be a command, the value of an option, and files that each have a place of their own.
    static func gathering(_ arguments: [String]) -> [String]? {
        var gathered: [String] = []
        var rest = arguments[...]
        var areOptions = true
        while !rest.isEmpty {
            let row = rest.prefix { !areOptions || !$0.hasPrefix("-") }
            if row.count < worthGathering {
                gathered += row
            } else {
                gathered += row.prefix(leftAlone)
                gathered.append(row.dropFirst(leftAlone).joined(separator: "\0"))
            }
            rest = rest[row.endIndex...]
            guard let option = rest.popFirst() else { break }
            gathered.append(option)
            areOptions = option != "--"
        }
        return gathered.count < arguments.count ? gathered : nil
    }
}

extension [GivenPaths] {
    /// All paths, in the order given.
    var paths: [String] { flatMap(\.paths) }
}
