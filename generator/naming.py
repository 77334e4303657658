"""Python names for wire names: the rule that `docs/design/naming.md` settles.

Names are public: a change of this module is a change of every emitted package.
"""

from __future__ import annotations

import re
from keyword import iskeyword
from typing import Final

RESERVED_ATTRIBUTES: Final = frozenset(
    {
        # members of every model
        "extra",
        "from_dict",
        "meta",
        "to_dict",
        # the receiver: `__init__` and every method have it already
        "self",
        # built-ins that the body of an emitted class uses itself, as annotation or decorator: a field of that name would hide them
        "bool",
        "classmethod",
        "dict",
        "float",
        "int",
        "list",
        "str",
        "tuple",
    }
)
"""Names that no field of any model may have."""

RESERVED_ARGUMENTS: Final = RESERVED_ATTRIBUTES | {
    # what every method takes for one call
    "deadline",
    "headers",
    "region",
    "timeout",
    # what `paginate` and the waiters take; reserved in every action, because an action may start to page one day
    "max_items",
    "method",
    "on_progress",
    "plain",
    "prefetch",
    "progress",
    "start",
    # what the body of an emitted method uses
    "models",
}
"""Names that no field of a request, which is an argument of a method, may have."""

RESERVED_METHODS: Final = frozenset(
    {
        # members of the client that are no action
        "aclose",
        "call",
        "close",
        "paginate",
        "region",
        "throttle",
        # what the body of an emitted class of operations uses itself
        "abstractmethod",
        "bool",
        "dict",
        "float",
        "frozenset",
        "int",
        "list",
        "models",
        "operation",
        "overload",
        "str",
        "tuple",
        "type",
    }
)
"""Names that no action's method may have."""

RESERVED_CONSTANTS: Final = frozenset({"ACTIONS", "HOST", "SERVICE", "TYPE_CHECKING", "UNSET", "VERSION"})
"""Names of the modules that hold or import rows, and are none."""

RESERVED_TYPES: Final = frozenset(
    {
        "Any",
        "ClassVar",
        "Field",
        "Literal",
        "Mapping",
        "Meta",
        "Model",
        "NotRequired",
        "Self",
        "Sequence",
        "TypedDict",
        "UNSET",
        "Unset",
    }
)
"""Names that the module of a model imports for itself."""

_WORD: Final = re.compile(
    r"""
      IPv\d+                                                    # IPv6Address -> ipv6, address
    | (?:DDoS|IoT|iOS|OAuth|QoS|[A-Z]aaS) (?![a-z])             # capitals inside one word
    | (?:MySQL|NoSQL|PostgreSQL) (?![a-z])
    | [KMGT]Bps (?![a-z])                                       # MBps -> mbps
    | [A-Z]{2,}s (?![a-z])                                      # a plural acronym: ItemIDs -> item, ids
    | [A-Z]{2,}\d+ (?=[a-z])                                    # MD5sum -> md5, sum
    | [A-Z]\d+[a-z][a-z0-9]*                                    # K8sVersion -> k8s, version
    | [A-Z][A-Z0-9]* (?![a-z])                                  # up to the capital that starts the next word: VPCId -> vpc, id
    | [A-Z]?[a-z][a-z0-9]*                                      # a word, with the digits that follow it
    | \d+[A-Z]* (?![a-z]) | \d+                                 # 3DModel -> 3d, model
    """,
    re.VERBOSE,
)


def words(name: str) -> list[str]:
    """The words of a wire name, in lower case: `VPCId` -> `["vpc", "id"]`."""
    found = [word.lower() for word in _WORD.findall(name)]
    if not found:
        raise ValueError(f"{name!r} has no letter or digit that a Python name could be made of")
    return found


def snake_case(name: str) -> str:
    """`InvokeRequestId` -> `invoke_request_id`; always an identifier, but perhaps a keyword."""
    joined = "_".join(words(name))
    return f"n{joined}" if joined[0].isdigit() else joined


def attribute_name(wire: str) -> str:
    """Name of a model's attribute."""
    return _free(snake_case(wire), RESERVED_ATTRIBUTES)


def argument_name(wire: str) -> str:
    """Name of an attribute of a request, which is an argument of the action's method too."""
    return _free(snake_case(wire), RESERVED_ARGUMENTS)


def class_name(type_name: str) -> str:
    """Name of a type's class: the type's own, made to start with a capital and to hide nothing that its module imports."""
    parts = re.findall(r"[A-Za-z0-9]+", type_name)
    joined = "".join(part[0].upper() + part[1:] for part in parts)
    if not joined:
        raise ValueError(f"{type_name!r} has no letter or digit that a Python name could be made of")
    return _free(f"N{joined}" if joined[0].isdigit() else joined, RESERVED_TYPES)


def module_name(type_name: str) -> str:
    """Name of the module that holds a type's class."""
    return _free(snake_case(type_name), frozenset())


def constant_name(name: str) -> str:
    """Name of the row of an action or a waiter."""
    return _free(snake_case(name).upper(), RESERVED_CONSTANTS)


def method_name(action: str) -> str:
    """Name of an action's method."""
    return _free(snake_case(action), RESERVED_METHODS)


def waiter_method_name(waiter: str) -> str:
    """Name of a waiter's method: `AsyncEventFinished` -> `wait_until_async_event_finished`."""
    return f"wait_until_{snake_case(waiter)}"


def _free(name: str, reserved: frozenset[str]) -> str:
    return f"{name}_" if iskeyword(name) or name in reserved else name
