internal import SourceText
internal import TableLayout
internal import TargetModel

/// A table whose targets were added or deleted: the pages concerned are laid out again, the others
/// stay as they are.
struct Relayout {
    private let table: TargetTable
    private let deleted: Set<Int>
    private let added: [ApplyPlan.WholeTarget]
    private let places: AddedPlaces

    /// Prepares to delete targets (from 0) of a table, and to add others.
    init(of table: TargetTable, deleting deleted: Set<Int>, adding added: [ApplyPlan.WholeTarget]) {
        self.table = table
        self.deleted = deleted
        self.added = added
        let kept = (0..<table.count).filter { !deleted.contains($0) }
        places = AddedPlaces(of: added, among: kept, of: table)
    }

    /// One target of the new table: of the old one, by index from 0, or an added one.
    private enum Source {
        case old(Int)
        case added(Int)
    }

    /// Returns the new table, with its layout where the old one has one.
    func table(reporting diagnostics: inout DiagnosticBag) -> TargetTable {
        let order = self.order()
        var text = table.text
        var cells = TextRanges()
        var origins = Origins()
        var changedPages = Set(deleted.map { Int(table.origins[$0].page) })
        for source in order {
            switch source {
            case .old(let target):
                cells.append(contentsOf: table.columns.indices.lazy.map { table.range(target, $0) })
                origins.append(table.origins[target])
            case .added(let number):
                cells.append(contentsOf: added[number].texts.map { text.add($0) })
                let neighbour = places.spots[number].neighbour.map { table.origins[$0] }
                var origin = Origin()
                origin.page = (neighbour ?? origins.last ?? table.origins.first)?.page ?? 1
                origins.append(origin)
                changedPages.insert(Int(origin.page))
            }
        }
        var result = TargetTable(
            documents: table.documents,
            columns: table.columns,
            text: text,
            cells: cells,
            origins: origins
        )
        result.inputName = table.inputName
        countAnew(in: &result, order, reporting: &diagnostics)
        if let layout = table.layout {
            result.layout = self.layout(
                from: layout,
                of: result,
                order,
                changedPages,
                reporting: &diagnostics
            )
        }
        return result
    }

    /// Counts the targets that are left of a group anew, and tells so.
    private func countAnew(
        in result: inout TargetTable,
        _ order: [Source],
        reporting diagnostics: inout DiagnosticBag
    ) {
        let serials = GroupNumbers(of: table, deleting: deleted).changed()
        guard !serials.isEmpty, let column = table.column(of: .serial) else { return }
        for (index, source) in order.enumerated() {
            guard case .old(let target) = source, let serial = serials[target] else { continue }
            result.replace(index, column: column, with: serial)
            let old = table.string(target, column: column)
            diagnostics.report(
                Diagnostic.countedAnew(old, serial)
                    .at(Place(file: table.document.file, line: Int(table.origins[target].line)))
                    .about(serial: old, field: Field.serial.key)
            )
        }
    }

    /// All targets in order.
    private func order() -> [Source] {
        let kept = (0..<table.count).filter { !deleted.contains($0) }
        var pending = places.order[...]
        var order: [Source] = []
        for (position, target) in kept.enumerated() {
            while let next = pending.first, places.spots[next].position <= position {
                order.append(.added(next))
                pending.removeFirst()
            }
            order.append(.old(target))
        }
        return order + pending.map { .added($0) }
    }

    // MARK: Layout

    /// How targets are put into a page, and taken out.
    private enum Means {
        /// By rows of their own.
        case rows
        /// By moving the targets of a block up and down, between headings of sections.
        case columns
        /// By filling its blocks anew.
        case anew
    }

    private func means(for page: [Layout.Run]) -> Means {
        if RowEdits.isPossible(in: page) { return .rows }
        return table.sectionColumn != nil && ColumnEdits.isNeeded(in: page) ? .columns : .anew
    }

    private func layout(
        from layout: Layout,
        of result: TargetTable,
        _ order: [Source],
        _ changedPages: Set<Int>,
        reporting diagnostics: inout DiagnosticBag
    ) -> Layout {
        var pages = Self.pages(of: layout)
        let relaid = changedPages.filter { $0 >= pages.count || means(for: pages[$0]) == .anew }
        let emptied = changedPages.filter { $0 >= pages.count || means(for: pages[$0]) != .rows }
        reportLiterals(in: pages, emptied, reporting: &diagnostics)
        let fresh =
            relaid.isEmpty
            ? layout : FreshLayout(of: numberingPages(result), template: layout).layout()
        let freshPages = Self.pages(of: fresh)
        guard pages.count == freshPages.count else { return fresh }
        var newIndex: [Int: Int] = [:]
        var ahead: [Int: [Int]] = [:]
        var behind: [Int: [Int]] = [:]
        for (index, source) in order.enumerated() {
            switch source {
            case .old(let target): newIndex[target] = index
            case .added(let number):
                guard let neighbour = places.spots[number].neighbour else { continue }
                if places.spots[number].isAhead {
                    ahead[neighbour, default: []].append(index)
                } else {
                    behind[neighbour, default: []].append(index)
                }
            }
        }
        let groups = GroupNumbers(of: table, deleting: deleted)
        var owners = newIndex
        for target in deleted { owners[target] = groups.heir(of: target).flatMap { newIndex[$0] } }
        let rowEdits = RowEdits(of: deleted, owners, ahead: ahead, behind: behind)
        let columnEdits = ColumnEdits(of: deleted, newIndex, ahead: ahead, behind: behind)
        let rows = FreshLayout(of: result)
        let forms = CellForms(of: layout, newIndex)
        for page in pages.indices {
            guard changedPages.contains(page) else {
                pages[page] = pages[page].map { Self.moved($0, newIndex) }
                continue
            }
            let blocks = Self.blocks(of: pages[page])
            switch means(for: pages[page]) {
            case .rows:
                pages[page] = rowEdits.page(pages[page]) { target, like in
                    rows.row(of: [target], under: blocks, cells: like.cells, end: like.end)
                }
            case .columns:
                pages[page] = columnEdits.page(pages[page], under: blocks) { targets, like in
                    let row = rows.row(of: targets, under: blocks, cells: like.cells, end: like.end)
                    return forms.restored(in: .targets(row), blocks)
                } moved: { run in
                    Self.moved(run, newIndex)
                }
            case .anew:
                let blocks = Self.blocks(of: freshPages[page])
                pages[page] = freshPages[page].map { forms.restored(in: $0, blocks) }
            }
        }
        return Layout(
            encoding: layout.encoding,
            runs: FreshLayout.ended(Array(pages.joined()), with: layout.lastEnd)
        )
    }

    /// The fresh layout counts pages that hold targets only.
    private func numberingPages(_ result: TargetTable) -> TargetTable {
        let pages = Set(table.origins.map(\.page)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: zip(pages, Int32(1)...))
        var numbered = result
        numbered.origins = Origins(
            result.origins.lazy.map { origin in
                var origin = origin
                origin.page = numbers[origin.page] ?? 1
                return origin
            }
        )
        return numbered
    }

    /// The runs from one header to the next; what stands before the first is page 0.
    private static func pages(of layout: Layout) -> [[Layout.Run]] {
        var pages: [[Layout.Run]] = [[]]
        for run in layout.runs {
            if case .literal(let row) = run, row.blocks != nil { pages.append([]) }
            pages[pages.count - 1].append(run)
        }
        return pages
    }

    /// The blocks of a page's header.
    private static func blocks(of page: [Layout.Run]) -> [Layout.Block] {
        for case .literal(let row) in page {
            if let blocks = row.blocks { return blocks }
        }
        return []
    }

    private static func moved(_ run: Layout.Run, _ newIndex: [Int: Int]) -> Layout.Run {
        guard case .targets(var rows) = run else { return run }
        rows.targets = rows.targets.map { $0.flatMap { newIndex[$0] } }
        rows.forms = rows.forms.map { form in
            var moved = form
            switch form.content {
            case .piece(var piece):
                piece.target = newIndex[piece.target] ?? piece.target
                moved.content = .piece(piece)
            case .repeats(let text, let target):
                moved.content = .repeats(text, target: newIndex[target] ?? target)
            case .value, .literal, .standsFor: break
            }
            return moved
        }
        return .targets(rows)
    }

    /// Text that stands beside targets would be lost: nobody can say where it belongs now.
    private func reportLiterals(
        in pages: [[Layout.Run]],
        _ changedPages: Set<Int>,
        reporting diagnostics: inout DiagnosticBag
    ) {
        for page in changedPages.sorted() where page < pages.count {
            for case .targets(let rows) in pages[page] {
                for form in rows.forms {
                    guard case .literal(let text) = form.content,
                        !text.unicodeScalars.allSatisfy(\.isBlank)
                    else { continue }
                    diagnostics.report(
                        Diagnostic.textBesideTargets(text, page: page)
                            .at(Place(file: table.document.file))
                            .about(page: page)
                    )
                }
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func countedAnew(_ old: String, _ new: String) -> Diagnostic {
        Diagnostic(
            .note,
            .changedSerial,
            Wording(
                en:
                    "the targets that are left of the group are counted anew: \(old) becomes \(new)",
                zh: "同一序号下余下的各项重新编排：\(old) 变为 \(new)"
            )
        )
    }

    fileprivate static func textBesideTargets(_ text: String, page: Int) -> Diagnostic {
        Diagnostic(
            .error,
            .textBesideTargets,
            Wording(
                en: "page \(page) can't be laid out again: \(text) stands beside its targets",
                zh: "第 \(page) 页无法重新排版：目标旁边还有“\(text)”"
            ),
            hint: Wording(
                en: "add or delete the target in the official file by hand",
                zh: "请直接在官方文件里增删这项目标"
            )
        )
    }
}
