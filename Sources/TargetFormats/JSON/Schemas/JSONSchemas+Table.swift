extension JSONSchemas {
    /// The document, its targets, and what stands in both.
    static let tableHead = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:yilan:table:1",
          "title": "yilan/1",
          "description": "A table of a government's targets (责任目标完成情况一览表). From it alone the official file can be written back byte for byte. In each object the keys come in the order listed here.",
          "type": "object",
          "required": ["format", "title", "issuer", "year", "source", "columns", "targets", "summary", "layout"],
          "additionalProperties": false,
          "properties": {
            "format": {"const": "yilan/1"},
            "title": {
              "type": ["string", "null"],
              "description": "The title, without Markdown's #; null where the file has none."
            },
            "issuer": {
              "type": ["string", "null"],
              "description": "The government that issued it, read from the title."
            },
            "year": {
              "type": ["integer", "null"],
              "description": "The year the targets are for, read from the title."
            },
            "source": {"$ref": "#/$defs/file"},
            "columns": {
              "type": "array",
              "description": "The columns in the order of the source's header.",
              "items": {
                "type": "object",
                "required": ["key", "label"],
                "additionalProperties": false,
                "properties": {
                  "key": {
                    "type": "string",
                    "description": "serial, leader, objective, deadline, progress, onSchedule or units; of any other column, its label: then the targets have it in `extra`."
                  },
                  "label": {"type": "string", "description": "The label in the source."}
                }
              }
            },
            "targets": {
              "type": "array",
              "description": "One object per target, in the order of the official list.",
              "items": {"$ref": "#/$defs/target"}
            },
            "summary": {"$ref": "#/$defs/summary"},
            "layout": {
              "description": "How the official file lays the targets out; null where the table came from a format that carries no layout.",
              "anyOf": [{"type": "null"}, {"$ref": "#/$defs/layout"}]
            },
            "documents": {
              "type": "array",
              "description": "Only where the table was made from several files: what is known of each; the first is the one that the document begins with.",
              "minItems": 2,
              "items": {
                "type": "object",
                "required": ["title", "issuer", "year", "source"],
                "additionalProperties": false,
                "properties": {
                  "title": {"type": ["string", "null"]},
                  "issuer": {"type": ["string", "null"]},
                  "year": {"type": ["integer", "null"]},
                  "source": {"$ref": "#/$defs/file"}
                }
              }
            }
          },
          "$defs": {
            "file": {
              "type": "object",
              "required": ["file", "sha256", "encoding"],
              "additionalProperties": false,
              "properties": {
                "file": {"type": ["string", "null"], "description": "The file's name, without folders."},
                "sha256": {
                  "type": ["string", "null"],
                  "pattern": "^[0-9a-f]{64}$",
                  "description": "SHA-256 of the file as it was read."
                },
                "encoding": {
                  "type": ["string", "null"],
                  "description": "utf-8, utf-8-bom, gb18030, utf-16le or utf-16be; of a workbook, null or what its reader says."
                }
              }
            },
            "target": {
              "description": "One target of the document.",
              "$ref": "#/$defs/members",
              "properties": {
                "serialText": {
                  "type": "string",
                  "description": "Only where the serial is written in another way than as this integer (005 for 5) and there is no layout to tell it."
                },
                "document": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Only where the table was made from several files: index, from 0, into `documents`."
                }
              },
              "unevaluatedProperties": false
            },
            "line": {
              "description": "One line of JSON Lines: a target with what is known of its table.",
              "$ref": "#/$defs/members",
              "required": ["year", "issuer"],
              "properties": {
                "year": {"type": ["integer", "null"]},
                "issuer": {"type": ["string", "null"]}
              },
              "unevaluatedProperties": false
            },
            "members": {
              "type": "object",
              "required": ["serial", "leader", "objective", "deadline", "progress", "onSchedule", "units", "leaders", "extra", "source"],
              "properties": {
                "serial": {"$ref": "#/$defs/serial"},
                "leader": {"$ref": "#/$defs/text", "description": "The leader who answers for it; a merged cell is filled in."},
                "objective": {"$ref": "#/$defs/text", "description": "What is to be achieved."},
                "deadline": {
                  "type": "object",
                  "description": "By when: the text, and what it means. The text is what counts.",
                  "required": ["text", "kind", "date"],
                  "additionalProperties": false,
                  "properties": {
                    "text": {"$ref": "#/$defs/text"},
                    "kind": {
                      "enum": ["date", "ongoing", "recurring", "none", "unknown"],
                      "description": "A day; without an end (长期坚持); again and again (每季度); a blank cell; a text that isn't understood."
                    },
                    "date": {
                      "type": ["string", "null"],
                      "format": "date",
                      "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                      "description": "The last day; null unless `kind` is date."
                    }
                  },
                  "if": {"properties": {"kind": {"const": "date"}}},
                  "then": {"properties": {"date": {"type": "string"}}},
                  "else": {"properties": {"date": {"type": "null"}}}
                },
                "progress": {"$ref": "#/$defs/text", "description": "What was achieved."},
                "onSchedule": {
                  "type": "object",
                  "description": "Whether it goes as planned.",
                  "required": ["text", "value"],
                  "additionalProperties": false,
                  "properties": {
                    "text": {"$ref": "#/$defs/text"},
                    "value": {
                      "type": ["boolean", "null"],
                      "description": "True for 是 and its like, false for 否; null where the text is blank or says neither clearly."
                    }
                  }
                },
                "units": {
                  "type": "object",
                  "description": "The responsible units.",
                  "required": ["text", "names"],
                  "additionalProperties": false,
                  "properties": {
                    "text": {"$ref": "#/$defs/text"},
                    "names": {
                      "type": "array",
                      "items": {"type": "string"},
                      "description": "The first one leads, the others join; those of columns for joining units follow."
                    }
                  }
                },
                "leaders": {
                  "type": "array",
                  "items": {"type": "string"},
                  "description": "The names in `leader`, without titles such as 副市长."
                },
                "extra": {
                  "type": "object",
                  "additionalProperties": {"type": "string"},
                  "description": "The text of every other column, by its label."
                },
                "source": {
                  "type": "object",
                  "description": "Where the target stands in the official file; null where that is not known.",
                  "required": ["line", "page", "block"],
                  "additionalProperties": false,
                  "properties": {
                    "line": {"type": ["integer", "null"], "minimum": 1},
                    "page": {"type": ["integer", "null"], "minimum": 1},
                    "block": {"type": ["integer", "null"], "minimum": 1}
                  }
                }
              }
            },
            "serial": {
              "type": ["integer", "string"],
              "minimum": 0,
              "description": "The target's number in the official list: an integer where it is one number, else its text."
            },
            "text": {
              "type": ["string", "null"],
              "description": "What the cell says, without the blanks around it; null where the table has no such column."
            },

        """#
}
