#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Check the plan of one known directive: 33 leaf clauses, 34 tasks (one clause holds two), and a deadline of 4.a
that lies before the document itself.

    check_seed_directive.py PROGRAM FILE

Exits with 77 (left out) where FILE does not exist.
"""
import json
import pathlib
import subprocess
import sys


def problems_of(plan):
    clauses = [task["clause"] for task in plan["tasks"]]
    leaves = {clause.split("/")[0] for clause in clauses}
    findings = {(finding["code"], finding["clause"]) for finding in plan["findings"]}
    if len(clauses) != 34:
        yield f"expected 34 tasks, found {len(clauses)}: {' '.join(clauses)}"
    if len(leaves) != 33:
        yield f"expected 33 leaf clauses, found {len(leaves)}"
    if ("deadline-before-issue", "4.a") not in findings:
        yield f"the deadline of 4.a is not reported as lying before the document: {sorted(map(str, findings))}"


def main():
    program, file = sys.argv[1], pathlib.Path(sys.argv[2])
    if not file.exists():
        print(f"left out: {file.name} is not beside this checkout")
        return 77
    done = subprocess.run([program, "directive", "read", "--json", file], capture_output=True, check=False)
    if done.returncode != 0:
        print(done.stderr.decode("utf-8", "replace"))
        return 1
    problems = list(problems_of(json.loads(done.stdout)))
    print("\n".join(problems) or "34 tasks of 33 clauses; 4.a found")
    return 1 if problems else 0


sys.exit(main())
