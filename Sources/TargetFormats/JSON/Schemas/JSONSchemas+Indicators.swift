extension JSONSchemas {
    /// The schema of what `indicators` writes, `yilan-indicators/1`.
    public static let indicators = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:yilan:indicators:1",
          "title": "yilan-indicators/1",
          "description": "What the targets promise in figures, and what the progress reports of each.",
          "type": "object",
          "required": ["format", "indicators"],
          "additionalProperties": false,
          "properties": {
            "format": {"const": "yilan-indicators/1"},
            "indicators": {"type": "array", "items": {"$ref": "#/$defs/indicator"}}
          },
          "$defs": {
            "indicator": {
              "type": "object",
              "required": ["serial", "name", "target", "comparator", "achieved", "ratio", "met"],
              "additionalProperties": false,
              "properties": {
                "serial": {
                  "type": ["integer", "string", "null"],
                  "description": "The target's serial, as in the table document."
                },
                "name": {"type": "string", "description": "What is counted or measured, in the words of the objective."},
                "target": {"$ref": "#/$defs/figure", "description": "What was promised."},
                "comparator": {
                  "enum": [">=", "<=", ">", "<", "=", "~"],
                  "description": "How what was reached has to compare; ~ is about: at least nine tenths of it."
                },
                "achieved": {
                  "anyOf": [{"$ref": "#/$defs/figure"}, {"type": "null"}],
                  "description": "What was reached; null where the text does not say."
                },
                "ratio": {
                  "type": ["number", "null"],
                  "description": "Reached over promised, rounded to four decimals, after both are in one unit; null where the text does not say."
                },
                "met": {"type": ["boolean", "null"], "description": "Whether the promise is kept; null where the text does not say."}
              }
            },
            "figure": {
              "type": "object",
              "required": ["text", "value", "unit"],
              "additionalProperties": false,
              "properties": {
                "text": {"type": "string", "description": "The figure as it is written."},
                "value": {"type": "number", "description": "The number in units of `unit`, 万 and 亿 counted in, rounded to four decimals; of a span, its lower end."},
                "unit": {"type": "string", "description": "The unit as it is written, without 万 and 亿; empty where there is none."}
              }
            }
          }
        }

        """#
}
