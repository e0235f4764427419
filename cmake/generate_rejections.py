# SPDX-License-Identifier: Apache-2.0
"""Turns api/rejections.tsv into the C++ enum and table of `base`: generate_rejections.py TSV HEADER SOURCE."""
import csv
import json
import sys


def read_rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        lines = [line for line in file if line.strip() and not line.startswith("#")]
    rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    seen = set()
    for row in rows:
        missing = [key for key in ("code", "name", "http", "vi", "en", "vi_advice", "en_advice") if not row.get(key)]
        if missing:
            sys.exit(f"{path}: {row.get('name') or row}: empty {', '.join(missing)}")
        for key in ("code", "name"):
            if row[key] in seen:
                sys.exit(f"{path}: {row[key]} stands twice")
            seen.add(row[key])
    return rows


def main(tsv, header, source):
    rows = read_rows(tsv)
    enumerators = "".join(f"  {row['name']} = {row['code']},\n" for row in rows)
    text = json.dumps

    def entry(row):
        texts = ", ".join(text(row[key], ensure_ascii=False) for key in ("vi", "en", "vi_advice", "en_advice"))
        return f'    {{Code::{row["name"]}, "{row["name"]}", {row["http"]}, {texts}}},\n'

    with open(header, "w", encoding="utf-8") as out:
        out.write("// Generated from api/rejections.tsv.\n#pragma once\n\nnamespace haidang {\n\n"
                  "/// Stable numbers of what a person can be told; texts are in api/rejections.tsv.\n"
                  f"enum class Code : int {{\n{enumerators}}};\n\n}}  // namespace haidang\n")
    with open(source, "w", encoding="utf-8") as out:
        out.write("// Generated from api/rejections.tsv.\n#include \"rejection_table.hpp\"\n\nnamespace haidang {\n\n"
                  f"static constexpr RejectionEntry kEntries[] = {{\n{''.join(map(entry, rows))}}};\n\n"
                  "std::span<const RejectionEntry> rejection_table() { return kEntries; }\n\n}  // namespace haidang\n")


main(*sys.argv[1:])
