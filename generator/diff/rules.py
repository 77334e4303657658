"""Rule table that classifies every change. A test compares it with the copy in `docs/design/compatibility.md`."""

from __future__ import annotations

from enum import IntEnum
from typing import Final, NamedTuple


class Impact(IntEnum):
    """Impact of a change on a program that was valid before; the larger one wins."""

    INTERNAL = 0
    ADDITIVE = 1
    BREAKING = 2

    @property
    def word(self) -> str:
        """Name in every report format."""
        return self.name.lower()


class Rule(NamedTuple):
    """A row of the rule table."""

    fact: str
    change: str
    direction: str
    """`request` or `response`; empty for a fact without a direction."""
    impact: Impact
    reason: str


INTERNAL, ADDITIVE, BREAKING = Impact

RULES: Final = (
    # Product.
    Rule("product", "changed", "", BREAKING, "The document describes another product, with another package."),
    Rule("API version", "changed", "", BREAKING, "Every call uses another version of the API."),
    Rule("host", "changed", "", BREAKING, "Calls go to another host; allow-lists, proxies and recordings of programs name the old one."),
    Rule("other", "added", "", BREAKING, "No rule covers this key; a person must review it."),
    Rule("other", "removed", "", BREAKING, "No rule covers this key; a person must review it."),
    Rule("other", "changed", "", BREAKING, "No rule covers this key; a person must review it."),
    Rule("correction", "no longer applies", "", BREAKING, "`build` rejects the new sources until a person updates the overlay."),
    Rule(
        "statement",
        "withdrawn by the pages",
        "",
        BREAKING,
        "The pages no longer state it; the definitions or the overlay do. A person must check the service.",
    ),
    Rule(
        "statement",
        "withdrawn by the definitions",
        "",
        BREAKING,
        "The definitions no longer state it; the pages or the overlay do. A person must check the service.",
    ),
    Rule(
        "statement", "changed by the pages", "", BREAKING, "The definitions or the overlay override the new value. A person must review it."
    ),
    Rule(
        "statement", "changed by the definitions", "", BREAKING, "The pages or the overlay override the new value. A person must review it."
    ),
    # Actions.
    Rule("action", "added", "", ADDITIVE, "A method is added; existing ones stay."),
    Rule("action", "removed", "", BREAKING, "The method is removed."),
    Rule("request type", "added", "", BREAKING, "The method takes the arguments of another type."),
    Rule("request type", "removed", "", BREAKING, "The method takes the arguments of another type."),
    Rule("request type", "changed", "", BREAKING, "The method takes the arguments of another type."),
    Rule("response type", "added", "", BREAKING, "The method returns another type."),
    Rule("response type", "removed", "", BREAKING, "The method returns another type."),
    Rule("response type", "changed", "", BREAKING, "The method returns another type."),
    Rule("action's version", "added", "", BREAKING, "The call uses another version of the API."),
    Rule("action's version", "removed", "", BREAKING, "The call uses another version of the API."),
    Rule("action's version", "changed", "", BREAKING, "The call uses another version of the API."),
    Rule("rate limit", "raised", "", ADDITIVE, "Calls wait for shorter times."),
    Rule("rate limit", "lowered", "", BREAKING, "Calls wait longer and may time out; without a throttle, the service rejects more calls."),
    Rule("rate limit", "stated", "", BREAKING, "Calls that did not wait before now wait for the throttle."),
    Rule("rate limit", "withdrawn", "", BREAKING, "The throttle no longer limits the calls; the service may reject some."),
    Rule("region required", "set", "", BREAKING, "A client without a region fails before the request is sent."),
    Rule("region required", "unset", "", ADDITIVE, "A region may still be set."),
    Rule("regions", "restricted", "", BREAKING, "Other regions no longer serve the action."),
    Rule("regions", "opened", "", ADDITIVE, "Every region serves the action."),
    Rule("regions", "lost", "", BREAKING, "These regions no longer serve the action."),
    Rule("regions", "gained", "", ADDITIVE, "More regions serve the action."),
    Rule("regions", "reordered", "", INTERNAL, "The order has no meaning."),
    Rule("error code", "added", "", ADDITIVE, "The list is open: any code raises the class of its first segment, or ApiError."),
    Rule("error code", "removed", "", ADDITIVE, "The error class stays and is raised if the service still returns the code."),
    Rule("text of an error code", "added", "", INTERNAL, "Only documentation changes."),
    Rule("text of an error code", "removed", "", INTERNAL, "Only documentation changes."),
    Rule("text of an error code", "changed", "", INTERNAL, "Only documentation changes."),
    Rule("order of error codes", "changed", "", INTERNAL, "The order has no meaning."),
    Rule("read-only", "set", "", ADDITIVE, "Failed calls may be retried; the action may have pagination and waiters."),
    Rule("read-only", "unset", "", BREAKING, "Failures that were retried now raise an error."),
    Rule("secret read", "set", "", INTERNAL, "The class of the action is more precise; calls and retries stay."),
    Rule("secret read", "unset", "", INTERNAL, "The response holds no marked secret any more; calls and retries stay."),
    Rule("body", "added", "", BREAKING, "The client refuses the action: it cannot send its body."),
    Rule("body", "removed", "", ADDITIVE, "The client can send the action."),
    Rule("body", "changed", "", INTERNAL, "The client refuses the action, as before."),
    Rule("stream", "added", "", BREAKING, "The method returns a stream of events, or has overloads for it."),
    Rule("stream", "removed", "", BREAKING, "The method returns a response instead of a stream of events."),
    Rule("stream", "changed", "", BREAKING, "Other arguments select the stream, or other events end it."),
    Rule("client token", "added", "", ADDITIVE, "The client sends a token, and retries the call after transient failures."),
    Rule("client token", "removed", "", BREAKING, "Failures that were retried now raise an error."),
    Rule("client token", "changed", "", BREAKING, "The client sends its token in another property."),
    Rule("paging", "added", "", ADDITIVE, "`paginate` supports the method."),
    Rule("paging", "removed", "", BREAKING, "`paginate` no longer supports the method."),
    Rule("paging", "changed", "", BREAKING, "`paginate` uses other arguments, another count or other items."),
    Rule("paging", "maximum raised", "", ADDITIVE, "Pages may be larger."),
    Rule("paging", "maximum lowered", "", BREAKING, "A valid page size is now too large."),
    Rule("waiter", "added", "", ADDITIVE, "A `wait_until_…` method is added."),
    Rule("waiter", "removed", "", BREAKING, "The `wait_until_…` method is removed."),
    Rule("waiter", "changed", "", BREAKING, "The waiter finishes in other states."),
    Rule("waiter", "interval changed", "", ADDITIVE, "The polling interval changes; the timeout stays."),
    Rule("unknown", "added", "", INTERNAL, "An example or a date is missing; `build` rejects unknown facts that requests depend on."),
    Rule("unknown", "removed", "", INTERNAL, "A source now states it."),
    Rule("unknown", "changed", "", INTERNAL, "The reason for the missing fact changes."),
    Rule("source", "added", "", INTERNAL, "The source of a fact does not affect the API."),
    Rule("source", "removed", "", INTERNAL, "The source of a fact does not affect the API."),
    Rule("source", "changed", "", INTERNAL, "The source of a fact and its date do not affect the API."),
    Rule("examples", "added", "", INTERNAL, "Only documentation and tests change."),
    Rule("examples", "removed", "", INTERNAL, "Only documentation and tests change."),
    Rule("examples", "changed", "", INTERNAL, "Only documentation and tests change."),
    Rule("titles of examples", "added", "", INTERNAL, "Only documentation changes."),
    Rule("titles of examples", "removed", "", INTERNAL, "Only documentation changes."),
    Rule("titles of examples", "changed", "", INTERNAL, "Only documentation changes."),
    Rule("summary", "added", "", INTERNAL, "Only documentation changes."),
    Rule("summary", "removed", "", INTERNAL, "Only documentation changes."),
    Rule("summary", "changed", "", INTERNAL, "Only documentation changes."),
    Rule("description", "added", "", INTERNAL, "Only documentation changes."),
    Rule("description", "removed", "", INTERNAL, "Only documentation changes."),
    Rule("description", "changed", "", INTERNAL, "Only documentation changes."),
    Rule("offline", "set", "", BREAKING, "The service no longer serves the action; every call fails."),
    Rule("offline", "unset", "", ADDITIVE, "The service serves the action again."),
    Rule("unsigned", "set", "", INTERNAL, "Only the Authorization header changes."),
    Rule("unsigned", "unset", "", INTERNAL, "Only the Authorization header changes."),
    Rule("deprecated", "set", "", ADDITIVE, "It still works; programs with warnings enabled get one."),
    Rule("deprecated", "unset", "", ADDITIVE, "The warning is removed."),
    Rule("text of a deprecation", "added", "", INTERNAL, "Only the text of a warning changes."),
    Rule("text of a deprecation", "removed", "", INTERNAL, "Only the text of a warning changes."),
    Rule("text of a deprecation", "changed", "", INTERNAL, "Only the text of a warning changes."),
    # Types.
    Rule("type", "added", "", ADDITIVE, "A class is added."),
    Rule("type", "removed", "", BREAKING, "The class is removed."),
    Rule("kind of type", "changed", "", BREAKING, "The type becomes, or stops being, an object."),
    Rule("required without a property", "added", "", BREAKING, "The required name has no property; a person must review it."),
    Rule("required without a property", "removed", "", ADDITIVE, "The required name without a property is removed."),
    Rule("required without a property", "changed", "", BREAKING, "The required name has no property; a person must review it."),
    Rule("use", "added to requests", "", ADDITIVE, "A plain dict is accepted as well."),
    Rule("use", "removed from requests", "", BREAKING, "The type of the plain dict is removed."),
    Rule("use", "added to responses, nested", "", BREAKING, "The fields get response types: no tuples, no nested dicts."),
    Rule("use", "added to responses, flat", "", ADDITIVE, "The field types stay."),
    Rule("use", "removed from responses, nested", "", BREAKING, "The fields get request types: tuples and dicts are possible."),
    Rule("use", "removed from responses, flat", "", ADDITIVE, "The field types stay."),
    # Properties.
    Rule("property", "added, required", "request", BREAKING, "A call without it fails before the request is sent."),
    Rule("property", "added, required", "response", ADDITIVE, "A field is added; older programs found it in `extra`."),
    Rule("property", "added, optional", "request", ADDITIVE, "A call without it sends the same request as before."),
    Rule("property", "added, optional", "response", ADDITIVE, "A field is added; older programs found it in `extra`."),
    Rule("property", "removed", "request", BREAKING, "A call with this argument fails before the request is sent."),
    Rule("property", "removed", "response", BREAKING, "The attribute is removed."),
    Rule("value type", "integer to number", "request", ADDITIVE, "Integers are valid numbers."),
    Rule("value type", "integer to number", "response", BREAKING, "The value may be a float instead of an int."),
    Rule("value type", "changed", "request", BREAKING, "A value of the old type fails before the request is sent."),
    Rule("value type", "changed", "response", BREAKING, "The value has another type."),
    Rule("array", "set", "request", BREAKING, "A single value fails before the request is sent."),
    Rule("array", "set", "response", BREAKING, "The value is a list instead of a single value."),
    Rule("array", "unset", "request", BREAKING, "A list fails before the request is sent."),
    Rule("array", "unset", "response", BREAKING, "The value is a single value instead of a list."),
    Rule("required", "set", "request", BREAKING, "A call without it fails before the request is sent."),
    Rule("required", "set", "response", ADDITIVE, "Existing checks for None stay valid."),
    Rule("required", "unset", "request", ADDITIVE, "It may still be set."),
    Rule("required", "unset", "response", BREAKING, "The value may be None."),
    Rule("nullable", "set", "request", ADDITIVE, "None is accepted as well."),
    Rule("nullable", "set", "response", BREAKING, "The value may be None."),
    Rule("nullable", "unset", "request", BREAKING, "Type checkers and the service reject None."),
    Rule("nullable", "unset", "response", ADDITIVE, "Existing checks for None stay valid."),
    Rule("observed value", "added", "request", INTERNAL, "Arguments keep the documented type."),
    Rule("observed value", "added", "response", BREAKING, "The value may be None or have another type."),
    Rule("observed value", "removed", "request", INTERNAL, "Arguments keep the documented type."),
    Rule("observed value", "removed", "response", ADDITIVE, "Existing checks for None or another type stay valid."),
    Rule("observed detail", "added", "", INTERNAL, "A missing or null list reads as an empty one; responses are not checked for bounds."),
    Rule("observed detail", "removed", "", INTERNAL, "A missing or null list reads as an empty one; responses are not checked for bounds."),
    Rule("secret", "set", "", INTERNAL, "Only the repr changes: it hides the value."),
    Rule("secret", "unset", "", INTERNAL, "Only the repr changes: it shows the value."),
    Rule("time", "stated", "request", INTERNAL, "Arguments stay texts and numbers."),
    Rule("time", "withdrawn", "request", INTERNAL, "Arguments stay texts and numbers."),
    Rule("time", "changed", "request", INTERNAL, "Arguments stay texts and numbers."),
    Rule("time", "stated", "response", ADDITIVE, "A property returns the value as a `datetime`."),
    Rule("time", "withdrawn", "response", BREAKING, "The property that returns a `datetime` is removed."),
    Rule("time", "changed", "response", BREAKING, "The property reads the value in another form or time zone."),
    Rule("form", "stated", "request", BREAKING, "The service may reject strings of another format."),
    Rule("form", "stated", "response", ADDITIVE, "The strings stay the same; their format is now documented."),
    Rule("form", "withdrawn", "request", ADDITIVE, "Strings of the old format stay valid."),
    Rule("form", "withdrawn", "response", BREAKING, "A program that parses the string may fail."),
    Rule("form", "changed", "request", BREAKING, "The service may reject strings of the old format."),
    Rule("form", "changed", "response", BREAKING, "A program that parses the string fails."),
    Rule("width", "stated", "request", INTERNAL, "The Python type stays int; the range that the service accepts does not change."),
    Rule("width", "withdrawn", "request", INTERNAL, "The Python type stays int; the range that the service accepts does not change."),
    Rule("width", "changed", "request", BREAKING, "The service may reject numbers that were valid, such as negative or large ones."),
    Rule("width", "stated", "response", INTERNAL, "Python integers have no width."),
    Rule("width", "withdrawn", "response", INTERNAL, "Python integers have no width."),
    Rule("width", "changed", "response", INTERNAL, "Python integers have no width."),
    Rule("Python name", "added", "", BREAKING, "The argument or attribute has another name in Python."),
    Rule("Python name", "removed", "", BREAKING, "The argument or attribute has another name in Python."),
    Rule("Python name", "changed", "", BREAKING, "The argument or attribute has another name in Python."),
    Rule("default", "stated", "request", ADDITIVE, "The behaviour without the argument is now documented."),
    Rule("default", "withdrawn", "request", BREAKING, "The behaviour without the argument is no longer documented."),
    Rule("default", "changed", "request", BREAKING, "A call without the argument behaves differently."),
    Rule("default", "stated", "response", INTERNAL, "Defaults do not apply to responses."),
    Rule("default", "withdrawn", "response", INTERNAL, "Defaults do not apply to responses."),
    Rule("default", "changed", "response", INTERNAL, "Defaults do not apply to responses."),
    Rule("minimum", "stated", "request", BREAKING, "The service rejects smaller values."),
    Rule("minimum", "raised", "request", BREAKING, "The service rejects values that were valid."),
    Rule("minimum", "lowered", "request", ADDITIVE, "More values are valid."),
    Rule("minimum", "withdrawn", "request", ADDITIVE, "More values are valid."),
    Rule("minimum", "stated", "response", ADDITIVE, "The range of the values is now documented."),
    Rule("minimum", "raised", "response", ADDITIVE, "All values were possible before."),
    Rule("minimum", "lowered", "response", BREAKING, "Values outside the documented range are possible."),
    Rule("minimum", "withdrawn", "response", BREAKING, "Values outside the documented range are possible."),
    Rule("maximum", "stated", "request", BREAKING, "The service rejects larger values."),
    Rule("maximum", "lowered", "request", BREAKING, "The service rejects values that were valid."),
    Rule("maximum", "raised", "request", ADDITIVE, "More values are valid."),
    Rule("maximum", "withdrawn", "request", ADDITIVE, "More values are valid."),
    Rule("maximum", "stated", "response", ADDITIVE, "The range of the values is now documented."),
    Rule("maximum", "lowered", "response", ADDITIVE, "All values were possible before."),
    Rule("maximum", "raised", "response", BREAKING, "Values outside the documented range are possible."),
    Rule("maximum", "withdrawn", "response", BREAKING, "Values outside the documented range are possible."),
    Rule("known values", "stated", "request", ADDITIVE, "The list is open: other values are still accepted."),
    Rule("known values", "withdrawn", "request", BREAKING, "Known values are no longer documented."),
    Rule("known values", "lost", "request", BREAKING, "The service may reject these known values."),
    Rule("known values", "gained", "request", ADDITIVE, "More values are documented."),
    Rule("known values", "reordered", "request", INTERNAL, "The order has no meaning."),
    Rule("known values", "stated", "response", ADDITIVE, "The list is open: programs must handle any value."),
    Rule("known values", "withdrawn", "response", ADDITIVE, "The list is open: programs must handle any value."),
    Rule("known values", "lost", "response", ADDITIVE, "Branches for these values are no longer used."),
    Rule("known values", "gained", "response", ADDITIVE, "The list is open: programs must handle any value."),
    Rule("known values", "reordered", "response", INTERNAL, "The order has no meaning."),
    # Python names.
    Rule("name", "added", "", ADDITIVE, "A name is added."),
    Rule("name", "removed", "", BREAKING, "Imports or attribute accesses of this name fail."),
    Rule("name", "changed", "", BREAKING, "The name refers to an object of another kind."),
    Rule("bases", "lost", "", BREAKING, "`isinstance` and `except` no longer match."),
    Rule("bases", "gained", "", ADDITIVE, "`isinstance` and `except` match more."),
    Rule("positions", "appended", "", ADDITIVE, "Existing positions stay."),
    Rule("positions", "changed", "", BREAKING, "A positional argument goes to another parameter, or to none."),
    Rule("parameter", "added, required", "", BREAKING, "A call without it fails."),
    Rule("parameter", "added, optional", "", ADDITIVE, "A call without it behaves as before."),
    Rule("parameter", "removed", "", BREAKING, "A call with it fails."),
    Rule("parameter", "became required", "", BREAKING, "A call without it fails."),
    Rule("parameter", "became optional", "", ADDITIVE, "It may still be set."),
    Rule("parameter", "default changed", "", BREAKING, "A call without it behaves differently."),
    Rule("parameter", "kind changed", "", BREAKING, "A call by position or by name fails."),
    Rule("parameter", "kind widened", "", ADDITIVE, "Existing calls stay valid."),
    Rule("parameter", "type respelled", "", INTERNAL, "It accepts the same values."),
    Rule("parameter", "type widened", "", ADDITIVE, "Valid values stay valid."),
    Rule("parameter", "type narrowed", "", BREAKING, "Type checkers reject valid values."),
    Rule("parameter", "type changed", "", BREAKING, "Type checkers reject valid values."),
    Rule("overload", "added", "", ADDITIVE, "A call signature is added."),
    Rule("overload", "removed", "", BREAKING, "A call signature is removed or changed."),
    Rule("returns", "respelled", "", INTERNAL, "The result is the same."),
    Rule("returns", "widened", "", BREAKING, "The result may have types that were excluded before."),
    Rule("returns", "narrowed", "", ADDITIVE, "All results were possible before."),
    Rule("returns", "changed", "", BREAKING, "The result has another type."),
    Rule("type of an attribute", "respelled", "", INTERNAL, "The value is the same."),
    Rule("type of an attribute", "widened", "", BREAKING, "The value may have types that were excluded before."),
    Rule("type of an attribute", "narrowed", "", BREAKING, "Type checkers reject assignments that were valid."),
    Rule("type of an attribute", "changed", "", BREAKING, "The value has another type."),
)

_BY_CASE: Final = {(rule.fact, rule.change, rule.direction): rule for rule in RULES}
DIRECTIONAL: Final = frozenset(rule.fact for rule in RULES if rule.direction)


def rule_for(fact: str, change: str, direction: str) -> Rule:
    """Return the rule for a change. Every change has one: a `LookupError` is a bug in the table."""
    return _BY_CASE[fact, change, direction if fact in DIRECTIONAL else ""]


def table() -> str:
    """Return the rules as a Markdown table."""
    head = "| Fact | Change | Direction | Class | Reason |\n|---|---|---|---|---|\n"
    return head + "".join(
        f"| {rule.fact} | {rule.change} | {rule.direction or 'any'} | {rule.impact.word} | {rule.reason} |\n" for rule in RULES
    )
