"""Import rewriting: remove the vendor's imports that are no longer used, add ours."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ._api_map import VENDOR
from ._syntax import all_of, code_of


def replace_imports(module: cst.Module, wanted: set[tuple[str, str]]) -> cst.Module:
    """Replace the vendor's imports at the position of the first one.

    Args:
        module: The rewritten program.
        wanted: Module and name of each new import; an empty name imports the module.
    """
    body: list[cst.BaseStatement | cst.SimpleStatementLine] = []
    position: int | None = None
    leading: Sequence[cst.EmptyLine] = ()
    used = {node.value for statement in module.body if not imports_vendor(statement) for node in all_of(statement, cst.Name)}
    for statement in module.body:
        kept: cst.BaseStatement | cst.SimpleStatementLine | None = statement
        if isinstance(statement, cst.SimpleStatementLine) and imports_vendor(statement):
            position = len(body) if position is None else position
            kept = _used_part(statement, used)
            if kept is None and position == len(body) and not leading:
                leading = statement.leading_lines  # comment or empty line before the first import
        if kept is not None:
            body.append(kept)
    present = {code_of(statement).strip() for statement in body if isinstance(statement, cst.SimpleStatementLine)}
    added = [cst.parse_statement(line + "\n") for line in _import_lines(wanted) if line not in present]
    if added:
        added[0] = added[0].with_changes(leading_lines=leading)
    at = 0 if position is None else position
    return module.with_changes(body=[*body[:at], *added, *body[at:]])


def imports_vendor(statement: cst.BaseStatement | cst.SimpleStatementLine) -> bool:
    """Return whether a statement imports from the vendor's SDK only."""
    if not isinstance(statement, cst.SimpleStatementLine) or len(statement.body) != 1:
        return False
    node = statement.body[0]
    if isinstance(node, cst.ImportFrom):
        return node.module is not None and code_of(node.module).split(".")[0] == VENDOR
    return isinstance(node, cst.Import) and all(code_of(each.name).split(".")[0] == VENDOR for each in node.names)


def _import_lines(wanted: set[tuple[str, str]]) -> list[str]:
    whole = sorted(f"import {module}" for module, name in wanted if not name)
    modules = sorted({module for module, name in wanted if name})
    return [*whole, *(f"from {module} import {', '.join(sorted(name for each, name in wanted if each == module))}" for module in modules)]


def _used_part(statement: cst.SimpleStatementLine, used: set[str]) -> cst.SimpleStatementLine | None:
    """Return an import with its used names; `None` without any."""
    node = statement.body[0]
    if not isinstance(node, cst.ImportFrom | cst.Import) or isinstance(node.names, cst.ImportStar):
        return statement
    names = [each for each in node.names if _local_name(each) in used]
    if not names:
        return None
    names[-1] = names[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
    return statement.with_changes(body=[node.with_changes(names=names)])


def _local_name(alias: cst.ImportAlias) -> str:
    if alias.asname is not None and isinstance(alias.asname.name, cst.Name):
        return alias.asname.name.value
    return code_of(alias.name).split(".")[0]
