/// Random numbers that are the same in every run: SplitMix64.
public struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// Begins the sequence of `seed`.
    public init(seed: UInt64) {
        state = seed
    }

    /// Returns the next number.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension SeededGenerator {
    /// Returns a text of up to `count` pieces.
    public mutating func text(of pieces: [String], upTo count: Int) -> String {
        let length = Int.random(in: 0...count, using: &self)
        return (0..<length).reduce(into: "") { text, _ in
            text += pieces[Int.random(in: 0..<pieces.count, using: &self)]
        }
    }
}
