internal import SourceText
internal import TargetModel

/// Finds serials that occur in more than one of several tables.
///
/// Within one table the reader has looked already.
struct RepeatedSerials {
    private let parts: [NamedTable]

    init(_ parts: [NamedTable]) {
        self.parts = parts
    }

    /// A target of one of the tables.
    private struct Occurrence {
        var part: Int
        var target: Int
        /// The number of its list, from 0.
        var list: Int
    }

    /// One list of one government.
    private struct List: Hashable {
        var issuer: String?
        var year: Int?
    }

    /// A section of a list, or all of one that has none: in it, a serial names one target.
    private struct Section: Hashable {
        /// The number of the list, from 0.
        var list: Int
        var name: String?
    }

    private struct Key: Hashable {
        /// The number of the section, from 0.
        var section: Int
        var serial: Serial.Key
    }

    /// The lists of all tables.
    private struct Lists {
        /// The number (from 0) of the list of each document of each part.
        private(set) var ofDocuments: [[Int]] = []
        /// Whether another part has one of a part's lists, too.
        private(set) var isShared: [Bool]
        /// How many there are.
        private(set) var count = 0

        init(_ parts: [NamedTable]) {
            isShared = parts.map { _ in false }
            var known: [List: (number: Int, part: Int)] = [:]
            for (part, named) in parts.enumerated() {
                ofDocuments.append(
                    named.table.documents.map { document in
                        let list = List(issuer: document.issuer, year: document.year)
                        guard let first = known[list] else {
                            defer { count += 1 }
                            known[list] = (count, part)
                            return count
                        }
                        if first.part != part {
                            isShared[first.part] = true
                            isShared[part] = true
                        }
                        return first.number
                    }
                )
            }
        }
    }

    /// Numbers sections in order of their first target.
    private struct Sections {
        private var numbers: [Section: Int] = [:]
        // Neighbours are nearly always of one section.
        private var last: (section: Section, number: Int)?

        /// The number of the section, within a list, that a target belongs to.
        mutating func number(of target: Int, in table: TargetTable, ofList list: Int) -> Int {
            let section = Section(list: list, name: table.section(of: target))
            if let last, last.section == section { return last.number }
            let number = numbers[section, default: numbers.count]
            numbers[section] = number
            last = (section, number)
            return number
        }
    }

    /// Reports a warning for each serial that a list has in two tables, and one warning for each
    /// table that has serials of other lists.
    ///
    /// - Complexity: O(n) in the targets.
    func report(to diagnostics: inout DiagnosticBag) {
        let lists = Lists(parts)
        var sections = Sections()
        var firsts: [Key: Occurrence] = [:]
        var firstsOfAll: [Serial.Key: Occurrence] = [:]
        for part in parts.indices {
            let table = parts[part].table
            // What is in no other part and rises is nowhere twice: of 2,400 tables, it was a sixth of the
            // time to look each serial up.
            let isNowhereTwice =
                !lists.isShared[part]
                && Serial.rise(among: table.count, in: table.text) { table.range($0, .serial) }
            if isNowhereTwice, lists.count == 1 { continue }
            var inOtherLists: [(here: Occurrence, other: Occurrence)] = []
            for target in 0..<table.count {
                let range = table.range(target, .serial)
                guard !range.isEmpty else { continue }
                let serial = table.text.withSpan(of: range) { Serial.Key($0) }
                let list = lists.ofDocuments[part][Int(table.origins[target].document)]
                let place = Occurrence(part: part, target: target, list: list)
                if !isNowhereTwice {
                    let section = sections.number(of: target, in: table, ofList: list)
                    let key = Key(section: section, serial: serial)
                    if let first = firsts[key] {
                        guard first.part != part else { continue }
                        diagnostics.report(.warning) { repeated(place, first) }
                        continue
                    }
                    firsts[key] = place
                }
                // Where there is one list only, no other can have its serials.
                guard lists.count > 1 else { continue }
                if let other = firstsOfAll[serial] {
                    if other.part != part, other.list != list {
                        inOtherLists.append((place, other))
                    }
                } else {
                    firstsOfAll[serial] = place
                }
            }
            if let first = inOtherLists.first {
                diagnostics.report(.warning) {
                    shared(first.here, first.other, count: inOtherLists.count)
                }
            }
        }
    }

    private func repeated(_ place: Occurrence, _ first: Occurrence) -> Diagnostic {
        let serial = serial(of: place)
        return at(
            place,
            Serial.repeated(
                serial,
                elsewhere: name(of: first),
                .warning,
                hint: Wording(
                    en: "in one list every target needs a serial of its own; if these are "
                        + "different lists, each needs a title with its year",
                    zh: "同一份表中每项目标须有自己的序号；如果是不同的表，标题中须写明各自的年份"
                )
            )
        )
    }

    private func shared(_ place: Occurrence, _ other: Occurrence, count: Int) -> Diagnostic {
        let serial = serial(of: place)
        let file = parts[other.part].name
        let isKnown = [place, other].allSatisfy { occurrence in
            let document = parts[occurrence.part].table.document(of: occurrence.target)
            return document.issuer != nil && document.year != nil
        }
        return at(
            place,
            Diagnostic(
                .warning,
                .sharedSerial,
                Wording(
                    en: count == 1
                        ? "serial \(serial) occurs in \(file), too"
                        : "\(count) serials, the first is \(serial), occur in other files, too",
                    zh: count == 1
                        ? "序号 \(serial) 在 \(file) 中也有"
                        : "有 \(count) 个序号在其他文件中也有，第一个是 \(serial)"
                ),
                hint: isKnown ? Self.apart : Self.maybeOneList
            )
        )
    }

    private static let apart = Wording(
        en: "the lists differ in issuer or year, so the targets are told apart by that",
        zh: "各表的发布机关或年份不同，目标以此区分"
    )
    private static let maybeOneList = Wording(
        en: "not each of the lists names issuer and year in a title; if they are one list, its "
            + "targets are there twice",
        zh: "有的表没有在标题中写明发布机关和年份；如果是同一份表，其中的目标就重复了"
    )

    private func serial(of place: Occurrence) -> String {
        parts[place.part].table.string(place.target, .serial)
    }

    private func name(of place: Occurrence) -> Wording {
        let part = parts[place.part]
        let line = part.table.origins[place.target].line
        guard line > 0 else { return Wording(verbatim: "\(part.name)") }
        return Wording(en: "line \(line) of \(part.name)", zh: "\(part.name) 第 \(line) 行")
    }

    /// Returns the finding placed at the serial of a target.
    private func at(_ place: Occurrence, _ diagnostic: Diagnostic) -> Diagnostic {
        let part = parts[place.part]
        return TablePlaces(part.table, file: part.name).placing(
            diagnostic,
            place.target,
            part.table.column(of: .serial)
        )
    }
}
