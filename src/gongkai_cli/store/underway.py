"""What a repository has under way: a merge or the like that somebody began and has not finished."""

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.git import Repository


def refuse_half_done(repository: Repository) -> None:
    """Stop where something is half done: whatever changes now would become part of it."""
    folder = repository.folder / repository.says("rev-parse", "--git-dir")
    half_done: dict[str, dict[str, str]] = words("exchange")["没做完"]
    for name, told in half_done.items():
        if (folder / name).exists():
            raise Refusal("half-done", what=told["何事"], finish=told["做完"], undo=told["放弃"])
    if repository.says("ls-files", "--unmerged"):
        raise Refusal("unmerged")
