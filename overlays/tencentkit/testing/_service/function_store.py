"""Functions with their versions and aliases, grouped by namespace.

All regions and accounts share one state. Times are milliseconds since 1970.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from attrs import define, field

from .action_request import ActionRequest

LATEST = "$LATEST"
DEFAULT_NAMESPACE = "default"
ACTIVE = "Active"

DEFAULT_SETTINGS: dict[str, Any] = {
    "Description": "",
    "Handler": "index.main_handler",  # not documented: chosen for the fake, as is the runtime
    "InitTimeout": 65,
    "MemorySize": 128,
    "Runtime": "Python3.10",
    "Timeout": 3,
    "Type": "Event",
}


@define
class StoredVersion:
    """One version of a function, `$LATEST` included."""

    number: str
    settings: dict[str, Any]
    """Settings from the requests, by wire name."""
    added: int
    changed: int
    code_size: int = 0
    description: str = ""
    """Description from PublishVersion."""
    busy_status: str = ACTIVE
    busy_until: int = 0

    def status(self, now: int) -> str:
        """Return the status at `now`."""
        return self.busy_status if now < self.busy_until else ACTIVE

    def setting(self, name: str) -> Any:
        """Return a setting by its wire name, or its default."""
        return self.settings.get(name, DEFAULT_SETTINGS.get(name))


@define
class StoredAlias:
    """A name for a version."""

    name: str
    version: str
    routing: dict[str, Any]
    description: str
    added: int
    changed: int


@define
class StoredFunction:
    """A function with its versions and aliases."""

    namespace: str
    name: str
    function_id: str
    versions: dict[str, StoredVersion]
    aliases: dict[str, StoredAlias] = field(factory=dict)
    published: int = 0
    """Highest version number so far; numbers are never reused."""

    @property
    def latest(self) -> StoredVersion:
        """Version `$LATEST`, to which changes apply."""
        return self.versions[LATEST]

    def version(self, qualifier: str) -> StoredVersion | None:
        """Return the version with this number or alias."""
        if qualifier == "$DEFAULT" and qualifier not in self.aliases:
            return self.latest
        alias = self.aliases.get(qualifier)
        return self.versions.get(qualifier if alias is None else alias.version)


@define
class StoredNamespace:
    """A namespace of functions."""

    name: str
    description: str = ""
    added: int = 0
    changed: int = 0


class FunctionState(NamedTuple):
    """Snapshot of a function, as the service would list it."""

    namespace: str
    name: str
    status: str
    versions: tuple[str, ...]
    aliases: tuple[str, ...]


class FunctionStore:
    """All functions and namespaces of one fake."""

    def __init__(self) -> None:
        self.namespaces = {DEFAULT_NAMESPACE: StoredNamespace(DEFAULT_NAMESPACE)}
        self._functions: dict[tuple[str, str], StoredFunction] = {}
        self._created = 0

    def __iter__(self) -> Iterator[StoredFunction]:
        return iter(self._functions.values())

    def seed(self, name: str, namespace: str, qualifiers: Sequence[str], now: int) -> StoredFunction:
        """Add an active function, and its namespace if that is missing.

        Raises:
            ValueError: A name is missing, there is no qualifier, or the function exists already.
        """
        if not name or not namespace or not qualifiers or isinstance(qualifiers, str):
            raise ValueError(f"a function needs a name, a namespace and a sequence of qualifiers, not {(name, namespace, qualifiers)!r}")
        if self.find(namespace, name) is not None:
            raise ValueError(f"the function {name!r} already exists in the namespace {namespace!r}")
        self.namespaces.setdefault(namespace, StoredNamespace(namespace, added=now, changed=now))
        return self.add(namespace, name, [StoredVersion(each, {}, now, now) for each in qualifiers], now)

    def add(self, namespace: str, name: str, versions: Sequence[StoredVersion], now: int) -> StoredFunction:
        """Add a function; `$LATEST` is added to its versions if missing."""
        self._created += 1
        function = StoredFunction(namespace, name, f"lam-{self._created:08x}", {each.number: each for each in versions})
        function.versions.setdefault(LATEST, StoredVersion(LATEST, {}, now, now))
        function.published = max((int(number) for number in function.versions if number.isdecimal()), default=0)
        self._functions[namespace, name] = function
        return function

    def remove(self, function: StoredFunction) -> None:
        """Delete a function."""
        del self._functions[function.namespace, function.name]

    def find(self, namespace: str, name: str) -> StoredFunction | None:
        """Return the function with this name, if it exists."""
        return self._functions.get((namespace, name))

    def states(self, now: int) -> list[FunctionState]:
        """Return a snapshot of each function at `now`, in order of creation."""
        return [
            FunctionState(each.namespace, each.name, each.latest.status(now), tuple(each.versions), tuple(each.aliases)) for each in self
        ]

    def requested_namespace(self, request: ActionRequest) -> str:
        """Return the namespace that a request names.

        Raises:
            ServiceError: It does not exist.
        """
        name: str = request.parameters.get("Namespace", DEFAULT_NAMESPACE)
        request.require(name, "namespace name", "`Namespace` is empty.")
        request.require(name in self.namespaces, "namespace", f"The namespace `{name}` does not exist.")
        return name

    def requested(self, request: ActionRequest) -> StoredFunction:
        """Return the function that a request names.

        Raises:
            ServiceError: The function or its namespace does not exist.
        """
        name = request.parameters.get("FunctionName", "")
        request.require(name, "function name", "`FunctionName` is empty.")
        namespace = self.requested_namespace(request)
        function = self.find(namespace, name)
        if function is None:
            raise request.error("function", f"The function `{name}` does not exist in `{namespace}`.")
        return function

    def requested_version(self, request: ActionRequest, function: StoredFunction, qualifier: str) -> StoredVersion:
        """Return the version with the number or alias that a request names.

        Raises:
            ServiceError: It does not exist.
        """
        version = function.version(qualifier)
        if version is None:
            raise request.error("version", f"The function `{function.name}` has no version `{qualifier}`.")
        return version
