#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""embed_sql.py MODULE HEADER FILE…: writes the SQL files of a module as C++ constants (see Sql.cmake)."""
import pathlib
import sys


def without_leading_comment(text):
    lines = text.splitlines()
    while lines and (lines[0].startswith("--") or not lines[0].strip()):
        lines.pop(0)
    return "\n".join(lines).strip()


def constant_name(stem):
    return "k" + "".join(part.capitalize() for part in stem.split("_"))


def literal(text):
    # Long literals are cut, because compilers limit the length of one piece.
    pieces = [text[start:start + 8000] for start in range(0, len(text), 8000)] or [""]
    return " ".join(f'R"sql({piece})sql"' for piece in pieces)


def main():
    module, header, *files = sys.argv[1:]
    statements, migrations = [], []
    for name in files:
        path = pathlib.Path(name)
        text = path.read_text(encoding="utf-8")
        if path.parent.name == "migrations":
            migrations.append(f'      {{"{path.stem}", {literal(text)}}},')
        else:
            statement = without_leading_comment(text).rstrip(";")
            statements.append(f'inline constexpr db::Statement {constant_name(path.stem)}{{"{path.stem}", {literal(statement)}}};')
    body = "\n".join(statements)
    steps = "\n".join(migrations)
    pathlib.Path(header).write_text(f"""// Generated from the module's sql/ and migrations/.
#pragma once
#include <array>
#include <span>

#include "db/database.hpp"
#include "db/migrations.hpp"

namespace haidang::{module}::sql {{

{body}

inline std::span<const db::Migration> migrations() {{
  static constexpr std::array<db::Migration, {len(migrations)}> kAll{{{{
{steps}
  }}}};
  return kAll;
}}

}}  // namespace haidang::{module}::sql
""", encoding="utf-8")


main()
