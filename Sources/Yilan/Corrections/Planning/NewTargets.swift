internal import SourceText
internal import TargetModel

/// The targets that files of corrections add to the official table: each once, and in a section that
/// it has.
struct NewTargets {
    /// Those that are added.
    private(set) var targets: [ApplyPlan.WholeTarget] = []

    private let official: OfficialTable
    private let areWanted: Bool
    /// The targets, by index from 0, by section and serial.
    private var known: [String: [Serial.Key: Int]] = [:]

    /// Prepares to add targets; where they aren't wanted, each is an error.
    init(in official: OfficialTable, areWanted: Bool) {
        self.official = official
        self.areWanted = areWanted
    }

    /// Adds a target, or says why it can't be.
    mutating func add(_ target: ProposedTarget, reporting diagnostics: inout DiagnosticBag) {
        let serial = target.texts[official.serialColumn]
        let section = official.table.sectionColumn.map { target.texts[$0] }
        guard areWanted else {
            diagnostics.report(
                Diagnostic.newSerial(serial, in: section, former: target.formerSerial)
                    .at(target.place)
                    .about(serial: serial, field: Field.serial.key)
            )
            return
        }
        if let section, !official.index.hasSection(section) {
            diagnostics.report(
                Diagnostic.unknownSection(section, of: serial).at(target.place)
                    .about(serial: serial, field: Column.section.label)
            )
            return
        }
        let key = Serial.Key(serial)
        guard let index = known[section ?? "", default: [:]][key] else {
            known[section ?? "", default: [:]][key] = targets.count
            targets.append(.init(serial: serial, texts: target.texts, place: target.place))
            return
        }
        let isSame = zip(targets[index].texts, target.texts).allSatisfy {
            target.comparison.agree($0, $1)
        }
        guard !isSame else { return }
        diagnostics.report(
            Diagnostic.repeatedRow(serial, first: targets[index].place).at(target.place)
        )
    }
}
