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
        json.member("leaders", objects: summary.leaders) { leader, json in
            json.member("leader", leader.name)
            encode(leader.counts, to: &json)
            encodeBehind(leader.counts, of: table, to: &json)
            encode(leader.deadlines, as: "deadlines", named: "deadline", of: table, to: &json)
            encode(leader.units, as: "units", named: "unit", of: table, to: &json)
        }
        encode(summary.units, as: "units", named: "unit", of: table, to: &json)
        encode(summary.deadlines, as: "deadlines", named: "deadline", of: table, to: &json)
        json.endObject()
    }

    /// Writes a member whose value is an array of groups, the name first.
    private static func encode(
        _ groups: [GroupSummary],
        as member: String,
        named key: String,
        of table: TargetTable,
        to json: inout JSONWriter
    ) {
        json.member(member, objects: groups) { group, json in
            json.member(key, group.name)
            encode(group.counts, to: &json)
            encodeBehind(group.counts, of: table, to: &json)
        }
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
