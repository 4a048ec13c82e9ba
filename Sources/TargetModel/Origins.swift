/// Where a target stands in the official layout.
public struct Origin: Sendable, Equatable {
    /// Line of the file, counted from 1; 0 where unknown.
    public var line: Int32
    /// Page, counted from 1; 0 where unknown.
    public var page: Int32
    /// Block of the page, counted from 1; 0 where unknown.
    public var block: Int32
    /// Index, from 0, into the table's documents.
    public var document: Int32

    /// Makes an origin.
    public init(line: Int = 0, page: Int = 0, block: Int = 0, document: Int = 0) {
        self.line = Int32(clamping: line)
        self.page = Int32(clamping: page)
        self.block = Int32(clamping: block)
        self.document = Int32(clamping: document)
    }
}

/// Where the targets of a table stand in official layouts: one origin per target, from 0.
///
/// Targets that stand below each other in one block, as nearly all do, take the memory of one.
public struct Origins: Sendable {
    /// Targets that stand below each other, or all in one line.
    @usableFromInline
    struct Run: Sendable {
        /// The first of them.
        @usableFromInline var start: Int32
        /// Where the first of them stands.
        @usableFromInline var origin: Origin
        /// How many lines each stands below the one before: 1 or 0.
        @usableFromInline var step: Int32

        @inlinable subscript(target: Int) -> Origin {
            var found = origin
            // A JSON document may say any line: behind the last there is there is none, and no error.
            found.line &+= step &* (Int32(target) - start)
            return found
        }
    }

    @usableFromInline private(set) var runs: [Run] = []
    /// How many targets there are.
    public private(set) var endIndex = 0
    /// For every so many targets, the run (from 0) that the first of them is in.
    @usableFromInline private(set) var runsOfTargets: [UInt32] = []
    @usableFromInline static let entryBits = 6
    private static let targetsPerEntry = 1 << entryBits

    /// Makes no origins.
    public init() {}

    /// Makes origins of targets in their order.
    public init(_ origins: some Sequence<Origin>) {
        append(contentsOf: origins)
    }

    /// Adds the origin of one more target.
    public mutating func append(_ origin: Origin) {
        if let last = runs.indices.last, goesOn(last, with: origin) {
            addTargets(1)
        } else {
            runs.append(Run(start: Int32(endIndex), origin: origin, step: 1))
            addTargets(1)
        }
    }

    /// Adds the origins of more targets.
    public mutating func append(contentsOf origins: some Sequence<Origin>) {
        for origin in origins { append(origin) }
    }

    /// Adds the origins of as many targets below each other, of which `first` is the first.
    package mutating func append(_ count: Int, below first: Origin) {
        guard count > 0 else { return }
        append(first)
        guard count > 1 else { return }
        var second = first
        second.line &+= 1
        append(second)
        addTargets(count - 2)
    }

    /// Adds the origins of another table's targets, whose documents are so many behind those of this one.
    ///
    /// - Complexity: O(n) in the runs.
    package mutating func append(_ other: Origins, documents distance: Int) {
        for (number, run) in other.runs.enumerated() {
            let end =
                number + 1 < other.runs.count ? Int(other.runs[number + 1].start) : other.endIndex
            var origin = run.origin
            origin.document += Int32(clamping: distance)
            let count = end - Int(run.start)
            if run.step == 1 {
                append(count, below: origin)
            } else {
                append(contentsOf: repeatElement(origin, count: count))
            }
        }
    }

    /// Whether a target is in the last run, which it may be the second of.
    private mutating func goesOn(_ last: Int, with origin: Origin) -> Bool {
        if runs[last][endIndex] == origin { return true }
        guard Int(runs[last].start) + 1 == endIndex, runs[last].origin == origin else {
            return false
        }
        runs[last].step = 0
        return true
    }

    /// Adds targets to the last run.
    private mutating func addTargets(_ count: Int) {
        endIndex += count
        while runsOfTargets.count * Self.targetsPerEntry < endIndex {
            runsOfTargets.append(UInt32(runs.count - 1))
        }
    }

    /// Takes a target (from 0) out.
    ///
    /// - Complexity: O(n) in the targets behind it.
    package mutating func remove(at target: Int) {
        let behind = self[(target + 1)...].map(\.self)
        truncate(to: target)
        append(contentsOf: behind)
    }

    private mutating func truncate(to count: Int) {
        endIndex = count
        while let last = runs.last, Int(last.start) >= count { runs.removeLast() }
        let entries = (count + Self.targetsPerEntry - 1) / Self.targetsPerEntry
        runsOfTargets.removeLast(runsOfTargets.count - entries)
    }
}

extension Origins: Sequence {
    /// Goes through the targets run by run.
    public struct Iterator: IteratorProtocol {
        @usableFromInline let origins: Origins
        @usableFromInline var target = 0
        /// The run (from 0) of the next target, and the first one behind it.
        @usableFromInline var run = -1
        @usableFromInline var end = 0

        @usableFromInline
        init(_ origins: Origins) { self.origins = origins }

        /// The origin of the next target.
        @inlinable
        public mutating func next() -> Origin? {
            if target == end {
                run += 1
                guard run < origins.runs.count else { return nil }
                end =
                    run + 1 < origins.runs.count
                    ? Int(origins.runs[run + 1].start) : origins.endIndex
            }
            defer { target += 1 }
            return origins.runs[run][target]
        }
    }

    /// Goes through the targets run by run.
    public func makeIterator() -> Iterator { Iterator(self) }
}

extension Origins: RandomAccessCollection, MutableCollection {
    /// The first target.
    public var startIndex: Int { 0 }

    /// Where a target (from 0) stands.
    ///
    /// - Complexity: O(1) to read, and O(n) in the targets behind it to change.
    public subscript(target: Int) -> Origin {
        @inlinable get {
            runs[runNumber(of: target)][target]
        }
        set {
            let behind = self[(target + 1)...].map(\.self)
            truncate(to: target)
            append(newValue)
            append(contentsOf: behind)
        }
    }
}

extension Origins {
    /// The targets (from 0), one of them `target`, that stand below each other in one block of one document, and
    /// where the first of them does.
    package func run(of target: Int) -> (targets: Range<Int>, first: Origin) {
        let number = runNumber(of: target)
        let end = number + 1 < runs.count ? Int(runs[number + 1].start) : endIndex
        return (Int(runs[number].start)..<end, runs[number].origin)
    }

    @usableFromInline
    func runNumber(of target: Int) -> Int {
        precondition(target >= 0 && target < endIndex, "there is no such target")
        var run = Int(runsOfTargets[target >> Self.entryBits])
        while run + 1 < runs.count, Int(runs[run + 1].start) <= target { run += 1 }
        return run
    }
}

extension Origins: Equatable {
    /// Whether both are of as many targets, and each stands in the same place.
    public static func == (one: Origins, other: Origins) -> Bool { one.elementsEqual(other) }
}

extension Origins: ExpressibleByArrayLiteral {
    /// Makes origins of targets in their order.
    public init(arrayLiteral origins: Origin...) { self.init(origins) }
}
