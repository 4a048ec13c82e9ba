extension JSONSchemas {
    /// What `apply --format json` prints.
    static let outcomeHead = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:yilan:outcome:1",
          "title": "yilan-outcome/1",
          "description": "What became of corrections: what was written, what stands in the way, what was found. Every key is always there.",
          "type": "object",
          "required": ["format", "status", "official", "output", "corrections", "unedited", "counts", "leftAlone", "changes", "added", "removed", "conflicts", "errors", "warnings", "notes", "suppressed"],
          "additionalProperties": false,
          "properties": {
            "format": {"const": "yilan-outcome/1"},
            "status": {
              "enum": ["written", "unchanged", "planned", "conflicts", "refused"],
              "description": "written: the corrected table was written. unchanged: there was nothing to change. planned: neither -o nor --in-place was given. conflicts: some are open, nothing was written (exit status 1). refused: something is wrong (65), or --strict refuses (1); nothing was written."
            },
            "official": {"type": "string", "description": "The official file."},
            "output": {"type": ["string", "null"], "description": "The file that was written; null where none was."},
            "corrections": {"type": "array", "items": {"type": "string"}, "description": "The files of corrections."},
            "unedited": {"type": "array", "items": {"type": "string"}, "description": "Those of them in which nothing was corrected."},
            "counts": {
              "type": "object",
              "required": ["cells", "targets", "added", "removed", "openConflicts"],
              "additionalProperties": false,
              "properties": {
                "cells": {"$ref": "#/$defs/count", "description": "Cells that change."},
                "targets": {"$ref": "#/$defs/count", "description": "Targets that they belong to."},
                "added": {"$ref": "#/$defs/count"},
                "removed": {"$ref": "#/$defs/count"},
                "openConflicts": {"$ref": "#/$defs/count", "description": "Cells that nobody has decided about."}
              }
            },
            "leftAlone": {
              "type": "object",
              "description": "How many cells stay as they are although the corrections name them, by reason.",
              "required": ["saidAlready", "cosmetic", "lostCharacters", "missingValueWord", "otherColumn"],
              "additionalProperties": false,
              "properties": {
                "saidAlready": {"$ref": "#/$defs/count", "description": "The official table says the new text already."},
                "cosmetic": {"$ref": "#/$defs/count", "description": "They differ only in what spreadsheet programs change on their own."},
                "lostCharacters": {"$ref": "#/$defs/count", "description": "Characters became `?`."},
                "missingValueWord": {"$ref": "#/$defs/count", "description": "A program put NaN or the like into a blank cell."},
                "otherColumn": {"$ref": "#/$defs/count", "description": "They are of columns that --only doesn't name."}
              }
            },
            "changes": {"type": "array", "items": {"$ref": "#/$defs/change"}},
            "added": {"type": "array", "items": {"$ref": "#/$defs/target"}},
            "removed": {"type": "array", "items": {"$ref": "#/$defs/target"}},
            "conflicts": {
              "type": "array",
              "items": {"$ref": "#/$defs/conflict"},
              "description": "One for each text that a correction wants in a cell about which there is disagreement; also those that --on-conflict has decided."
            },
            "errors": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
            "warnings": {"type": "array", "items": {"$ref": "#/$defs/finding"}, "description": "What somebody should look at before it is written."},
            "notes": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
            "suppressed": {"$ref": "#/$defs/count", "description": "Findings that are not listed, because there are so many."}
          },
          "$defs": {
            "count": {"type": "integer", "minimum": 0},
            "serial": {"type": ["integer", "string"], "description": "The target's serial, as in the table document."},
            "field": {"type": "string", "description": "The key of a field, or the label of another column."},
            "place": {"type": "string", "description": "FILE, FILE:LINE:COLUMN or FILE:SHEET!CELL."},
            "change": {
              "type": "object",
              "required": ["serial", "field", "old", "new", "place", "sources"],
              "additionalProperties": false,
              "properties": {
                "serial": {"$ref": "#/$defs/serial"},
                "field": {"$ref": "#/$defs/field"},
                "old": {"type": "string", "description": "What the official table says."},
                "new": {"type": "string", "description": "What it is to say."},
                "place": {"$ref": "#/$defs/place", "description": "Where the target stands in the official file."},
                "sources": {"type": "array", "items": {"$ref": "#/$defs/place"}, "description": "Where the correction stands."}
              }
            },
            "target": {
              "type": "object",
              "description": "The texts of a target by field, other columns in `extra`.",
              "required": ["serial", "place"],
              "properties": {
                "serial": {"$ref": "#/$defs/serial"},
                "extra": {"type": "object", "additionalProperties": {"type": "string"}},
                "place": {"$ref": "#/$defs/place"}
              },
              "additionalProperties": {"type": "string"}
            },
            "conflict": {
              "type": "object",
              "required": ["serial", "field", "cause", "resolution", "base", "official", "new", "place", "source"],
              "additionalProperties": false,
              "properties": {
                "serial": {"$ref": "#/$defs/serial"},
                "field": {"$ref": "#/$defs/field"},
                "cause": {
                  "enum": ["official-changed", "target-gone", "corrections-disagree"],
                  "description": "The official table has changed since the correction started; it no longer has the target; or two corrections want different texts."
                },
                "resolution": {"enum": ["open", "kept", "taken"], "description": "Whether nobody has decided, the official text stays, or the last correction counts."},
                "base": {"type": ["string", "null"], "description": "What the cell said where the correction started; null where that isn't known."},
                "official": {"type": ["string", "null"], "description": "What the official table says now; null where it no longer has the target."},
                "new": {"type": "string", "description": "What the correction wants."},
                "place": {"type": ["string", "null"], "description": "Where the target stands in the official file."},
                "source": {"$ref": "#/$defs/place", "description": "Where the correction stands."}
              }
            },

        """#
}
