internal import SourceText
internal import TargetModel

/// Finds the blocks of a header: the columns that repeat.
struct BlockFinder {
    /// How many blocks the user says there are.
    let forced: Int?

    /// Why a header can't be split.
    enum Failure: Error, Equatable {
        /// No label says 序号.
        case noSerial
        /// A label occurs twice in what would be one block: its cell (from 0), and the other.
        case ambiguous(cell: Int, other: Int)
        /// Two labels could be a field's, and nothing tells which.
        case undecided(Field, cell: Int, other: Int)
        /// There are more blocks than any page can hold.
        case tooMany(blocks: Int)
        /// The header can't be cut in as many blocks as the user says.
        case uneven(blocks: Int)
    }

    /// The most blocks that are read: rows are looked at once for each block.
    static let most = 256

    /// Cuts a header's labels into blocks and says what each cell means.
    func blocks(in labels: [HeaderLabel]) -> Result<[ColumnBlock], Failure> {
        // Texts that are composed alike are other texts: only the same array has the same labels.
        if let known = Self.known.last, known.forced == forced {
            let others = known.labels
            if others.span.isIdentical(to: labels.span) { return known.blocks }
        }
        let found = find(in: labels)
        Self.known.keep(KnownHeader(forced: forced, labels: labels, blocks: found))
        return found
    }

    /// A header, and the blocks that it was cut into.
    private final class KnownHeader: Sendable {
        let forced: Int?
        let labels: [HeaderLabel]
        let blocks: Result<[ColumnBlock], Failure>

        init(forced: Int?, labels: [HeaderLabel], blocks: Result<[ColumnBlock], Failure>) {
            self.forced = forced
            self.labels = labels
            self.blocks = blocks
        }
    }

    /// The blocks of the header that was cut last (see `HeaderReader.known`): a twelfth of reading many tables.
    private static let known = LastFound<KnownHeader>()

    private func find(in labels: [HeaderLabel]) -> Result<[ColumnBlock], Failure> {
        guard let first = labels.firstIndex(where: { !$0.isBlank }),
            let last = labels.lastIndex(where: { !$0.isBlank })
        else { return .failure(.noSerial) }
        let used = first..<(last + 1)
        guard labels.contains(where: { $0.match?.field == .serial }) else {
            // Targets without serials are numbered; then nothing tells blocks apart.
            if forced ?? 1 > 1 { return .failure(.noSerial) }
            return block(of: Array(labels[used]), at: used.lowerBound).map { [$0] }
        }
        let ranges: [Range<Int>]
        if let forced {
            guard let cut = even(used, into: forced) else {
                return .failure(.uneven(blocks: forced))
            }
            // A cut through the middle of a block leaves pieces without a serial.
            guard cut.allSatisfy({ holdsSerial(labels[$0]) }) else {
                return .failure(.uneven(blocks: forced))
            }
            ranges = cut
        } else {
            ranges =
                periodic(labels, in: used) ?? permuted(labels, in: used)
                ?? recurring(labels, in: used) ?? [used]
        }
        guard ranges.count <= Self.most else { return .failure(.tooMany(blocks: ranges.count)) }
        var blocks: [ColumnBlock] = []
        var labels = labels
        if ranges == [used] { Self.forgetInnerSerial(&labels) }
        for range in ranges {
            let trimmed = withoutBlanks(range, labels)
            switch block(of: Array(labels[trimmed]), at: trimmed.lowerBound) {
            case .success(let block): blocks.append(block)
            case .failure(let failure): return .failure(failure)
            }
        }
        return .success(blocks)
    }

    private func withoutBlanks(_ range: Range<Int>, _ labels: [HeaderLabel]) -> Range<Int> {
        let first = labels[range].firstIndex { !$0.isBlank } ?? range.lowerBound
        let last = labels[range].lastIndex { !$0.isBlank } ?? range.upperBound - 1
        return first..<(last + 1)
    }

    private func even(_ used: Range<Int>, into count: Int) -> [Range<Int>]? {
        guard count >= 1, count <= used.count else { return nil }
        // Blank cells may stand between the blocks: then the last block is that much shorter.
        let width = (used.count + count - 1) / count
        guard width * (count - 1) < used.count else { return nil }
        return (0..<count).map { index in
            let start = used.lowerBound + index * width
            return start..<min(start + width, used.upperBound)
        }
    }

    /// Blocks that are equal, label by label; blank cells may stand between them.
    private func periodic(_ labels: [HeaderLabel], in used: Range<Int>) -> [Range<Int>]? {
        guard used.count >= 4 else { return nil }
        for period in 2...(used.count / 2 + 1) where period < used.count {
            let repeats = (used.lowerBound..<(used.upperBound - period)).allSatisfy {
                labels[$0].key == labels[$0 + period].key
            }
            guard repeats else { continue }
            let count = (used.count + period - 1) / period
            // What the last block lacks must be blank in the others.
            let missing = count * period - used.count
            let block = used.lowerBound..<(used.lowerBound + period)
            guard labels[block].suffix(missing).allSatisfy(\.isBlank), isWhole(labels[block]) else {
                continue
            }
            return even(used, into: count).flatMap { _ in
                (0..<count).map { index in
                    let start = used.lowerBound + index * period
                    return start..<min(start + period, used.upperBound)
                }
            }
        }
        return nil
    }

    /// Blocks that have the same labels, each in an order of its own; blank cells may stand between
    /// them.
    private func permuted(_ labels: [HeaderLabel], in used: Range<Int>) -> [Range<Int>]? {
        let filled = used.filter { !labels[$0].isBlank }
        let count = used.count { labels[$0].match?.field == .serial }
        guard count > 1, filled.count.isMultiple(of: count) else { return nil }
        let width = filled.count / count
        let ranges = (0..<count).map { index in
            filled[index * width]..<(filled[index * width + width - 1] + 1)
        }
        let keys = ranges.map { range in
            Set(labels[range].lazy.filter { !$0.isBlank }.map(\.key))
        }
        guard keys.allSatisfy({ $0 == keys[0] && $0.count == width }),
            ranges.allSatisfy({ isWhole(labels[$0]) })
        else { return nil }
        return ranges
    }

    /// Blocks that each begin with the label that the first begins with, or with the serial.
    private func recurring(_ labels: [HeaderLabel], in used: Range<Int>) -> [Range<Int>]? {
        let serials = used.filter { labels[$0].match?.field == .serial }
        let firsts = used.filter { labels[$0].key == labels[used.lowerBound].key }
        guard serials.count > 1 else { return nil }
        for starts in [firsts, serials]
        where starts.count == serials.count && starts.first == used.lowerBound {
            let ranges = starts.indices.map { index in
                starts[index]..<(index + 1 < starts.count ? starts[index + 1] : used.upperBound)
            }
            // Blocks repeat labels; 序号 alone may stand twice in one, for the numbers within.
            let keys = ranges.map { Set(labels[$0].lazy.filter { !$0.isBlank }.map(\.key)) }
            if ranges.allSatisfy({ isWhole(labels[$0]) }),
                keys.allSatisfy({ $0.intersection(keys[0]).count > 1 })
            {
                return ranges
            }
        }
        return nil
    }

    /// Takes a second 序号 of one block for what it is: the numbers within what the first one numbers.
    private static func forgetInnerSerial(_ labels: inout [HeaderLabel]) {
        let serials = labels.indices.filter { labels[$0].match?.field == .serial }
        guard serials.count == 2, serials[1] > serials[0] + 1,
            labels[serials[0]].key == labels[serials[1]].key,
            labels[serials[0]].match?.evidence != .said
        else { return }
        labels[serials[1]].match = nil
    }

    private func holdsSerial(_ labels: ArraySlice<HeaderLabel>) -> Bool {
        labels.contains { $0.match?.field == .serial }
    }

    /// Whether labels could be one block's: exactly one serial, and something else that is known.
    private func isWhole(_ labels: ArraySlice<HeaderLabel>) -> Bool {
        let fields = labels.compactMap { $0.match?.field }
        return fields.count { $0 == .serial } == 1 && fields.contains { $0 != .serial }
    }

    // MARK: What the cells of a block mean

    private func block(of labels: [HeaderLabel], at cell: Int) -> Result<ColumnBlock, Failure> {
        let repeats = Self.haveRepetition(labels)
        if repeats, let repeated = firstRepetition(ofKnownIn: labels) {
            return .failure(.ambiguous(cell: cell + repeated.first, other: cell + repeated.second))
        }
        let named = repeats ? Self.numbered(labels) : labels
        var fields = [Field?](repeating: nil, count: labels.count)
        let usesStatus = Self.completionIsStatus(labels)
        for field in Field.allCases {
            var best: (index: Int, rank: Int)?
            for (index, label) in labels.enumerated() {
                guard let match = label.match, fields[index] == nil else { continue }
                let means = usesStatus && match.maybeStatus ? Field.onSchedule : match.field
                guard means == field else { continue }
                let rank = Self.rank(match)
                // Of several reports on progress the later one is the newer one.
                if best == nil || rank > best?.rank ?? 0
                    || (field == .progress && rank == best?.rank)
                {
                    best = (index, rank)
                }
            }
            if let best { fields[best.index] = field }
        }
        let grouped = Self.takeGroups(named, &fields)
        if let field = Field.allCases.first(where: { Self.rival(of: $0, fields, labels) != nil }),
            let first = fields.firstIndex(of: field),
            let other = Self.rival(of: field, fields, labels)
        {
            return .failure(.undecided(field, cell: cell + first, other: cell + other))
        }
        var block = ColumnBlock(cell: cell, labels: named, fields: fields)
        for offset in grouped { block.evidence[offset] = .label(.known) }
        for (index, label) in named.enumerated() {
            guard label.match == nil, let field = label.groupField?.match.field,
                !fields.contains(field)
            else { continue }
            block.parts[field, default: []].append(index)
        }
        block.takePeriods()
        return .success(block)
    }

    /// Reads the parts of a group of units or leaders, which no label of a field tells apart: of units
    /// those that lead, of leaders the first; the other parts keep their own labels.
    ///
    /// - Returns: the cells (index in `labels`) that were taken.
    private static func takeGroups(_ labels: [HeaderLabel], _ fields: inout [Field?]) -> [Int] {
        var taken: [Int] = []
        for field in [Field.units, .leader] where !fields.contains(field) {
            let parts = labels.indices.filter { index in
                labels[index].match == nil && labels[index].groupField?.match.field == field
            }
            let best = parts.min { one, other in
                order(of: labels[one]) < order(of: labels[other])
            }
            guard let best else { continue }
            fields[best] = field
            taken.append(best)
        }
        return taken
    }

    /// The place in which the units of a part of a group are named.
    private static func order(of label: HeaderLabel) -> Int {
        let group = FieldLabels.normalize(label.group ?? "")
        let role = FieldLabels.role(of: label.normalized, under: group)
        return role.flatMap(FieldLabels.Role.allCases.firstIndex) ?? 0
    }

    /// A second label that could be a field's as well as the one that is, by its end alone.
    ///
    /// Of units all columns count, of reports the last one.
    private static func rival(of field: Field, _ fields: [Field?], _ labels: [HeaderLabel]) -> Int?
    {
        guard [.objective, .deadline, .onSchedule].contains(field),
            let first = fields.firstIndex(of: field), let match = labels[first].match,
            !match.evidence.isSure
        else { return nil }
        return equal(to: first, of: field, fields, labels)
    }

    /// A label that is no field's and could be one as well as the label at `first` (index in `labels`).
    static func equal(
        to first: Int,
        of field: Field,
        _ fields: [Field?],
        _ labels: [HeaderLabel]
    ) -> Int? {
        guard let match = labels[first].match, match.evidence != .said else { return nil }
        return labels.indices.first { index in
            guard index != first, fields[index] == nil, let other = labels[index].match else {
                return false
            }
            return other.field == field && rank(other) == rank(match)
        }
    }

    /// 完成情况 beside another label for progress, and no label for the status, is the status.
    private static func completionIsStatus(_ labels: [HeaderLabel]) -> Bool {
        let matches = labels.compactMap(\.match)
        return matches.contains { $0.maybeStatus }
            && matches.contains { $0.field == .progress && !$0.maybeStatus }
            && !matches.contains { $0.field == .onSchedule && !$0.maybeStatus }
    }

    /// The more specific label is the key; of units, those that lead.
    private static func rank(_ match: FieldLabels.Match) -> Int {
        // Of a label that is known and one that only ends like those, the known one counts.
        let weight = min(match.specificity, 799) + (match.evidence.isSure ? 200 : 0)
        return switch match.role {
        case .lead: 2_000 + weight
        case .main:
            match.evidence == .said || match.specificity == Int.max ? Int.max : 1_000 + weight
        case .joint: weight
        }
    }

    /// Whether a label stands twice.
    ///
    /// Few are compared, which takes a tenth of hashing them: strings are hashed by what characters mean.
    private static func haveRepetition(_ labels: [HeaderLabel]) -> Bool {
        let keys = labels.lazy.filter { !$0.isBlank }.map(\.key)
        guard labels.count <= 32 else { return Set(keys).count < keys.count }
        return labels.indices.contains { index in
            !labels[index].isBlank
                && labels[..<index].contains { !$0.isBlank && $0.key == labels[index].key }
        }
    }

    /// The first label of a field that stands twice, whatever stands twice before it.
    ///
    /// A name of units and a label that nobody knows may: which column is which doesn't matter.
    private func firstRepetition(ofKnownIn labels: [HeaderLabel]) -> (first: Int, second: Int)? {
        var seen: [String: Int] = [:]
        for (index, label) in labels.enumerated() {
            guard let field = label.match?.field, field != .units else { continue }
            if let first = seen[label.key] { return (first, index) }
            seen[label.key] = index
        }
        return nil
    }

    /// The second 备注 of a block becomes 备注(2), the second Note becomes Note (2); where a column
    /// has that name already, the next number that none has.
    private static func numbered(_ labels: [HeaderLabel]) -> [HeaderLabel] {
        var taken = Set(labels.map(\.key))
        var seen = Set<String>()
        var last: [String: Int] = [:]
        return labels.map { label in
            guard !label.isBlank, !seen.insert(label.key).inserted else { return label }
            var renamed = label
            var number = last[label.key] ?? 1
            repeat {
                number += 1
                // As it will be read again from a file that has this label.
                renamed.text = HeaderLabel.tidied("\(label.text) (\(number))")
                renamed.normalized = FieldLabels.normalize(renamed.text)
            } while !taken.insert(renamed.key).inserted
            last[label.key] = number
            return renamed
        }
    }
}
