/// Where pages are made to end, so that what is said of the lines that begin one, and of paper that
/// stays blank, comes to the least whatever a page holds.
///
/// How much that is differs: a program without the workbook's standard font has wider columns, prints
/// them smaller, and has room for more rows. So pages end by themselves where they are full,
/// amid tables, which repeat their header; they are made to end only where that would tear something
/// in one of the pages that are tried, each a little higher than the one before.
struct PageEnds {
    /// A row as pages see it.
    struct Line {
        /// Its height, in points.
        var height: Double
        /// What is said against a page that begins with it; infinite where none may.
        var cost: Double
        /// Whether it may hang over the end of a page, as nothing stands in it.
        var isGap = false
        /// Whether pages may be made to end above it.
        var mayBeEnded = true
    }

    /// The lines (from 0) above which a page is made to end.
    let breaks: [Int]
    /// What is said against the pages, on average.
    let cost: Double

    /// The share of a page that may stay blank before that is worse than anything but a torn heading.
    static let mostBlank = 1.0 / 3

    // What is said against pages: each one, a blank one, one that is blank to a third, and one that
    // begins with what shouldn't be parted from what stands above it.
    private static let page = 15.0
    private static let blank = 400.0
    private static let tooBlank = 300.0
    /// How much worse that gets with more of it blank: a blank half comes to two thirds more.
    private static let blanker = 4.0
    private static let torn = 1e6

    /// Ends pages that hold so many points each, or so many; on all but the first, a header takes some.
    ///
    /// Nothing is tried that comes to `limit` or more; where nothing comes to less, the cost is infinite.
    /// - Complexity: O(n · m · k) in the lines, those above which a page may be made to end, and the
    ///   heights.
    init(of lines: [Line], heights: [Double], header: Double, below limit: Double = .infinity) {
        let end = lines.count
        // For each line above which a page may be made to end, what the pages above come to where it is,
        // and where the last one before was.
        var best = Array(repeating: (cost: Double.infinity, start: 0), count: end + 1)
        best[0].cost = 0
        best[end].cost = limit
        for start in lines.indices where best[start].cost < best[end].cost {
            var pages = Pages(heights, header: header, isFirst: start == 0)
            for (index, line) in lines.enumerated().dropFirst(start) {
                pages.take(line)
                let known = best[start].cost + pages.spent / Double(heights.count)
                guard known < best[end].cost else { break }
                let next = index + 1
                let cost = next == end ? 0 : lines[next].mayBeEnded ? lines[next].cost : .infinity
                guard cost.isFinite, known + cost < best[next].cost else { continue }
                let rest = pages.cost(isLast: next == end)
                let all = known + cost + rest / Double(heights.count)
                if all < best[next].cost { best[next] = (all, start) }
            }
        }
        var breaks: [Int] = []
        var start = best[end].start
        while start > 0 {
            breaks.append(start)
            start = best[start].start
        }
        self.breaks = breaks.reversed()
        cost = best[end].cost < limit ? best[end].cost : .infinity
    }

    /// How many pages the lines take where they end above the breaks, by what a page holds.
    func counts(of lines: [Line], heights: [Double], header: Double) -> [Int] {
        heights.map { height in
            var page = Pages([height], header: header, isFirst: true)
            return lines.indices.reduce(1) { count, index in
                let isEnded = breaks.contains(index)
                if isEnded { page = Pages([height], header: header, isFirst: false) }
                let isFull = page.take(lines[index])
                return count + (isEnded ? 1 : 0) + (isFull && !lines[index].isGap ? 1 : 0)
            }
        }
    }

    /// Pages of each height, from a line above which one is made to end.
    private struct Pages {
        /// What is said against those that were begun.
        private(set) var spent = 0.0
        private let heights: [Double]
        private let header: Double
        /// The height of the lines so far, on pages without ends.
        private var taken = 0.0
        /// What that comes to where the page of each height ends, and the first of them: mostly nothing
        /// happens to any of them, and they needn't be looked at one by one.
        private var ends: [Double]
        private var firstEnd: Double
        /// The heights for which nothing stands on the page yet but a gap, above which another page ended
        /// by itself.
        private var beginWithGap: [Bool]
        private var someBeginWithGap = false
        /// What the last line comes to where it is a gap, which needn't be on the page.
        private var gap = 0.0

        init(_ heights: [Double], header: Double, isFirst: Bool) {
            self.heights = heights
            self.header = header
            ends = isFirst ? heights : heights.map { $0 - header }
            firstEnd = ends.min() ?? .infinity
            beginWithGap = Array(repeating: false, count: heights.count)
        }

        /// Puts a line on the pages, or on others where it has no room; returns whether it had none on one
        /// of them.
        @discardableResult
        mutating func take(_ line: Line) -> Bool {
            let before = taken
            taken += line.height
            gap = line.isGap ? line.height : 0
            let hasNoRoom = taken > firstEnd
            guard hasNoRoom || someBeginWithGap else { return false }
            firstEnd = .infinity
            someBeginWithGap = false
            for index in heights.indices {
                let isFull = taken > ends[index]
                if isFull {
                    ends[index] = before + heights[index] - header
                    spent += PageEnds.page
                }
                let begins = isFull || beginWithGap[index]
                if begins, !line.isGap { spent += min(line.cost, PageEnds.torn) }
                beginWithGap[index] = begins && line.isGap
                someBeginWithGap = someBeginWithGap || beginWithGap[index]
                firstEnd = min(firstEnd, ends[index])
            }
            return hasNoRoom
        }

        /// What is said against the pages where they end here, or all do.
        func cost(isLast: Bool) -> Double {
            guard !isLast else { return PageEnds.page * Double(heights.count) }
            return zip(heights, ends).reduce(0) { cost, page in
                let (height, end) = page
                let share = max(0, (end - taken + gap) / height)
                let tooMuch = share - PageEnds.mostBlank
                return cost + PageEnds.page + share * share * PageEnds.blank
                    + (tooMuch > 0 ? PageEnds.tooBlank * (1 + PageEnds.blanker * tooMuch) : 0)
            }
        }
    }
}
