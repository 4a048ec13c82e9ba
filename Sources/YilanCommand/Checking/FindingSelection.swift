internal import Yilan

/// Which findings `check` reports.
struct FindingSelection {
    /// Lists of codes that are left out.
    var ignore: [String] = []
    /// Lists of codes, the others of which are left out; none where all are reported.
    var only: [String] = []
    /// The path of the file with findings that are accepted.
    var baseline: String?
    /// Whether what is found now is accepted.
    var updatesBaseline = false

    /// Makes sure that each code is one: with a slip in it, `--only` would find nothing, and
    /// `--ignore` leave nothing out.
    ///
    /// - Throws: `CommandFailure` that names those that are none, with what may have been meant, or
    ///   all that there are.
    func checkCodes() throws(CommandFailure) {
        let unknown = Self.words(only + ignore).filter { FindingCode(rawValue: $0) == nil }
        guard !unknown.isEmpty else { return }
        let known = FindingCode.allCases.map(\.rawValue).sorted()
        let meant = unknown.compactMap { Misspelling.correction(of: $0, among: known) }
        throw .usage(
            Wording(
                en: "no finding has the code \(list: unknown, ", ")",
                zh: "没有这样的问题代码：\(list: unknown, "、")"
            ),
            hint: meant.count == unknown.count
                ? Wording(en: "did you mean \(list: meant, ", ")?", zh: "是不是 \(list: meant, "、")？")
                : Wording(
                    en: "the codes are \(list: known, ", ")",
                    zh: "可用的代码：\(list: known, ", ")"
                )
        )
    }

    /// Whether the codes that the user named leave a finding in.
    ///
    /// Errors are always shown: with them the table isn't read right, whatever else is looked for.
    func selects(_ finding: Diagnostic) -> Bool {
        if finding.severity == .error { return true }
        if !only.isEmpty, !Self.words(only).contains(finding.code.rawValue) { return false }
        return !Self.words(ignore).contains(finding.code.rawValue)
    }

    /// Reads the accepted findings, up to the size that inputs may have; none where they are to be
    /// written anew.
    ///
    /// - Throws: `CommandFailure` where the file can't be read or is another document.
    func accepted(upTo limit: ByteCount) throws(CommandFailure) -> AcceptedFindings {
        guard let baseline else { return AcceptedFindings() }
        if updatesBaseline {
            // Another document of that name is nobody's to replace.
            if case .stream = Destination(baseline) { return AcceptedFindings() }
            guard let file = try? InputReading(limit).read(baseline), !file.bytes.isEmpty else {
                return AcceptedFindings()
            }
            _ = try Self.accepted(in: file)
            return AcceptedFindings()
        }
        return try Self.accepted(in: InputReading(limit).read(baseline))
    }

    private static func accepted(in file: InputFile) throws(CommandFailure) -> AcceptedFindings {
        if let document = try? JSONDocument(parsing: file.bytes),
            let accepted = AcceptedFindings(document)
        {
            return accepted
        }
        throw CommandFailure(
            .data,
            .noBaseline,
            Wording(
                en: "this is no list of accepted findings",
                zh: "这不是已认可问题的清单"
            ),
            hint: Wording(
                en: "make one under a new name: check --baseline FILE --update-baseline",
                zh: "请换一个新文件名生成：check --baseline 文件 --update-baseline"
            ),
            file: file.name
        )
    }

    /// The codes of options that may list several and be given again, in their order.
    private static func words(_ lists: [String]) -> [String] {
        lists.flatMap { $0.split(separator: ",") }.map { word in
            String(word.filter { $0 != " " })
        }
    }
}
