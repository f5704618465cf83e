"""What `check --fix` mended, or would mend, line by line."""

from collections.abc import Iterator, Sequence

from gongkai_cli.lexicon.load import words
from gongkai_cli.views.problems import seen
from gongkai_cli.yamltext.fix import Change

File = tuple[str, Sequence[Change]]


def fixes_text(files: Sequence[File], *, dry_run: bool) -> str:
    """Show each line and what is done to it; of what is not done yet, also the line before and after."""
    if not files:
        return "没有能自动改的\n"
    lines = [line for file, changes in files for line in _lines(file, changes, dry_run=dry_run)]
    count = sum(len(changes) for _, changes in files)
    done = "将改" if dry_run else "已改"
    return "\n".join((*map(seen, lines), f"{done} {len(files)} 个文件、{count} 处")) + "\n"


def _lines(file: str, changes: Sequence[Change], *, dry_run: bool) -> Iterator[str]:
    said = words("fix")
    for change in changes:
        how = "、".join(said.get(code, said["其他"]) for code in change.codes)
        yield f"{file}:{change.line}: {'将' if dry_run else ''}{how}"
        if dry_run and change.before != change.after:
            yield f"  - {change.before}"
            yield f"  + {change.after}"
