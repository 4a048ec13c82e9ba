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
    /// Of a cell that is what the cell says, whatever its file looks like there; where no place in it is
    /// known, its beginning. Of a line that is no target's it is the line.
    func evidence(of finding: Diagnostic) -> (before: String, piece: String, behind: String) {
        let line = Self.line(of: finding)
        guard let target = target(of: finding), let column = column(of: finding) else {
            return line.map { Self.evidence(in: $0.scalars, $0.piece) } ?? ("", "", "")
        }
        let text = Array(table.string(target, column: column).unicodeScalars)
        if let line, let piece = Self.piece(line, in: text) {
            return Self.evidence(in: text, piece)
        }
        let cut = text.count > Self.most ? "…" : ""
        return ("", Self.string(text.prefix(Self.most)) + cut, "")
    }

    /// The line that a finding points into, and what of it it is about; nil where it points into none.
    private static func line(
        of finding: Diagnostic
    ) -> (scalars: [Unicode.Scalar], piece: Range<Int>)? {
        guard let excerpt = finding.excerpt, let column = finding.column else { return nil }
        let scalars = Array(excerpt.unicodeScalars)
        let start = column - 1 - finding.excerptStart
        guard scalars.indices.contains(start) else { return nil }
        return (scalars, start..<min(scalars.count, start + finding.span))
    }

    /// Where in a cell's text stands what a finding is about in the cell's line: before it the same.
    private static func piece(
        _ line: (scalars: [Unicode.Scalar], piece: Range<Int>),
        in text: [Unicode.Scalar]
    ) -> Range<Int>? {
        let (wanted, before) = (line.scalars[line.piece], line.scalars[..<line.piece.lowerBound])
        guard !wanted.isEmpty, wanted.count <= text.count else { return nil }
        let start = (0...(text.count - wanted.count)).first { start in
            text[start...].starts(with: wanted)
                && before.suffix(start).elementsEqual(text[..<start])
        }
        return start.map { $0..<($0 + wanted.count) }
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
