internal import SourceText

/// Numbers distinct names from 0, in order of first appearance.
///
/// Names that are only equal by Unicode's rules are two names.
struct DistinctNames: Sendable {
    /// The names, by number.
    private(set) var all: [String] = []
    private var numbers = NumberedHashes()

    /// Returns the number of a name, giving it one where it is new.
    mutating func number(of name: String) -> (number: Int, isNew: Bool) {
        let found = numbers.number(of: name.utf8.span.spreadingHash) {
            all[$0].hasSameBytes(as: name)
        }
        if found.isNew { all.append(name) }
        return found
    }
}
