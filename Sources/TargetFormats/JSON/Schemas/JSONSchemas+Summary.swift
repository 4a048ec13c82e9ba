extension JSONSchemas {
    /// What the table comes to.
    static let summaryDefinitions = #"""
            "summary": {
              "description": "What the targets come to; it follows from them, so readers need not read it. Groups are in order of first appearance.",
              "$ref": "#/$defs/counts",
              "required": ["leaders", "units", "deadlines"],
              "properties": {
                "leaders": {
                  "type": "array",
                  "items": {
                    "$ref": "#/$defs/groupCounts",
                    "required": ["leader", "deadlines", "units"],
                    "properties": {
                      "leader": {"type": "string", "description": "The leader's name; empty where the table names none."},
                      "deadlines": {"$ref": "#/$defs/deadlineCounts"},
                      "units": {"$ref": "#/$defs/unitCounts"}
                    },
                    "unevaluatedProperties": false
                  }
                },
                "units": {"$ref": "#/$defs/unitCounts"},
                "deadlines": {"$ref": "#/$defs/deadlineCounts"}
              },
              "unevaluatedProperties": false
            },
            "unitCounts": {
              "type": "array",
              "description": "A target counts once for each unit named on it: joint responsibility.",
              "items": {
                "$ref": "#/$defs/groupCounts",
                "required": ["unit"],
                "properties": {"unit": {"type": "string"}},
                "unevaluatedProperties": false
              }
            },
            "deadlineCounts": {
              "type": "array",
              "items": {
                "$ref": "#/$defs/groupCounts",
                "required": ["deadline"],
                "properties": {"deadline": {"type": "string", "description": "The text; empty where the cell is blank."}},
                "unevaluatedProperties": false
              }
            },
            "groupCounts": {
              "$ref": "#/$defs/counts",
              "required": ["behindSerials"],
              "properties": {
                "behindSerials": {
                  "type": "array",
                  "description": "The serials of the targets that don't go as planned.",
                  "items": {"$ref": "#/$defs/serial"}
                }
              }
            },
            "counts": {
              "type": "object",
              "required": ["total", "onSchedule", "behind", "unstated", "rate"],
              "properties": {
                "total": {"type": "integer", "minimum": 0, "description": "How many targets."},
                "onSchedule": {"type": "integer", "minimum": 0, "description": "How many go as planned."},
                "behind": {"type": "integer", "minimum": 0, "description": "How many don't."},
                "unstated": {"type": "integer", "minimum": 0, "description": "Of how many the table doesn't clearly say."},
                "rate": {
                  "type": ["number", "null"],
                  "minimum": 0,
                  "maximum": 1,
                  "description": "The share that goes as planned, with four decimals at most; null of no targets."
                }
              }
            },

        """#
}
