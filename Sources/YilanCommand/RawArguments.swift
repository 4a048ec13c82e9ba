internal import Glibc
internal import Yilan

/// Arguments before they are parsed.
struct RawArguments {
    private let arguments: ArraySlice<String>

    /// Takes the arguments behind the program's name; what follows `--` are no options.
    init(_ arguments: [String]) {
        self.arguments = arguments.prefix { $0 != "--" }
    }

    /// The arguments of this process behind the program's name, as `FilePath.text(of:)` puts bytes.
    ///
    /// `CommandLine.arguments` would replace what is no UTF-8, and name another file.
    static var ofThisProcess: [String] {
        let count = max(1, Int(CommandLine.argc))
        return (1..<count).compactMap { index in
            unsafe CommandLine.unsafeArgv[index].map { unsafe FilePath.text(at: $0) }
        }
    }

    /// The last value given to an option, as `--name value` or `--name=value`.
    func value(of option: String) -> String? {
        var value: String?
        for (index, argument) in arguments.enumerated() {
            if argument == option, index + 1 < arguments.count { value = arguments[index + 1] }
            if argument.hasPrefix(option + "=") {
                value = String(argument.dropFirst(option.count + 1))
            }
        }
        return value
    }

    /// Whether one of `flags` is given.
    func contains(oneOf flags: [String]) -> Bool {
        arguments.contains { flags.contains($0) }
    }

    /// The first argument that is not an option.
    var firstWord: String? {
        arguments.first { !$0.hasPrefix("-") }
    }

    /// The arguments as people mean them, where the parser takes them otherwise.
    ///
    /// Options that every command has may stand before the command: the parser would take the
    /// command for an input. A file that is there may have a name that begins with a dash, as a
    /// pattern of the shell gives it: the parser would take it for an option.
    static func understood(_ arguments: [String]) -> [String] {
        let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
        let named = arguments[..<end].map { isNameOfFile($0) ? "./" + $0 : $0 }
        let leading = commonOptions(in: named[...])
        guard named.indices.contains(leading), isCommand(named[leading]) else {
            return named + arguments[end...]
        }
        // The parser's own help takes nothing but a command's name.
        if named[leading] == helpWord { return withoutCommonOptions(named) + arguments[end...] }
        return [named[leading]] + named[..<leading] + named[(leading + 1)...] + arguments[end...]
    }

    /// How many arguments at the start are options that every command has, and their values.
    private static func commonOptions(in arguments: ArraySlice<String>) -> Int {
        var rest = arguments
        while let option = rest.first {
            switch option {
            case "--language", "--diagnostics": rest = rest.dropFirst(2)
            case "--quiet", "-q": rest = rest.dropFirst()
            case _ where option.hasPrefix("--language=") || option.hasPrefix("--diagnostics="):
                rest = rest.dropFirst()
            default: return arguments.count - rest.count
            }
        }
        return arguments.count
    }

    /// Whether there is nothing but options that every command has: the name alone, in some language.
    static func areOnlyCommonOptions(_ arguments: [String]) -> Bool {
        commonOptions(in: arguments[...]) == arguments.count
    }

    private static func withoutCommonOptions(_ arguments: [String]) -> [String] {
        var rest = arguments[...]
        var others: [String] = []
        while true {
            rest = rest.dropFirst(commonOptions(in: rest))
            guard let next = rest.popFirst() else { return others }
            others.append(next)
        }
    }

    private static let helpWord = "help"

    private static func isCommand(_ word: String) -> Bool {
        word == helpWord || RootCommand.commandNames.contains(word)
    }

    private static func isNameOfFile(_ argument: String) -> Bool {
        guard argument.hasPrefix("-"), TargetFormat.ofInput(named: argument) != nil else {
            return false
        }
        return unsafe access(FilePath.cString(argument), F_OK) == 0
    }
}
