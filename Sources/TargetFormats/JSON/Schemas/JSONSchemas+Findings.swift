extension JSONSchemas {
    /// What `check --format json` prints.
    static let findingsHead = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:yilan:findings:1",
          "title": "yilan-findings/1",
          "description": "What was found in a table. With --diagnostics json, each line on standard error is a `$defs/finding`.",
          "type": "object",
          "required": ["format", "errors", "warnings", "notes", "suppressed", "accepted", "targets", "findings"],
          "properties": {
            "format": {"const": "yilan-findings/1"},
            "errors": {"$ref": "#/$defs/count"},
            "warnings": {"$ref": "#/$defs/count"},
            "notes": {"$ref": "#/$defs/count"},
            "suppressed": {"$ref": "#/$defs/count", "description": "Findings that are not listed, because there are so many."},
            "accepted": {"$ref": "#/$defs/count", "description": "Findings that the baseline accepts; they are not listed."},
            "targets": {"type": ["integer", "null"], "description": "How many targets were read; null where the input is no table."},
            "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}}
          },
          "$defs": {
            "count": {"type": "integer", "minimum": 0},

        """#

    /// A finding, as the last of `$defs`, and the end of a schema.
    static let findingDefinition = #"""
            "finding": {
              "type": "object",
              "description": "One finding with its place; a key is always there, null where there is nothing.",
              "required": ["severity", "code", "file", "line", "column", "sheet", "cell", "page", "block", "serial", "field", "message", "hint"],
              "additionalProperties": false,
              "properties": {
                "severity": {"enum": ["error", "warning", "note"]},
                "code": {"type": "string", "pattern": "^[a-z0-9-]+$", "description": "A stable word; the documentation lists them."},
                "file": {"type": ["string", "null"]},
                "line": {"type": ["integer", "null"], "minimum": 1},
                "column": {"type": ["integer", "null"], "minimum": 1, "description": "In characters."},
                "sheet": {"type": ["string", "null"]},
                "cell": {"type": ["string", "null"], "description": "Such as B7."},
                "page": {"type": ["integer", "null"], "minimum": 1},
                "block": {"type": ["integer", "null"], "minimum": 1},
                "serial": {"type": ["integer", "string", "null"]},
                "field": {"type": ["string", "null"]},
                "message": {"type": "string"},
                "hint": {"type": ["string", "null"]}
              }
            }
          }
        }

        """#
}
