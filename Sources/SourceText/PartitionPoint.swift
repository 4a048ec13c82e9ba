extension RandomAccessCollection {
    /// The index of the first element that `isBehind` is true of; the end where it is of none.
    ///
    /// No element that it is false of may stand behind one that it is true of.
    /// - Complexity: O(log n) in the elements.
    @inlinable
    package func partitionPoint(where isBehind: (Element) -> Bool) -> Index {
        var low = startIndex
        var count = self.count
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if isBehind(self[middle]) {
                count = half
            } else {
                low = index(after: middle)
                count -= half + 1
            }
        }
        return low
    }
}
