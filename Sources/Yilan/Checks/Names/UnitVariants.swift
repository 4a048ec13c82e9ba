internal import SourceText
internal import TargetModel

/// Units whose name is written in several ways: 市住建局, 市住房和城乡建设局, 市住房城乡建设局.
enum UnitVariants: Check {
    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        let columns = table.unitColumns
        guard !columns.isEmpty else { return }
        var variants = NameVariants()
        let keys = table.documents.map { UnitNameKey(issuer: $0.issuer) }
        for unit in UnitMentions(&subject).all {
            variants.add(unit.name, of: unit.first, times: unit.count) {
                keys[unit.document].key(of: unit.name)
            }
        }
        for (variant, usual) in variants.unusual {
            let place = place(of: variant, in: table, columns)
            findings.report(
                NameVariants.finding(
                    .unitVariants,
                    variant,
                    usual,
                    of: Wording(en: "unit", zh: "单位"),
                    named: Wording(en: "a unit's name", zh: "同一单位的名称")
                ),
                target: variant.first,
                column: place?.column ?? columns.first,
                bytes: place?.bytes
            )
        }
    }

    /// Where a name stands: the column (from 0), and the bytes in its cell.
    private static func place(
        of variant: NameVariants.Variant,
        in table: TargetTable,
        _ columns: [Int]
    ) -> (column: Int, bytes: Range<Int>)? {
        let name = Array(variant.name.utf8)
        for column in columns {
            let cell = Array(table.string(variant.first, column: column).utf8)
            // Names stand behind separators, and may be the end of longer names.
            let places = cell.ranges(of: name)
            let alone = places.first { isSeparated(cell[..<$0.lowerBound]) }
            if let bytes = alone ?? places.first { return (column, bytes) }
        }
        return nil
    }

    /// Whether a name can begin behind a text.
    private static func isSeparated(_ before: ArraySlice<UInt8>) -> Bool {
        guard let last = String(decoding: before, as: UTF8.self).unicodeScalars.last else {
            return true
        }
        return !last.properties.isAlphabetic
    }
}
