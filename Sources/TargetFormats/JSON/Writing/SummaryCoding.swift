public import JSONText
internal import SourceText
public import TargetModel

/// The JSON form of what a table comes to: the document's `summary`.
public enum SummaryCoding {
    /// Writes a summary as the next value: the table's counts, then an object a line for each
    /// leader, unit and deadline.
    ///
    /// - Complexity: O(n) in the groups and the targets behind.
    public static func encode(
        _ summary: Summary,
        of table: TargetTable,
        to json: inout JSONWriter
    ) {
        json.beginObject()
        encode(summary.counts, to: &json)
        json.key("leaders")
        json.beginArray()
        for leader in summary.leaders {
            json.beginObject(.inline)
            json.member("leader", leader.name)
            encode(leader.counts, to: &json)
            encodeBehind(leader.counts, of: table, to: &json)
            json.key("deadlines")
            encode(leader.deadlines, named: "deadline", of: table, to: &json)
            json.key("units")
            encode(leader.units, named: "unit", of: table, to: &json)
            json.endObject()
        }
        json.endArray()
        json.key("units")
        encode(summary.units, named: "unit", of: table, to: &json)
        json.key("deadlines")
        encode(summary.deadlines, named: "deadline", of: table, to: &json)
        json.endObject()
    }

    /// Writes groups as the next value: an array of objects whose first member is the name.
    package static func encode(
        _ groups: [GroupSummary],
        named key: String,
        of table: TargetTable,
        to json: inout JSONWriter
    ) {
        json.beginArray()
        for group in groups {
            json.beginObject(.inline)
            json.member(key, group.name)
            encode(group.counts, to: &json)
            encodeBehind(group.counts, of: table, to: &json)
            json.endObject()
        }
        json.endArray()
    }

    private static func encode(_ counts: Counts, to json: inout JSONWriter) {
        json.member("total", counts.total)
        json.member("onSchedule", counts.onSchedule)
        json.member("behind", counts.behind)
        json.member("unstated", counts.unstated)
        json.key("rate")
        json.beginValue()
        json.buffer.append(share: counts.onSchedule, of: counts.rated)
    }

    private static func encodeBehind(
        _ counts: Counts,
        of table: TargetTable,
        to json: inout JSONWriter
    ) {
        json.key("behindSerials")
        json.beginArray(.inline)
        for target in counts.behindTargets {
            json.beginValue()
            json.buffer.append(serial: table.range(target, .serial), in: table.text)
        }
        json.endArray()
    }
}
