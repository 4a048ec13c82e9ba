internal import SourceText

/// Names that are written in several ways: those with one key name the same.
struct NameVariants {
    /// One way of writing a name.
    struct Variant {
        /// The name as it is written.
        var name: String
        /// The first target that has it (from 0).
        var first: Int
        /// How often it occurs.
        var count: Int
    }

    /// What a name is found by: its bytes, since equality of strings joins names that only look
    /// the same.
    private var places: [[UInt8]: (group: Int, variant: Int)] = [:]
    private var groups: [[Variant]] = []
    private var groupOfKey: [String: Int] = [:]

    /// Counts a name; `key` is asked for only where the name is new.
    mutating func add(
        _ name: String,
        of target: Int,
        times count: Int = 1,
        key: () -> String
    ) {
        let bytes = Array(name.utf8)
        if let place = places[bytes] {
            groups[place.group][place.variant].count += count
            return
        }
        let key = key()
        let group = groupOfKey[key] ?? groups.count
        if group == groups.count {
            groupOfKey[key] = group
            groups.append([])
        }
        places[bytes] = (group, groups[group].count)
        groups[group].append(Variant(name: name, first: target, count: count))
    }

    /// The names that are written otherwise most of the time, each with the usual way, in the
    /// order of first appearance.
    var unusual: [(variant: Variant, usual: Variant)] {
        groups.flatMap { group -> [(variant: Variant, usual: Variant)] in
            guard group.count > 1,
                let usual = group.indices.max(by: {
                    (group[$0].count, -$0) < (group[$1].count, -$1)
                })
            else { return [] }
            return group.indices.filter { $0 != usual }.map { (group[$0], group[usual]) }
        }.sorted { $0.variant.first < $1.variant.first }
    }

    /// What is said of a name that is written otherwise most of the time: a `kind` such as a unit, and what
    /// its name is called.
    static func finding(
        _ code: FindingCode,
        _ variant: Variant,
        _ usual: Variant,
        of kind: Wording,
        named name: Wording
    ) -> Diagnostic {
        Diagnostic(
            .warning,
            code,
            Wording(
                en:
                    "the \(kind) “\(variant.name)” (\(CheckFindings.times(variant.count))) is "
                    + "elsewhere “\(usual.name)” (\(CheckFindings.times(usual.count)))",
                zh:
                    "\(kind)“\(variant.name)”（\(variant.count) 处）在别处写作“\(usual.name)”（\(usual.count) 处）"
            ),
            hint: Wording(
                en: "write \(name) the same everywhere, so that it is counted as one",
                zh: "\(name)请统一写法，以便合并统计"
            )
        )
    }
}
