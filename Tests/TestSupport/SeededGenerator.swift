/// The generator of random tests by its other name.
public typealias SeededGenerator = SplitMix64
