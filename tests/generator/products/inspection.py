"""`python inspection.py FOLDER PACKAGE API_JSON EXAMPLES_JSON`: what an emitted package has, against the definitions as they are.

Runs in a process of its own beside one package, and knows nothing of the generator: it reads the definitions itself.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any


def typed(value: Any) -> Any:
    """A value in which 1, 1.0 and true differ, as they do on the wire."""
    if isinstance(value, dict):
        return {key: typed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [typed(item) for item in value]
    return type(value).__name__, value


def content_of(text: str, outputs: set[str]) -> tuple[dict[str, Any] | None, str]:
    """What stands in the envelope of an example, or why there is nothing."""
    try:
        shown = json.loads(text)
    except ValueError:
        return None, "the example is no JSON"
    if isinstance(shown, dict) and isinstance(shown.get("Response"), dict):
        return shown["Response"], ""
    if isinstance(shown, dict) and shown and shown.keys() <= outputs:
        return shown, ""
    return None, "the example has no envelope, and keys that are no outputs"


def inspected(package: str, api: dict[str, Any], examples: dict[str, Any]) -> dict[str, Any]:
    """Counts, and whatever is lost, invented or wrong."""
    models = import_module(f"{package}.models")
    operations, later = import_module(f"{package}.operations").Operations, import_module(f"{package}.async_operations").AsyncOperations
    rows = {row.name for row in import_module(f"{package}.actions").ACTIONS}
    tables = {
        cls.__name__: cls
        for name in models.__all__
        if not name.endswith("Dict") or hasattr(getattr(models, name), "FIELDS")
        for cls in [getattr(models, name)]
    }
    lost, fields = [f"action {name}" for name in api["actions"].keys() - rows], 0
    for side in (operations, later):
        marked = {method.action.name for name in dir(side) if (method := getattr(side, name)) and hasattr(method, "action")}
        lost += [f"method of {name}" for name in api["actions"].keys() - marked]
    by_fields: dict[str, list[Any]] = {}
    for cls in tables.values():
        by_fields.setdefault(cls.__name__.rstrip("_").casefold(), []).append(cls)
    for name, row in api["objects"].items():
        wanted = [member["name"] for member in row["members"]]
        fields += len(wanted)
        candidates = by_fields.get("".join(part for part in name if part.isalnum()).casefold(), [])
        if not any([field.wire for field in cls.FIELDS] == wanted for cls in candidates):
            lost.append(f"fields of {name}")
    from conformance import attributes, mismatches

    shown, differing, errors, values = 0, [], 0, 0
    seen: set[tuple[str, str]] = set()
    outside: list[str] = []
    for action, entries in examples.items():
        model = getattr(models, f"{action}Response", None) or getattr(models, f"{action}Response_")
        outputs = {member["name"] for member in api["objects"][f"{action}Response"]["members"]}
        for number, entry in enumerate(entries, start=1):
            shown += 1
            content, reason = content_of(entry["output"], outputs)
            if content is None:
                differing.append(f"{action} {number}: {reason}")
                continue
            made = model.from_dict(content)
            if typed(made.to_dict()) != typed(content):
                differing.append(f"{action} {number}: what came in is not what comes out")
            if isinstance(content.get("Error"), dict):
                errors += 1  # the client raises it, and reads no model
                continue
            read = list(attributes(made))
            values += len(read)
            seen.update(read)
            outside += mismatches(made, f"{action} {number}")
    return {
        "actions": len(api["actions"]),
        "objects": len(api["objects"]),
        "fields": fields,
        "lost": sorted(lost),
        "examples": shown,
        "differing": differing,
        "errors": errors,
        "values": values,
        "seen": len(seen),
        "outside": outside,
        "seconds": {"inspection": round(time.process_time(), 2)},
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


if __name__ == "__main__":
    folders, package, api_file, examples_file = sys.argv[1:]
    sys.path[:0] = [*folders.split(":"), str(Path(__file__).parent)]
    sys.dont_write_bytecode = True
    read = [json.loads(Path(file).read_bytes()) if Path(file).is_file() else {} for file in (api_file, examples_file)]
    print(json.dumps(inspected(package, read[0], read[1].get("actions", {}))))
