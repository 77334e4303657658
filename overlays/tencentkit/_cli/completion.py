"""Completion scripts, made of the catalogue once: a shell must not start Python for each press of TAB."""

from __future__ import annotations

from collections.abc import Iterator

from .catalogue import Entry, entries, products
from .parser import CALL, COMPLETION, OUTPUTS, flag

_COMMON = ("--region", "--profile", "--base-url", "--deadline", "--output", "--explain", "--help")
_OF_PAGES = ("--all", "--max-items")

_BASH = """\
# Completion of tencentkit for bash: source it, or put it into a folder that bash-completion reads.
_tencentkit() {{
    local current="${{COMP_WORDS[COMP_CWORD]}}" previous="${{COMP_WORDS[COMP_CWORD-1]}}" words=""
    case "${{COMP_WORDS[1]}} ${{COMP_WORDS[2]}} $previous" in
{values}
    esac
    if [ -z "$words" ]; then
        case "$COMP_CWORD" in
            1) words="{products}" ;;
            2) case "${{COMP_WORDS[1]}}" in
{actions}
               esac ;;
            *) case "${{COMP_WORDS[1]}} ${{COMP_WORDS[2]}}" in
{options}
               esac ;;
        esac
    fi
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o default -F _tencentkit tencentkit
"""

_ZSH = """\
#compdef tencentkit
# Completion of tencentkit for zsh: put it into a folder of $fpath under the name _tencentkit.
_tencentkit() {{
    local -a found
    case "${{words[2]}} ${{words[3]}} ${{words[CURRENT-1]}}" in
{values}
    esac
    if (( ! $#found )); then
        case $CURRENT in
            2) found=({products}) ;;
            3) case "${{words[2]}}" in
{actions}
               esac ;;
            *) case "${{words[2]}} ${{words[3]}}" in
{options}
               esac ;;
        esac
    fi
    _describe 'tencentkit' found
}}
if [ "$funcstack[1]" = _tencentkit ]; then _tencentkit "$@"; else compdef _tencentkit tencentkit; fi
"""


def script(shell: str) -> str:
    """The completion script for `bash` or `zsh`."""
    return _bash() if shell == "bash" else _zsh()


def _bash() -> str:
    values = [f'        "{product} {entry} {option}") words="{" ".join(known)}" ;;' for product, entry, option, known in _values()]
    values.append(f'        *" --output") words="{" ".join(OUTPUTS)}" ;;')
    return _BASH.format(
        values="\n".join(values),
        products=" ".join([*products(), COMPLETION]),
        actions="\n".join(
            [f'                   {product}) words="{" ".join([*entries(product), CALL])}" ;;' for product in products()]
            + [f'                   {COMPLETION}) words="bash zsh" ;;']
        ),
        options="\n".join(
            f'                   "{product} {name}") words="{" ".join(option for option, _ in _options(entry))}" ;;'
            for product in products()
            for name, entry in entries(product).items()
        ),
    )


def _zsh() -> str:
    values = [f'        "{product} {entry} {option}") found=({_zsh_words(known)}) ;;' for product, entry, option, known in _values()]
    values.append(f'        *" --output") found=({_zsh_words(OUTPUTS)}) ;;')
    return _ZSH.format(
        values="\n".join(values),
        products=_zsh_words([*products(), COMPLETION]),
        actions="\n".join(
            f"                   {product}) found=("
            + " ".join(_zsh_said(name, entry.summary) for name, entry in entries(product).items())
            + f" {CALL}) ;;"
            for product in products()
        ),
        options="\n".join(
            f'                   "{product} {name}") found=('
            + " ".join(_zsh_said(option, says) for option, says in _options(entry))
            + ") ;;"
            for product in products()
            for name, entry in entries(product).items()
        ),
    )


def _options(entry: Entry) -> Iterator[tuple[str, str]]:
    """The options of an entry, each with what it is."""
    says = entry.says
    for field in entry.fields:
        yield flag(field.name), says.get(field.name, "")
        if field.kind == "boolean" and not field.array:
            yield flag(f"no_{field.name}"), says.get(field.name, "")
    for option in (
        *_COMMON,
        *(_OF_PAGES if entry.action.paging is not None and not entry.waits else ()),
        *(("--wait",) if entry.waits else ()),
    ):
        yield option, ""


def _values() -> Iterator[tuple[str, str, str, list[str]]]:
    """Product, entry and option of each argument whose values are documented."""
    for product in products():
        for name, entry in entries(product).items():
            for field in entry.fields:
                known = [value for value in field.known_values if isinstance(value, str) and _plain(value)]
                if known:
                    yield product, name, flag(field.name), known


def _plain(value: str) -> bool:
    """Whether a shell reads it as one word that means nothing else."""
    return bool(value) and all(character.isalnum() or character in "._-:/" for character in value) and value.isascii()


def _zsh_words(words: list[str] | tuple[str, ...]) -> str:
    return " ".join(_zsh_said(word, "") for word in words)


def _zsh_said(word: str, says: str) -> str:
    text = word.replace(":", "\\:") + (f":{says}" if says else "")
    return "'" + text.replace("'", "'\\''").replace("\n", " ") + "'"
