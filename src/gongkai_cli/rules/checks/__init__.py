"""The checks: one file a check, whose docstring is its page in docs/checks.md; all of one signature."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Protocol

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks import (
    act_incomplete,
    annual_doubt,
    annual_identity,
    answer_unreceived,
    answer_without_result,
    bad_id,
    bad_link,
    calendar_clash,
    correction_without_target,
    done_without_evidence,
    duplicate_id,
    early_unfinished,
    evidence_changed,
    evidence_empty,
    evidence_missing,
    evidence_path,
    evidence_zero,
    extension_late,
    extension_limit,
    extension_twice,
    fee_amount,
    fee_free,
    fee_incomplete,
    file_name,
    future_date,
    joined_names,
    late_extension,
    link_credentials,
    missing_reason,
    name_collision,
    number_twice,
    out_of_year,
    personal_data,
    plan_year,
    request_dates,
    request_late,
    request_number,
    request_result,
    step_after_answer,
    step_before_answer,
    step_order,
    step_unasked,
    suit_incomplete,
    unknown_deadline,
    unknown_office,
    unknown_plan,
    unknown_task,
    unknown_window,
    window_dates,
    withheld_without_reason,
    year_range,
)


class Check(Protocol):
    """A module that finds one kind of problem."""

    CODE: str

    def check(self, workspace: Workspace, as_of: date) -> Iterator[Problem]:
        """Tell each such problem of a workspace."""


CHECKS: tuple[Check, ...] = (
    name_collision,
    file_name,
    bad_id,
    duplicate_id,
    year_range,
    plan_year,
    window_dates,
    joined_names,
    unknown_deadline,
    unknown_plan,
    unknown_office,
    unknown_task,
    unknown_window,
    future_date,
    out_of_year,
    early_unfinished,
    missing_reason,
    correction_without_target,
    done_without_evidence,
    evidence_empty,
    bad_link,
    link_credentials,
    evidence_path,
    evidence_missing,
    evidence_changed,
    evidence_zero,
    withheld_without_reason,
    act_incomplete,
    late_extension,
    number_twice,
    request_number,
    request_dates,
    request_late,
    request_result,
    answer_without_result,
    answer_unreceived,
    step_order,
    step_unasked,
    step_after_answer,
    step_before_answer,
    suit_incomplete,
    extension_twice,
    extension_limit,
    extension_late,
    fee_incomplete,
    fee_amount,
    fee_free,
    personal_data,
    calendar_clash,
    annual_identity,
    annual_doubt,
)


def run(workspace: Workspace, as_of: date, unread: Collection[str] = ()) -> tuple[Problem, ...]:
    """Make every check of a workspace as of a day.

    `unread` are the ids of plans that are there and could not be read: their ledgers are no orphans.
    """
    found = (problem for one in CHECKS for problem in one.check(workspace, as_of))
    return tuple(
        problem
        for problem in found
        if problem.code != unknown_plan.CODE or problem.about["value"] not in unread
    )
