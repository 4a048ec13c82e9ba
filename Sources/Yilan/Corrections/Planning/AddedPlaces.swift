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
    /// - Complexity: O(n) in the targets for each section that gets one.
    init(of added: [ApplyPlan.WholeTarget], among kept: [Int], of table: TargetTable) {
        var lists: [String: [Int]] = [:]
        let section = table.sectionColumn
        var spots: [Spot] = []
        for target in added {
            let own = section.map { target.texts[$0] } ?? ""
            let list = lists[own] ?? Self.list(of: own, kept, table)
            lists[own] = list
            spots.append(Self.spot(of: Serial.number(of: target.serial), in: list, kept, table))
        }
        self.spots = spots
        let numbers = added.map { Serial.number(of: $0.serial) ?? .max }
        order = spots.indices.sorted { one, other in
            let (left, right) = (spots[one], spots[other])
            return (left.position, left.isAhead ? 1 : 0, numbers[one], one)
                < (right.position, right.isAhead ? 1 : 0, numbers[other], other)
        }
    }

    /// The indexes (from 0) in `kept` of the targets of a section; all, in a table without sections.
    private static func list(of section: String, _ kept: [Int], _ table: TargetTable) -> [Int] {
        guard let column = table.sectionColumn else { return Array(kept.indices) }
        return kept.indices.filter { index in
            table.text.bytes(table.range(kept[index], column)).elementsEqual(section.utf8)
        }
    }

    private static func spot(
        of number: Int?,
        in list: [Int],
        _ kept: [Int],
        _ table: TargetTable
    ) -> Spot {
        guard let last = list.last else { return Spot(position: kept.count) }
        let behind = Spot(position: last + 1, neighbour: kept[last])
        guard let number else { return behind }
        let numbers = list.map { Serial.number(of: table.string(kept[$0], .serial)) }
        let known = numbers.compactMap { $0 }
        guard zip(known, known.dropFirst()).allSatisfy(<),
            let next = numbers.firstIndex(where: { $0.map { $0 > number } ?? false })
        else { return behind }
        guard next > 0 else {
            return Spot(position: list[0], neighbour: kept[list[0]], isAhead: true)
        }
        return Spot(position: list[next - 1] + 1, neighbour: kept[list[next - 1]])
    }
}
