"""What a repository has under way: a merge or the like that somebody began and has not finished."""

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.git.repository import Repository


def half_done(repository: Repository) -> dict[str, str]:
    """Tell what is half done, by the words of `没做完` in `lexicon/exchange.yaml`; nothing where nothing is."""
    folder = repository.answer("rev-parse", "--git-dir")
    known: dict[str, dict[str, str]] = words("exchange")["没做完"] if folder else {}
    return next(
        (told for name, told in known.items() if (repository.folder / str(folder) / name).exists()), {}
    )


def refuse_half_done(repository: Repository) -> None:
    """Stop where something is half done: whatever changes now would become part of it."""
    told = half_done(repository)
    if told:
        raise Refusal("half-done", what=told["何事"], finish=told["做完"], undo=told["放弃"])
    if repository.says("ls-files", "--unmerged"):
        raise Refusal("unmerged")
