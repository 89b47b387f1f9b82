"""Hold documents against JSON schemas, with a library that takes seconds to load and so waits for its use."""

from __future__ import annotations

from typing import Any


def demand(document: Any, schema: Any) -> None:
    """Raise ValidationError unless a document keeps to its schema."""
    import jsonschema

    jsonschema.validate(document, schema)


def demand_schema(schema: Any) -> None:
    """Raise SchemaError unless a schema is well formed itself."""
    import jsonschema

    jsonschema.Draft202012Validator.check_schema(schema)
