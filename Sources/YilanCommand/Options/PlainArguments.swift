/// Arguments that say nothing but files: inputs, and once `-o` with the output.
///
/// The parser describes each option of a command to itself before it reads the first argument: that was a
/// quarter of converting 60 targets to JSON. What is so plain can be read in one way only, so a command may
/// take it without the parser.
struct PlainArguments {
    /// The inputs, in the order given; at least one.
    let inputs: [String]
    /// The output, where one is named.
    let output: String?

    /// Reads arguments behind a command's name; nil where there is anything else among them, which is the
    /// parser's to read or to refuse.
    init?(_ arguments: [String]) {
        var inputs: [String] = []
        var output: String?
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "-o" {
                guard output == nil, let path = rest.popFirst(), Self.isFile(path) else {
                    return nil
                }
                output = path
            } else {
                guard Self.isFile(argument) else { return nil }
                inputs += GivenPaths(argument: argument).paths
            }
        }
        guard !inputs.isEmpty else { return nil }
        self.inputs = inputs
        self.output = output
    }

    /// Whether an argument can be nothing but a file; `-` and what is blank are left to the parser.
    private static func isFile(_ argument: String) -> Bool {
        !argument.isEmpty && !argument.hasPrefix("-")
    }
}
