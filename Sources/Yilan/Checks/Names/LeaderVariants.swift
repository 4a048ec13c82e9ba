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
        for office in offices {
            let rest: ArraySlice<Unicode.Scalar>
            if name.suffix(office.count).elementsEqual(office) {
                rest = name.dropLast(office.count)
            } else if name.starts(with: office) {
                rest = name.dropFirst(office.count)
            } else {
                continue
            }
            // What is left must look like a name.
            guard (2...4).contains(rest.count), rest.allSatisfy(\.properties.isIdeographic) else {
                continue
            }
            return String(String.UnicodeScalarView(rest))
        }
        return String(String.UnicodeScalarView(name))
    }

    /// Longer ones first, so that 常务副市长 isn't taken for 市长.
    private static let offices = [
        "市政府党组成员", "市委常委", "县委常委", "区委常委", "常务副市长", "常务副县长", "常务副区长", "副秘书长", "副市长", "副县长",
        "副区长", "秘书长", "市长", "县长", "区长", "同志",
    ].map { Array($0.unicodeScalars) }

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
