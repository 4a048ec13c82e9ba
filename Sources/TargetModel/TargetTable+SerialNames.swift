extension TargetTable {
    /// What a target is called in a sentence whose serial several sections have: 2（一、经济发展）.
    package static func serialName(_ serial: String, inSection section: String) -> String {
        "\(serial)（\(section)）"
    }

    /// What targets (from 0) are called in a sentence: their serials, and of one that several sections
    /// have, the section, too: 2（一、经济发展）.
    ///
    /// - Complexity: O(n) in the targets where the table has sections.
    public func serialNames(of targets: some Sequence<Int>) -> [String] {
        guard let section = sectionColumn else { return targets.map { string($0, .serial) } }
        var counts: [Serial.Key: Int] = [:]
        for target in 0..<count { counts[Serial.Key(string(target, .serial)), default: 0] += 1 }
        return targets.map { target in
            let serial = string(target, .serial)
            let name = string(target, column: section)
            let isUnique = counts[Serial.Key(serial)] == 1
            return isUnique || serial.isEmpty || name.isEmpty
                ? serial : Self.serialName(serial, inSection: name)
        }
    }
}
