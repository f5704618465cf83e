"""What `init` asks at a terminal, in the words of `lexicon/init.yaml`."""

from gongkai_cli.cli.session import Session
from gongkai_cli.lexicon.load import words


def asked(session: Session, key: str, default: str) -> str:
    """Ask what may be left unsaid: the Enter key takes the default, which holds too where nobody can be asked."""
    if not session.conversing:
        return default
    said = words("init")
    enter = said["回车"]["默认" if default else "没有"].format(default=default)
    return session.ask(said["问"][key] + enter) or default


def needed(session: Session, key: str, default: str) -> str:
    """Ask what has to be said; "" where nobody can be asked and there is no default."""
    if default or not session.conversing:
        return asked(session, key, default)
    return session.need(words("init")["问"][key])
