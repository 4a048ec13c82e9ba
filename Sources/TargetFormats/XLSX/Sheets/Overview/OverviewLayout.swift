/// How the first sheet is laid out: how many leaders each chart shows, and where pages end.
struct OverviewLayout {
    /// How leaders are shared out to charts.
    let division: OverviewCharts.Division
    /// The pages; of the blocks, the first table comes first, then the charts, then the other tables.
    let pages: OverviewPages

    /// What is said against each division that comes before another one.
    private static let otherDivision = 6.0

    /// Lays out tables below a head of so many points in so many rows, with charts of so many leaders:
    /// the charts are divided as fills the pages best.
    ///
    /// `header` is the height of the header that pages repeat where a table is torn.
    init(head: [Double], tables: [OverviewPages.Block], leaders: Int, header: Double) {
        func laidOut(
            _ division: OverviewCharts.Division,
            below limit: Double
        ) -> OverviewPages {
            let charts = division.leaders(of: leaders).map { division.block(of: $0) }
            let blocks = tables.prefix(1) + charts + tables.dropFirst()
            return OverviewPages(head: head, blocks: Array(blocks), header: header, below: limit)
        }
        let usual = OverviewCharts.divisions[0]
        var best = (division: usual, pages: laidOut(usual, below: .infinity), cost: 0.0)
        best.cost = best.pages.cost
        let isShort = tables.reduce(0) { $0 + $1.rows.count } <= OverviewPages.fewRows
        for (rank, division) in OverviewCharts.divisions.enumerated().dropFirst() {
            let charts = division.leaders(of: leaders).count
            guard isShort, (1...OverviewPages.fewCharts).contains(charts) else { continue }
            let rank = Double(rank) * Self.otherDivision
            let other = laidOut(division, below: best.cost - rank)
            let cost = other.cost + rank
            if cost < best.cost { best = (division, other, cost) }
        }
        (division, pages) = (best.division, best.pages)
    }
}
