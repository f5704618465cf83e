import pytest

from gongkai_cli.planimport.filled.evidence import counted, linked

CELLS = [  # links, titles → evidence, titles left over, what is no link
    ("https://a.cn/1", "发布会", (["发布会 https://a.cn/1"], [], [])),
    ("https://a.cn/1\nhttps://a.cn/2", "甲\n乙", (["甲 https://a.cn/1", "乙 https://a.cn/2"], [], [])),
    ("https://a.cn/1；https://a.cn/2", "", (["https://a.cn/1", "https://a.cn/2"], [], [])),
    ("https://a.cn/1 https://a.cn/2", "甲", (["甲 https://a.cn/1", "https://a.cn/2"], [], [])),
    ("报道 发布会：https://a.cn/1", "另一题", (["报道 发布会 https://a.cn/1"], ["另一题"], [])),
    ("HTTPS://A.cn/1。", "", (["HTTPS://A.cn/1"], [], [])),
    ("www.a.cn", "", ([], [], ["www.a.cn"])),
    ("https://a.cn/1（见附件）", "", (["https://a.cn/1"], [], ["（见附件）"])),
    ("", "照片", ([], ["照片"], [])),
    ("", "", ([], [], [])),
]
COUNTS = [  # cell → counts, what is none
    ("新闻发布会=1", {"新闻发布会": "1"}, []),
    ("新闻发布会＝１；培训 = 2", {"新闻发布会": "1", "培训": "2"}, []),
    ("发布会=1\n发布会=2", {"发布会": "1"}, ["发布会=2"]),
    ("三次", {}, ["三次"]),
    ("", {}, []),
]


@pytest.mark.parametrize(("links", "titles", "read"), CELLS)
def test_links_are_paired_with_titles(links: str, titles: str, read: tuple[list[str], ...]) -> None:
    assert linked(links, titles) == read


@pytest.mark.parametrize(("cell", "counts", "wrong"), COUNTS)
def test_counts_are_names_and_numbers(cell: str, counts: dict[str, str], wrong: list[str]) -> None:
    assert counted(cell) == (counts, wrong)
