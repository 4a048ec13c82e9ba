public import JSONText
internal import SourceText
internal import TargetFormats
internal import TargetModel

extension ChangeReport {
    /// The report as `yilan-corrections/1`: what `apply` reads.
    ///
    /// `around`, `added`, `removed` and `conflicts` are there only where there are some. With `places`, each
    /// correction says where it stands in the official file, and where it came from.
    public func json(places: Bool = false) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("format", CorrectionsDocument.format)
        if let run {
            json.member("status", run.status.rawValue)
            json.member("official", run.official)
            json.member("output", run.output)
        }
        writeChanges(as: "corrections", places: places, namesTargets: true, to: &json)
        if !surroundings.isEmpty { writeSurroundings(as: "around", to: &json) }
        for (key, targets) in [("added", added), ("removed", removed)] where !targets.isEmpty {
            Self.write(targets, as: key, places: places, to: &json)
        }
        if !conflicts.isEmpty { append(conflicts, to: &json) }
        json.endObject()
        json.endText()
        return json.buffer.bytes
    }

    /// Writes a member of an object: the changed cells.
    ///
    /// With `namesTargets`, `place` tells a program which target is meant, where the serial doesn't.
    public func writeChanges(
        as key: String,
        places: Bool,
        namesTargets: Bool = false,
        to json: inout JSONWriter
    ) {
        json.member(key, objects: changes) { change, json in
            json.member(serial: change.serial)
            json.member("field", change.column.key)
            json.member("old", change.old)
            json.member("new", change.new)
            if namesTargets, let target = change.target {
                json.key("place")
                Self.write(target, to: &json)
            } else if places {
                json.member("place", change.place.description)
            }
            if places {
                json.member("sources", each: change.sources) { source, json in
                    json.string(source.description)
                }
            }
        }
    }

    private func writeSurroundings(as key: String, to json: inout JSONWriter) {
        json.member(key, objects: surroundings) { change, json in
            json.member("kind", change.kind.rawValue)
            if let field = change.field { json.member("field", field) }
            json.member("old", change.old)
            json.member("new", change.new)
            json.member("place", change.place.description)
            json.member("source", change.source.description)
        }
    }

    private static func write(_ target: Correction.TargetPlace, to json: inout JSONWriter) {
        json.beginObject(.inline)
        for (key, number) in [
            ("line", target.line), ("page", target.page), ("block", target.block),
        ] {
            if let number { json.member(key, number) }
        }
        if let section = target.section { json.member("section", section) }
        json.endObject()
    }

    /// Writes a member of an object, `formOnly`: the cells that stay as they are, because their texts
    /// differ in form only.
    public func writeFormOnly(to json: inout JSONWriter) {
        json.member("formOnly", objects: formOnly) { cell, json in
            json.member(serial: cell.serial)
            json.member("field", cell.column.key)
            json.member("official", cell.official)
            json.member("new", cell.text)
            json.member("source", cell.place.description)
        }
    }

    /// Writes two members of an object: `added` and `removed` targets.
    public func writeWholeTargets(to json: inout JSONWriter) {
        Self.write(added, as: "added", places: true, to: &json)
        Self.write(removed, as: "removed", places: true, to: &json)
    }

    /// Writes a member of an object, `conflicts`: one for each text that a correction wants, with
    /// all three texts.
    public func writeSingleConflicts(to json: inout JSONWriter) {
        let texts = conflicts.flatMap { conflict in
            conflict.candidates.map { (conflict: conflict, candidate: $0) }
        }
        json.member("conflicts", objects: texts) { text, json in
            Self.write(text.conflict, to: &json)
            json.member("base", text.candidate.base.knownText)
            json.member("official", text.conflict.official)
            json.member("new", text.candidate.new)
            json.member("place", text.conflict.officialPlace?.description)
            json.member("source", text.candidate.place.description)
        }
    }

    private static func write(
        _ targets: [WholeTarget],
        as key: String,
        places: Bool,
        to json: inout JSONWriter
    ) {
        json.member(key, objects: targets) { target, json in
            json.member(serial: target.serial)
            var extras: [(label: String, text: String)] = []
            for (column, text) in zip(target.columns, target.texts) {
                switch column.field {
                case .serial: break
                case let field?: json.member(field.key, text)
                case nil: extras.append((column.label, text))
                }
            }
            if !extras.isEmpty {
                json.key("extra")
                json.beginObject()
                for extra in extras { json.member(extra.label, extra.text) }
                json.endObject()
            }
            if places { json.member("place", target.place.description) }
        }
    }

    private static func write(_ conflict: ApplyPlan.Conflict, to json: inout JSONWriter) {
        json.member(serial: conflict.serial)
        json.member("field", conflict.column.key)
        json.member("cause", conflict.cause.rawValue)
        json.member("resolution", conflict.resolution.rawValue)
    }

    private func append(_ conflicts: [ApplyPlan.Conflict], to json: inout JSONWriter) {
        json.member("conflicts", each: conflicts) { conflict, json in
            json.beginObject()
            Self.write(conflict, to: &json)
            json.member("official", conflict.official)
            json.member("place", conflict.officialPlace?.description)
            json.member("candidates", objects: conflict.candidates) { candidate, json in
                json.member("old", candidate.base.knownText)
                json.member("new", candidate.new)
                json.member("place", candidate.place.description)
            }
            json.endObject()
        }
    }
}

extension Baseline.Original {
    /// The text, where it is kept.
    var knownText: String? {
        switch self {
        case .text(let text): text
        case .digest, .unknown: nil
        }
    }
}
