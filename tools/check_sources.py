#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks the rules that every file of the repository keeps: python3 tools/check_sources.py

Exit code 1 when a rule is broken, 77 outside a git checkout. Long files only give a warning.
"""
import pathlib
import re
import subprocess
import sys

SPDX = "SPDX-License-Identifier: Apache-2.0"
SOURCE_SUFFIXES = {".cpp", ".hpp", ".py", ".cmake", ".js", ".mjs", ".ts", ".tsx", ".sh"}
SOURCE_NAMES = {"CMakeLists.txt", "dev", "run"}
LONGEST_FILE = 600

# Documents that are read, never text of the project.
DOCUMENTS = re.compile(r"^(examples/(?!README)|tests/directives/(?!README)|tests/documents/|src/\w+/fuzz/corpus/|LICENSE$)")
GENERATED = re.compile(r"(^|/)(build|out|node_modules|__pycache__|\.cache)/|(^|/)compile_commands\.json$|\.(o|a|so|pyc|orig|rej)$")

# what | in which files | why
FORBIDDEN = (
    (re.compile(r"(?<![\w.$}])/(?:work|root|home)/|(?<![\w.$}])/tmp/(?:wt|brief)\b"), re.compile(""), "a path of one machine"),
    (re.compile(r"\.\./shared/"), re.compile(""), "a path outside the repository"),
    (re.compile(r"\bT[O]DO\b|\bF[I]XME\b"), re.compile(r"\.(cpp|hpp|py|js|mjs|cmake)$"), "a note to oneself"),
    (re.compile(r'"resolved"\s*:|https?://'), re.compile(r"package-lock\.json$|\.npmrc$"), "a download address"),
)
FUNDING = re.compile(r'^\s*"url": "https://')  # npm copies where a package asks for support; nothing is fetched from there


def files_of_repository():
    listing = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        names = subprocess.run(listing, capture_output=True, check=True).stdout.decode().split("\0")
    except (OSError, subprocess.CalledProcessError):
        sys.exit(77)
    return [name for name in names if name and pathlib.Path(name).is_file()]


def is_source(path):
    return path.suffix in SOURCE_SUFFIXES or path.name in SOURCE_NAMES


def problems_of_text(name, text):
    lines = text.splitlines()
    if is_source(pathlib.Path(name)) and not any(SPDX in line for line in lines[:2]):
        yield f"{name}: the SPDX line is missing"
    for number, line in enumerate(lines, 1):
        for pattern, where, reason in FORBIDDEN:
            if where.search(name) and pattern.search(line) and not FUNDING.match(line):
                yield f"{name}:{number}: {reason}: {line.strip()[:100]}"


def problems(name):
    if GENERATED.search(name):
        return [f"{name}: generated, must not be in git"]
    if DOCUMENTS.match(name):
        return []
    try:
        text = pathlib.Path(name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return []
    if is_source(pathlib.Path(name)) and text.count("\n") > LONGEST_FILE:
        print(f"warning: {name} has {text.count(chr(10))} lines; {LONGEST_FILE} at most, 300 as a rule")
    return list(problems_of_text(name, text))


def main():
    found = [problem for name in files_of_repository() for problem in problems(name)]
    print("\n".join(found), end="\n" if found else "")
    sys.exit(1 if found else 0)


main()
