#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""check_contract.py PROGRAM FILE: the committed contract is what the program prints. ACCEPT=1 writes it anew."""
import difflib
import os
import pathlib
import subprocess
import sys


def main(program, name):
    settings = {key: value for key, value in os.environ.items() if not key.startswith("HAIDANG_")}
    printed = subprocess.run([program, "api"], check=True, capture_output=True, text=True, encoding="utf-8", env=settings).stdout
    committed = pathlib.Path(name)
    known = committed.read_text(encoding="utf-8") if committed.exists() else ""
    if printed == known:
        return 0
    if os.environ.get("ACCEPT") == "1":
        committed.write_text(printed, encoding="utf-8")
        print(f"{name}: written anew")
        return 0
    sys.stdout.writelines(list(difflib.unified_diff(known.splitlines(True), printed.splitlines(True), name, "haidang api"))[:60])
    print(f"{name} is not what the program prints; ACCEPT=1 writes it anew")
    return 1


sys.exit(main(*sys.argv[1:]))
