#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measure how well a program reads the test directives.

    python3 tools/score_directives.py tests/directives --command 'PROGRAM directive read --json {file}'
            [--only TEXT] [--verbose] [--least 0.9] [--timeout 120]

Each NAME.expected.json is compared with what the command prints for the document of the same name
({file} stands for its path; no shell is used). Nine figures, all documents pooled:

  task P, R, F1   tasks found, precision, recall and their harmonic mean
  assignees, coordinators, deadline
                  share of the expected tasks where the program agrees; a task it missed counts as wrong
  targets         F1 over value, comparison and whether the unit is a percentage
  references      F1 over the document's references (half for a wrong date) and those of each task
  header          share of the seven header fields that agree
  findings        F1 over code and clause

The overall score is the mean of the last eight figures (task F1 to findings). The program exits with 1
when it is below --least. What the expected files hold is described in tests/directives/README.md.
"""
import argparse
import json
import pathlib
import re
import shlex
import subprocess
import sys
import unicodedata
from collections import Counter

DOCUMENT_SUFFIXES = (".txt", ".docx", ".pdf", ".odt", ".doc")
HEADER_FIELDS = ("number", "issued_on", "issued_year", "place", "issuer", "kind", "signer")
FIGURES = ("task_p", "task_r", "task_f1", "assignees", "coordinators", "deadline",
           "targets", "references", "header", "findings")
PROSE_KEYS = ("summary", "text", "title", "quote", "content", "description", "summary_contains")

# The second vowel carries the tone in the newer spelling (oà), the first in the older one (òa).
TONES = "\u0300\u0301\u0303\u0309\u0323"
NEW_TONE_PLACE = re.compile("(?<!q)(oa|oe|uy)([" + TONES + r"])(?![\w\u0300-\u036f])")


def plain(value):
    """Case, spaces, dashes, quotes and tone placement made equal."""
    letters = unicodedata.normalize("NFD", str(value).casefold())
    letters = NEW_TONE_PLACE.sub(lambda m: m[1][0] + m[2] + m[1][1], letters)
    letters = unicodedata.normalize("NFC", letters)
    letters = letters.translate(str.maketrans({"–": "-", "—": "-", "“": '"', "”": '"', "’": "'", "\u00a0": " "}))
    return " ".join(letters.split())


def tight(value):
    """For looking up a phrase: broken words and quotes must not matter."""
    return re.sub(r"[\s\"']", "", plain(value))


def number_or_none(value):
    try:
        return float(str(value).replace(",", "."))
    except ValueError:
        return None


def symbol(value):
    return re.sub(r"\s", "", plain(value)).strip(".,;:")


def clause_key(label):
    key = re.sub(r"\b(điều|khoản|điểm|mục|phần|tiết|ý|gạch đầu dòng)\b", "", plain(label or ""))
    key = re.sub(r"[\s()]", "", key.replace("phụ lục", "pl"))
    return re.sub(r"\.{2,}", ".", re.sub(r"^pl\.(?=\d)", "pl", key)).strip(".")


AGENCY_REWRITES = [(re.compile(a), b) for a, b in (
    (r"\bủy ban nhân dân\b", "ubnd"),
    (r"\bhội đồng nhân dân\b", "hđnd"),
    (r"\b(ủy ban mặt trận tổ quốc|ubmttq)( ?việt nam| ?vn)?\b", "ubmttq"),
    (r"\btp\.? ?(?=\w)", "thành phố "),
    (r"^(đồng chí |ông |bà )?(thủ trưởng|tổng giám đốc|giám đốc|chủ tịch|trưởng ban|cục trưởng|vụ trưởng) ", ""),
    (r"^chánh (?=văn phòng|thanh tra)", ""),
    (r"^(.*\b(?:các|sở, ban, ngành|sở, ngành)\b.*) (trực )?(thuộc )?(thành phố|tỉnh)$", r"\1"),
    (r",? ?(có )?liên quan( khác)?$", ""),
)]


def agency(name):
    key = plain(name).strip(" .;:,")
    for pattern, replacement in AGENCY_REWRITES:
        key = " ".join(pattern.sub(replacement, key).split())
    return key


def agency_set(names):
    """A group written as one name equals the same group written as several."""
    parts = set()
    for name in names or []:
        text = name.get("name", "") if isinstance(name, dict) else str(name)
        for part in re.split("[,;]", agency(text)):
            part = " ".join(word for word in part.split() if word != "các").strip(" .")
            if part:
                parts.add(part)
    return parts


COMPARISONS = {"=": "=", "==": "=", "eq": "=", ">=": ">=", "≥": ">=", ">": ">=", "ge": ">=", "at-least": ">=", "min": ">=",
               "<=": "<=", "≤": "<=", "<": "<=", "le": "<=", "at-most": "<=", "max": "<=", "decrease": "decrease", "down": "decrease"}


def target_bag(targets):
    bag = Counter()
    for target in targets or []:
        if isinstance(target, dict):
            comparison = plain(target.get("comparison") or "=")
            percent = plain(target.get("unit") or "%") in ("%", "phần trăm", "percent")
            bag[number_or_none(target.get("value")), COMPARISONS.get(comparison, comparison), percent] += 1
    return bag


def deadline_agreement(wanted, given):
    """1 for the same deadline, half for the right kind with a wrong day, unit or starting point."""
    wanted_kind = (wanted or {}).get("kind")
    given_kind = (given or {}).get("kind")
    if wanted_kind != given_kind:
        return 0.0
    if wanted_kind in (None, "continuous"):
        return 1.0
    if wanted_kind == "by":
        return float(str(given.get("date")) == wanted["date"])
    if wanted_kind == "recurring":
        if wanted.get("every") != given.get("every"):
            return 0.0
        if wanted.get("day") is None:
            return 1.0
        day = number_or_none(given.get("day"))
        return 1.0 if day is not None and abs(day - wanted["day"]) <= 1 else 0.5
    if wanted_kind == "relative":
        days = number_or_none(given.get("days"))
        if days != number_or_none(wanted.get("days")):
            return 0.0
        same_unit = days == 0 or given.get("unit") == wanted.get("unit")
        return 1.0 if same_unit and given.get("from") == wanted.get("from") else 0.5
    return 0.0


def deadline_score(task, given):
    given = given if isinstance(given, dict) else None
    best = max(deadline_agreement(d, given) for d in [task.get("deadline"), *task.get("accept_deadlines", [])])
    one_of_the_rest = any(deadline_agreement(d, given) == 1.0 for d in task.get("other_deadlines", []))
    return max(best, 0.5) if one_of_the_rest else best


def header_agrees(field, wanted, given):
    if field == "number" and str(given or "").strip().startswith("/"):
        given = None
    if wanted in (None, "") or given in (None, ""):
        return wanted in (None, "") and given in (None, "")
    if field == "number":
        return symbol(wanted) == symbol(given)
    if field == "issued_year":
        return number_or_none(wanted) == number_or_none(given)
    if field == "issued_on":
        return str(wanted) == str(given)
    if field == "issuer":
        return agency(wanted) == agency(given)
    if field == "place":
        return re.sub("^(tỉnh|thành phố) ", "", agency(wanted)) == re.sub("^(tỉnh|thành phố) ", "", agency(given))
    if field == "kind":
        return plain(wanted) in plain(given) or plain(given) in plain(wanted)
    return plain(wanted) == re.sub("^(đồng chí|ông|bà) ", "", plain(given))


def pair_tasks(expected, given):
    """Index of the given task for each expected one: by label and phrase, then phrase, then label alone."""
    labels = [clause_key(task.get("clause")) for task in given]
    texts = [tight(" ".join(str(task[k]) for k in PROSE_KEYS if task.get(k))) for task in given]
    wanted = [(clause_key(task["clause"]), tight(task["summary_contains"])) for task in expected]

    def belongs_elsewhere(text, own_phrase):
        return any(phrase in text for _, phrase in wanted if phrase != own_phrase)

    passes = (lambda label, phrase, j: label == labels[j] and phrase in texts[j],
              lambda label, phrase, j: phrase in texts[j],
              lambda label, phrase, j: label == labels[j] and not belongs_elsewhere(texts[j], phrase))
    pairs, free = {}, list(range(len(given)))
    for fits in passes:
        for i, (label, phrase) in enumerate(wanted):
            if i in pairs:
                continue
            match = next((j for j in free if fits(label, phrase, j)), None)
            if match is not None:
                pairs[i] = match
                free.remove(match)
    return pairs


class Tally:
    """Hits against what was given and what was expected; pooled by addition."""

    def __init__(self):
        self.hits, self.given, self.expected = 0.0, 0, 0

    def count(self, hits, given, expected):
        self.hits += hits
        self.given += given
        self.expected += expected

    def share(self):
        return self.hits / self.expected if self.expected else None

    def precision(self):
        return self.hits / self.given if self.given else (None if self.expected else 1.0)

    def f1(self):
        total = self.given + self.expected
        return 2 * self.hits / total if total else None


class Score:
    KINDS = ("task", "assignees", "coordinators", "deadline", "targets", "references", "header", "findings")

    def __init__(self):
        self.tallies = {kind: Tally() for kind in self.KINDS}
        self.notes = []

    def add(self, other):
        for kind in self.KINDS:
            t = other.tallies[kind]
            self.tallies[kind].count(t.hits, t.given, t.expected)

    def count(self, kind, hits, given, expected, note=""):
        self.tallies[kind].count(hits, given, expected)
        if note and (hits < expected or hits < given):
            self.notes.append(f"{kind:12} {note}")

    def figures(self):
        t = self.tallies
        shares = {kind: t[kind].share() for kind in ("assignees", "coordinators", "deadline", "header")}
        f1s = {kind: t[kind].f1() for kind in ("targets", "references", "findings")}
        precision = t["task"].precision()
        recall = t["task"].share()
        return {"task_p": 0.0 if precision is None else precision, "task_r": 1.0 if recall is None else recall,
                "task_f1": t["task"].f1(), **shares, **f1s}


def overall(figures):
    known = [figures[name] for name in FIGURES[2:] if figures[name] is not None]
    return sum(known) / len(known) if known else 0.0


def number_of(reference):
    return symbol(reference.get("number", "") if isinstance(reference, dict) else reference)


def compare_task(score, wanted, given):
    label = wanted["clause"]
    if given is None:
        score.notes.append(f"missed       {label}: {wanted['summary_contains']}")
        for kind in ("assignees", "coordinators", "deadline"):
            score.count(kind, 0, 0, 1)
        score.count("targets", 0, 0, len(wanted["targets"]))
        score.count("references", 0, 0, len(wanted["references"]))
        return
    for kind in ("assignees", "coordinators"):
        same = agency_set(wanted[kind]) == agency_set(given.get(kind))
        score.count(kind, float(same), 1, 1, f"{label}: want {wanted[kind]}, got {given.get(kind)}")
    score.count("deadline", deadline_score(wanted, given.get("deadline")), 1, 1,
                f"{label}: want {wanted['deadline']}, got {given.get('deadline')}")
    want_bag, got_bag = target_bag(wanted["targets"]), target_bag(given.get("targets"))
    score.count("targets", sum((want_bag & got_bag).values()), sum(got_bag.values()), sum(want_bag.values()),
                f"{label}: want {list(want_bag)}, got {list(got_bag)}")
    want_refs, got_refs = ({number_of(r) for r in task.get("references") or []} for task in (wanted, given))
    score.count("references", len(want_refs & got_refs), len(got_refs), len(want_refs),
                f"{label}: want {sorted(want_refs)}, got {sorted(got_refs)}")


def compare_references(score, wanted, given):
    want = {number_of(r): r.get("date") for r in wanted}
    got = {number_of(r): (r.get("date") if isinstance(r, dict) else None) for r in given or []}
    hits = sum(1.0 if want[n] is None or str(got[n]) == want[n] else 0.5 for n in want.keys() & got.keys())
    score.count("references", hits, len(got), len(want), f"document: want {want}, got {got}")


def compare_header(score, wanted, given):
    given = given if isinstance(given, dict) else {}
    silent = all(given.get(field) in (None, "") for field in HEADER_FIELDS)
    for field in HEADER_FIELDS:
        agrees = not silent and header_agrees(field, wanted.get(field), given.get(field))
        score.count("header", float(agrees), 1, 1, f"{field}: want {wanted.get(field)!r}, got {given.get(field)!r}")


def compare_findings(score, wanted, given, label_of):
    want = {(f["code"], clause_key(f.get("clause"))) for f in wanted}
    got = set()
    for finding in given or []:
        if isinstance(finding, dict):
            code, key = finding.get("code"), clause_key(finding.get("clause"))
            got.add((code, "" if code == "missing-date" else label_of.get(key, key)))
    score.count("findings", len(want & got), len(got), len(want), f"want {sorted(want)}, got {sorted(got, key=str)}")


def compare(expected, output):
    score = Score()
    output = output if isinstance(output, dict) else {}
    given = [task for task in output.get("tasks") or [] if isinstance(task, dict)]
    pairs = pair_tasks(expected["tasks"], given)
    score.count("task", len(pairs), len(given), len(expected["tasks"]))
    for i, wanted in enumerate(expected["tasks"]):
        compare_task(score, wanted, given[pairs[i]] if i in pairs else None)
    for j, task in enumerate(given):
        if j not in pairs.values():
            text = next((str(task[k]) for k in PROSE_KEYS if task.get(k)), "")
            score.notes.append(f"extra        {task.get('clause')}: {text[:60]}")
            score.count("targets", 0, sum(target_bag(task.get("targets")).values()), 0)
            score.count("references", 0, len(task.get("references") or []), 0)
    compare_references(score, expected["references"], output.get("references"))
    compare_header(score, expected["document"], output.get("document"))
    label_of = {clause_key(given[j].get("clause")): clause_key(expected["tasks"][i]["clause"]) for i, j in pairs.items()}
    compare_findings(score, expected["findings"], output.get("findings"), label_of)
    return score


def read_with(command, document, timeout):
    words = [word.replace("{file}", str(document)) for word in shlex.split(command)]
    try:
        done = subprocess.run(words, capture_output=True, timeout=timeout, check=False)
        return json.loads(done.stdout.decode("utf-8")), "" if done.returncode == 0 else f"exit {done.returncode}"
    except subprocess.TimeoutExpired:
        return None, "timed out"
    except OSError as error:
        return None, str(error)
    except ValueError:
        return None, f"no JSON, exit {done.returncode}: {done.stderr.decode('utf-8', 'replace')[-160:].strip()}"


def line(name, width, figures, remark=""):
    cells = " ".join(f"{'-' if figures[f] is None else format(figures[f], '.3f'):>12}" for f in FIGURES)
    return f"{name:{width}} {cells}  {remark}".rstrip()


def cases(folder, only):
    for expected in sorted(folder.glob("*.expected.json")):
        name = expected.name.removesuffix(".expected.json")
        document = next((p for s in DOCUMENT_SUFFIXES if (p := expected.with_name(name + s)).exists()), None)
        if only in name and document:
            yield name, document, json.loads(expected.read_text(encoding="utf-8"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--command", required=True)
    parser.add_argument("--only", default="", help="documents whose name contains this")
    parser.add_argument("--verbose", action="store_true", help="print every disagreement")
    parser.add_argument("--least", type=float, default=0.0, help="lowest overall score that passes")
    parser.add_argument("--timeout", type=float, default=120, help="seconds per document")
    options = parser.parse_args()
    if "{file}" not in options.command:
        options.command += " {file}"
    found = list(cases(options.folder, options.only))
    if not found:
        print("no documents")
        return 1
    width = max(len(name) for name, _, _ in found)
    print(f"{'document':{width}} " + " ".join(f"{f:>12}" for f in FIGURES))
    pooled = Score()
    for name, document, expected in found:
        output, remark = read_with(options.command, document, options.timeout)
        score = compare(expected, output)
        pooled.add(score)
        print(line(name, width, score.figures(), remark), flush=True)
        if options.verbose:
            print("".join(f"    {note}\n" for note in score.notes), end="")
    figures = pooled.figures()
    result = overall(figures)
    print(line(f"all {len(found)}", width, figures))
    print(f"overall: {result:.4f}")
    if result < options.least:
        print(f"below {options.least}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
