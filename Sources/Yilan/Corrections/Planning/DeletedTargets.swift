internal import SourceText
internal import TargetModel

/// Finds the targets that are named to be deleted: by serial, and where several have it, by section
/// or line, too: `7`, `二、民生/7`, `二、民生/2/1`, `7@12`.
struct DeletedTargets {
    private let official: OfficialTable

    /// Prepares to look in the official table.
    init(of official: OfficialTable) {
        self.official = official
    }

    /// The target (from 0) that a name means.
    ///
    /// - Throws: `UnfitText` where it means none, or several.
    func target(named name: String) throws(UnfitText) -> Int {
        switch official.index.find(name) {
        case .one(let target): return target
        case .several(let targets): throw UnfitText(ambiguous(name, targets))
        case .none: break
        }
        if let sign = name.lastIndex(of: "@"), let line = Int(name[name.index(after: sign)...]) {
            let serial = String(name[..<sign])
            let named = official.index.find(serial).targets
            let there = named.filter { Int(official.table.origins[$0].line) == line }
            if there.count == 1 { return there[0] }
            guard named.isEmpty else {
                throw UnfitText(.noTargetThere(serial, named.map(official.place)))
            }
        }
        let found = targetsInSections(named: name)
        if found.count == 1 { return found[0] }
        if found.count > 1 { throw UnfitText(ambiguous(name, found)) }
        throw UnfitText(.nothingToDelete(name).about(serial: name))
    }

    /// The targets (from 0) that a section, a slash and a serial mean; serials and sections may have
    /// slashes of their own: `二、民生/2/1`.
    private func targetsInSections(named name: String) -> [Int] {
        guard let column = official.table.sectionColumn else { return [] }
        var found = Set<Int>()
        for slash in name.indices where name[slash] == "/" {
            let section = name[..<slash]
            let serial = String(name[name.index(after: slash)...])
            found.formUnion(
                official.index.find(serial).targets.filter {
                    let itsSection = official.text($0, column)
                    return itsSection == section || itsSection.hasSuffix("/" + section)
                }
            )
        }
        return found.sorted()
    }

    private func ambiguous(_ name: String, _ targets: [Int]) -> Diagnostic {
        var finding = Diagnostic.ambiguousSerial(name, targets.map(official.place))
        let serial = targets.first.map(official.serial) ?? name
        let line = targets.first.map { Int(official.table.origins[$0].line) } ?? 1
        finding.hint = Wording(
            en: "name the one that is meant with the line in which it stands",
            zh: "请连同所在的行号写明要删除的是哪一项"
        )
        finding.remedy = .deletion(Wording(verbatim: "\(serial)@\(line)"))
        return finding
    }
}
