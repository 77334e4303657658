"""Profiles of the vendor's SDK, whose settings are arguments of our client."""

from __future__ import annotations

from collections import Counter

import libcst as cst
from attrs import define, field
from libcst import matchers as m
from libcst.metadata.scope_provider import Scope

from ._api_map import client_of
from ._inference import TypeInference
from ._syntax import all_of, code_of

_DROPPED = frozenset({"keepAlive", "signMethod", "unsignedPayload", "protocol", "reqMethod", "retryer"})
"""Settings that our client does not need. The vendor's SDK never reads the attribute `protocol`."""
_POSITIONS = {
    "HTTP profile": ("scheme", "endpoint", "reqMethod", "reqTimeout"),
    "client profile": ("signMethod", "httpProfile", "language"),
}


@define
class ProfileSettings:
    """Settings of one profile."""

    kind: str
    values: dict[str, cst.BaseExpression] = field(factory=dict)
    statements: list[cst.SimpleStatementLine] = field(factory=list)
    scheme: str = "https"
    own_reason: str = ""
    """Reason why it is not rewritable; else empty."""
    inner: ProfileSettings | None = None
    """HTTP profile of a client profile."""

    @property
    def reason(self) -> str:
        """Reason why it or its HTTP profile is not rewritable; else empty."""
        return self.own_reason or ("" if self.inner is None else self.inner.own_reason)

    def arguments(self, host: str) -> list[str]:
        """Return the equivalent arguments of our client, whose default host is `host`."""
        http = (self.inner.values if self.inner is not None else {}) | (self.values if self.kind == "HTTP profile" else {})
        found = []
        scheme = self.inner.scheme if self.inner is not None else self.scheme
        endpoint = http.get("endpoint")
        if isinstance(endpoint, cst.SimpleString):
            address = f"{scheme}://{_text(endpoint)}"
            if address != f"https://{host}":
                found.append(f'base_url="{address}"')
        elif endpoint is not None:
            found.append(f'base_url="{scheme}://" + {code_of(endpoint)}')
        if "reqTimeout" in http:
            found.append(f"timeout={code_of(http['reqTimeout'])}")
        if "language" in self.values:
            found.append(f"language={code_of(self.values['language'])}")
        return found


class Profiles:
    """Profiles of a file: those in variables, and those created where they are used."""

    def __init__(self, types: TypeInference) -> None:
        self._types = types
        self._found: dict[tuple[Scope, str] | cst.CSTNode | None, ProfileSettings] = {}
        self._understood: Counter[tuple[Scope, str] | None] = Counter()
        """Number of understood uses of each variable."""
        self._receivers: Counter[tuple[Scope, str] | None] = Counter()
        names: dict[tuple[Scope, str] | None, cst.Name] = {}
        blocks = _blocks(types.module)
        lines = list(all_of(types.module, cst.SimpleStatementLine))
        for line in lines:
            made = _new_profile(line, types)
            if made is not None:
                name, call = made
                key = types.key(name)
                settings = self._of_call(call)
                if key in self._found:
                    settings.own_reason = f"{name.value} is assigned twice"
                self._found[key], names[key] = settings, name
                settings.statements.append(line)
                self._understood[key] = 1
        for line in lines:
            for owner, attribute, value in _assignments(line):
                key = types.key(owner)
                if key in names:
                    settings = self._found[key]
                    settings.statements.append(line)
                    self._understood[key] += 1
                    self._set(settings, attribute, value)
                    if blocks[line] is not blocks[settings.statements[0]]:
                        settings.own_reason = f"{owner.value} is set in another block, perhaps conditionally"
        for call in all_of(types.module, cst.Call):
            if (
                client_of(types.qualified(call.func)) is not None
                and (arguments := client_arguments(call)) is not None
                and "profile" in arguments
            ):
                self._received(arguments["profile"].value)
        for key, name in names.items():
            # Another use needs the variable, so its assignment must stay.
            if (len(types.uses(name)) > self._understood[key] or self._receivers[key] > 1) and not self._found[key].own_reason:
                self._found[key].own_reason = f"{name.value} is also used elsewhere"

    def of(self, profile: cst.BaseExpression) -> ProfileSettings:
        """Return the settings of a client's profile; one that is not created in this file has a reason against rewriting."""
        return self._found.get(self._key(profile), ProfileSettings("", own_reason="it is not created in this file"))

    def is_obsolete(self, line: cst.SimpleStatementLine) -> bool:
        """Return whether a line is obsolete: its profile is rewritable, and so is every profile that contains it."""
        return any(
            line in settings.statements and not settings.reason and not any(each.reason for each in self._holders(settings))
            for settings in self._found.values()
        )

    def _holders(self, settings: ProfileSettings) -> list[ProfileSettings]:
        return [each for each in self._found.values() if each.inner is settings]

    def _key(self, profile: cst.BaseExpression) -> tuple[Scope, str] | cst.CSTNode | None:
        return self._types.key(profile) if isinstance(profile, cst.Name) else profile

    def _received(self, profile: cst.BaseExpression) -> ProfileSettings | None:
        """Return the profile that a client or another profile receives."""
        if isinstance(profile, cst.Name):
            key = self._types.key(profile)
            self._understood[key] += 1
            self._receivers[key] += 1
        elif isinstance(profile, cst.Call) and _is_profile(profile, self._types):
            self._found[profile] = self._of_call(profile)
        return self._found.get(self._key(profile))

    def _of_call(self, call: cst.Call) -> ProfileSettings:
        """Return the settings of `HttpProfile(…)` or `ClientProfile(…)`."""
        kind = self._types.of(call)
        settings = ProfileSettings("" if kind is None else kind.role)
        in_order = _POSITIONS[settings.kind]
        for index, argument in enumerate(call.args):
            if argument.keyword is not None:
                given = argument.keyword.value
            else:
                given = in_order[index] if index < len(in_order) and not argument.star else ""
            # The argument `protocol` is the scheme; the vendor's SDK never reads the attribute.
            self._set(settings, "scheme" if given == "protocol" else given, argument.value)
        return settings

    def _set(self, settings: ProfileSettings, name: str, value: cst.BaseExpression) -> None:
        if name == "httpProfile" and (inner := self._received(value)) is not None:
            settings.inner = inner
        elif name in {"endpoint", "language", "reqTimeout"}:
            settings.values[name] = value
        elif name == "scheme":
            settings.scheme = _text(value).lower()
            if settings.scheme not in {"http", "https"}:
                settings.own_reason = f"{name} is not the literal http or https"
        elif name not in _DROPPED:
            settings.own_reason = f"{name or 'an argument'} has no counterpart, or its value is not in this file"


def client_arguments(call: cst.Call) -> dict[str, cst.Arg] | None:
    """Return the arguments of `ScfClient(credential, region, profile)` by name, without those that are None; `None` for unknown ones."""
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
    """Return the block of each line."""
    return {line: block for block in all_of(module) if isinstance(block, cst.Module | cst.IndentedBlock) for line in block.body}


def _is_profile(value: cst.BaseExpression, types: TypeInference) -> bool:
    kind = types.of(value)
    return kind is not None and kind.role.endswith("profile")


def _new_profile(line: cst.SimpleStatementLine, types: TypeInference) -> tuple[cst.Name, cst.Call] | None:
    """Match `profile = ClientProfile(…)`."""
    if len(line.body) != 1 or not isinstance(line.body[0], cst.Assign):
        return None
    assign = line.body[0]
    target = assign.targets[0].target
    if not isinstance(target, cst.Name) or not isinstance(assign.value, cst.Call) or not _is_profile(assign.value, types):
        return None
    return target, assign.value


def _assignments(line: cst.SimpleStatementLine) -> list[tuple[cst.Name, str, cst.BaseExpression]]:
    """Match `profile.name = value`."""
    return [
        (target.target.value, target.target.attr.value, statement.value)
        for statement in line.body
        if isinstance(statement, cst.Assign)
        for target in statement.targets
        if isinstance(target.target, cst.Attribute) and isinstance(target.target.value, cst.Name)
    ]


def _text(value: cst.BaseExpression) -> str:
    """Return the value of a string literal; else an empty string."""
    return str(value.evaluated_value) if isinstance(value, cst.SimpleString) else ""
