internal import SourceText

extension TargetTable {
    /// What a target is called in a sentence whose serial several sections have: 2（一、经济发展）.
    package static func serialName(_ serial: String, inSection section: String) -> String {
        "\(serial)（\(section)）"
    }

    /// What targets (from 0) are called in a sentence: their serials, and of one that several sections
    /// have, the section, too: 2（一、经济发展）; of one that several files have, the file.
    ///
    /// - Complexity: O(n) in the targets where the table has sections or is made of several files.
    public func serialNames(of targets: some Sequence<Int>) -> [String] {
        let section = sectionColumn
        guard section != nil || documents.count > 1 else {
            return targets.map { string($0, .serial) }
        }
        var counts: [Serial.Key: Int] = [:]
        for target in 0..<count { counts[Serial.Key(string(target, .serial)), default: 0] += 1 }
        return targets.map { target in
            let serial = string(target, .serial)
            guard counts[Serial.Key(serial)] != 1, !serial.isEmpty else { return serial }
            let file = documents.count > 1 ? place(of: target).file : nil
            let parts = [section.map { string(target, column: $0) }, file].compactMap(\.self)
                .filter { !$0.isEmpty }
            return parts.isEmpty
                ? serial
                : Self.serialName(serial, inSection: parts.joined(separator: "，"))
        }
    }
}
