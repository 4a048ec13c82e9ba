extension JSONSchemas {
    /// How the official file lays the targets out.
    static let layoutDefinitions = #"""
            "layout": {
              "type": "object",
              "description": "All of the official file that is no target's text, and what the texts were when the file was made. Leave it as it is, or take it out: then the table is laid out anew.",
              "required": ["encoding", "runs", "originals", "digests"],
              "additionalProperties": false,
              "properties": {
                "encoding": {"type": "string", "description": "How the file is encoded, as in `source`."},
                "runs": {
                  "type": "array",
                  "description": "The file from its first to its last row.",
                  "items": {"anyOf": [{"$ref": "#/$defs/row"}, {"$ref": "#/$defs/targetRows"}]}
                },
                "originals": {
                  "type": "array",
                  "description": "For each target that the layout was made for, what its cells said when the file was made, in the order of `columns`; null where that is not known, and so is what is missing at the end. They tell what was corrected since: leave them as they are.",
                  "items": {"type": "array", "items": {"type": ["string", "null"]}}
                },
                "digests": {
                  "type": "array",
                  "description": "For each of `originals`, and in it for each of `columns`, the first 8 hexadecimal digits of the SHA-256 of the original's UTF-8, or 8 hyphens where nothing is known. They tell an original that was replaced by mistake.",
                  "items": {"type": "string"}
                }
              }
            },
            "row": {
              "type": "object",
              "description": "One row that holds no target: a title, a header, a note, a blank line.",
              "required": ["text", "end"],
              "additionalProperties": false,
              "properties": {
                "text": {"type": "string"},
                "end": {"$ref": "#/$defs/lineEnd"},
                "blocks": {
                  "type": "array",
                  "description": "Only of a header: the blocks that the rows below it have.",
                  "items": {
                    "type": "object",
                    "required": ["cell", "columns"],
                    "additionalProperties": false,
                    "properties": {
                      "cell": {"$ref": "#/$defs/index", "description": "The block's first cell in a row."},
                      "columns": {
                        "type": "array",
                        "description": "For each cell of the block, the index into `columns`; null for a cell that no column has.",
                        "items": {"anyOf": [{"$ref": "#/$defs/index"}, {"type": "null"}]}
                      },
                      "latest": {
                        "type": "array",
                        "description": "Columns that say what the latest filled one of several others says.",
                        "items": {
                          "type": "object",
                          "required": ["column", "parts"],
                          "additionalProperties": false,
                          "properties": {
                            "column": {"$ref": "#/$defs/index"},
                            "parts": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/index"}}
                          }
                        }
                      }
                    }
                  }
                }
              }
            },
            "targetRows": {
              "type": "object",
              "description": "Rows that hold the next target of each block.",
              "required": ["targets", "count", "cells", "end"],
              "additionalProperties": false,
              "properties": {
                "targets": {
                  "type": "array",
                  "description": "For each block, the index into `originals` of the target in the first row; each further row holds the next one. Null where the block holds none.",
                  "items": {"anyOf": [{"$ref": "#/$defs/index"}, {"type": "null"}]}
                },
                "count": {"type": "integer", "minimum": 1, "description": "How many rows."},
                "cells": {"type": "integer", "minimum": 1, "description": "How many cells each row has."},
                "end": {"$ref": "#/$defs/lineEnd"},
                "forms": {
                  "type": "array",
                  "description": "Cells that don't simply hold their target's text.",
                  "items": {"$ref": "#/$defs/form"}
                }
              }
            },
            "form": {
              "type": "object",
              "required": ["row", "cell"],
              "additionalProperties": false,
              "properties": {
                "row": {"$ref": "#/$defs/index"},
                "cell": {"$ref": "#/$defs/index"},
                "literal": {"type": "string", "description": "The cell is no target's and says this."},
                "standsFor": {
                  "type": "string",
                  "description": "The cell says this as long as it reads as the target's text: 同上 for a leader, 005 for 5."
                },
                "repeats": {
                  "type": "object",
                  "description": "The cell says `text` as long as that is the text of a target that begins in a row above: its leader's name after a page break.",
                  "required": ["target", "text"],
                  "additionalProperties": false,
                  "properties": {"target": {"$ref": "#/$defs/index"}, "text": {"type": "string"}}
                },
                "piece": {
                  "type": "object",
                  "description": "The cell holds a piece of a text that goes on over several rows.",
                  "required": ["target", "column", "part"],
                  "additionalProperties": false,
                  "properties": {
                    "target": {"$ref": "#/$defs/index"},
                    "column": {"$ref": "#/$defs/index"},
                    "part": {"$ref": "#/$defs/index", "description": "Which piece it is."},
                    "text": {"type": "string", "description": "The piece; left out of the first, which is what the others leave."},
                    "length": {"type": "integer", "minimum": 0, "description": "Bytes of UTF-8, where `text` doesn't tell."},
                    "joint": {"type": "string", "description": "What joins it to the piece before."}
                  }
                },
                "before": {"type": "string", "description": "Blanks before the text."},
                "after": {"type": "string", "description": "Blanks after the text."},
                "quoted": {"type": "boolean", "description": "Whether the cell is quoted as Excel quotes."}
              }
            },
            "lineEnd": {"enum": ["\n", "\r\n", "\r", ""]},
            "index": {"type": "integer", "minimum": 0, "description": "Counted from 0."}
          }
        }

        """#
}
