"""View of an operation: table row and method."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .. import naming
from ..spec.inferred import rule_of
from .deprecation import DeprecationRow, deprecated_arguments
from .document import reference
from .errors import EmitError
from .field import FieldView, deprecation_notice
from .literal import literal
from .model import ModelView
from .pagination import PaginationView


@dataclass(frozen=True)
class WaiterView:
    """Template view of a waiter."""

    name: str
    interval: int | float
    acceptors: tuple[str, ...]
    """Sources of the acceptor rows."""

    @property
    def constant(self) -> str:
        """Name of the table row."""
        return naming.constant_name(self.name)

    @property
    def method(self) -> str:
        """Name of the method."""
        return naming.waiter_method_name(self.name)


@dataclass(frozen=True)
class StreamView:
    """Template view of a stream of events."""

    switch: str | None
    """Argument that selects the stream."""
    default: bool
    """Whether the response is a stream if that argument is not set."""
    done: str | None
    error: str | None

    @property
    def row(self) -> str:
        """Source of the row in the action table."""
        return f"Streaming({literal(self.switch)}, {literal(self.done)}, {literal(self.error)})"

    def overloads(self) -> list[tuple[str, bool | None]]:
        """Return the overloads of the method: annotation of the switch, and whether the response is a stream (`None`: either)."""
        on, off = "Literal[True]", "Literal[False]"
        unset = " | Unset = UNSET"
        return [
            (on + unset if self.default else on, True),
            (off if self.default else off + unset, False),
            (f"bool{unset}", None),
        ]


@dataclass(frozen=True)
class ActionView:
    """Template view of an operation."""

    operation: dict[str, Any]
    request: ModelView
    response: ModelView
    models: dict[str, ModelView]

    @property
    def name(self) -> str:
        """Name on the wire."""
        return str(self.operation["operationId"])

    @property
    def constant(self) -> str:
        """Name of the table row."""
        return naming.constant_name(self.name)

    @property
    def method(self) -> str:
        """Name of the method."""
        return naming.method_name(self.name)

    @property
    def rate_limit(self) -> int | None:
        """Published limit in requests per second."""
        limit: int | None = self.operation.get("x-tc-rate-limit")
        return limit

    @property
    def read_only(self) -> bool:
        """True if the action changes nothing."""
        return bool(self.operation.get("x-tc-read-only", False))

    @property
    def secret_read(self) -> bool:
        """True if the action reads, and hands out secrets."""
        return self.read_only and bool(self.operation.get("x-tc-secret-read", False))

    @property
    def skip_sign(self) -> bool:
        """True if the request carries no signature."""
        return bool(self.operation.get("x-tc-skip-sign", False))

    @property
    def client_token(self) -> str | None:
        """Wire name of the request's idempotency token."""
        token: str | None = self.operation.get("x-tc-client-token")
        return token

    @property
    def body(self) -> str:
        """Form of the request's body: `json`, `form` or `octets`."""
        binary = any(field.facts.get("items", field.facts).get("x-tc-type") == "Binary" for field in self.request.fields)
        return str(self.operation.get("x-tc-body", "form" if binary else "json"))

    @property
    def stream(self) -> StreamView | None:
        """Stream of the response; `None` if the response is a JSON document."""
        stream = self.operation.get("x-tc-stream")
        if stream is None:
            return None
        switch = next((field for field in self.request.fields if field.wire == stream.get("switch")), None)
        return StreamView(None if switch is None else switch.name, bool(stream.get("default")), stream.get("done"), stream.get("error"))

    @property
    def region_required(self) -> bool:
        """True if the request requires a region."""
        return bool(self.operation.get("x-tc-region", {}).get("required", False))

    @property
    def regions(self) -> tuple[str, ...]:
        """Regions that serve the action; empty for all regions."""
        return tuple(self.operation.get("x-tc-region", {}).get("only", ()))

    @property
    def errors(self) -> tuple[str, ...]:
        """Documented error codes of the action itself."""
        return tuple(error["code"] for error in self.operation.get("x-tc-errors", ()))

    @property
    def deprecated(self) -> str | None:
        """Deprecation notice of the method."""
        notice = deprecation_notice(self.operation)
        return None if notice is None else f"{self.method} {notice}"

    @property
    def deprecations(self) -> list[DeprecationRow]:
        """Deprecation rows: the action itself, then its arguments."""
        own = [] if self.deprecated is None else [DeprecationRow(self.deprecated)]
        return own + list(deprecated_arguments(self.method, self.request, self.models))

    @property
    def signatures(self) -> list[tuple[str | None, list[FieldView]]]:
        """Overloads of the method: deprecation notice and arguments.

        Deprecated optional arguments give two overloads. The first omits them; the second has all arguments and the notice.
        """
        fields = list(self.request.fields)
        old = [field for field in fields if field.deprecated is not None and not field.required]
        if self.deprecated is not None or not old:
            return [(self.deprecated, fields)]
        notice = " ".join(f"{field.name} {field.deprecated}" for field in old)
        return [(None, [field for field in fields if field not in old]), (notice, fields)]

    @property
    def overloads(self) -> list[tuple[str | None, list[FieldView], str | None, bool | None]]:
        """Overloads of the method: notice and arguments as in `signatures`, then the switch of a stream as in `StreamView.overloads`."""
        stream = self.stream
        variants: list[tuple[str | None, bool | None]] = [(None, stream is not None)]
        if stream is not None and stream.switch is not None:
            variants = list(stream.overloads())
        return [(notice, fields, switch, streams) for notice, fields in self.signatures for switch, streams in variants]

    def result_type(self, streams: bool | None, aio: bool) -> str:  # noqa: FBT001 - called by the template
        """Return the annotation of the method's result: a stream, a response, or either (`None`)."""
        response = f"models.{self.response.class_name}"
        stream = f"{'AsyncStream' if aio else 'Stream'}[{response}]"
        return stream if streams else response if streams is not None else f"{stream} | {response}"

    def parameter(self, helper: str, name: str) -> str:
        """Return the name of a parameter in `paginate` or in a waiter."""
        return naming.helper_parameter(helper, name)

    def keyword(self, helper: str, name: str) -> str:
        """Return the name of an own keyword of `paginate` or of a waiter."""
        return naming.helper_keyword(helper, name, [field.name for field in self.request.fields])

    @property
    def method_argument(self) -> str:
        """Name of the positional argument of `paginate`; no parameter begins with an underscore."""
        return "_method" if any(field.name == "method" for field in self.request.fields) else "method"

    @property
    def paginated(self) -> bool:
        """True if the action has pagination."""
        return "x-tc-pagination" in self.operation

    @property
    def unpaged(self) -> str | None:
        """Reason why a listing has no pagination."""
        reason: str | None = self.operation.get("x-tc-unpaged")
        return reason

    @property
    def pagination(self) -> PaginationView:
        """Pagination of the action."""
        inferred = rule_of(self.operation, "x-tc-pagination") is not None
        return PaginationView(self.name, self.operation["x-tc-pagination"], self.request, self.response, self.models, inferred)

    def waiters(self) -> list[WaiterView]:
        """Return the waiters in the order of the document."""
        return [
            WaiterView(waiter["name"], waiter["interval"], tuple(self._acceptor(row) for row in waiter["acceptors"]))
            for waiter in self.operation.get("x-tc-waiters", ())
        ]

    def _acceptor(self, row: dict[str, Any]) -> str:
        arguments = [f"state={literal(row['state'])}"]
        if "path" in row:
            arguments.append(f"path={literal(self._attributes(row['path']))}")
            arguments.append(f"values={literal(tuple(row['values']))}")
        if "error" in row:
            arguments.append(f"error={literal(row['error'])}")
        return f"Acceptor({', '.join(arguments)})"

    def _attributes(self, path: str) -> tuple[str, ...]:
        """Return the attribute path for a path of wire names from the response."""
        model: ModelView | None = self.response
        names: list[str] = []
        for wire in path.split("."):
            field = next((field for field in model.fields if field.wire == wire), None) if model else None
            if field is None:
                raise EmitError(f"{self.name}: a waiter has the path {path}, but {wire} does not exist")
            names.append(field.name)
            model = self.models[field.model] if field.model is not None else None
        return tuple(names)


def action_of(operation: dict[str, Any], models: dict[str, ModelView]) -> ActionView:
    """Return the view of an operation. `models` has the views of all schemas."""
    name = operation["operationId"]
    body = operation["requestBody"]["content"]["application/json"]["schema"]
    result = operation["responses"]["200"]["content"]["application/json"]["schema"]["properties"]["Response"]
    try:
        return ActionView(operation, models[reference(body) or ""], models[reference(result) or ""], models)
    except KeyError as error:
        raise EmitError(f"{name}: request and response must be named schemas") from error
