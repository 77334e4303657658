"""The vendor's profiles: objects whose settings are arguments of our client."""

from __future__ import annotations

import libcst as cst
from attrs import define, field
from libcst.metadata.scope_provider import Scope

from ._kinds import Kinds, all_of
from ._surface import HOST

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


def profile_settings(kinds: Kinds) -> dict[tuple[Scope, str] | None, ProfileSettings]:
    """The profiles of a file, by the variable that holds each."""
    found: dict[tuple[Scope, str] | None, ProfileSettings] = {}
    accounted: dict[tuple[Scope, str] | None, int] = {}
    names: dict[tuple[Scope, str] | None, cst.Name] = {}
    lines = list(all_of(kinds.module, cst.SimpleStatementLine))
    for line in lines:
        made = _made(line, kinds)
        if made is not None:
            name, kind, call = made
            key = kinds.key(name)
            settings = ProfileSettings(kind)
            if key in found:
                settings.why = f"{name.value} is made twice"
            found[key], names[key] = settings, name
            settings.statements.append(line)
            accounted[key] = 1
            for index, argument in enumerate(call.args):
                in_order = (*_POSITIONS[kind], *[""] * len(call.args))[index]
                given = in_order if argument.keyword is None else argument.keyword.value
                given = "scheme" if given == "protocol" else given
                _set(settings, given, argument.value, found.get(_key(argument.value, kinds)))
    for line in lines:
        for owner, attribute, value in _assignments(line):
            key = kinds.key(owner)
            if key in found:
                found[key].statements.append(line)
                accounted[key] += 1
                _set(found[key], attribute, value, found.get(_key(value, kinds)))
    for key, settings in found.items():
        # What remains is its use by the client, or by the profile that holds it.
        if len(kinds.uses(names[key])) > accounted[key] + 1 and not settings.why:
            settings.why = f"{names[key].value} is used in more than one way"
    return found


def _set(settings: ProfileSettings, name: str, value: cst.BaseExpression, inner: ProfileSettings | None) -> None:
    if name == "httpProfile" and inner is not None:
        settings.inner = inner
    elif name in {"endpoint", "reqTimeout"}:
        settings.values[name] = value
    elif name == "scheme":
        settings.scheme = _text(value).lower()
        if settings.scheme not in {"http", "https"}:
            settings.why = f"{name} is not written here as http or https"
    elif name not in _DROPPED:
        settings.why = f"{name} has no counterpart here"


def _key(value: cst.BaseExpression, kinds: Kinds) -> tuple[Scope, str] | None:
    return kinds.key(value) if isinstance(value, cst.Name) else None


def _made(line: cst.SimpleStatementLine, kinds: Kinds) -> tuple[cst.Name, str, cst.Call] | None:
    """`profile = ClientProfile(…)`."""
    if len(line.body) != 1 or not isinstance(line.body[0], cst.Assign):
        return None
    assign = line.body[0]
    target = assign.targets[0].target
    kind = kinds.of(assign.value)
    if not isinstance(target, cst.Name) or not isinstance(assign.value, cst.Call) or kind is None or not kind.what.endswith("profile"):
        return None
    return target, kind.what, assign.value


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
