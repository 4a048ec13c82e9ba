/// Where pages end, so that what is said of the lines that begin one, and of paper that stays blank,
/// comes to the least.
///
/// Lines that fit a page are tried as its beginning, each once for each end: no rule of what goes first
/// leaves a page half blank because a better end came before.
struct PageEnds {
    /// A row as pages see it.
    struct Line {
        /// Its height, in points.
        var height: Double
        /// What is said against a page that begins with it; infinite where none may.
        var cost: Double
        /// Whether it may hang over the end of a page, as nothing stands in it.
        var isGap = false
    }

    /// The lines (from 0) that begin a page, but for the first.
    let breaks: [Int]
    /// What is said against them.
    let cost: Double

    /// The share of a page that may stay blank before that is worse than anything but a torn heading.
    static let mostBlank = 1.0 / 3

    // What is said against pages: each one, a blank one, one that is blank to a third, and one that
    // holds more than it has room for.
    private static let page = 15.0
    private static let blank = 400.0
    private static let tooBlank = 300.0
    private static let tooFull = 1e6

    /// Ends pages of so many points, of which a header takes some on all but the first.
    ///
    /// - Complexity: O(n · m) in the lines, and in those of a page.
    init(of lines: [Line], height: Double, room: Double, header: Double) {
        var tops = [0.0]
        for line in lines { tops.append(tops[tops.count - 1] + line.height) }
        // For each line, what the pages before come to where it begins one, and where the last of
        // those begins.
        var best = [(cost: 0.0, start: 0)]
        for end in lines.indices.dropFirst() + [lines.count] {
            var least = (cost: Double.infinity, start: 0)
            defer { best.append(least) }
            let isLast = end == lines.count
            guard isLast || lines[end].cost.isFinite else { continue }
            let bottom = lines[end - 1].isGap ? tops[end - 1] : tops[end]
            for start in (0..<end).reversed() {
                let filled = bottom - tops[start] + (start == 0 ? 0 : header)
                // What is higher than two pages begins elsewhere, if it may.
                guard filled <= 2 * height || least.cost == .infinity else { break }
                guard best[start].cost.isFinite else { continue }
                var cost = best[start].cost + (isLast ? 0 : lines[end].cost)
                cost += Self.cost(filled: filled, height: height, room: room, isLast: isLast)
                if cost < least.cost { least = (cost, start) }
            }
        }
        var breaks: [Int] = []
        var start = best[lines.count].start
        while start > 0 {
            breaks.append(start)
            start = best[start].start
        }
        self.breaks = breaks.reversed()
        cost = best[lines.count].cost
    }

    private static func cost(
        filled: Double,
        height: Double,
        room: Double,
        isLast: Bool
    ) -> Double {
        let over = filled > room ? tooFull + filled - room : 0
        guard !isLast else { return page + over }
        let share = max(0, 1 - filled / height)
        let isTooBlank = share > mostBlank
        return page + over + share * share * blank
            + (isTooBlank ? tooBlank * (1 + share - mostBlank) : 0)
    }
}
