internal import SourceText
internal import TargetModel

/// Shares above the whole: 占120%, 覆盖率105%, 50个其中60个.
///
/// 完成率 and growth may well be above 100 %.
enum ImpossibleShares: TextCheck {
    static let phrases = shares + parts

    private static let shares = [
        "占比", "覆盖率", "普及率", "合格率", "达标率", "满意率", "满意度", "就业率", "入学率", "及格率", "参保率", "服务率", "绿化率",
        "占总",
        "办结率", "处理率", "利用率", "比重", "出勤率", "通过率", "安全率", "治理率", "签约率", "优良率",
    ]
    private static let parts = ["其中"]

    static func examine(
        _ cell: ExaminedCell,
        on subject: inout CheckSubject,
        reporting findings: inout CheckFindings
    ) {
        guard cell.field == .progress || cell.field == .objective else { return }
        let bytes = Array(cell.text.utf8)
        for hit in cell.hits where hit.phrase < shares.count {
            let behind = String(decoding: bytes[hit.bytes.upperBound...].prefix(60), as: UTF8.self)
            guard let share = Self.share(behind) else { continue }
            findings.report(
                impossible(shares[hit.phrase], share.text),
                target: cell.target,
                column: cell.column,
                bytes: hit.bytes.lowerBound..<(hit.bytes.upperBound + share.length)
            )
            return
        }
        for hit in cell.hits where hit.phrase >= shares.count {
            if let (whole, part) = partAboveWhole(cell.text, bytes, hit) {
                findings.report(
                    partTooLarge(whole.text, part.text),
                    target: cell.target,
                    column: cell.column,
                    bytes: hit.bytes
                )
                return
            }
        }
    }

    /// A percentage above 100 that a text begins with; 达, 为 and the like may stand before it.
    private static func share(_ text: String) -> (text: String, length: Int)? {
        let scalars = Array(text.unicodeScalars)
        let start = scalars.firstIndex { !"达到为是至约的比重".unicodeScalars.contains($0) } ?? 0
        let digits = scalars[start...].prefix { ("0"..."9").contains($0) || $0 == "." }
        let end = start + digits.count
        guard digits.count >= 3, scalars.indices.contains(end),
            scalars[end] == "%" || scalars[end] == "％",
            let value = ExactNumber(digits: digits), value > ExactNumber(100)
        else { return nil }
        let shown = scalars[start...end]
        let length = scalars[...end].reduce(0) { $0 + UTF8.width($1) }
        return (String(String.UnicodeScalarView(shown)), length)
    }

    /// The figure before 其中 and a larger one of the same unit behind it.
    private static func partAboveWhole(
        _ text: String,
        _ bytes: [UInt8],
        _ hit: PhraseMatcher.Hit
    ) -> (whole: Figure, part: Figure)? {
        let place = String(decoding: bytes[..<hit.bytes.lowerBound], as: UTF8.self).unicodeScalars
            .count
        let figures = Figure.figures(in: text)
        guard let whole = figures.last(where: { $0.range.upperBound <= place }),
            let part = figures.first(where: { $0.range.lowerBound >= place }),
            !whole.unit.isEmpty, whole.unit == part.unit, whole.unit != "%",
            part.value > whole.value,
            place - whole.range.upperBound <= 2, part.range.lowerBound - place <= 20
        else { return nil }
        return (whole, part)
    }

    private static func impossible(_ name: String, _ share: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .impossibleShare,
            Wording(
                en: "“\(name)” can't be more than 100 %: \(share)",
                zh: "“\(name)”不可能超过 100%：\(share)"
            ),
            hint: Wording(en: "see what the figure should be", zh: "请核对数字")
        )
    }

    private static func partTooLarge(_ whole: String, _ part: String) -> Diagnostic {
        Diagnostic(
            .warning,
            .partAboveWhole,
            Wording(
                en: "a part (\(part)) is larger than the whole (\(whole))",
                zh: "“其中”的\(part)大于总数\(whole)"
            ),
            hint: Wording(en: "see which figure is wrong", zh: "请核对数字")
        )
    }
}
