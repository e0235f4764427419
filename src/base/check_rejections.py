# SPDX-License-Identifier: Apache-2.0
"""Checks the catalogue of rejections: check_rejections.py api/rejections.tsv. Prints each fault, fails when there is one."""
import re
import sys

TEXTS = ("vi", "en", "vi_advice", "en_advice")
COLUMNS = ("code", "name", "http", "parameters", "since") + TEXTS


def faults_of_row(row, last_code):
    """What is wrong with one row, given the code of the row before."""
    for column in COLUMNS:
        if not row[column].strip() and column != "parameters":
            yield f"{column} is empty"
    if not re.fullmatch(r"[A-Z][A-Za-z0-9]+", row["name"]):
        yield "the name is not PascalCase"
    if not re.fullmatch(r"[45]\d\d", row["http"]):
        yield "http is no error status"
    if not row["code"].isdigit() or int(row["code"]) <= last_code:
        yield "codes must ascend"
    # (name) in parentheses is for programs: it travels with the rejection and stands in no text.
    named = {name.strip() for name in row["parameters"].split(",") if name.strip()}
    declared = {name for name in named if not name.startswith("(")}
    for text in TEXTS:
        for name in set(re.findall(r"\{(\w+)\}", row[text])) - declared:
            yield f"{text} uses {{{name}}}, which is not declared"
    for language in ("vi", "en"):
        used = set(re.findall(r"\{(\w+)\}", row[language] + row[f"{language}_advice"]))
        for name in declared - used:
            yield f"{name} is declared but used in no text of {language}"


def faults_of_file(lines):
    last_code = 0
    header = None
    for number, line in enumerate(lines, 1):
        line = line.rstrip("\n")
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            if tuple(header) != COLUMNS:
                yield f"line {number}: the columns must be {', '.join(COLUMNS)}"
            continue
        if len(cells) != len(COLUMNS):
            yield f"line {number}: {len(cells)} cells instead of {len(COLUMNS)}"
            continue
        row = dict(zip(COLUMNS, cells))
        for fault in faults_of_row(row, last_code):
            yield f"line {number} ({row['code']} {row['name']}): {fault}"
        if row["code"].isdigit():
            last_code = int(row["code"])


def main(path):
    with open(path, encoding="utf-8") as file:
        faults = list(faults_of_file(file))
    print("\n".join(faults) or f"{path}: no fault")
    sys.exit(1 if faults else 0)


main(*sys.argv[1:])
