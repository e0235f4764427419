# SPDX-License-Identifier: Apache-2.0
"""Compares the module graph drawn in ARCHITECTURE.md with the one that CMake built: check_module_graph.py MARKDOWN DOT."""
import pathlib
import re
import sys

EDGE = re.compile(r"^\s*(\w+)\s*->\s*(\w+)\s*;?\s*$", re.MULTILINE)


def edges(text):
    return set(EDGE.findall(text))


def find_cycle(graph):
    """A module that reaches itself, or None."""
    for start in {module for edge in graph for module in edge}:
        reached, ahead = set(), [to for origin, to in graph if origin == start]
        while ahead:
            module = ahead.pop()
            if module not in reached:
                reached.add(module)
                ahead += [to for origin, to in graph if origin == module]
        if start in reached:
            return start
    return None


def main(markdown, dot):
    drawing = re.search(r"```dot\n(.*?)```", pathlib.Path(markdown).read_text(encoding="utf-8"), re.DOTALL)
    if not drawing:
        sys.exit(f"{markdown} holds no ```dot drawing of the modules")
    drawn, built = edges(drawing[1]), edges(pathlib.Path(dot).read_text(encoding="utf-8"))
    problems = [f"{a} -> {b} is built but not drawn in ARCHITECTURE.md" for a, b in sorted(built - drawn)]
    problems += [f"{a} -> {b} is drawn in ARCHITECTURE.md but not built" for a, b in sorted(drawn - built)]
    if cyclic := find_cycle(built):
        problems.append(f"{cyclic} depends on itself in the end")
    if problems:
        sys.exit("\n".join(problems))


main(*sys.argv[1:])
