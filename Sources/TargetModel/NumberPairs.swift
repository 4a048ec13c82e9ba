/// Numbers the distinct pairs of two small numbers from 0, in order of first appearance.
///
/// It says which group of a leader a unit or a deadline belongs to, without a set per leader. With a
/// dictionary of pairs, `summary` takes 5 % more instructions.
struct NumberPairs {
    // Open addressing: pairs plus 1, 0 where free; the count is a power of two.
    private var keys: [UInt64] = Array(repeating: 0, count: 64)
    private var values: [UInt32] = Array(repeating: 0, count: 64)
    private var count = 0

    /// Returns what was stored for the pair; where it is new, stores `new` and returns nil.
    ///
    /// The pair's numbers and `new` must be less than 2³¹.
    /// - Complexity: O(1) on average.
    mutating func value(_ one: Int, _ other: Int, orStore new: Int) -> Int? {
        let key =
            (UInt64(UInt32(truncatingIfNeeded: one)) << 32
                | UInt64(UInt32(truncatingIfNeeded: other))) + 1
        var slot = Self.slot(of: key, in: keys.count)
        while keys[slot] != 0 {
            if keys[slot] == key { return Int(values[slot]) }
            slot = (slot + 1) & (keys.count - 1)
        }
        keys[slot] = key
        values[slot] = UInt32(truncatingIfNeeded: new)
        count += 1
        if count * 2 > keys.count { grow() }
        return nil
    }

    private mutating func grow() {
        let old = (keys: keys, values: values)
        keys = Array(repeating: 0, count: old.keys.count * 2)
        values = Array(repeating: 0, count: old.keys.count * 2)
        for (key, value) in zip(old.keys, old.values) where key != 0 {
            var slot = Self.slot(of: key, in: keys.count)
            while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
            keys[slot] = key
            values[slot] = value
        }
    }

    private static func slot(of key: UInt64, in count: Int) -> Int {
        let hash = key &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: hash >> 32) & (count - 1)
    }
}
