"""The one table that classes every change. `docs/design/compatibility.md` shows it, and a test compares the two."""

from __future__ import annotations

from enum import IntEnum
from typing import Final, NamedTuple


class Impact(IntEnum):
    """What a change does to a program that was right before; the larger one wins."""

    INTERNAL = 0
    ADDITIVE = 1
    BREAKING = 2

    @property
    def word(self) -> str:
        """Its name in every format."""
        return self.name.lower()


class Rule(NamedTuple):
    """One row."""

    fact: str
    change: str
    direction: str
    """`request` or `response`; empty where it plays no part."""
    impact: Impact
    reason: str


INTERNAL, ADDITIVE, BREAKING = Impact

RULES: Final = (
    # The product.
    Rule("product", "changed", "", BREAKING, "It is another product, with another package."),
    Rule("API version", "changed", "", BREAKING, "Every call goes to another version of the API."),
    Rule("host", "changed", "", BREAKING, "Calls go elsewhere: allow-lists, proxies and recordings of programs name the old host."),
    Rule("other", "added", "", BREAKING, "No rule knows this key, so a person must look at it."),
    Rule("other", "removed", "", BREAKING, "No rule knows this key, so a person must look at it."),
    Rule("other", "changed", "", BREAKING, "No rule knows this key, so a person must look at it."),
    Rule("correction", "no longer fits", "", BREAKING, "`build` refuses the new sources until a person has mended the overlay."),
    Rule(
        "statement",
        "withdrawn by the pages",
        "",
        BREAKING,
        "The pages state it no longer; the definitions, or the overlay, still do. A person must find out what the service does.",
    ),
    Rule(
        "statement",
        "withdrawn by the definitions",
        "",
        BREAKING,
        "The definitions state it no longer; the pages, or the overlay, still do. A person must find out what the service does.",
    ),
    Rule("statement", "changed by the pages", "", BREAKING, "The definitions, or the overlay, outweigh what is new. A person must look."),
    Rule("statement", "changed by the definitions", "", BREAKING, "The pages, or the overlay, outweigh what is new. A person must look."),
    # Actions.
    Rule("action", "added", "", ADDITIVE, "There is one more method; the others stay."),
    Rule("action", "removed", "", BREAKING, "Its method is gone."),
    Rule("request type", "added", "", BREAKING, "The arguments of the method are those of another type."),
    Rule("request type", "removed", "", BREAKING, "The arguments of the method are those of another type."),
    Rule("request type", "changed", "", BREAKING, "The arguments of the method are those of another type."),
    Rule("response type", "added", "", BREAKING, "The method returns another type."),
    Rule("response type", "removed", "", BREAKING, "The method returns another type."),
    Rule("response type", "changed", "", BREAKING, "The method returns another type."),
    Rule("action's version", "added", "", BREAKING, "The call goes to another version of the API."),
    Rule("action's version", "removed", "", BREAKING, "The call goes to another version of the API."),
    Rule("action's version", "changed", "", BREAKING, "The call goes to another version of the API."),
    Rule("rate limit", "raised", "", ADDITIVE, "Calls wait less."),
    Rule("rate limit", "lowered", "", BREAKING, "Calls wait longer, so deadlines may pass; without a throttle, calls are refused."),
    Rule("rate limit", "stated", "", BREAKING, "Calls that were sent at once now wait for the throttle."),
    Rule("rate limit", "withdrawn", "", BREAKING, "Nothing paces the calls any more, so the service may refuse some."),
    Rule("region required", "set", "", BREAKING, "A client without a region is refused before anything is sent."),
    Rule("region required", "unset", "", ADDITIVE, "A region may still be given."),
    Rule("regions", "restricted", "", BREAKING, "Other regions no longer serve the action."),
    Rule("regions", "opened", "", ADDITIVE, "Every region serves the action."),
    Rule("regions", "lost", "", BREAKING, "These regions no longer serve the action."),
    Rule("regions", "gained", "", ADDITIVE, "More regions serve the action."),
    Rule("regions", "reordered", "", INTERNAL, "The list is a set."),
    Rule("error code", "added", "", ADDITIVE, "Codes are open: any code raises the class of its first segment, or ApiError."),
    Rule("error code", "removed", "", ADDITIVE, "The error's class stays, and raises should the service still answer so."),
    Rule("text of an error code", "added", "", INTERNAL, "Only documentation changes."),
    Rule("text of an error code", "removed", "", INTERNAL, "Only documentation changes."),
    Rule("text of an error code", "changed", "", INTERNAL, "Only documentation changes."),
    Rule("order of error codes", "changed", "", INTERNAL, "The list is a set."),
    Rule("read-only", "set", "", ADDITIVE, "A failed call may be sent again, and the action may page or be waited for."),
    Rule("read-only", "unset", "", BREAKING, "What was sent again after a failure is now raised."),
    Rule("paging", "added", "", ADDITIVE, "`paginate` takes one more method."),
    Rule("paging", "removed", "", BREAKING, "`paginate` no longer takes the method."),
    Rule("paging", "changed", "", BREAKING, "`paginate` takes other arguments, counts otherwise or gives other items."),
    Rule("paging", "maximum raised", "", ADDITIVE, "Pages may be larger."),
    Rule("paging", "maximum lowered", "", BREAKING, "A page size that was right is too large now."),
    Rule("waiter", "added", "", ADDITIVE, "There is one more `wait_until_…` method."),
    Rule("waiter", "removed", "", BREAKING, "Its `wait_until_…` method is gone."),
    Rule("waiter", "changed", "", BREAKING, "The wait ends in other states."),
    Rule("waiter", "interval changed", "", ADDITIVE, "The wait polls at another pace; its timeout stays."),
    Rule("unknown", "added", "", INTERNAL, "An example or a date is missing; what a request depends on, `build` refuses to leave unknown."),
    Rule("unknown", "removed", "", INTERNAL, "The sources give it now, or another one does."),
    Rule("unknown", "changed", "", INTERNAL, "It is missing for another reason."),
    Rule("source", "added", "", INTERNAL, "Where a fact comes from is no fact of the API."),
    Rule("source", "removed", "", INTERNAL, "Where a fact comes from is no fact of the API."),
    Rule("source", "changed", "", INTERNAL, "Where a fact comes from, and of which date, is no fact of the API."),
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
    Rule("offline", "set", "", BREAKING, "The service no longer serves it, so that every call fails."),
    Rule("offline", "unset", "", ADDITIVE, "The service serves it again."),
    Rule("unsigned", "set", "", INTERNAL, "A call is signed whether it need be or not."),
    Rule("unsigned", "unset", "", INTERNAL, "A call is signed whether it need be or not."),
    Rule("deprecated", "set", "", ADDITIVE, "It still works; whoever asks for warnings is warned."),
    Rule("deprecated", "unset", "", ADDITIVE, "Nothing warns any more."),
    Rule("text of a deprecation", "added", "", INTERNAL, "Only the words of a warning change."),
    Rule("text of a deprecation", "removed", "", INTERNAL, "Only the words of a warning change."),
    Rule("text of a deprecation", "changed", "", INTERNAL, "Only the words of a warning change."),
    # Types.
    Rule("type", "added", "", ADDITIVE, "There is one more class."),
    Rule("type", "removed", "", BREAKING, "Its class is gone."),
    Rule("kind of type", "changed", "", BREAKING, "It is no object, or no longer one."),
    Rule("required without a property", "added", "", BREAKING, "It demands what nobody can give, so a person must look at it."),
    Rule("required without a property", "removed", "", ADDITIVE, "It no longer demands what nobody can give."),
    Rule("required without a property", "changed", "", BREAKING, "It demands what nobody can give, so a person must look at it."),
    Rule("use", "given from now on", "", ADDITIVE, "A plain dict will do for it, too."),
    Rule("use", "no longer given", "", BREAKING, "The type of its plain dict is gone."),
    Rule("use", "read from now on, with parts", "", BREAKING, "Its fields get the types that one reads: no tuples, no dicts inside."),
    Rule("use", "read from now on, plain", "", ADDITIVE, "Its fields keep their types."),
    Rule("use", "no longer read, with parts", "", BREAKING, "Its fields get the types that one gives: they may be tuples and dicts."),
    Rule("use", "no longer read, plain", "", ADDITIVE, "Its fields keep their types."),
    # Properties.
    Rule("property", "added, required", "request", BREAKING, "A call that does not give it is refused before anything is sent."),
    Rule("property", "added, required", "response", ADDITIVE, "One reads one field more; older programs found it in `extra`."),
    Rule("property", "added, optional", "request", ADDITIVE, "Who leaves it out sends what was sent before."),
    Rule("property", "added, optional", "response", ADDITIVE, "One reads one field more; older programs found it in `extra`."),
    Rule("property", "removed", "request", BREAKING, "An argument of this name is refused before anything is sent."),
    Rule("property", "removed", "response", BREAKING, "The attribute is gone."),
    Rule("value type", "integer to number", "request", ADDITIVE, "Whole numbers are numbers."),
    Rule("value type", "integer to number", "response", BREAKING, "One reads a float where an int was promised."),
    Rule("value type", "changed", "request", BREAKING, "A value of the old type is refused before anything is sent."),
    Rule("value type", "changed", "response", BREAKING, "One reads a value of another type."),
    Rule("array", "set", "request", BREAKING, "A single value is refused before anything is sent."),
    Rule("array", "set", "response", BREAKING, "One reads a list where one value was."),
    Rule("array", "unset", "request", BREAKING, "A list is refused before anything is sent."),
    Rule("array", "unset", "response", BREAKING, "One reads one value where a list was."),
    Rule("required", "set", "request", BREAKING, "A call that does not give it is refused before anything is sent."),
    Rule("required", "set", "response", BREAKING, "`mypy --strict` refuses the comparison with UNSET that was needed."),
    Rule("required", "unset", "request", ADDITIVE, "It may still be given."),
    Rule("required", "unset", "response", BREAKING, "It may be UNSET where a value was promised."),
    Rule("nullable", "set", "request", ADDITIVE, "None may be given, too."),
    Rule("nullable", "set", "response", BREAKING, "It may be None where a value was promised."),
    Rule("nullable", "unset", "request", BREAKING, "None is refused by type checkers and by the service."),
    Rule("nullable", "unset", "response", ADDITIVE, "A test for None does no harm."),
    Rule("secret", "set", "", INTERNAL, "Only its repr changes: it no longer shows the value."),
    Rule("secret", "unset", "", INTERNAL, "Only its repr changes: it shows the value."),
    Rule("form", "stated", "request", BREAKING, "The service may refuse a string of another form."),
    Rule("form", "stated", "response", ADDITIVE, "The strings stay; their form is known now."),
    Rule("form", "withdrawn", "request", ADDITIVE, "A string of that form is a string."),
    Rule("form", "withdrawn", "response", BREAKING, "A program that reads the string by its form may fail."),
    Rule("form", "changed", "request", BREAKING, "The service may refuse a string of the old form."),
    Rule("form", "changed", "response", BREAKING, "A program that reads the string by its form fails."),
    Rule("width", "stated", "request", INTERNAL, "A whole number is a whole number; which ones the service takes was so before."),
    Rule("width", "withdrawn", "request", INTERNAL, "A whole number is a whole number; which ones the service takes was so before."),
    Rule("width", "changed", "request", BREAKING, "The service may refuse numbers that were right: negative ones, or large ones."),
    Rule("width", "stated", "response", INTERNAL, "Python's whole numbers have no width."),
    Rule("width", "withdrawn", "response", INTERNAL, "Python's whole numbers have no width."),
    Rule("width", "changed", "response", INTERNAL, "Python's whole numbers have no width."),
    Rule("Python name", "added", "", BREAKING, "The argument, or the attribute, has another name in programs."),
    Rule("Python name", "removed", "", BREAKING, "The argument, or the attribute, has another name in programs."),
    Rule("Python name", "changed", "", BREAKING, "The argument, or the attribute, has another name in programs."),
    Rule("default", "stated", "request", ADDITIVE, "What happens without the argument is known now."),
    Rule("default", "withdrawn", "request", BREAKING, "What happens without the argument is promised no longer."),
    Rule("default", "changed", "request", BREAKING, "A call that leaves the argument out does something else."),
    Rule("default", "stated", "response", INTERNAL, "Nobody leaves out what is only read."),
    Rule("default", "withdrawn", "response", INTERNAL, "Nobody leaves out what is only read."),
    Rule("default", "changed", "response", INTERNAL, "Nobody leaves out what is only read."),
    Rule("minimum", "stated", "request", BREAKING, "The service refuses smaller values."),
    Rule("minimum", "raised", "request", BREAKING, "The service refuses values that were right."),
    Rule("minimum", "lowered", "request", ADDITIVE, "More values are right."),
    Rule("minimum", "withdrawn", "request", ADDITIVE, "More values are right."),
    Rule("minimum", "stated", "response", ADDITIVE, "The values that one reads are bounded."),
    Rule("minimum", "raised", "response", ADDITIVE, "The values that one reads were right before."),
    Rule("minimum", "lowered", "response", BREAKING, "One reads values that were ruled out."),
    Rule("minimum", "withdrawn", "response", BREAKING, "One reads values that were ruled out."),
    Rule("maximum", "stated", "request", BREAKING, "The service refuses larger values."),
    Rule("maximum", "lowered", "request", BREAKING, "The service refuses values that were right."),
    Rule("maximum", "raised", "request", ADDITIVE, "More values are right."),
    Rule("maximum", "withdrawn", "request", ADDITIVE, "More values are right."),
    Rule("maximum", "stated", "response", ADDITIVE, "The values that one reads are bounded."),
    Rule("maximum", "lowered", "response", ADDITIVE, "The values that one reads were right before."),
    Rule("maximum", "raised", "response", BREAKING, "One reads values that were ruled out."),
    Rule("maximum", "withdrawn", "response", BREAKING, "One reads values that were ruled out."),
    Rule("known values", "stated", "request", ADDITIVE, "The list is open: other values may still be given."),
    Rule("known values", "withdrawn", "request", BREAKING, "Values that were known to be right are promised no longer."),
    Rule("known values", "lost", "request", BREAKING, "The service may refuse these values, which were known to be right."),
    Rule("known values", "gained", "request", ADDITIVE, "More values are known to be right."),
    Rule("known values", "reordered", "request", INTERNAL, "The list is a set."),
    Rule("known values", "stated", "response", ADDITIVE, "The list is open: the type takes any value, and so must a program."),
    Rule("known values", "withdrawn", "response", ADDITIVE, "The list is open: the type takes any value, and so must a program."),
    Rule("known values", "lost", "response", ADDITIVE, "A branch for these values rests."),
    Rule("known values", "gained", "response", ADDITIVE, "The list is open: the type takes any value, and so must a program."),
    Rule("known values", "reordered", "response", INTERNAL, "The list is a set."),
    # The Python surface.
    Rule("name", "added", "", ADDITIVE, "There is one more name."),
    Rule("name", "removed", "", BREAKING, "An import or an attribute of this name fails."),
    Rule("name", "changed", "", BREAKING, "The name stands for something of another kind."),
    Rule("bases", "lost", "", BREAKING, "`isinstance` and `except` no longer match."),
    Rule("bases", "gained", "", ADDITIVE, "`isinstance` and `except` match more."),
    Rule("positions", "appended", "", ADDITIVE, "The positions that there were stay."),
    Rule("positions", "changed", "", BREAKING, "A value that is given by position reaches another parameter, or none."),
    Rule("parameter", "added, required", "", BREAKING, "A call that does not give it fails."),
    Rule("parameter", "added, optional", "", ADDITIVE, "A call that does not give it does what it did."),
    Rule("parameter", "removed", "", BREAKING, "A call that gives it fails."),
    Rule("parameter", "became required", "", BREAKING, "A call that does not give it fails."),
    Rule("parameter", "became optional", "", ADDITIVE, "It may still be given."),
    Rule("parameter", "other default", "", BREAKING, "A call that leaves it out does something else."),
    Rule("parameter", "given in another way", "", BREAKING, "A call by position, or by name, fails."),
    Rule("parameter", "can be given in more ways", "", ADDITIVE, "The old way stays."),
    Rule("parameter", "type respelled", "", INTERNAL, "It takes the same."),
    Rule("parameter", "type widened", "", ADDITIVE, "What was right is right."),
    Rule("parameter", "type narrowed", "", BREAKING, "Type checkers refuse what was right."),
    Rule("parameter", "type changed", "", BREAKING, "Type checkers refuse what was right."),
    Rule("overload", "added", "", ADDITIVE, "One more way to call it."),
    Rule("overload", "removed", "", BREAKING, "One way to call it is gone, or takes other arguments."),
    Rule("returns", "respelled", "", INTERNAL, "One gets the same."),
    Rule("returns", "widened", "", BREAKING, "One gets what was ruled out."),
    Rule("returns", "narrowed", "", ADDITIVE, "What one gets was right before."),
    Rule("returns", "changed", "", BREAKING, "One gets something of another type."),
    Rule("type of an attribute", "respelled", "", INTERNAL, "One reads the same."),
    Rule("type of an attribute", "widened", "", BREAKING, "One reads what was ruled out."),
    Rule("type of an attribute", "narrowed", "", BREAKING, "One may no longer set what was right."),
    Rule("type of an attribute", "changed", "", BREAKING, "One reads something of another type."),
)

_BY_CASE: Final = {(rule.fact, rule.change, rule.direction): rule for rule in RULES}
DIRECTIONAL: Final = frozenset(rule.fact for rule in RULES if rule.direction)


def rule_for(fact: str, change: str, direction: str) -> Rule:
    """The row for a case. Every case has one: `LookupError` would be an error of ours."""
    return _BY_CASE[fact, change, direction if fact in DIRECTIONAL else ""]


def table() -> str:
    """The rules as a Markdown table."""
    head = "| fact | change | direction | class | because |\n|---|---|---|---|---|\n"
    return head + "".join(
        f"| {rule.fact} | {rule.change} | {rule.direction or 'any'} | {rule.impact.word} | {rule.reason} |\n" for rule in RULES
    )
