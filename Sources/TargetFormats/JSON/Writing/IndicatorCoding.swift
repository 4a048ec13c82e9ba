public import JSONText
internal import SourceText
public import TargetModel

/// The JSON form of what targets promise in figures: `yilan-indicators/1`.
public enum IndicatorCoding {
    /// What `format` says.
    public static let format = "yilan-indicators/1"

    /// Writes the document of all indicators of a table as the next value.
    ///
    /// - Complexity: O(n) in the indicators.
    public static func encodeDocument(
        _ indicators: [Indicator],
        of table: TargetTable,
        to json: inout JSONWriter
    ) {
        json.beginObject()
        json.member("format", format)
        json.key("indicators")
        encode(indicators, of: table, to: &json)
        json.endObject()
    }

    /// Writes indicators as the next value: an array with an object a line.
    public static func encode(
        _ indicators: [Indicator],
        of table: TargetTable,
        to json: inout JSONWriter
    ) {
        json.beginArray()
        for indicator in indicators {
            json.beginObject(.inline)
            json.key("serial")
            json.beginValue()
            json.buffer.append(
                serial: table.range(indicator.target, .serial),
                in: table.text
            )
            json.member("name", indicator.name)
            json.key("target")
            encode(indicator.promised, to: &json)
            json.member("comparator", indicator.comparator.rawValue)
            json.key("achieved")
            if let achieved = indicator.achieved {
                encode(achieved, to: &json)
            } else {
                json.null()
            }
            json.key("ratio")
            number(indicator.ratio, to: &json)
            json.key("met")
            if let isMet = indicator.isMet {
                json.beginValue()
                json.buffer.append(isMet ? "true" : "false")
            } else {
                json.null()
            }
            json.endObject()
        }
        json.endArray()
    }

    private static func encode(_ figure: Figure, to json: inout JSONWriter) {
        json.beginObject(.inline)
        json.member("text", figure.text)
        json.key("value")
        number(figure.value, to: &json)
        json.member("unit", figure.unit)
        json.endObject()
    }

    private static func number(_ number: ExactNumber?, to json: inout JSONWriter) {
        guard let number else { return json.null() }
        json.beginValue()
        json.buffer.append(number.text())
    }
}
