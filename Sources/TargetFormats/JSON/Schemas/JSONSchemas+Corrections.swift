extension JSONSchemas {
    /// What `diff` and the report of `apply` write, and `apply` reads.
    static let correctionsText = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:yilan:corrections:1",
          "title": "yilan-corrections/1",
          "description": "Corrections of an official table: cells that say something else, targets to add and to delete.",
          "type": "object",
          "required": ["format", "corrections"],
          "additionalProperties": false,
          "properties": {
            "format": {"const": "yilan-corrections/1"},
            "corrections": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["serial", "field", "new"],
                "additionalProperties": false,
                "properties": {
                  "serial": {"$ref": "#/$defs/serial"},
                  "field": {"$ref": "#/$defs/field"},
                  "old": {
                    "$ref": "#/$defs/oldText",
                    "description": "What the cell says so far. Where the table says something else, that is a conflict; left out or null, the correction counts whatever the cell says."
                  },
                  "new": {"$ref": "#/$defs/newText", "description": "What it is to say."},
                  "place": {
                    "description": "Which target is meant, where several have the serial; in reports, as a string: where the cell stands in the official file. Not read then.",
                    "anyOf": [{"$ref": "#/$defs/place"}, {"$ref": "#/$defs/targetPlace"}]
                  },
                  "sources": {
                    "type": "array",
                    "description": "In reports: where the correction came from.",
                    "items": {"$ref": "#/$defs/place"}
                  }
                }
              }
            },
            "added": {
              "type": "array",
              "description": "Targets that only the new table has; `apply` takes them with --add.",
              "items": {"$ref": "#/$defs/target"}
            },
            "removed": {
              "type": "array",
              "description": "Targets that only the old table has; `apply` leaves them unless they are named with --delete.",
              "items": {"anyOf": [{"$ref": "#/$defs/serial"}, {"$ref": "#/$defs/target"}]}
            },
            "conflicts": {
              "type": "array",
              "description": "In reports: cells that the official table or another correction has changed, too. Not read.",
              "items": {
                "type": "object",
                "required": ["serial", "field", "cause", "resolution", "official", "place", "candidates"],
                "properties": {
                  "serial": {"$ref": "#/$defs/serial"},
                  "field": {"$ref": "#/$defs/field"},
                  "cause": {"type": "string"},
                  "resolution": {"type": "string"},
                  "official": {"type": ["string", "null"], "description": "What the official table says."},
                  "place": {"anyOf": [{"$ref": "#/$defs/place"}, {"type": "null"}]},
                  "candidates": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "required": ["old", "new", "place"],
                      "properties": {
                        "old": {"type": ["string", "null"], "description": "Where the correction started."},
                        "new": {"type": ["string", "null"], "description": "What the cell is to say."},
                        "place": {"$ref": "#/$defs/place"}
                      }
                    }
                  }
                }
              }
            }
          },
          "$defs": {
            "serial": {
              "type": ["integer", "string"],
              "minimum": 0,
              "description": "The target's number in the official list, as a number or as its text."
            },
            "field": {
              "type": "string",
              "description": "serial, leader, objective, deadline, progress, onSchedule or units; or the label of another column."
            },
            "oldText": {"type": ["string", "integer", "null"]},
            "newText": {"type": ["string", "integer"], "description": "An integer only for `serial`."},
            "place": {"type": "string", "description": "FILE, FILE:LINE:COLUMN or FILE:SHEET!CELL."},
            "targetPlace": {
              "type": "object",
              "description": "Where the target stands in the official file, counted from 1; as many of the three as are needed.",
              "additionalProperties": false,
              "properties": {
                "line": {"type": ["integer", "null"], "minimum": 1},
                "page": {"type": ["integer", "null"], "minimum": 1},
                "block": {"type": ["integer", "null"], "minimum": 1}
              }
            },
            "target": {
              "type": "object",
              "description": "The texts of a target. A field may also have the form that it has in a table, with its text as `text`.",
              "required": ["serial"],
              "additionalProperties": false,
              "properties": {
                "serial": {"$ref": "#/$defs/serial"},
                "leader": {"$ref": "#/$defs/targetText"},
                "objective": {"$ref": "#/$defs/targetText"},
                "deadline": {"$ref": "#/$defs/targetText"},
                "progress": {"$ref": "#/$defs/targetText"},
                "onSchedule": {"$ref": "#/$defs/targetText"},
                "units": {"$ref": "#/$defs/targetText"},
                "extra": {
                  "type": "object",
                  "additionalProperties": {"type": "string"},
                  "description": "The text of every other column, by its label."
                },
                "place": {"$ref": "#/$defs/place"}
              }
            },
            "targetText": {
              "anyOf": [
                {"type": "string"},
                {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
              ]
            }
          }
        }

        """#
}
