"""Functions with their versions and aliases, in their namespaces.

One state serves every region and account: what the fake is asked for is what a test has put in, or has had created.
Times are milliseconds since 1970.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from attrs import define, field

from .action_request import Asked

LATEST = "$LATEST"
DEFAULT_NAMESPACE = "default"
ACTIVE = "Active"

# Where none is given; the runtime and the entry point are the fake's own.
SETTINGS: dict[str, Any] = {
    "Description": "",
    "Handler": "index.main_handler",
    "InitTimeout": 65,
    "MemorySize": 128,
    "Runtime": "Python3.10",
    "Timeout": 3,
    "Type": "Event",
}


@define
class Version:
    """One version of a function, `$LATEST` included."""

    number: str
    settings: dict[str, Any]
    """What was asked for, by wire name."""
    added: int
    changed: int
    code_size: int = 0
    described_as: str = ""
    """What the version was published for."""
    busy_as: str = ACTIVE
    busy_until: int = 0

    def status(self, now: int) -> str:
        """Its status at `now`."""
        return self.busy_as if now < self.busy_until else ACTIVE

    def setting(self, name: str) -> Any:
        """What was asked for under a wire name, or what holds where nothing was."""
        return self.settings.get(name, SETTINGS.get(name))


@define
class Alias:
    """A name for a version."""

    name: str
    version: str
    routing: dict[str, Any]
    description: str
    added: int
    changed: int


@define
class Function:
    """A function that can be asked for."""

    namespace: str
    name: str
    function_id: str
    versions: dict[str, Version]
    aliases: dict[str, Alias] = field(factory=dict)
    published: int = 0
    """The highest number that a version has had: none is used twice."""

    @property
    def latest(self) -> Version:
        """What the next change is made to."""
        return self.versions[LATEST]

    def version(self, qualifier: str) -> Version | None:
        """The version of this number, or that an alias of this name points to."""
        if qualifier == "$DEFAULT" and qualifier not in self.aliases:
            return self.latest
        alias = self.aliases.get(qualifier)
        return self.versions.get(qualifier if alias is None else alias.version)


@define
class Namespace:
    """Where functions stand."""

    name: str
    description: str = ""
    added: int = 0
    changed: int = 0


class FunctionState(NamedTuple):
    """How a function stands, as the service would list it."""

    namespace: str
    name: str
    status: str
    versions: tuple[str, ...]
    aliases: tuple[str, ...]


class Functions:
    """All functions and namespaces of one fake."""

    def __init__(self) -> None:
        self.namespaces = {DEFAULT_NAMESPACE: Namespace(DEFAULT_NAMESPACE)}
        self._functions: dict[tuple[str, str], Function] = {}
        self._made = 0

    def __iter__(self) -> Iterator[Function]:
        return iter(self._functions.values())

    def seed(self, name: str, namespace: str, qualifiers: Sequence[str], now: int) -> Function:
        """Add a function that is ready.

        Raises:
            ValueError: It has no name or no qualifier, or is there already.
        """
        if not name or not namespace or not qualifiers or isinstance(qualifiers, str):
            raise ValueError("a function needs a name, a namespace and a sequence of qualifiers")
        if self.find(namespace, name) is not None:
            raise ValueError(f"the function {name!r} is in the namespace {namespace!r} already")
        self.namespaces.setdefault(namespace, Namespace(namespace, added=now, changed=now))
        return self.add(namespace, name, [Version(each, {}, now, now) for each in qualifiers], now)

    def add(self, namespace: str, name: str, versions: Sequence[Version], now: int) -> Function:
        """Put a function in; a version `$LATEST` is always there."""
        self._made += 1
        made = Function(namespace, name, f"lam-{self._made:08x}", {each.number: each for each in versions})
        made.versions.setdefault(LATEST, Version(LATEST, {}, now, now))
        made.published = max((int(number) for number in made.versions if number.isdecimal()), default=0)
        self._functions[namespace, name] = made
        return made

    def remove(self, function: Function) -> None:
        """Take a function away."""
        del self._functions[function.namespace, function.name]

    def find(self, namespace: str, name: str) -> Function | None:
        """The function of this name, where it is there."""
        return self._functions.get((namespace, name))

    def states(self, now: int) -> list[FunctionState]:
        """Every function at `now`, in the order in which they came."""
        return [
            FunctionState(each.namespace, each.name, each.latest.status(now), tuple(each.versions), tuple(each.aliases)) for each in self
        ]

    # What a request names --------------------------------------------------------------------------------------------

    def asked_namespace(self, asked: Asked) -> str:
        """The namespace that a request names.

        Raises:
            Refusal: It is not there.
        """
        name: str = asked.parameters.get("Namespace", DEFAULT_NAMESPACE)
        asked.expect(name, "namespace name", "`Namespace` is empty.")
        asked.expect(name in self.namespaces, "namespace", f"There is no namespace `{name}`.")
        return name

    def asked(self, asked: Asked) -> Function:
        """The function that a request names.

        Raises:
            Refusal: It is not there, or its namespace is not.
        """
        name = asked.parameters.get("FunctionName", "")
        asked.expect(name, "function name", "`FunctionName` is empty.")
        namespace = self.asked_namespace(asked)
        found = self.find(namespace, name)
        if found is None:
            raise asked.refusal("function", f"There is no function `{name}` in `{namespace}`.")
        return found

    def asked_version(self, asked: Asked, function: Function, qualifier: str) -> Version:
        """A version that a request names, by number or alias.

        Raises:
            Refusal: It is not there.
        """
        found = function.version(qualifier)
        if found is None:
            raise asked.refusal("version", f"The function `{function.name}` has no version `{qualifier}`.")
        return found
