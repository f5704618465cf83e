"""Cases and steps are added where they belong, and not a byte of what stood there changes."""

from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest

from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.request import Request, Step
from gongkai_cli.store.requests import add_request, add_step

FILE = "data/requests/2021.yaml"
ANSWER = Step(day=date(2021, 10, 8), step="答复", result="予以公开", delivered=date(2021, 10, 9))


def request(number: str = "2021-001") -> Request:
    return Request(
        number=number,
        channel="互联网",
        arrived=date(2021, 9, 10),
        confirmed=date(2021, 9, 13),
        applicant="自然人",
    )


def test_a_case_gets_the_next_number_of_its_year(tmp_path: Path) -> None:
    numbers = [add_request(tmp_path, request(), renumber=True).number for _ in range(2)]
    assert numbers == ["2021-001", "2021-002"]
    assert add_request(tmp_path, request("2021-009")).number == "2021-009"
    assert add_request(tmp_path, request(), renumber=True).number == "2021-010"
    assert (
        (tmp_path / FILE)
        .read_text("utf-8")
        .startswith("年度: 2021\n申请:\n  - 编号: 2021-001\n    渠道: 互联网\n    到达: 2021-09-10\n")
    )
    with pytest.raises(Refusal) as refused:
        add_request(tmp_path, request("2021-009"))
    assert refused.value.code == "request-number-taken"


LAYOUTS = {
    "no steps": ("", "    经过:\n      - {日期: 2021-10-08, 步骤: 答复, 结果: 予以公开, 送达: 2021-10-09}\n"),
    "block": (
        "    经过:\n      - {日期: 2021-09-15, 步骤: 补正}  # 一次告知\n      # 等补正\n",
        "    经过:\n      - {日期: 2021-09-15, 步骤: 补正}  # 一次告知\n"
        "      - {日期: 2021-10-08, 步骤: 答复, 结果: 予以公开, 送达: 2021-10-09}\n      # 等补正\n",
    ),
    "flow": (
        "    经过: [{日期: 2021-09-15, 步骤: 补正}]  # 一次告知\n",
        "    经过: [{日期: 2021-09-15, 步骤: 补正}, {日期: 2021-10-08, 步骤: 答复, 结果: 予以公开, "
        "送达: 2021-10-09}]  # 一次告知\n",
    ),
}
HEAD = "# 登记簿\n年度: 2021\n申请:\n  - 编号: 2021-001\n    渠道: 当面\n    到达: 2021-09-10\n    申请人: 自然人\n"
TAIL = "  - {编号: 2021-002, 渠道: 当面, 到达: 2021-09-11, 申请人: 其他}   # 下一件\n"


@pytest.mark.parametrize(("before", "after"), LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_step_is_added_to_its_case(before: str, after: str, newline: str, tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.parent.mkdir(parents=True)
    path.write_bytes((HEAD + before + TAIL).replace("\n", newline).encode())
    add_step(tmp_path, FILE, "2021-001", ANSWER)
    assert path.read_bytes() == (HEAD + after + TAIL).replace("\n", newline).encode()


def test_a_case_on_one_line_has_no_room_for_a_step(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.parent.mkdir(parents=True)
    path.write_text(HEAD + TAIL, "utf-8")
    with pytest.raises(Refusal) as refused:
        add_step(tmp_path, FILE, "2021-002", ANSWER)
    assert (refused.value.code, refused.value.about["line"]) == ("request-layout", "8")
    with pytest.raises(Refusal) as unknown:
        add_step(tmp_path, FILE, "2021-003", ANSWER)
    assert unknown.value.code == "no-such-request"


def test_two_clerks_never_get_one_number(tmp_path: Path) -> None:
    with get_context("spawn").Pool(2) as pool:
        numbers = pool.starmap(_added, [(tmp_path,)] * 20)
    assert sorted(numbers) == [f"2021-{number:03}" for number in range(1, 21)]


def _added(root: Path) -> str:
    return add_request(root, request(), renumber=True).number
