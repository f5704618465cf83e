"""Who issues an internal paper (催办通知, 督办通知单, 简报…), about which plan and as of which day."""

from msgspec import Struct, field
from msgspec.structs import replace

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.workspace import Config
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.letterhead import grounds
from gongkai_cli.views.word.phrase import day_words


class Sender(Struct, frozen=True, kw_only=True):
    """The facts around an internal paper; the workspace's own serve its own body only."""

    body: str = field(name="单位")
    issuer: str = field(name="发文处室")
    reply_to: str = field(name="报送处室")
    year: int = field(name="年度")
    grounds: str = field(name="依据")
    plan: str = field(name="本计划")
    as_of: str = field(name="数据日期")
    dated: str = field(name="成文日期")
    contact: str = field(name="联系人")
    phone: str = field(name="电话")


def sender(basis: Basis) -> Sender:
    """Find them for a paper."""
    plan, said = basis.summary.plan, words("notices")
    ours = basis.config if basis.config.bears_on(plan) else Config()
    body = plan.body or words("reports")["缺单位"]
    return Sender(
        body=body,
        issuer=ours.coordinator if ours.coordinator.startswith(body) else body + ours.coordinator,
        reply_to=ours.coordinator or said["缺牵头处室"],
        year=plan.year,
        grounds=grounds(plan),
        plan=grounds(replace(plan, upper=())),
        as_of=day_words(basis.as_of),
        dated=day_words(basis.as_of),
        contact=ours.contact,
        phone=ours.phone,
    )
