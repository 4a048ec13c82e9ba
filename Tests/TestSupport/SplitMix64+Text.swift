extension SplitMix64 {
    /// A text of up to `count` of the pieces.
    public mutating func text(of pieces: [String], upTo count: Int) -> String {
        (0..<number(in: 0...count)).reduce(into: "") { text, _ in text += pick(pieces) }
    }
}
