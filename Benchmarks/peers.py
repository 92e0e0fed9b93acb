# SPDX-License-Identifier: Apache-2.0
"""What the benchmarks share: Python environments of the peers, and what a run costs."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
MODELS = json.loads((ROOT / "Sources" / "Language" / "Resources" / "models.json").read_text(encoding="utf-8"))
# One thread is compared with one thread.
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def environment(name, packages, bare=(), interpreter=sys.executable):
    """The Python of an environment in the user's cache, made with `interpreter` if it is not there yet.

    `bare` packages come without what they ask for.
    """
    base = os.environ.get("XDG_CACHE_HOME", "")
    base = pathlib.Path(base) if base.startswith("/") else pathlib.Path.home() / ".cache"
    folder = base / "entente" / name / "python"
    python = folder / "bin" / "python"
    wanted = [*packages, *bare]
    stamp = folder / "installed.json"
    if not stamp.exists() or json.loads(stamp.read_text()) != wanted:
        print(f"installing {', '.join(wanted)} into {folder}", file=sys.stderr)
        subprocess.run([interpreter, "-m", "venv", "--clear", folder], check=True)
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*install, *packages], check=True)
        if bare:
            subprocess.run([*install, "--no-deps", *bare], check=True)
        stamp.write_text(json.dumps(wanted))
    return python


def model_folder(python, model):
    """Where an environment keeps the files of a published model."""
    query = "import sysconfig; print(sysconfig.get_paths()['purelib'])"
    packages = subprocess.run([python, "-c", query], check=True, capture_output=True, text=True).stdout.strip()
    return pathlib.Path(packages) / model["folder"]


def cost(command, output=subprocess.DEVNULL):
    """Runs a command to its end: CPU seconds, seconds by the clock, peak memory in megabytes."""
    started = time.monotonic()
    process = subprocess.Popen(
        [str(part) for part in command], stdout=output, stderr=subprocess.PIPE, env={**os.environ, **ONE_THREAD})
    errors = []
    reading = threading.Thread(target=lambda: errors.append(process.stderr.read()))
    reading.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    reading.join()
    # 1: some inputs could not be read, as is to be expected of real pages.
    if process.returncode not in (0, 1):
        sys.exit(f"{command[0]} ended with status {process.returncode}: {errors[0][-2000:].decode()}")
    return {"cpu": usage.ru_utime + usage.ru_stime, "wall": wall, "memory": usage.ru_maxrss / 1024}


def instructions(command):
    """How many instructions a command executes, in millions, counted by Valgrind; `None` where that is not installed.

    The count hardly changes from run to run and with other work on the machine, but says nothing of how long an
    instruction takes. Valgrind knows no AVX-512, so programs that choose their kernels take those for AVX2.
    """
    if shutil.which("valgrind") is None:
        return None
    counting = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    done = subprocess.run(
        [*counting, *(str(part) for part in command)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        env={**os.environ, **ONE_THREAD}, errors="replace")
    counted = re.search(r"Collected : (\d+)", done.stderr)
    if counted is None:
        sys.exit(f"valgrind counted nothing in {command[0]}: {done.stderr[-2000:]}")
    return round(int(counted.group(1)) / 1e6)


def table(heading, rows):
    """A table in Markdown."""
    lines = ["| " + " | ".join(map(str, row)) + " |" for row in [heading, ["---"] * len(heading), *rows]]
    return "\n".join(lines)
