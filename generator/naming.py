"""Naming rule from wire names to Python names (docs/design/naming.md).

Names are public API: a change in this module changes every generated package.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from keyword import iskeyword
from typing import Final

RESERVED_ATTRIBUTES: Final = frozenset(
    {
        # members of every model
        "extra",
        "from_dict",
        "meta",
        "to_dict",
        # first parameter of `__init__` and of every method
        "self",
        # built-ins in the body of a generated class, as annotation or decorator; a field of this name would shadow them
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
"""Reserved field names of all models; a field of a request is also an argument of the method."""

HELPER_KEYWORDS: Final = {
    "paginate": ("max_items", "start", "prefetch", "plain", "progress"),
    "wait": ("timeout", "on_progress"),
}
"""Own keywords of `paginate` and of waiters, beside the parameters of the action."""

RESERVED_METHODS: Final = frozenset(
    {
        # other members of the client
        "aclose",
        "call",
        "close",
        "paginate",
        "region",
        "throttle",
        "wait",
        "with_options",
        # names in the body of a generated operations class
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
"""Reserved method names."""

RESERVED_CONSTANTS: Final = frozenset({"ACTIONS", "HOST", "SERVICE", "TYPE_CHECKING", "UNSET", "VERSION"})
"""Other names in the modules that define or import table rows."""

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
"""Names that the module of a model imports."""

CORE_MODULES: Final = frozenset(
    {
        # tencentkit
        "clock",
        "credentials",
        "errors",
        "hooks",
        "migrate",
        "otel",
        "product",
        "responses",
        "retry",
        "scf",
        "testing",
        "throttle",
        "times",
        "transport",
        # tencentkit_api
        "action",
        "deprecation",
        "meta",
        "model",
        "operation",
        "pager",
        "secret_names",
        "stream",
        "unset",
    }
)
"""Public modules of the wheel `tencentkit`; no other wheel has a package of such a name."""

_WORD: Final = re.compile(
    r"""
      IPv\d+                                                    # IPv6Address -> ipv6, address
    | (?:DDoS|IoT|iOS|OAuth|QoS|[A-Z]aaS) (?![a-z])             # mixed-case words
    | (?:MySQL|NoSQL|PostgreSQL) (?![a-z])
    | [KMGT]Bps (?![a-z])                                       # MBps -> mbps
    | [A-Z]{2,}s (?![a-z])                                      # plural acronym: ItemIDs -> item, ids
    | [A-Z]{2,}\d+ (?=[a-z])                                    # MD5sum -> md5, sum
    | [A-Z]\d+[a-z][a-z0-9]*                                    # K8sVersion -> k8s, version
    | [A-Z][A-Z0-9]* (?![a-z])                                  # acronym, up to the first capital of the next word: VPCId -> vpc, id
    | [A-Z]?[a-z][a-z0-9]*                                      # word with its trailing digits
    | \d+[A-Z]* (?![a-z]) | \d+                                 # 3DModel -> 3d, model
    """,
    re.VERBOSE,
)


def words(name: str) -> list[str]:
    """Split a wire name into lower-case words: `VPCId` -> `["vpc", "id"]`."""
    found = [word.lower() for word in _WORD.findall(name)]
    if not found:
        raise ValueError(f"{name!r} has no letter or digit for a Python name")
    return found


def snake_case(name: str) -> str:
    """Return the name in snake case: `InvokeRequestId` -> `invoke_request_id`. It is an identifier, possibly a keyword."""
    joined = "_".join(words(name))
    return f"n{joined}" if joined[0].isdigit() else joined


def attribute_name(wire: str) -> str:
    """Return the attribute name of a model field."""
    return _unreserved(snake_case(wire), RESERVED_ATTRIBUTES)


def helper_parameter(helper: str, name: str) -> str:
    """Return the name of a parameter in `paginate` or in a waiter, whose own keywords have other names there."""
    return f"{name}_" if name in HELPER_KEYWORDS[helper] else name


def helper_keyword(helper: str, name: str, parameters: Collection[str]) -> str:
    """Return the name of an own keyword of `paginate` or of a waiter.

    Args:
        helper: `paginate` or `wait`.
        name: The usual name of the keyword.
        parameters: Names of the action's parameters. Where one has the usual name, neither is available under it.
    """
    return f"{helper}_{name}" if name in parameters else name


def class_name(type_name: str) -> str:
    """Return the class name of a type: capitalized, without shadowing an import of its module."""
    parts = re.findall(r"[A-Za-z0-9]+", type_name)
    joined = "".join(part[0].upper() + part[1:] for part in parts)
    if not joined:
        raise ValueError(f"{type_name!r} has no letter or digit for a Python name")
    return _unreserved(f"N{joined}" if joined[0].isdigit() else joined, RESERVED_TYPES)


def module_name(type_name: str) -> str:
    """Return the module name of a type."""
    return _unreserved(snake_case(type_name), frozenset())


def package_name(service: str) -> str:
    """Return the name of a product's packages in `tencentkit` and `tencentkit_api`, unlike that of every module of the core."""
    return _unreserved(snake_case(service), CORE_MODULES)


def version_package_name(version: str) -> str:
    """Return the name of the package of an API version: `2018-05-25` -> `v2018_05_25`."""
    return f"v{version.replace('-', '_')}"


def constant_name(name: str) -> str:
    """Return the name of the table row of an action or a waiter."""
    return _unreserved(snake_case(name).upper(), RESERVED_CONSTANTS)


def method_name(action: str) -> str:
    """Return the method name of an action."""
    return _unreserved(snake_case(action), RESERVED_METHODS)


def waiter_method_name(waiter: str) -> str:
    """Return the method name of a waiter: `AsyncEventFinished` -> `wait_until_async_event_finished`."""
    return f"wait_until_{snake_case(waiter)}"


def _unreserved(name: str, reserved: frozenset[str]) -> str:
    return f"{name}_" if iskeyword(name) or name in reserved else name
