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

    /// Numbers lists and sections in order of their first target.
    private struct Numbers {
        private var lists: [List: Int] = [:]
        private var sections: [Section: Int] = [:]
        // Neighbours are nearly always of one section.
        private var last: (part: Int, document: Int32, section: Section, number: Int)?

        /// The numbers of a target's list and section.
        mutating func of(_ target: Int, in table: TargetTable, _ part: Int) -> (Int, Int) {
            let document = table.origins[target].document
            let name = table.section(of: target)
            if let last, last.part == part, last.document == document, last.section.name == name {
                return (last.section.list, last.number)
            }
            let list = List(
                issuer: table.document(of: target).issuer,
                year: table.document(of: target).year
            )
            let listNumber = lists[list, default: lists.count]
            lists[list] = listNumber
            let section = Section(list: listNumber, name: name)
            let number = sections[section, default: sections.count]
            sections[section] = number
            last = (part, document, section, number)
            return (listNumber, number)
        }
    }

    /// Reports a warning for each serial that a list has in two tables, and one warning for each
    /// table that has serials of other lists.
    ///
    /// - Complexity: O(n) in the targets.
    func report(to diagnostics: inout DiagnosticBag) {
        var numbers = Numbers()
        var firsts: [Key: Occurrence] = [:]
        firsts.reserveCapacity(parts.reduce(0) { $0 + $1.table.count })
        var firstsOfAll: [Serial.Key: Occurrence] = [:]
        // Where there is one list only, no other can have its serials.
        let hasLists =
            Set(parts.flatMap { $0.table.documents.map { List(issuer: $0.issuer, year: $0.year) } })
            .count > 1
        for part in parts.indices {
            let table = parts[part].table
            var inOtherLists: [(here: Occurrence, other: Occurrence)] = []
            for target in 0..<table.count {
                let range = table.range(target, .serial)
                guard !range.isEmpty else { continue }
                let serial = table.text.withSpan(of: range) { Serial.Key($0) }
                let (list, section) = numbers.of(target, in: table, part)
                let place = Occurrence(part: part, target: target, list: list)
                let key = Key(section: section, serial: serial)
                if let first = firsts[key] {
                    guard first.part != part else { continue }
                    diagnostics.report(.warning) { repeated(place, first) }
                    continue
                }
                firsts[key] = place
                guard hasLists else { continue }
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
