"""Counted targets of a requirement become proposals; a table of sentences and what is proposed."""

import pytest

from gongkai_cli.model.plan import Target
from gongkai_cli.planimport.targets import targets_in

PROPOSED = [
    (
        "积极开展政府开放日（年内不少于3次）或政府开放周（年内不少于1次）、网络问政等活动。",
        "政府开放日≥3次 政府开放周≥1次",
    ),
    ("主要负责同志每年至少听取1次政务公开工作汇报，专题研究部署。", "听取政务公开工作汇报≥1次"),
    ("主要领导年内至少听取一次政务公开工作汇报。", "听取政务公开工作汇报≥1次"),
    ("年内邀请对应区级部门参加本部门政务公开年度培训不少于1次。", "本部门政务公开年度培训≥1次"),
    ("召开政策吹风会，年内不少于4次。", "政策吹风会≥4次"),
    ("制作健康科普短视频不少于12期。", "健康科普短视频≥12期"),
    ("举办不少于２次开放日活动。", "开放日活动≥2次"),
    ("多元化解读形式占全部解读数量的比例不得低于50%。", "多元化解读形式/全部解读数量≥50%"),
    ("纳入政府绩效考核体系且分值权重不低于4%的要求。", "分值权重≥4%"),
    ("公开率达到95%以上。", "公开率≥95%"),
    ("要在5个小时内作出首次回应，正确引导舆论。", "首次回应≤5小时"),
    ("应在决策出台后10个工作日内向社会公布。", "向社会公布≤10工作日"),
    ("首次回应不得超过5小时。", "首次回应≤5小时"),
]
NOT_PROPOSED = [
    "对本单位2010年以来的政府公文开展审查。",
    "根据国办发〔2021〕12号文件，公布26个试点领域。",
    "2021年底前全部支持互联网协议第6版。",
    "提供“一号答”“一站式”服务。",
]


def drawn(target: Target) -> str:
    if target.not_below:
        return f"{target.name}{'/' if target.of else ''}{target.of}≥{target.not_below}"
    if target.at_least:
        return f"{target.name}≥{target.at_least}{target.unit}"
    return f"{target.name}≤{target.within}{target.unit}"


@pytest.mark.parametrize(("requirement", "proposed"), PROPOSED)
def test_targets_are_proposed(requirement: str, proposed: str) -> None:
    assert " ".join(map(drawn, targets_in(requirement))) == proposed


@pytest.mark.parametrize("requirement", NOT_PROPOSED)
def test_other_numbers_are_no_targets(requirement: str) -> None:
    assert targets_in(requirement) == ()
