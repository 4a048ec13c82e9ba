internal import SpreadsheetML
internal import TargetModel

/// How formulas split a text into names: at separators, each of which becomes `|`.
///
/// That gives the names that yilan reads, but for separators inside brackets, titles beside a name,
/// 等 and 牵头 behind one, and the like.
enum NameSplitting {
    private static let separators: [Unicode.Scalar] = [
        "、", " ", ",", "，", ";", "；", "/", "\u{3000}", "\n",
    ]

    /// What stands before and behind an expression, to have it with `|` for each separator.
    private static let (before, behind) = (
        String(repeating: "SUBSTITUTE(", count: separators.count),
        separators.map { $0 == "\n" ? ",CHAR(10),\"|\")" : ",\"\($0)\",\"|\")" }.joined()
    )

    /// What an expression comes to with `|` for each separator, as a formula.
    static func replaced(_ expression: String) -> String { before + expression + behind }

    /// What cells come to, with `|` around each name, as a formula.
    static func names(in cells: String) -> String {
        "\"|\"&\(replaced(cells))&\"|\""
    }

    /// What the formula makes of a text.
    static func replacing(in text: String) -> String {
        var replaced = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            replaced.append(separators.contains(scalar) ? "|" : scalar)
        }
        return String(replaced)
    }

    /// The names that the formula finds in a text.
    static func names(of text: String) -> [String] {
        replacing(in: text).split(separator: "|").map { String($0) }
    }
}

/// The texts of a table's leaders, by the names that yilan reads in each and that formulas find.
struct LeaderTexts {
    /// The distinct texts, in order of first appearance.
    private var texts: [String] = []
    /// Which texts (from 0, in order) name a leader, by the name's bytes.
    private var named: [[UInt8]: [Int]] = [:]
    /// In which texts the formula finds a name.
    private var found: [[UInt8]: [Int]] = [:]

    /// Reads the leaders of a table.
    init(of table: TargetTable) {
        var distinct = DistinctTexts()
        for target in 0..<table.count {
            _ = distinct.number(of: table.range(target, .leader), in: table.text)
        }
        for range in distinct.ranges {
            let text = table.text.string(range)
            let read = LeaderNames.split(text)
            for name in Self.bytes(of: read.isEmpty ? [""] : read) {
                named[name, default: []].append(texts.count)
            }
            for name in Self.bytes(of: NameSplitting.names(of: text)) {
                found[name, default: []].append(texts.count)
            }
            texts.append(text)
        }
    }

    /// Names that are only equal by Unicode's rules are two names.
    private static func bytes(of names: [String]) -> Set<[UInt8]> {
        Set(names.map { Array($0.utf8) })
    }

    /// The texts that name a leader.
    func of(_ name: String) -> [String] {
        (named[Array(name.utf8)] ?? []).map { texts[$0] }
    }

    /// The texts that name a leader though the formula doesn't find the name there, and those in which
    /// it finds it though they don't name the leader.
    func unlike(_ name: String) -> (others: [String], exceptions: [String]) {
        let named = named[Array(name.utf8)] ?? []
        let found = found[Array(name.utf8)] ?? []
        let both = Set(named).intersection(found)
        return (
            named.filter { !both.contains($0) }.map { texts[$0] },
            found.filter { !both.contains($0) }.map { texts[$0] }
        )
    }
}

/// How formulas tell which rows name somebody: by the names that they find in a cell, and by the
/// texts of this table in which they would find others than yilan does.
struct NamedRows {
    /// The name; blank for rows that name nobody.
    let name: String
    /// Texts that name it, though the formula doesn't find it there.
    let others: [String]
    /// Texts in which the formula finds it, though they don't name it.
    let exceptions: [String]

    /// Works it out for a leader.
    init(_ name: String, _ texts: LeaderTexts) {
        self.name = name
        (others, exceptions) = name.isEmpty ? ([], []) : texts.unlike(name)
    }

    /// Whether cells name it, as an array of numbers or of true and false.
    ///
    /// `cell` shows the name; nil: the formula has it.
    func holds(_ cells: String, shownIn cell: String? = nil) -> String {
        guard !name.isEmpty else { return "(\(cells)=\"\")" }
        let sign = cell.map { "\"|\"&\($0)&\"|\"" } ?? FormulaText.literal("|\(name)|")
        let found = "ISNUMBER(FIND(\(sign),\(NameSplitting.names(in: cells))))"
        guard !others.isEmpty || !exceptions.isEmpty else { return found }
        let also = others.map { "+EXACT(\(cells),\(FormulaText.literal($0)))" }.joined()
        let but = exceptions.map { "*(1-EXACT(\(cells),\(FormulaText.literal($0))))" }.joined()
        return "((\(found)\(but)\(also))>0)"
    }
}
