internal import TargetModel

/// Where added targets stand among those that are left of the official table: by their numbers where
/// those of their section rise, else behind the section's last.
struct AddedPlaces {
    /// Where an added target stands.
    struct Spot {
        /// How many of the targets that are left stand before it.
        var position: Int
        /// The target (from 0, of the official table) of its section that it stands beside; nil where
        /// none is left.
        var neighbour: Int?
        /// Whether it stands ahead of its neighbour, as the first of its section, not behind it.
        var isAhead = false
    }

    /// The spot of each added target.
    let spots: [Spot]
    /// The added targets (from 0) in the order in which they stand.
    let order: [Int]

    /// Finds the places of targets added to a table of which those in `kept` (from 0) are left.
    ///
    /// - Complexity: O(n) in the targets for each section that gets one, O(log n) for each added one.
    init(of added: [ApplyPlan.WholeTarget], among kept: [Int], of table: TargetTable) {
        var sections: [String: Section] = [:]
        let column = table.sectionColumn
        let numbers = added.map { Serial.number(of: $0.serial) }
        var spots: [Spot] = []
        for (target, number) in zip(added, numbers) {
            let name = column.map { target.texts[$0] } ?? ""
            let section =
                sections[name] ?? Section(column == nil ? nil : name, among: kept, of: table)
            sections[name] = section
            spots.append(section.spot(of: number, among: kept))
        }
        self.spots = spots
        order = spots.indices.sorted { one, other in
            let (left, right) = (spots[one], spots[other])
            return (left.position, left.isAhead ? 1 : 0, numbers[one] ?? .max, one)
                < (right.position, right.isAhead ? 1 : 0, numbers[other] ?? .max, other)
        }
    }
}

/// The targets of a section that are left.
private struct Section {
    /// The indexes (from 0) of its targets among those that are left.
    private let indexes: [Int]
    /// The numbers of those that have one, ascending, each with its place (from 0) in `indexes`; nil
    /// where they don't rise.
    private let numbered: [(number: Int, place: Int)]?

    /// Finds the targets of a section; all, where it is nil.
    init(_ section: String?, among kept: [Int], of table: TargetTable) {
        let indexes = kept.indices.filter { index in
            section.map { table.isTarget(kept[index], inSection: $0) } ?? true
        }
        let numbered = indexes.enumerated().compactMap { place, index in
            Serial.number(of: table.string(kept[index], .serial)).map { (number: $0, place: place) }
        }
        let rises = zip(numbered, numbered.dropFirst()).allSatisfy { $0.number < $1.number }
        self.indexes = indexes
        self.numbered = rises ? numbered : nil
    }

    /// Where a target with a number stands.
    func spot(of number: Int?, among kept: [Int]) -> AddedPlaces.Spot {
        guard let last = indexes.last else { return AddedPlaces.Spot(position: kept.count) }
        guard let number, let numbered,
            let next = Self.next(after: number, in: numbered)
        else { return AddedPlaces.Spot(position: last + 1, neighbour: kept[last]) }
        let beside = indexes[max(0, next - 1)]
        return AddedPlaces.Spot(
            position: next > 0 ? beside + 1 : beside,
            neighbour: kept[beside],
            isAhead: next == 0
        )
    }

    /// The place of the first target whose number is greater; nil where none is.
    private static func next(
        after number: Int,
        in numbered: [(number: Int, place: Int)]
    ) -> Int? {
        var range = numbered.indices
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            range =
                numbered[middle].number > number
                ? range.lowerBound..<middle : (middle + 1)..<range.upperBound
        }
        return range.lowerBound < numbered.count ? numbered[range.lowerBound].place : nil
    }
}
