internal import SpreadsheetML

/// How many rows of a list wait for targets that come to it later.
///
/// As many as the last page of the list has room for are printed, so that no blank page is printed
/// for them. A note tells where targets stand in the others.
struct SpareRows: Equatable {
    /// Those that are printed.
    var printed = 0
    /// Those behind them.
    var others = 0

    /// How high they are, in points: two lines.
    static let height = ColumnWidths.height(lines: 2, size: WorkbookTheme.bodySize)

    /// How much of its height a row may keep where a program fits it with its own fonts.
    private static let fits = [1, 0.95, 0.9, 0.85]
    /// How wide a column may be: wider where the standard font isn't there and one with wide figures
    /// stands in for it (Noto Sans CJK, DejaVu Sans), so that the page is printed smaller and holds more.
    private static let stretches = [1, 1.11, 1.27]

    /// None.
    init() {}

    /// Plans `wanted` rows below rows of these heights; `head` is what stands on the first page above
    /// the header, which each page repeats, `widths` those of the columns in characters.
    ///
    /// None are printed where the head isn't known.
    init(below rows: [Double], head: Double?, header: Double, widths: [Double], wanted: Int) {
        others = wanted
        guard let head else { return }
        let points = widths.reduce(0) {
            $0 + ColumnWidths.pixels(width: $1) * ColumnWidths.pointsPerPixel
        }
        let left = Self.stretches.flatMap { stretch in
            let page = Self.pageHeight / min(1, Self.pageWidth / (points * stretch))
            return Self.fits.map { fit in
                var filled = head + header
                for row in rows {
                    if filled + row * fit > page { filled = header }
                    filled += row * fit
                }
                return page - filled
            }
        }
        printed = min(wanted, max(0, Int((left.min() ?? 0) / Self.height)))
        others = wanted - printed
    }

    // Room on A4 with its long side up, in points.
    private static let pageWidth = 842 - 2 * 36.0
    private static let pageHeight = 595 - (0.75 + 0.7) * 72
}
