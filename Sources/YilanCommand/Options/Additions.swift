internal import ArgumentParser
internal import Yilan

/// What `convert` lists beside the table: `checks,indicators`.
struct Additions: OptionSet, ExpressibleByArgument {
    let rawValue: Int

    /// What `check` finds.
    static let checks = Additions(rawValue: 1)
    /// The figures that were promised and reached.
    static let indicators = Additions(rawValue: 2)

    private static let words: [(word: String, addition: Additions)] = [
        ("checks", .checks), ("indicators", .indicators),
    ]

    init(rawValue: Int) { self.rawValue = rawValue }

    /// Reads words, separated by commas; nil where one of them is none.
    init?(argument: String) {
        self = []
        for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let known = Self.words.first(where: { $0.word == word }) else { return nil }
            insert(known.addition)
        }
    }

    /// Every word, for help and completion.
    static var allValueStrings: [String] { words.map(\.word) }

    /// Makes sure that an output has room for what is wanted.
    ///
    /// - Throws: `CommandFailure` that names the formats that have.
    func check(_ plan: OutputPlan) throws(CommandFailure) {
        guard !isEmpty else { return }
        if case .dataPackage = plan {} else if plan.format.has(.additions) { return }
        let names = TargetFormat.writable.filter { $0.has(.additions) }.map(\.name)
        throw .usage(
            Wording(
                en: "\(plan.format.name) has no room for what --with adds",
                zh: "\(plan.format.name) 格式放不下 --with 附加的内容"
            ),
            hint: Wording(
                en:
                    "write \(names.joined(separator: " or ")), or run check or indicators by itself",
                zh: "请写成 \(names.joined(separator: " 或 "))，或者另外运行 check、indicators"
            )
        )
    }
}
