import SourceText
import TargetModel
import TestSupport
import Testing

/// What holds for whatever text stands in a cell.
@Suite struct DerivedLawsTests {
    /// Words and signs that the texts of real tables are made of, beside scalars of any kind.
    static let pieces = [
        "年", "月", "日", "底", "前", "内", "季度", "上半年", "全年", "每", "长期", "坚持", "持续", "中旬", "上旬", "-",
        "—", "至",
        ".", "/", "①", "(", ")", "（", "）", "【", "】", "、", ",", ";", "/", " ", "\u{3000}",
        "\u{00A0}", "\n", "\u{200B}",
        "2023", "2024", "12", "31", "6", "0", "30", "1", "十", "二", "〇", "Q", "Q4", "牵头", "配合", "负责",
        "等", ":", "牵头:",
        "市发改委", "局", "完成", "是", "否", "√", "滞后", "%", "度", "明", "次", "第", "三", "菏泽市", "人民政府", "责任目标",
        "\u{0301}", "𠮷",
    ]

    static func text(_ random: inout SplitMix64) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<random.number(in: 0...12) {
            if random.oneIn(8) {
                text.append(Unicode.Scalar(UInt32(random.below(0x11_0000))) ?? "\u{FFFD}")
            } else {
                text.append(contentsOf: random.pick(Self.pieces).unicodeScalars)
            }
        }
        return String(text)
    }

    @Test("a deadline has a day exactly where it is a date, and the day exists", arguments: 1...8)
    func deadlines(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let text = Self.text(&random)
            for year in [nil, 1, 2023, 9_999, Int.max] {
                let deadline = Deadline(text, year: year)
                #expect((deadline.kind == .date) == (deadline.date != nil), "\(text)")
                guard let date = deadline.date else { continue }
                #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
            }
        }
    }

    @Test("a date that is written out is understood as written", arguments: 1...4)
    func datesWrittenOut(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<500 {
            let year = random.number(in: 1_900...2_100)
            let month = random.number(in: 1...12)
            let day = random.number(in: 1...CalendarDate.daysInMonth(month, of: year))
            let date = try #require(CalendarDate(year: year, month: month, day: day))
            for text in [
                "\(year)年\(month)月\(day)日", "\(year)年\(month)月\(day)日前", "\(year).\(month).\(day)",
                date.iso,
                "\(year)/\(month)/\(day)", "截至\(year)年\(month)月\(day)日止",
            ] {
                #expect(Deadline(text, year: nil).date == date, "\(text)")
            }
            #expect(Deadline("\(month)月\(day)日", year: year).date == date)
            #expect(Deadline("\(year)年\(month)月\(day + 31)日", year: nil).kind == .unknown)
        }
    }

    @Test("blanks around and within, and wide forms, change no meaning", arguments: 1...4)
    func spelling(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let texts = ["年底", "11月底前", "2023年10月底前", "长期坚持", "每季度末", "10月中旬", "①2月上旬前②5月底前", "三季度末"]
        for _ in 0..<300 {
            let text = random.pick(texts)
            var spread = String.UnicodeScalarView()
            var before: Unicode.Scalar = " "
            for scalar in text.unicodeScalars {
                let isDigit = ("0"..."9").contains(scalar)
                // A blank between two digits makes two numbers.
                if random.oneIn(3), !(isDigit && ("0"..."9").contains(before)) {
                    spread.append(
                        contentsOf: random.pick([" ", "\u{3000}", "\n", "\u{200B}"]).unicodeScalars
                    )
                }
                let wide = isDigit && random.oneIn(2) ? Unicode.Scalar(scalar.value + 0xFEE0) : nil
                spread.append(wide ?? scalar)
                before = scalar
            }
            let expected = Deadline(text, year: 2023)
            #expect(expected.kind != .unknown)
            #expect(Deadline(String(spread), year: 2023) == expected, "\(String(spread))")
        }
    }

    @Test("a status is what it is without blanks, and one text never means both", arguments: 1...4)
    func statuses(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<2_000 {
            let text = Self.text(&random)
            let value = Status.value(of: text)
            #expect(Status.value(of: " \u{3000}" + text + "\u{200B}") == value, "\(text)")
            #expect(value == nil || !Status.isKnownNeutral(text), "\(text)")
        }
    }

    @Test(
        "names of units stand in the text, in order; nothing but signs and marks is lost",
        arguments: 1...8
    )
    func units(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<1_000 {
            let text = Self.text(&random)
            let names = UnitNames.split(text)
            #expect(Set(names.map { Array($0.utf8) }).count == names.count)
            // Each name is found behind the end of the one before; what lies between is lost, as are
            // characters that nobody sees.
            let scalars = text.unicodeScalars.filter { !$0.isInvisible }.map(\.self)
            var kept = Set<Unicode.Scalar>()
            for name in names {
                #expect(!name.isEmpty)
                #expect(scalars.holds(Array(name.unicodeScalars)), "\(name) in \(text)")
                kept.formUnion(name.unicodeScalars)
            }
            for scalar in scalars where !kept.contains(scalar) {
                #expect(Self.mayBeLost(scalar), "\(scalar) of \(text) is in no name")
            }
            // A name by itself is that name, unless a bracket of it lost its partner.
            for name in names where !name.unicodeScalars.contains(where: Self.isBracket) {
                #expect(UnitNames.split(name) == [name])
            }
        }
    }

    private static func mayBeLost(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.isInvisible || isBracket(scalar)
            || "、，,；;/／､:：等牵头配合负责主办协承责任单位部门同有关相按照根据职分工会参与要暂无—-–－.．。"
                .unicodeScalars.contains(scalar)
            || ("①"..."⑳").contains(scalar) || ("0"..."9").contains(scalar)
    }

    private static func isBracket(_ scalar: Unicode.Scalar) -> Bool {
        "()（）[]［］〔〕【】{}｛｝《》〈〉「」『』".unicodeScalars.contains(scalar)
    }

    @Test("a title's issuer stands in the title, and its year, too", arguments: 1...4)
    func titles(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<1_000 {
            let title = Self.text(&random)
            let facts = TitleFacts(title: title)
            if let issuer = facts.issuer {
                let visible = title.unicodeScalars.filter {
                    !$0.isInvisible && !$0.properties.isWhitespace
                }
                let name = issuer.unicodeScalars.filter { !$0.properties.isWhitespace }
                #expect(Array(visible).holds(Array(name)), "\(title)")
            }
            #expect(facts.year.map { (1_900...2_100).contains($0) } ?? true)
        }
    }

    @Test("a leader's name is the text without what can't be seen", arguments: 1...4)
    func leaders(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<1_000 {
            let text = Self.text(&random)
            let name = DerivedValues.leaderName(text)
            #expect(Array(DerivedValues.leaderName(name).utf8) == Array(name.utf8))
            #expect(TextFolding.squeezed(name) == TextFolding.squeezed(text))
        }
    }

    @Test("a text eight times as long takes about eight times as long")
    func longTexts() {
        let growth = ProcessorTime.growth(from: 2_000, to: 16_000) { count in
            for piece in [
                "(", ")", "(]", "[(", "牵头", "等", "年", "①", "每", "2023", "十", " ", "是", "、",
                "a\u{0301}",
            ] {
                let text = String(repeating: piece, count: count)
                _ = UnitNames.split(text)
                _ = Deadline(text, year: 2023)
                _ = Status.value(of: text)
                _ = Status.isKnownNeutral(text)
                _ = TitleFacts(title: text)
                _ = DerivedValues.leaderName(text)
            }
        }
        // Quadratic, it would be 64 times.
        #expect(growth < 24)
    }
}

extension [Unicode.Scalar] {
    /// Whether a part of the array equals `part`.
    fileprivate func holds(_ part: [Unicode.Scalar]) -> Bool {
        part.count <= count
            && (0...(count - part.count)).contains { self[$0...].starts(with: part) }
    }
}
