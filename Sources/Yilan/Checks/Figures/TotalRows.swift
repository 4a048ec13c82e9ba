internal import SourceText
internal import TargetModel

/// Rows of totals (合计, 小计) that are not what the rows make that they sum.
///
/// A total may sum the rows above it or below it, of its section or of all: it is reported only
/// where it is none of these sums, and only where every cell that it sums is a plain figure.
enum TotalRows: Check {
    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        guard table.documents.count == 1 else { return }
        let remarks = table.remarks
        let totals = remarks.filter(\.isTotal)
        guard !totals.isEmpty else { return }
        // Where what a total sums may begin or end.
        let bounds = [0] + remarks.filter { $0.isTotal || $0.isSection }.map(\.targetsAbove)
        var sums = ColumnSums(table, bounds: Set(bounds + [table.count]).sorted())
        for total in totals {
            if let finding = wrongCount(total, sums.bounds) {
                findings.report(finding, line: total.line, column: nil)
            }
            for cell in total.cells {
                guard let column = cell.column, let stated = PlainFigure(cell.text),
                    let sum = sums.otherSum(than: stated, of: column, in: total)
                else { continue }
                let finding = differs(total, table.columns[column].label, cell.text, sum)
                findings.report(finding, line: total.line, column: column)
            }
        }
    }

    /// A finding where a total counts targets (合计60项) and there are more or fewer.
    private static func wrongCount(_ total: Remark, _ bounds: [Int]) -> Diagnostic? {
        for cell in total.cells {
            let stated = TextFolding.squeezed(cell.text).drop {
                "共计有合总小:".unicodeScalars.contains($0)
            }
            let digits = stated.prefix { ("0"..."9").contains($0) }
            let behind = stated[digits.endIndex...]
            guard behind.count == 1, behind.allSatisfy(RowWords.counters.contains),
                let number = Serial.number(of: String(String.UnicodeScalarView(digits)))
            else { continue }
            let counts = ColumnSums.ranges(of: total, bounds).map(\.count)
            guard let natural = counts.first, !counts.contains(number) else { continue }
            return Diagnostic(
                .warning,
                .totalDiffers,
                Wording(
                    en: "the total counts \(number) targets; there are \(natural)",
                    zh: "合计写有 \(number) 项，实际为 \(natural) 项"
                ),
                hint: hint
            )
        }
        return nil
    }

    private static func differs(
        _ total: Remark,
        _ label: String,
        _ stated: String,
        _ sum: (count: Int, text: String)
    ) -> Diagnostic {
        let name = total.name
        return Diagnostic(
            .warning,
            .totalDiffers,
            Wording(
                en:
                    "“\(name)”: “\(label)” is \(stated), the sum of its \(sum.count) rows \(sum.text)",
                zh: "“\(name)”行的“\(label)”为\(stated)，所含 \(sum.count) 项之和为\(sum.text)"
            ),
            hint: hint
        )
    }

    private static let hint = Wording(
        en: "see whether the total or one of the figures is wrong",
        zh: "请核对合计数和各项数字"
    )
}

extension Remark {
    /// Whether it sums other rows.
    fileprivate var isTotal: Bool { cells.contains { RowWords.isTotal($0.text) } }
    /// What it calls itself: 合计, 小计.
    fileprivate var name: String { cells.first { RowWords.isTotal($0.text) }?.text ?? "" }
    /// Whether it heads a section.
    fileprivate var isSection: Bool { cells.contains { RowWords.isSection($0.text) } }
}

/// The sums of a table's columns over the targets that a total may sum.
private struct ColumnSums {
    /// The targets where a sum may begin or end, in ascending order: from 0 to all.
    let bounds: [Int]
    private let table: TargetTable
    /// For a column that was asked for, what its cells say.
    private var figures: [Int: [Cell]] = [:]

    private enum Cell {
        case blank
        case figure(PlainFigure)
        case text
    }

    /// How many bounds on either side of a total are looked at.
    private static let reach = 16

    init(_ table: TargetTable, bounds: [Int]) {
        self.table = table
        self.bounds = bounds
    }

    /// The ranges of targets that a total may sum, the most natural one first.
    static func ranges(of total: Remark, _ bounds: [Int]) -> [Range<Int>] {
        let place = total.targetsAbove
        let above = bounds.filter { $0 < place }.suffix(reach).reversed().map { $0..<place }
        let below = bounds.filter { $0 > place }.prefix(reach).map { place..<$0 }
        let whole = 0..<(bounds.last ?? 0)
        let isPartial = total.cells.contains { $0.text.contains(RowWords.subtotal) }
        let all = isPartial ? above + below + [whole] : [0..<place, whole] + above + below
        return all.filter { !$0.isEmpty }
    }

    /// The most natural sum of a column (from 0) where a total is none of those that it may be.
    ///
    /// Nil where it is one of them, and where nothing tells what it should be.
    mutating func otherSum(
        than stated: PlainFigure,
        of column: Int,
        in total: Remark
    ) -> (count: Int, text: String)? {
        guard Self.canBeSummed(table.columns[column]) else { return nil }
        var natural: (count: Int, text: String)?
        for range in Self.ranges(of: total, bounds) {
            guard let sum = sum(of: column, over: range, in: stated.unit) else { continue }
            if sum.value == stated.value { return nil }
            if natural == nil, sum.count > 1 {
                natural = (sum.count, sum.value.text() + stated.unit)
            }
        }
        return natural
    }

    /// Whether the figures of a column come to a sum: not shares, ranks, years or numbers of things.
    private static func canBeSummed(_ column: Column) -> Bool {
        switch column.field {
        case .serial, .deadline, .onSchedule, .leader, .units: false
        case .objective, .progress: true
        case nil: !unsummed.contains { column.label.contains($0) }
        }
    }

    private static let unsummed = [
        "率", "比", "%", "％", "均", "占", "增幅", "增速", "排名", "名次", "位次", "年份", "年度", "单价", "电话", "编号",
        "序号",
    ]

    /// The sum over some targets; nil where one of the cells is no figure in this unit.
    private mutating func sum(
        of column: Int,
        over range: Range<Int>,
        in unit: String
    ) -> (count: Int, value: ExactNumber)? {
        let all = cells(of: column)
        var value = ExactNumber(0)
        var count = 0
        for cell in all[range] {
            switch cell {
            case .blank: continue
            case .text: return nil
            case .figure(let figure):
                guard figure.unit == unit, unit != "%", let next = value.plus(figure.value) else {
                    return nil
                }
                value = next
                count += 1
            }
        }
        return count > 0 ? (count, value) : nil
    }

    private mutating func cells(of column: Int) -> [Cell] {
        if let known = figures[column] { return known }
        let read = (0..<table.count).map { target in
            let range = table.range(target, column)
            if range.isEmpty { return Cell.blank }
            return PlainFigure(table.text.string(range)).map(Cell.figure) ?? .text
        }
        figures[column] = read
        return read
    }
}
