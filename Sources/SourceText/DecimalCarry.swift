extension [UInt8] {
    /// Adds one to a number of decimal digits (0 to 9 each, the highest first): 199 becomes 200, 99
    /// becomes 100.
    ///
    /// - Returns: Whether it has a digit more than before.
    /// - Complexity: O(n) in the digits.
    package mutating func addOneToDigits() -> Bool {
        guard let place = lastIndex(where: { $0 < 9 }) else {
            self = [1] + map { _ in 0 }
            return true
        }
        self[place] += 1
        for index in (place + 1)..<count { self[index] = 0 }
        return false
    }
}
