internal import SourceText
internal import TargetModel

/// Finds the targets that findings are about, by what they say of their place.
struct FindingTargets {
    private let table: TargetTable
    private var bySerial: [[UInt8]: [Int]] = [:]
    private var byLine: [Int: [Int]] = [:]

    /// Prepares for a table.
    ///
    /// - Complexity: O(n) in the targets.
    init(_ table: TargetTable) {
        self.table = table
        for target in 0..<table.count {
            bySerial[Array(table.text.bytes(table.range(target, .serial))), default: []]
                .append(target)
            let line = Int(table.origins[target].line)
            if line > 0 { byLine[line, default: []].append(target) }
        }
    }

    /// The target (from 0) that a finding is about; nil where it is about none, or about several.
    func target(of finding: Diagnostic) -> Int? {
        let named = finding.serial.map { bySerial[Array($0.utf8), default: []] } ?? []
        if named.count == 1 { return named[0] }
        let there = finding.line.map { byLine[$0, default: []] } ?? []
        let matching = (named.isEmpty ? there : named).filter { isPlace($0, of: finding) }
        return named.isEmpty && matching.count > 1 ? nil : matching.first
    }

    private func isPlace(_ target: Int, of finding: Diagnostic) -> Bool {
        let origin = table.origins[target]
        func agrees(_ stated: Int?, _ known: Int32) -> Bool {
            stated == nil || known == 0 || stated == Int(known)
        }
        return agrees(finding.page, origin.page) && agrees(finding.block, origin.block)
            && agrees(finding.line, origin.line)
    }

    /// The column (from 0) that a finding is about; nil where it is about the whole target.
    func column(of finding: Diagnostic) -> Int? {
        finding.field.flatMap { field in table.columns.firstIndex { $0.key == field } }
    }

    /// Characters around what a finding is about that are shown with it.
    private static let around = 24
    /// Characters of what a finding is about that are shown.
    private static let most = 80

    /// What the finding is about, with some of what stands around it in its cell.
    ///
    /// Where no place in a line is known, that is the beginning of the cell.
    func evidence(of finding: Diagnostic) -> (before: String, piece: String, behind: String) {
        if let excerpt = finding.excerpt, let column = finding.column {
            let scalars = Array(excerpt.unicodeScalars)
            let start = column - 1 - finding.excerptStart
            if scalars.indices.contains(start) {
                let end = min(scalars.count, start + finding.span)
                return Self.evidence(in: scalars, start..<end)
            }
        }
        guard let target = target(of: finding), let column = column(of: finding) else {
            return ("", "", "")
        }
        let text = Array(table.string(target, column: column).unicodeScalars)
        let cut = text.count > Self.most ? "…" : ""
        return ("", Self.string(text.prefix(Self.most)) + cut, "")
    }

    private static func evidence(
        in scalars: [Unicode.Scalar],
        _ piece: Range<Int>
    ) -> (before: String, piece: String, behind: String) {
        let start = scalars[..<piece.lowerBound].lastIndex(of: "\t").map { $0 + 1 } ?? 0
        let before = scalars[start..<piece.lowerBound]
        let behind = scalars[piece.upperBound...].prefix(while: { $0 != "\t" })
        let shown = scalars[piece].prefix(most)
        let isCut = shown.count < piece.count
        return (
            (before.count > around ? "…" : "") + string(before.suffix(around)),
            string(shown) + (isCut ? "…" : ""),
            isCut
                ? "" : string(behind.prefix(around)) + (behind.count > around ? "…" : "")
        )
    }

    private static func string(_ scalars: some Collection<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}
