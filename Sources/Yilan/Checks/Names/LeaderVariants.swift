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
            findings.report(
                NameVariants.finding(
                    .leaderVariants,
                    variant,
                    usual,
                    of: Wording(en: "leader", zh: "领导"),
                    named: Wording(en: "a leader's name", zh: "同一位领导的姓名")
                ),
                target: variant.first,
                column: column
            )
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
}
