internal import SourceText
internal import TargetModel

/// Leaders whose name is written in several ways: with blanks in it, with invisible characters,
/// with their office.
enum LeaderVariants: Check {
    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        guard let column = table.column(of: .leader) else { return }
        var variants = NameVariants()
        for leader in subject.derived.texts(ofColumn: column)?.all ?? []
        where !leader.range.isEmpty {
            let name = table.text.string(leader.range)
            variants.add(name, of: leader.first, times: leader.count) { key(of: name) }
        }
        for (variant, usual) in variants.unusual {
            findings.report(finding(variant, usual), target: variant.first, column: column)
        }
    }

    /// What a name is compared by: the name it is counted under, without an office.
    private static func key(of text: String) -> String {
        let name = TextFolding.squeezed(DerivedValues.leaderName(text))
        let bare = LeaderNames.withoutTitle(name)
        // What is left must look like a name.
        let isName = bare.map {
            (2...4).contains($0.count) && $0.allSatisfy(\.properties.isIdeographic)
        }
        return String(String.UnicodeScalarView(isName == true ? bare ?? name : name))
    }

    private static func finding(
        _ variant: NameVariants.Variant,
        _ usual: NameVariants.Variant
    ) -> Diagnostic {
        Diagnostic(
            .warning,
            .leaderVariants,
            Wording(
                en:
                    "the leader “\(variant.name)” (\(CheckFindings.times(variant.count))) is elsewhere "
                    + "“\(usual.name)” (\(CheckFindings.times(usual.count)))",
                zh: "领导“\(variant.name)”（\(variant.count) 处）在别处写作“\(usual.name)”（\(usual.count) 处）"
            ),
            hint: Wording(
                en: "write a leader's name the same everywhere, so that it is counted as one",
                zh: "同一位领导的姓名请统一写法，以便合并统计"
            )
        )
    }
}
