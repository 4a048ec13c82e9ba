/// The numbers that Word puts before the paragraphs of lists: they stand in no text.
///
///     <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>
///
///     1. 甲    2. 乙    and the serials 1, 2 of a table whose cells hold nothing but the number
struct ListNumbers {
    /// Where a paragraph stands in which list.
    struct ListLevel: Hashable {
        /// The number of the list.
        var list: Int
        /// The level, from 0.
        var level: Int
    }

    /// The number of a paragraph.
    struct Number {
        /// As it is shown before a text.
        var text: String
        /// Alone in a cell: without the dot behind it.
        var bare: String
    }

    /// How a level counts.
    private struct Level {
        var start = 1
        var format = "decimal"
        var text = ""
    }

    private static let deepest = 9
    private static let mostLists = 1 << 16

    /// The levels of each list.
    private var lists: [Int: [Level]] = [:]
    private var counters: [ListLevel: Int] = [:]

    /// No lists.
    init() {}

    /// Reads the part that says how lists count.
    ///
    /// - Throws: what `XMLReader` throws.
    init(_ entry: consuming ZIPEntryReader) throws(SpreadsheetError) {
        var xml = try XMLReader(entry)
        var kinds: [Int: [Level]] = [:]
        var levels: [Level] = []
        var (kind, list, level) = (0, 0, 0)
        while true {
            switch try xml.next() {
            case .start:
                guard case .document(let element) = xml.element else { continue }
                let value = xml.string("val", in: .word)
                switch element {
                case .abstractNumber:
                    kind = xml.string("abstractNumId", in: .word).flatMap { Int($0) } ?? 0
                    levels = Array(repeating: Level(), count: Self.deepest)
                case .number:
                    list = xml.string("numId", in: .word).flatMap { Int($0) } ?? 0
                case .abstractNumberReference:
                    guard lists.count < Self.mostLists else { continue }
                    lists[list] = value.flatMap { Int($0) }.flatMap { kinds[$0] }
                case .level, .levelOverride:
                    let given = xml.string("ilvl", in: .word).flatMap { Int($0) } ?? 0
                    level = max(0, min(given, Self.deepest - 1))
                case .start where level < levels.count:
                    levels[level].start = value.flatMap { Int($0) } ?? 1
                case .numberFormat where level < levels.count:
                    levels[level].format = value ?? ""
                case .levelText where level < levels.count: levels[level].text = value ?? ""
                case .startOverride:
                    lists[list]?[level].start = value.flatMap { Int($0) } ?? 1
                default: continue
                }
            case .end where xml.element == .document(.abstractNumber):
                if kinds.count < Self.mostLists { kinds[kind] = levels }
                levels = []
            case .endOfDocument: return
            case .end, .text: continue
            }
        }
    }

    /// Counts a paragraph, and returns its number; nil where it has none, such as a bullet.
    mutating func next(_ place: ListLevel) -> Number? {
        guard let levels = lists[place.list], levels.indices.contains(place.level) else {
            return nil
        }
        let start = levels[place.level].start
        counters[place] = (counters[place].map { $0 &+ 1 }) ?? start
        for level in (place.level + 1)..<max(place.level + 1, Self.deepest) {
            counters[ListLevel(list: place.list, level: level)] = nil
        }
        var text = ""
        var rest = levels[place.level].text[...]
        while let mark = rest.firstIndex(of: "%") {
            text += rest[..<mark]
            rest = rest[mark...].dropFirst()
            guard let digit = rest.first?.wholeNumberValue, levels.indices.contains(digit - 1)
            else { continue }
            rest = rest.dropFirst()
            let count =
                counters[ListLevel(list: place.list, level: digit - 1)]
                ?? levels[digit - 1].start
            guard let number = Self.number(count, levels[digit - 1].format) else { return nil }
            text += number
        }
        text += rest
        guard !text.isEmpty, levels[place.level].text.contains("%") else { return nil }
        let bare =
            text.hasSuffix(".") || text.hasSuffix("．") || text.hasSuffix("、")
            ? String(text.dropLast()) : text
        return Number(text: text, bare: bare)
    }

    /// A count in a format; nil for formats that aren't known.
    private static func number(_ count: Int, _ format: String) -> String? {
        switch format {
        case "decimal": return String(count)
        case "decimalZero": return count < 10 ? "0\(count)" : String(count)
        case "chineseCounting", "chineseCountingThousand", "japaneseCounting",
            "taiwaneseCountingThousand", "ideographDigital":
            return chinese(count)
        default: return nil
        }
    }

    /// 一 to 九十九; nil for others.
    private static func chinese(_ count: Int) -> String? {
        guard (1...99).contains(count) else { return nil }
        let digits = Array("零一二三四五六七八九")
        let (tens, ones) = (count / 10, count % 10)
        return (tens > 1 ? String(digits[tens]) : "") + (tens > 0 ? "十" : "")
            + (ones > 0 ? String(digits[ones]) : "")
    }
}
