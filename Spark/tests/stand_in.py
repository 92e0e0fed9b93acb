#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Stands in for the program in tests: answers each record with its id, and dies or hangs where a record asks for it."""
import json
import os
import sys
import time

if "--unusable" in sys.argv:
    print("stand-in: there is no model", file=sys.stderr)
    sys.exit(2)
for line in sys.stdin.buffer:
    record = json.loads(line)
    if record.get("die") == "always":
        os.kill(os.getpid(), 9)
    if record.get("die") == "once" and not os.path.exists(record["mark"]):
        open(record["mark"], "w").close()
        os.kill(os.getpid(), 9)
    if record.get("hang"):
        time.sleep(60)
    print(json.dumps({"id": record["id"], "filler": "x" * record.get("size", 0)}), flush=True)
