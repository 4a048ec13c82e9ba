internal import SourceText
internal import TargetModel

/// A unit that is named twice in one cell.
enum RepeatedUnits: Check {
    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        for column in table.unitColumns {
            for found in subject.derived.texts(ofColumn: column)?.all ?? [] {
                let text = table.text.string(found.range)
                guard let name = repeated(in: text) else { continue }
                let bytes = Array(text.utf8).ranges(of: Array(name.utf8)).last
                findings.report(
                    Diagnostic(
                        .warning,
                        .repeatedUnit,
                        Wording(
                            en: "the unit “\(name)” is named twice",
                            zh: "单位“\(name)”重复列了两次"
                        ),
                        hint: Wording(
                            en: "delete one, or name the unit that was meant",
                            zh: "请删去一个，或改为应列的单位"
                        )
                    ),
                    target: found.first,
                    column: column,
                    bytes: bytes
                )
            }
        }
    }

    /// The first name that stands twice among the parts of a cell.
    private static func repeated(in text: String) -> String? {
        var seen: Set<[UInt8]> = []
        for part in text.unicodeScalars.split(whereSeparator: UnitNames.isSeparator) {
            let name = String(String.UnicodeScalarView(part))
            guard name.unicodeScalars.count >= 3 else { continue }
            if !seen.insert(Array(name.utf8)).inserted { return name }
        }
        return nil
    }
}
