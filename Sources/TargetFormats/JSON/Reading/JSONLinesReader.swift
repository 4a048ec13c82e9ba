internal import JSONText
package import SourceText
package import TargetModel

/// Reads one JSON object a line: targets, each with its year and issuer.
///
/// Of a target only `serial` must be there. The columns are the seven fields, as far as any line
/// has a text for them, and every label of `extra`, in order of first appearance. A key that a
/// line lacks is no change to a blank where the table is taken for corrections. A document for
/// each year and issuer is kept; title and layout are not in the lines.
package struct JSONLinesReader: TargetReader {
    /// Makes a reader.
    package init() {}

    /// Reads all lines; blank ones are skipped.
    ///
    /// - Complexity: O(n) in the text.
    package func read(
        _ input: consuming InputFile,
        options: ReadingOptions,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> TargetTable {
        let text = try InputText(input, as: options.encoding ?? .utf8)
        let targets: TargetsDecoder
        if let read = TargetsDecoder.lines(of: text.source) {
            targets = read
        } else {
            targets = try readReporting(text, options)
        }
        return table(of: targets, text, reporting: &diagnostics)
    }

    /// Reads all lines in one go, and whatever is wrong with them.
    private func readReporting(
        _ text: InputText,
        _ options: ReadingOptions
    ) throws(FormatError) -> TargetsDecoder {
        let source = text.source
        var findings = JSONFindings(in: source)
        var errors: [JSONTextError] = []
        let lines: [JSONValue]
        do {
            lines = try JSONDocument.parsingLines(
                of: source.bytes,
                areUTF8: true,
                errors: &errors
            ).flatMap(\.values)
        } catch {
            throw FormatError(.data, error.diagnostic.at(error.range, of: source))
        }
        let isOther = !errors.isEmpty || lines.allSatisfy { $0["serial"] == nil }
        if isOther, let other = OtherFormat.ofText(text.file, isNot: .jsonl, options) {
            throw FormatError(.data, other)
        }
        for error in errors { findings.report(error) }
        var targets = TargetsDecoder(in: source, .lines, findings: findings)
        targets.decode(lines, in: source)
        guard targets.count > 0 else {
            var explained = targets.findings.bag
            if !explained.hasErrors { explained.report(Self.emptyTable(source)) }
            throw FormatError(.data, explained)
        }
        return targets
    }

    private func table(
        of read: TargetsDecoder,
        _ text: InputText,
        reporting diagnostics: inout DiagnosticBag
    ) -> TargetTable {
        var targets = read
        targets.reportDuplicateSerials()
        let documents = targets.facts.map { facts in
            Document(
                issuer: facts.issuer.map { String(decoding: $0, as: UTF8.self) },
                year: facts.year,
                file: text.baseName,
                encoding: text.source.encoding.name
            )
        }
        let table = targets.table(documents: documents, listed: nil)
        var findings = targets.findings
        DerivedValuesCheck.run(table, targets, of: text.source, reporting: &findings)
        diagnostics.report(contentsOf: findings.bag)
        return table
    }

    private static func emptyTable(_ source: SourceText) -> Diagnostic {
        Diagnostic(
            .error,
            .emptyTable,
            Wording(en: "the file holds no target", zh: "文件里没有任何目标"),
            hint: Wording(en: "each line is a target", zh: "每行是一个目标"),
            file: source.name
        )
    }
}
