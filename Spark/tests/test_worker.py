# SPDX-License-Identifier: Apache-2.0
"""The child process is fed, read, replaced and given up as it should be."""
import json
import pathlib
import sys

import pytest

from entente_spark.worker import Worker, WorkerUnusable

STAND_IN = pathlib.Path(__file__).with_name("stand_in.py")


class StandIn(Worker):
    def __init__(self, *arguments, **options):
        super().__init__(**options)
        self.command = [sys.executable, str(STAND_IN), *arguments]


def ask(worker, *records):
    lines = ((number, json.dumps({"id": str(number), **record}).encode()) for number, record in enumerate(records))
    return [(key, json.loads(answer)) for key, answer in worker.answers(lines)]


def test_answers_come_in_order():
    answers = ask(StandIn(), *[{}] * 500)
    assert [(key, answer["id"]) for key, answer in answers] == [(n, str(n)) for n in range(500)]


def test_nothing_in_nothing_out():
    assert ask(StandIn()) == []


def test_large_records_and_answers_do_not_block_each_other():
    answers = ask(StandIn(), *[{"size": 300_000, "pad": "y" * 300_000}] * 60)
    assert len(answers) == 60


def test_a_record_that_kills_the_worker_is_one_failure_and_the_rest_is_answered():
    records = [{}] * 100
    records[40] = {"die": "always"}
    answers = ask(StandIn(), *records)
    assert [key for key, _ in answers] == list(range(100))
    assert answers[40][1]["error"]["code"] == "WORKER-001"
    assert all("error" not in answer for key, answer in answers if key != 40)


def test_a_worker_that_dies_once_is_replaced_and_nothing_is_lost(tmp_path):
    records = [{}] * 100
    records[40] = {"die": "once", "mark": str(tmp_path / "died")}
    answers = ask(StandIn(), *records)
    assert [answer["id"] for _, answer in answers] == [str(n) for n in range(100)]


def test_a_record_that_takes_too_long_is_a_failure():
    answers = ask(StandIn(patience=2), {}, {"hang": True}, {})
    assert ["error" in answer for _, answer in answers] == [False, True, False]


def test_a_program_that_cannot_work_is_no_fault_of_the_records():
    with pytest.raises(WorkerUnusable, match="no model"):
        ask(StandIn("--unusable"), {})
    with pytest.raises(WorkerUnusable, match="cannot be started"):
        list(Worker("/nowhere/entente").answers([(0, b"{}")]))
