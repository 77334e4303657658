"""The vendor's profiles: objects whose settings are arguments of our client."""

from __future__ import annotations

from collections import Counter

import libcst as cst
from attrs import define, field
from libcst import matchers as m
from libcst.metadata.scope_provider import Scope

from ._api_map import CLIENT, HOST
from ._inference import Kinds, all_of

_DROPPED = frozenset({"keepAlive", "language", "signMethod", "unsignedPayload", "protocol", "reqMethod", "retryer"})
"""Settings that say what our client does anyway, or does better by itself; `protocol`, once it is made, theirs does not read."""
_POSITIONS = {
    "HTTP profile": ("scheme", "endpoint", "reqMethod", "reqTimeout"),
    "client profile": ("signMethod", "httpProfile", "language"),
}


@define
class ProfileSettings:
    """What one profile says."""

    kind: str
    values: dict[str, cst.BaseExpression] = field(factory=dict)
    statements: list[cst.SimpleStatementLine] = field(factory=list)
    scheme: str = "https"
    why: str = ""
    """Why it cannot be rewritten; empty where it can."""
    inner: ProfileSettings | None = None
    """Of a client's profile: its HTTP profile."""

    @property
    def reason(self) -> str:
        """Why it cannot be rewritten, or the profile in it; empty where both can."""
        return self.why or ("" if self.inner is None else self.inner.why)

    def arguments(self) -> list[str]:
        """The arguments of our client that say the same."""
        http = (self.inner.values if self.inner is not None else {}) | (self.values if self.kind == "HTTP profile" else {})
        found = []
        scheme = self.inner.scheme if self.inner is not None else self.scheme
        endpoint = http.get("endpoint")
        if isinstance(endpoint, cst.SimpleString):
            address = f"{scheme}://{_text(endpoint)}"
            if address != f"https://{HOST}":
                found.append(f'base_url="{address}"')
        elif endpoint is not None:
            found.append(f'base_url="{scheme}://" + {cst.Module([]).code_for_node(endpoint)}')
        if "reqTimeout" in http:
            found.append(f"timeout={cst.Module([]).code_for_node(http['reqTimeout'])}")
        return found


class Profiles:
    """The profiles of a file: those that a variable holds, and those that stand where they are used."""

    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds
        self._found: dict[tuple[Scope, str] | cst.CSTNode | None, ProfileSettings] = {}
        self._understood: Counter[tuple[Scope, str] | None] = Counter()
        """How often each variable stands where we know what that means."""
        self._takers: Counter[tuple[Scope, str] | None] = Counter()
        names: dict[tuple[Scope, str] | None, cst.Name] = {}
        blocks = _blocks(kinds.module)
        lines = list(all_of(kinds.module, cst.SimpleStatementLine))
        for line in lines:
            made = _made(line, kinds)
            if made is not None:
                name, call = made
                key = kinds.key(name)
                settings = self._of_call(call)
                if key in self._found:
                    settings.why = f"{name.value} is made twice"
                self._found[key], names[key] = settings, name
                settings.statements.append(line)
                self._understood[key] = 1
        for line in lines:
            for owner, attribute, value in _assignments(line):
                key = kinds.key(owner)
                if key in names:
                    settings = self._found[key]
                    settings.statements.append(line)
                    self._understood[key] += 1
                    self._set(settings, attribute, value)
                    if blocks[line] is not blocks[settings.statements[0]]:
                        settings.why = f"{owner.value} is filled elsewhere than where it is made, perhaps not always"
        for call in all_of(kinds.module, cst.Call):
            if kinds.qualified(call.func) == CLIENT and (arguments := client_arguments(call)) is not None and "profile" in arguments:
                self._taken(arguments["profile"].value)
        for key, name in names.items():
            # What stands anywhere else needs the variable, so the line that makes it must not go.
            if (len(kinds.uses(name)) > self._understood[key] or self._takers[key] > 1) and not self._found[key].why:
                self._found[key].why = f"{name.value} is used in more than one way"

    def of(self, profile: cst.BaseExpression) -> ProfileSettings:
        """What a client is given; for a profile from elsewhere there is a reason to leave it."""
        return self._found.get(self._place(profile), ProfileSettings("", why="it comes from elsewhere"))

    def drops(self, line: cst.SimpleStatementLine) -> bool:
        """Whether nothing needs a line any more: its profile is understood, and so is the one that holds it."""
        return any(
            line in settings.statements and not settings.reason and not any(each.reason for each in self._holders(settings))
            for settings in self._found.values()
        )

    def _holders(self, settings: ProfileSettings) -> list[ProfileSettings]:
        return [each for each in self._found.values() if each.inner is settings]

    def _place(self, profile: cst.BaseExpression) -> tuple[Scope, str] | cst.CSTNode | None:
        return self._kinds.key(profile) if isinstance(profile, cst.Name) else profile

    def _taken(self, profile: cst.BaseExpression) -> ProfileSettings | None:
        """The profile that a client or another profile takes here."""
        if isinstance(profile, cst.Name):
            key = self._kinds.key(profile)
            self._understood[key] += 1
            self._takers[key] += 1
        elif isinstance(profile, cst.Call) and _is_profile(profile, self._kinds):
            self._found[profile] = self._of_call(profile)
        return self._found.get(self._place(profile))

    def _of_call(self, call: cst.Call) -> ProfileSettings:
        """`HttpProfile(…)`, `ClientProfile(…)`."""
        kind = self._kinds.of(call)
        settings = ProfileSettings("" if kind is None else kind.what)
        in_order = _POSITIONS[settings.kind]
        for index, argument in enumerate(call.args):
            if argument.keyword is not None:
                given = argument.keyword.value
            else:
                given = in_order[index] if index < len(in_order) and not argument.star else ""
            # As an argument `protocol` is the scheme, as an attribute theirs does not read it.
            self._set(settings, "scheme" if given == "protocol" else given, argument.value)
        return settings

    def _set(self, settings: ProfileSettings, name: str, value: cst.BaseExpression) -> None:
        if name == "httpProfile" and (inner := self._taken(value)) is not None:
            settings.inner = inner
        elif name in {"endpoint", "reqTimeout"}:
            settings.values[name] = value
        elif name == "scheme":
            settings.scheme = _text(value).lower()
            if settings.scheme not in {"http", "https"}:
                settings.why = f"{name} is not written here as http or https"
        elif name not in _DROPPED:
            settings.why = f"{name or 'an argument'} has no counterpart here, or its value comes from elsewhere"


def client_arguments(call: cst.Call) -> dict[str, cst.Arg] | None:
    """The arguments of `ScfClient(credential, region, profile)` by their names, `x=None` left out; `None` where one is not known."""
    names = ("credential", "region", "profile")
    given: dict[str, cst.Arg] = {}
    for index, argument in enumerate(call.args):
        name = argument.keyword.value if argument.keyword is not None else names[index] if index < len(names) else ""
        if name not in names or argument.star:
            return None
        if not m.matches(argument.value, m.Name("None")):
            given[name] = argument
    return given


def _blocks(module: cst.Module) -> dict[cst.CSTNode, cst.CSTNode]:
    """The block in which each line stands."""
    return {line: block for block in all_of(module) if isinstance(block, cst.Module | cst.IndentedBlock) for line in block.body}


def _is_profile(value: cst.BaseExpression, kinds: Kinds) -> bool:
    kind = kinds.of(value)
    return kind is not None and kind.what.endswith("profile")


def _made(line: cst.SimpleStatementLine, kinds: Kinds) -> tuple[cst.Name, cst.Call] | None:
    """`profile = ClientProfile(…)`."""
    if len(line.body) != 1 or not isinstance(line.body[0], cst.Assign):
        return None
    assign = line.body[0]
    target = assign.targets[0].target
    if not isinstance(target, cst.Name) or not isinstance(assign.value, cst.Call) or not _is_profile(assign.value, kinds):
        return None
    return target, assign.value


def _assignments(line: cst.SimpleStatementLine) -> list[tuple[cst.Name, str, cst.BaseExpression]]:
    """`profile.name = value`."""
    return [
        (target.target.value, target.target.attr.value, statement.value)
        for statement in line.body
        if isinstance(statement, cst.Assign)
        for target in statement.targets
        if isinstance(target.target, cst.Attribute) and isinstance(target.target.value, cst.Name)
    ]


def _text(value: cst.BaseExpression) -> str:
    """A text that is written out; empty for anything else."""
    return str(value.evaluated_value) if isinstance(value, cst.SimpleString) else ""
