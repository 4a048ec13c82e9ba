internal import SourceText
internal import TargetModel

/// Units whose names differ in one character that one of them lacks (鲁西新区, 鲁西南新区), or that looks
/// like the other's (教肓局, 教育局).
///
/// `UnitVariants` finds the ways of writing that can't mean another unit; here a person has to say.
enum SimilarUnits: Check {
    /// Numerals and directions make other units: 第一中学, 第十一中学.
    private static let telling = Set("一二三四五六七八九十百东西南北中上下新老大小0123456789".unicodeScalars)

    /// How many characters names have that are compared.
    ///
    /// What is longer is no unit's name, and to try each of its characters takes time that grows with
    /// the square of its length.
    private static let lengths = 4...80

    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        let columns = table.unitColumns
        guard let column = columns.first else { return }
        var counts: [[Unicode.Scalar]: (name: String, first: Int, count: Int)] = [:]
        var order: [[Unicode.Scalar]] = []
        let keys = table.documents.map { UnitNameKey(issuer: $0.issuer) }
        for unit in UnitMentions(&subject).all {
            let stem = stem(keys[unit.document].key(of: unit.name))
            if counts[stem] == nil {
                order.append(stem)
                counts[stem] = (unit.name, unit.first, 0)
            }
            counts[stem]?.count += unit.count
        }
        reportLookAlikes(order, counts, column, &findings)
        let known = Set(order)
        for long in order where lengths.contains(long.count) {
            for index in long.indices {
                var short = long
                let dropped = short.remove(at: index)
                guard known.contains(short), isSlip(dropped, at: index, of: long),
                    let one = counts[long], let other = counts[short]
                else { continue }
                let (rare, usual) = one.count < other.count ? (one, other) : (other, one)
                findings.report(
                    similar(rare.name, rare.count, usual.name, usual.count),
                    target: rare.first,
                    column: column
                )
                break
            }
        }
    }

    /// Names that are the same but for a character that looks like another.
    private static func reportLookAlikes(
        _ order: [[Unicode.Scalar]],
        _ counts: [[Unicode.Scalar]: (name: String, first: Int, count: Int)],
        _ column: Int,
        _ findings: inout CheckFindings
    ) {
        var seen: [[Unicode.Scalar]: [Unicode.Scalar]] = [:]
        for stem in order {
            // An abbreviation is one only as long as it is spelled right: 市城管居.
            let name = counts[stem].map { TextFolding.squeezed($0.name) } ?? stem
            let shapes = [stem, name].map { $0.map { LookAlikes.sound(LookAlikes.shape($0)) } }
            guard let other = shapes.lazy.compactMap({ seen[$0] }).first else {
                for shape in shapes { seen[shape] = stem }
                continue
            }
            // Lists of two governments may well name one unit.
            guard let one = counts[stem], let two = counts[other], one.name != two.name else {
                continue
            }
            let (rare, usual) = one.count <= two.count ? (one, two) : (two, one)
            findings.report(
                similar(rare.name, rare.count, usual.name, usual.count),
                target: rare.first,
                column: column
            )
        }
    }

    /// A name without 管委会 and the like, which are left out as often as not.
    private static func stem(_ key: String) -> [Unicode.Scalar] {
        let scalars = Array(key.unicodeScalars)
        for ending in ["管理委员会", "管委会"] where scalars.count > ending.unicodeScalars.count + 2 {
            if scalars.suffix(ending.unicodeScalars.count).elementsEqual(ending.unicodeScalars) {
                return Array(scalars.dropLast(ending.unicodeScalars.count))
            }
        }
        return scalars
    }

    /// Whether a character that one name has and the other lacks may be a slip.
    ///
    /// Directions count within a name (鲁西南新区), not at its ends, where they tell units apart.
    private static func isSlip(_ scalar: Unicode.Scalar, at index: Int, of name: [Unicode.Scalar])
        -> Bool
    {
        guard index > 0, index < name.count - 1 else { return false }
        if "东西南北".unicodeScalars.contains(scalar) { return index >= 2 }
        return !telling.contains(scalar)
    }

    private static func similar(
        _ rare: String,
        _ rareCount: Int,
        _ usual: String,
        _ usualCount: Int
    ) -> Diagnostic {
        Diagnostic(
            .warning,
            .similarUnits,
            Wording(
                en: "the units “\(rare)” (\(CheckFindings.times(rareCount))) and “\(usual)” "
                    + "(\(CheckFindings.times(usualCount))) differ in one character",
                zh: "单位“\(rare)”（\(rareCount) 处）与“\(usual)”（\(usualCount) 处）只差一个字"
            ),
            hint: Wording(
                en: "if they are one unit, write its name the same everywhere",
                zh: "如是同一单位，请统一写法"
            )
        )
    }
}
