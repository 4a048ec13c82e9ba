"""Validates JSON documents against a JSON Schema, draft 2020-12: validate_json.py SCHEMA DOCUMENT...

The schema is checked as well. Prints each place that doesn't fit and exits with 1.
"""

import json
import pathlib
import sys

import jsonschema

schema = json.loads(pathlib.Path(sys.argv[1]).read_bytes())
jsonschema.Draft202012Validator.check_schema(schema)
if schema.get("$schema") != jsonschema.Draft202012Validator.META_SCHEMA["$id"]:
    sys.exit(f"{sys.argv[1]}: says it is of {schema.get('$schema')}, not of draft 2020-12")
validator = jsonschema.Draft202012Validator(
    schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)

failed = False
for name in sys.argv[2:]:
    for error in validator.iter_errors(json.loads(pathlib.Path(name).read_bytes())):
        print(f"{name}: {error.json_path}: {error.message[:500]}")
        failed = True
sys.exit(1 if failed else 0)
