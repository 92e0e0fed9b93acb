# SPDX-License-Identifier: Apache-2.0
"""Drives `entente worker` or another verb as a child process: records in, answers out, one line each."""
import collections
import json
import os
import queue
import selectors
import subprocess
import tempfile
import threading
import time

FAILURE_SCHEMA = "entente.failure/1"


class WorkerUnusable(RuntimeError):
    """The program cannot work here at all, for example because the language model is missing."""


class _Died(Exception):
    """The child ended, or was ended, before it had answered."""

    def __init__(self, why):
        super().__init__(why)
        self.why = why


class _Child:
    """One process. A thread feeds it, so that a full pipe on one side never stops the other."""

    def __init__(self, command, environment, patience):
        self.patience = patience
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, env=environment)
        self.outbox = queue.SimpleQueue()
        self.buffer = bytearray()
        self.lines = collections.deque()
        os.set_blocking(self.process.stdout.fileno(), False)
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.process.stdout, selectors.EVENT_READ)
        self.feeder = threading.Thread(target=self._feed, daemon=True)
        self.feeder.start()

    def _feed(self):
        try:
            while (line := self.outbox.get()) is not None:
                self.process.stdin.write(line + b"\n")
                self.process.stdin.flush()
            self.process.stdin.close()
        except OSError:
            pass  # The child is gone; whoever waits for its answer notices.

    def give(self, line):
        self.outbox.put(line)

    def answer(self):
        """The next line that the child writes."""
        deadline = time.monotonic() + self.patience
        while not self.lines:
            if not self.selector.select(max(0, deadline - time.monotonic())):
                raise _Died(f"no answer within {self.patience} seconds")
            piece = os.read(self.process.stdout.fileno(), 1 << 18)
            if not piece:
                raise _Died(f"the worker ended with status {self.process.wait()}")
            self.buffer += piece
            if b"\n" in piece:
                *whole, rest = self.buffer.split(b"\n")
                self.lines.extend(bytes(line) for line in whole)
                self.buffer = bytearray(rest)
        return self.lines.popleft()

    def messages(self):
        self.errors.seek(0)
        return self.errors.read()[-2000:].decode("utf-8", "replace").strip()

    def finish(self):
        """Ends the input and gives the exit status."""
        self.outbox.put(None)
        try:
            return self.process.wait(self.patience)
        finally:
            self.close()

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.outbox.put(None)
        self.feeder.join()
        self.selector.close()
        self.process.stdout.close()
        self.errors.close()


class Worker:
    """Answers records one after the other and outlives its child.

    A child that dies or does not answer in time is replaced. The record that it was at is tried once more, alone; if it
    ends that child too, its answer says so, and the rest goes on.
    """

    def __init__(self, program="entente", arguments=("worker",), environment=None, patience=300, window=32):
        self.command = [program, *arguments]
        self.environment = {**os.environ, **(environment or {})}
        self.patience = patience
        self.window = window

    def answers(self, records):
        """Pairs of a key and its answer, in the order of `records`, pairs of a key and a line of bytes."""
        records = iter(records)
        # What is not answered yet, and how many of these the child has.
        pending, given = collections.deque(), 0
        child, is_suspect, is_over = None, False, False
        try:
            while True:
                # After a death the first record goes alone, so that no other is blamed.
                window = 1 if is_suspect else self.window
                while len(pending) < window and not is_over:
                    record = next(records, None)
                    is_over = record is None
                    if not is_over:
                        pending.append(record)
                if not pending:
                    break
                if child is None:
                    child, given = self._started(), 0
                while given < min(window, len(pending)):
                    child.give(pending[given][1])
                    given += 1
                try:
                    answer = child.answer()
                    given -= 1
                except _Died as death:
                    self._check_usable(child)
                    child.close()
                    child = None
                    if not is_suspect:
                        is_suspect = True
                        continue
                    answer = failure("WORKER-001", death.why)
                is_suspect = False
                key, _ = pending.popleft()
                yield key, answer
            if child:
                status, child = child.finish(), None
                if status != 0:
                    raise RuntimeError(f"{self.command[0]} ended with status {status} after its last answer")
        finally:
            if child:
                child.close()

    def _started(self):
        try:
            return _Child(self.command, self.environment, self.patience)
        except OSError as error:
            raise WorkerUnusable(f"{self.command[0]} cannot be started: {error.strerror}") from error

    def _check_usable(self, child):
        """Raises where the program itself gave up, which no other record would change."""
        if child.process.poll() in (2, 64, 127):
            raise WorkerUnusable(f"{self.command[0]} gave up: {child.messages()}")


def failure(code, message):
    """The answer to a record that no worker could answer, as `entente worker` writes them."""
    return json.dumps(
        {"error": {"code": code, "message": message}, "schema": FAILURE_SCHEMA}, sort_keys=True, ensure_ascii=False,
        separators=(",", ":")).encode()
