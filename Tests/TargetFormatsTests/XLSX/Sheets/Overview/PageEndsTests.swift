import TestSupport
import Testing

@testable import TargetFormats

/// Pages of several heights are looked at together, and come to what each comes to alone.
@Suite struct PageEndsTests {
    private static let heights: [Double] = [300, 311.5, 320, 333, 410]

    /// Rows, headings and gaps of all kinds; none above which a page may be made to end.
    private static func lines(_ generator: inout SplitMix64) -> [PageEnds.Line] {
        (0..<Int.random(in: 1..<90, using: &generator)).map { _ in
            let height = Double(Int.random(in: 4..<120, using: &generator)) / 2
            let costs = [0, 40, 300, Double.infinity]
            return PageEnds.Line(
                height: height,
                cost: costs.randomElement(using: &generator) ?? 0,
                isGap: Int.random(in: 0..<5, using: &generator) == 0,
                mayBeEnded: false
            )
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>) func eachHeightCountsAsMuch(seed: UInt64) {
        var generator = SplitMix64(seed: seed ^ 0xFA6E)
        let lines = Self.lines(&generator)
        let header = seed % 3 == 0 ? 0 : 26.0
        let together = PageEnds(of: lines, heights: Self.heights, header: header)
        let alone = Self.heights.map { PageEnds(of: lines, heights: [$0], header: header) }
        let mean = alone.reduce(0) { $0 + $1.cost } / Double(alone.count)
        #expect(abs(together.cost - mean) < 1e-6 * mean)
        #expect(together.breaks == [] && alone.allSatisfy { $0.breaks == [] })
    }

    @Test(arguments: 0..<60 as Range<UInt64>) func pagesAreCountedAsTheyFill(seed: UInt64) {
        var generator = SplitMix64(seed: seed ^ 0xC0)
        let lines = Self.lines(&generator)
        let ends = PageEnds(of: lines, heights: Self.heights, header: 26)
        let counted = Self.heights.map { height in
            var (pages, filled) = (1, 0.0)
            for line in lines {
                if filled + line.height > height {
                    // A gap may hang over the end of the last page.
                    if !line.isGap { pages += 1 }
                    filled = 26
                }
                filled += line.height
            }
            return pages
        }
        #expect(ends.counts(of: lines, heights: Self.heights, header: 26) == counted)
    }
}
