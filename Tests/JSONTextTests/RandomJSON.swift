import TestSupport

/// Makes random JSON texts; equal seeds make equal texts.
struct RandomJSON {
    var source: SplitMix64

    init(seed: UInt64) {
        source = SplitMix64(seed: seed)
    }

    mutating func text() -> String {
        value(depth: 0)
    }

    private mutating func value(depth: Int) -> String {
        blank() + bare(depth: depth) + blank()
    }

    private mutating func bare(depth: Int) -> String {
        switch Int.random(in: depth < 5 ? 0...9 : 4...9, using: &source) {
        case 0, 1:
            let count = source.below(4)
            return "[" + (0..<count).map { _ in value(depth: depth + 1) }.joined(separator: ",")
                + "]"
        case 2, 3:
            // More than are compared one by one, now and then.
            let count = source.oneIn(8) ? 20 : source.below(4)
            let members = (0..<count).map { index in
                blank() + string(prefix: "\(index)") + blank() + ":" + value(depth: depth + 1)
            }
            return "{" + members.joined(separator: ",") + "}"
        case 4: return "null"
        case 5: return Bool.random(using: &source) ? "true" : "false"
        case 6: return number()
        default: return string(prefix: "")
        }
    }

    private mutating func number() -> String {
        let whole = Int.random(in: -100_000...100_000, using: &source)
        let fraction =
            Bool.random(using: &source) ? ".\(Int.random(in: 0...9999, using: &source))" : ""
        let exponents = ["", "", "", "e5", "E-3", "e+07"]
        return "\(whole)\(fraction)\(exponents.randomElement(using: &source) ?? "")"
    }

    private mutating func string(prefix: String) -> String {
        let pieces = [
            "a", "z", "汉", "字", "é", "e\u{301}", "😀", " ", "/", #"\n"#, #"\""#, #"\\"#, #"\/"#,
            #"\u6c49"#,
            #"\uD83D\uDE00"#, #"\u0000"#, #"\t"#, "\u{7F}", "\u{2028}", "abcdefghijklmnop", "一二三四五",
        ]
        let count = Int.random(in: 0...12, using: &source)
        let text = (0..<count).map { _ in pieces.randomElement(using: &source) ?? "" }.joined()
        return "\"\(prefix)\(text)\""
    }

    private mutating func blank() -> String {
        ["", "", "", " ", "\n", "\t", "\r\n", "  "].randomElement(using: &source) ?? ""
    }
}
