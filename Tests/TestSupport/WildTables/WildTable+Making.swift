extension WildTable {
    /// Makes a table at random; the same seed gives the same one.
    public static func random(seed: UInt64) -> WildTable {
        var maker = WildTableMaker(seed: seed)
        return maker.table()
    }
}

/// Puts a table together, and what a person reads in it beside each cell that it writes.
private struct WildTableMaker {
    private enum Part: Equatable {
        case serial, leader, objective, deadline, progress, status, tick, units, joint, category
        case other
    }

    private var random: SplitMix64
    private let seed: UInt64
    private var traits: [String] = []
    private var columns: [(part: Part, label: String)] = []
    /// What ticks a status.
    private let tick: String
    /// How many columns the report has: one, or one for each period.
    private var periods = 1
    /// Whether the periods stand below the halves of the year, in a header of three levels.
    private var hasHalves = false
    /// Whether the periods stand alone in the header, with no label of a report above them.
    private var hasBarePeriods = false
    /// What rows are grouped by that stands left of the serials: their units or a class of targets.
    private var leftPart: Part?
    /// Whether leaders stand in rows of their own above their targets.
    private var hasLeadersAbove = false
    private var rows: [[String?]] = []
    private var spans: [[Int]: Int] = [:]
    private var targets: [WildTable.Target] = []

    init(seed: UInt64) {
        self.seed = seed
        random = SplitMix64(seed: seed &* 0x9E37_79B9)
        tick = ["√", "✔", "●"][Int(seed % 3)]
    }

    private mutating func pick<Element>(_ all: [Element]) -> Element {
        all[Int.random(in: 0..<all.count, using: &random)]
    }

    private mutating func isSo(_ trait: String, oneIn count: Int) -> Bool {
        guard Int.random(in: 0..<count, using: &random) == 0 else { return false }
        traits.append(trait)
        return true
    }

    mutating func table() -> WildTable {
        let place = pick(WildWords.places) + "2024年度"
        let subject = pick(WildWords.subjects)
        let isTwoLines = isSo("titleOnTwoLines", oneIn: 3)
        var above = isTwoLines ? [place, subject] : [place + subject]
        if isSo("until", oneIn: 4) { above.append("（截至2024年9月30日）") }
        if isSo("madeBy", oneIn: 4) { above.append("填报单位：云川市政府督查室  单位：万元") }
        makeColumns()
        makeHeader()
        if periods == 1, isSo("countedColumns", oneIn: 5) {
            rows.append(columns.indices.map { "\($0 + 1)" })
        }
        makeTargets()
        if isSo("total", oneIn: 4) { rows.append(across("合计：\(targets.count)项")) }
        if isSo("note", oneIn: 3) { rows.append(across("注：以上数据由各单位报送。")) }
        return WildTable(
            seed: seed,
            title: place + subject,
            traits: traits,
            above: above,
            headerRows: headerRows,
            rows: rows,
            spans: spans,
            targets: targets
        )
    }

    /// How many rows the header has.
    private var headerRows: Int { hasHalves ? 3 : periods > 1 && !hasBarePeriods ? 2 : 1 }

    /// A row of one text over all columns.
    private mutating func across(_ text: String) -> [String?] {
        spans[[rows.count, 0]] = columns.count
        return [text] + columns.dropFirst().map { _ in "" }
    }

    // MARK: Columns

    private mutating func makeColumns() {
        if !isSo("noSerials", oneIn: 6) { columns = [(.serial, pick(WildWords.serials))] }
        var middle: [(Part, String)] = [(.objective, pick(WildWords.objectives))]
        hasLeadersAbove = isSo("leadersAbove", oneIn: 8)
        if !hasLeadersAbove, !isSo("noLeader", oneIn: 4) {
            middle.append((.leader, pick(WildWords.leaders)))
        }
        if !isSo("noDeadline", oneIn: 4) { middle.append((.deadline, pick(WildWords.deadlines))) }
        if has(.serial), !hasLeadersAbove {
            if isSo("unitsOnTheLeft", oneIn: 5) {
                leftPart = .units
                columns.insert((.units, pick(WildWords.units)), at: 0)
            } else if isSo("classesOnTheLeft", oneIn: 5) {
                leftPart = .category
                columns.insert((.category, pick(WildWords.categories)), at: 0)
            }
        }
        if leftPart != .units { middle.append((.units, pick(WildWords.units))) }
        if leftPart != .units, isSo("jointUnits", oneIn: 3) {
            middle.append((.joint, pick(WildWords.jointUnits)))
        }
        for _ in 0..<Int.random(in: 0...1, using: &random) {
            middle.append((.other, pick(WildWords.others)))
        }
        middle.shuffle(using: &random)
        columns += middle
        if isSo("periods", oneIn: 4) {
            periods = Int.random(in: 2...4, using: &random)
            hasHalves = periods == 4 && has(.serial)
            hasBarePeriods = !hasHalves && isSo("barePeriods", oneIn: 2)
            if hasHalves { traits.append("threeLevels") }
            columns += WildWords.periods.prefix(periods).map { (.progress, $0) }
        } else {
            columns.append((.progress, pick(WildWords.reports)))
        }
        guard !isSo("noStatus", oneIn: 4) else { return }
        if isSo("tickedStatuses", oneIn: 4) {
            columns += pick(WildWords.ticked).map { (.tick, $0) }
        } else {
            columns.append((.status, pick(WildWords.statuses)))
        }
    }

    private mutating func makeHeader() {
        guard headerRows > 1 else {
            rows = [columns.map(\.label)]
            return
        }
        let first = columns.firstIndex { $0.part == .progress } ?? 0
        var upper: [String?] = columns.map(\.label)
        var lower: [String?] = columns.map { _ in nil }
        for offset in 0..<periods {
            upper[first + offset] = offset == 0 ? "进展情况" : ""
            lower[first + offset] = columns[first + offset].label
        }
        spans[[0, first]] = periods
        guard hasHalves else {
            rows = [upper, lower]
            return
        }
        var middle: [String?] = columns.map { _ in nil }
        for half in 0...1 {
            middle[first + half * 2] = WildWords.halves[half]
            middle[first + half * 2 + 1] = ""
            spans[[1, first + half * 2]] = 2
        }
        rows = [upper, middle, lower]
    }

    /// Puts the header above the rows that follow, once more, with all of its levels.
    private mutating func repeatHeader() {
        for row in 0..<headerRows {
            for (place, width) in spans where place[0] == row {
                spans[[rows.count, place[1]]] = width
            }
            rows.append(rows[row])
        }
    }

    // MARK: Targets

    private mutating func makeTargets() {
        if leftPart != nil { return makeTargetsByNames() }
        let hasSections = !hasLeadersAbove && isSo("sections", oneIn: 3)
        let restarts = hasSections && has(.serial) && isSo("restarts", oneIn: 2)
        let isMerged = has(.leader) && isSo("mergedLeaders", oneIn: 2)
        let hasParts =
            has(.serial) && has(.deadline) && (has(.status) || has(.tick))
            && isSo("subTargets", oneIn: 3)
        let repeatsHeader = hasSections && isSo("repeatedHeader", oneIn: 2)
        let groups = hasSections || hasLeadersAbove ? Int.random(in: 2...3, using: &random) : 1
        var serial = 0
        for group in 0..<groups {
            var section: String?
            if hasSections {
                let heading = "一二三".map { "\($0)、" }[group] + WildWords.sections[group]
                section = heading
                rows.append(across(heading))
                if restarts { serial = 0 }
                if group > 0, repeatsHeader { repeatHeader() }
            }
            var leader: String?
            if hasLeadersAbove {
                leader = WildWords.titled[group]
                rows.append(across(WildWords.titled[group]))
            }
            for _ in 0..<Int.random(in: 2...5, using: &random) {
                serial += 1
                let isSame = isMerged && leader != nil && Int.random(in: 0..<2, using: &random) == 0
                let own = isSame || hasLeadersAbove ? leader ?? "" : pick(WildWords.people)
                leader = own
                let parts =
                    hasParts && Int.random(in: 0..<3, using: &random) == 0
                    ? Int.random(in: 2...3, using: &random) : 1
                for part in 0..<parts {
                    addRow(
                        serial: serial,
                        part: parts > 1 ? part + 1 : 0,
                        leader: own,
                        isLeaderMerged: isSame,
                        section: section
                    )
                }
            }
        }
    }

    /// Makes targets below each other by what stands on the left, whose name stands once above several of
    /// them; where the numbering begins anew, each name's are a section.
    private mutating func makeTargetsByNames() {
        let restarts = isSo("restarts", oneIn: 2)
        let names = leftPart == .units ? WildWords.unitNames : WildWords.sections
        var serial = 0
        for name in names.shuffled(using: &random).prefix(3) {
            if restarts { serial = 0 }
            for place in 0..<Int.random(in: 2...4, using: &random) {
                serial += 1
                addRow(
                    serial: serial,
                    part: 0,
                    leader: pick(WildWords.people),
                    isLeaderMerged: false,
                    section: restarts ? name : nil,
                    left: (name, isAbove: place > 0)
                )
            }
        }
    }

    private func has(_ part: Part) -> Bool { columns.contains { $0.part == part } }

    /// Adds a row of a target; `part` is its number (from 1) under its serial, 0 where it stands alone.
    private mutating func addRow(
        serial: Int,
        part: Int,
        leader: String,
        isLeaderMerged: Bool,
        section: String?,
        left: (name: String, isAbove: Bool)? = nil
    ) {
        var target = WildTable.Target()
        target.section = section
        target.serial = part > 0 ? "\(serial)/\(part)" : "\(serial)"
        let count = Int.random(in: 2...400, using: &random)
        let measure = pick(WildWords.measures)
        let thing = pick(WildWords.things)
        let task = "\(pick(WildWords.work))\(thing)\(count)\(measure)"
        target.objective = part > 0 ? "\(part).\(task)" : task
        var lead = pick(WildWords.unitNames)
        let ticked = columns.filter { $0.part == .tick }
        if !ticked.isEmpty { target.status = pick(ticked).label }
        if hasLeadersAbove { target.leader = leader }
        var row: [String?] = []
        var reports: [String] = []
        for column in columns {
            switch column.part {
            case .serial: row.append(part > 1 ? nil : "\(serial)")
            case .leader:
                target.leader = leader
                row.append(part > 1 || isLeaderMerged ? nil : leader)
            case .objective: row.append(target.objective)
            case .deadline:
                target.deadline = pick(WildWords.dates)
                row.append(target.deadline)
            case .progress:
                let report = report(count, measure, thing, isLast: reports.count + 1 == periods)
                reports.append(report)
                row.append(report)
            case .status:
                target.status = pick(
                    Int.random(in: 0..<3, using: &random) == 0 ? WildWords.no : WildWords.yes
                )
                row.append(target.status)
            case .tick:
                row.append(column.label == target.status ? tick : "")
            case .category:
                target.category = left?.name
                row.append(left?.isAbove == true ? nil : left?.name)
            case .units where leftPart == .units:
                target.units = left.map { [$0.name] } ?? []
                row.append(left?.isAbove == true ? nil : left?.name)
            case .units:
                var names = [lead]
                if Int.random(in: 0..<3, using: &random) == 0 {
                    let other = pick(WildWords.unitNames)
                    if other != lead { names.append(other) }
                }
                lead = names[0]
                target.units = names + target.units.filter { !names.contains($0) }
                row.append(names.joined(separator: pick(["、", " ", "\n", "；"])))
            case .joint:
                let other = pick(WildWords.unitNames)
                if !target.units.contains(other) { target.units.append(other) }
                row.append(other)
            case .other: row.append(pick(["", "见附件", "省级"]))
            }
        }
        target.progress = reports.last { !$0.isEmpty } ?? ""
        rows.append(row)
        targets.append(target)
    }

    /// What a report says; the latest periods may say nothing yet.
    private mutating func report(
        _ count: Int,
        _ measure: String,
        _ thing: String,
        isLast: Bool
    ) -> String {
        if isLast, periods > 1, Int.random(in: 0..<2, using: &random) == 0 { return "" }
        let done = Int.random(in: 1...count, using: &random)
        return pick([
            "已完成\(thing)\(done)\(measure)。", "1.完成\(done)\(measure)；\n2.其余正在推进。", "正在推进前期工作",
        ])
    }
}
