internal import SourceText
internal import TargetModel

/// Finds serials that occur in more than one of several tables.
///
/// Within one table the reader has looked already.
struct RepeatedSerials {
    private let parts: [TablePart]
    /// The text that those of some parts were joined to.
    private let joined: [UInt8]

    init(_ parts: [TablePart], joined: [UInt8]) {
        self.parts = parts
        self.joined = joined
    }

    /// The table of a part (from 0), with its texts.
    private func table(_ part: Int) -> TargetTable { parts[part].table(in: joined) }

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

    /// The lists of all tables.
    private struct Lists {
        /// The number (from 0) of the list of each document of each part.
        private(set) var ofDocuments: [[Int]] = []
        /// Whether another part has one of a part's lists, too.
        private(set) var isShared: [Bool]
        /// How many there are.
        private(set) var count = 0

        init(_ parts: [TablePart]) {
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

        /// The number of a section.
        mutating func number(of section: Section) -> Int {
            if let last, last.section == section { return last.number }
            let number = numbers[section, default: numbers.count]
            numbers[section] = number
            last = (section, number)
            return number
        }
    }

    /// The first target that has a serial, for each serial of each group of targets.
    ///
    /// Nearly all serials are numbers: with a dictionary of keys for them, looking up those of 2,400 tables took
    /// 30 of 360 ms, now 5.
    private struct Firsts {
        private struct Known {
            var group: Int
            var number: Int
            var place: Occurrence
        }
        private struct Text: Hashable {
            var group: Int
            var serial: Serial.Key
        }
        private var hashes = NumberedHashes()
        private var known: [Known] = []
        private var texts: [Text: Occurrence] = [:]

        /// The first target of a group (its number, from 0) that has a serial; nil where it is the one at
        /// `place`.
        mutating func first(of serial: PlainSerials.Serial, in group: Int, at place: Occurrence)
            -> Occurrence?
        {
            switch serial {
            case .number(let number):
                let one = UInt64(truncatingIfNeeded: number)
                let other = UInt64(truncatingIfNeeded: group) &* 0xD6E8_FEB8_6659_FD93
                let hash = ((one &+ other) &* 0x9E37_79B9_7F4A_7C15) >> 32
                let (index, isNew) = hashes.number(of: hash) {
                    known[$0].number == number && known[$0].group == group
                }
                if isNew { known.append(Known(group: group, number: number, place: place)) }
                return isNew ? nil : known[index].place
            case .text(let serial):
                let text = Text(group: group, serial: serial)
                if let first = texts[text] { return first }
                texts[text] = place
                return nil
            }
        }
    }

    /// Reports a warning for each serial that a list has in two tables, and one warning for each
    /// table that has serials of other lists.
    ///
    /// - Complexity: O(n) in the targets.
    func report(to diagnostics: inout DiagnosticBag) {
        let lists = Lists(parts)
        var sections = Sections()
        var firsts = Firsts()
        var firstsOfAll = Firsts()
        for part in parts.indices {
            let table = parts[part].table
            let serials = parts[part].serials
            // What is in no other part and rises is nowhere twice: of 2,400 tables, it was a sixth of the
            // time to look each serial up.
            let isNowhereTwice = !lists.isShared[part] && serials.rise
            if isNowhereTwice, lists.count == 1 { continue }
            let ofDocuments = lists.ofDocuments[part]
            let sectionColumn = table.sectionColumn
            let whole = sectionColumn == nil ? table : self.table(part)
            var inOtherLists: [(here: Occurrence, other: Occurrence)] = []
            for target in 0..<table.count {
                guard let serial = serials.serial(of: target, in: self.table(part)) else {
                    continue
                }
                let list = ofDocuments[Int(table.origins[target].document)]
                let place = Occurrence(part: part, target: target, list: list)
                if !isNowhereTwice {
                    let name = sectionColumn.map { whole.string(target, column: $0) }
                    let section = sections.number(of: Section(list: list, name: name))
                    if let first = firsts.first(of: serial, in: section, at: place) {
                        guard first.part != part else { continue }
                        diagnostics.report(.warning) { repeated(place, first) }
                        continue
                    }
                }
                // Where there is one list only, no other can have its serials.
                guard lists.count > 1 else { continue }
                if let other = firstsOfAll.first(of: serial, in: 0, at: place), other.part != part,
                    other.list != list
                {
                    inOtherLists.append((place, other))
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
        table(place.part).string(place.target, .serial)
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
        return TablePlaces(table(place.part), file: part.name).placing(
            diagnostic,
            place.target,
            part.table.column(of: .serial)
        )
    }
}
