#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the packs of packs/organisations from lists of units: make.py UNITS_2022.tsv UNITS_2025.tsv

UNITS_2022: code, parent_code, name, type. UNITS_2025: code, name, predecessors_as_published. Run once for each new edition of the
lists; the packs it writes are committed. It decides which unit each published predecessor means, and says so where that is doubtful.
"""
import collections
import csv
import json
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).parent
PACKS = HERE.parent.parent / "packs" / "organisations"
KINDS = {"province": "province", "quan": "urban_district", "huyen": "rural_district", "thi-xa": "town", "thanh-pho": "provincial_city",
         "phuong": "ward", "thi-tran": "township", "xa": "commune"}
KIND_OF_PREFIX = {"Phường": "ward", "Thị trấn": "township", "Xã": "commune", "Đặc khu": "special_zone"}
CITY, NEIGHBOUR = "31", "30"
DATES = {"beginning": "2021-07-01", "between": "2025-01-01", "departments": "2025-03-01", "units": "2025-07-01"}
TONES = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
         "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}
LEVEL = re.compile(r"^(phường|xã|thị trấn|đặc khu|huyện|quận|thành phố|thị xã|tỉnh) ")


def spelling(name):
    """Letter case and the place of the tone mark do not matter; every mark does."""
    text = unicodedata.normalize("NFC", name).lower()
    for last, first in TONES.items():
        text = re.sub(rf"(?<!q){last}(?!\w)", first, text)
    return text


def bare(name):
    return LEVEL.sub("", spelling(name))


def table(path):
    lines = [line for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [line.split("\t") for line in lines]


class Unit:
    """A commune as it stood on 30 June 2025. `code` is its own, or the lowest of those that went into it."""

    def __init__(self, key, name, district, code):
        self.key, self.name, self.district, self.code = key, name, district, code
        self.sources, self.doubt, self.targets = [], None, []


class Units:
    """The communes between 2022 and July 2025."""

    def __init__(self, rows):
        self.rows = {row["code"]: row for row in rows}
        self.province = {code: self.province_of(code) for code in self.rows}
        self.units = [Unit(f"2022/{row['code']}", row["name"], row["parent_code"], row["code"])
                      for row in rows if KINDS[row["type"]] in ("ward", "township", "commune")]
        self.found_by = {}
        self.gone = {}  # key of 2022 → unit it went into, and why

    def province_of(self, code):
        while self.rows[code]["parent_code"]:
            code = self.rows[code]["parent_code"]
        return code

    def in_district(self, district, name, exact=False):
        hits = [unit for unit in self.units if unit.district == district and spelling(unit.name) == spelling(name)]
        if not hits and not exact:
            hits = [unit for unit in self.units if unit.district == district and bare(unit.name) == bare(name)]
        return hits[0] if hits else None

    def apply_between(self, lines):
        """What the table says: a unit that takes in others, a new unit, or (one source, no such unit yet) a new name."""
        for district, name, sources in lines:
            target = self.in_district(district, name, exact=True) or self.in_district(district, name)
            parts = [self.in_district(district, source, exact=True) for source in sources.split("|")]
            assert all(parts), (district, name, sources)
            if target is None and len(parts) == 1:
                parts[0].new_name, parts[0].doubt = name, "Tên mới suy ra từ danh sách công bố năm 2025."
                parts[0].name = name
                continue
            if target is None:
                target = Unit(f"2025-01/{district}/{bare(name).replace(' ', '-')}", name, district, min(part.code for part in parts))
                target.made = True
                self.units.append(target)
            for part in parts:
                self.gone[part.key] = (target, "Suy ra từ tên gọi và vị trí; chưa đối chiếu nghị quyết.")
                self.units.remove(part)
                target.sources.append(part)

    def absorb_unnamed(self):
        """Units that no published list names: to the named unit of the same district with the nearest code."""
        for unit in [unit for unit in self.units if not unit.targets]:
            neighbours = [other for other in self.units if other.district == unit.district and other.targets]
            target = min(neighbours, key=lambda other: (abs(int(other.code) - int(unit.code)), other.code))
            self.gone[unit.key] = (target, "Danh sách năm 2025 không nêu; lấy đơn vị cùng huyện có mã gần nhất.")
            self.units.remove(unit)
            target.sources.append(unit)


def districts_of_names(units):
    return {(units.province[code], spelling(row["name"])): code for code, row in units.rows.items()
            if KINDS[row["type"]] in ("urban_district", "rural_district", "town", "provincial_city")}


def district_named(units, text, home):
    """The district in brackets; its level may have changed since 2022 (quận An Dương was a huyện)."""
    hits = [code for (province, name), code in districts_of_names(units).items() if LEVEL.sub("", name) == bare(text)]
    exact = [code for (province, name), code in districts_of_names(units).items() if name == spelling(text)]
    return (exact or hits or [None])[0]


def resolve_predecessors(units, new_rows, notes):
    """Finds the unit that each published predecessor means: by the bracketed district, else the district where the new unit's own code
    comes from, else the districts of its unmistakable siblings, else the nearest code of the same province."""
    for new in new_rows:
        home = units.rows[new["code"]]["parent_code"] if new["code"] in units.rows else None
        names = [re.match(r"(.*?)(?: \((.*)\))?$", text).groups() for text in new["predecessors_as_published"].split(", ")]
        everywhere = {name: [unit for unit in units.units if spelling(unit.name) == spelling(name)] for name, _ in names}
        siblings = {hits[0].district for hits in everywhere.values() if len(hits) == 1}
        for name, bracket in names:
            unit, doubt = None, None
            if name.startswith("Huyện "):
                new.setdefault("districts", []).append(next(code for (_, text), code in districts_of_names(units).items() if text == spelling(name)))
                continue
            if bracket:
                unit = units.in_district(district_named(units, bracket, home), name)
                assert unit, (new["name"], name, bracket)
            elif home and units.in_district(home, name):
                unit = units.in_district(home, name)
            elif len(everywhere[name]) == 1:
                unit = everywhere[name][0]
            else:
                near = [hit for hit in everywhere[name] if hit.district in siblings]
                if len(near) != 1:
                    doubt = f"“{name}” có ở nhiều huyện; chọn theo mã gần nhất."
                candidates = near or everywhere[name]
                assert candidates, (new["name"], name)
                unit = min(candidates, key=lambda hit: abs(int(hit.code) - int(new["code"])))
            unit.targets.append(new["code"])
            unit.published = name if not hasattr(unit, "published") else unit.published
            if doubt:
                unit.doubt = doubt
                notes.append(f"{new['name']} ({new['code']}): {doubt}")


def key(text):
    return {"key": text}


def naming(name, kind, code=None, short=None, parent=None, own_key=None):
    made = {"key": own_key, "name": name, "short_name": short, "kind": kind, "code": code, "parent": key(parent) if parent else None}
    return {field: value for field, value in made.items() if value}


def beginning_steps(units, rows):
    for row in rows:
        own = f"2022/{row['code']}"
        parent = f"2022/{row['parent_code']}" if row["parent_code"] else None
        yield units.province[row["code"]], {"kind": "create", "created": naming(row["name"], KINDS[row["type"]], row["code"], parent=parent, own_key=own)}


def between_steps(units, rows):
    by_key = {f"2022/{row['code']}": row for row in rows}
    doubt = {"doubtful": True}
    for name, code, kind in (("Thành phố Thủy Nguyên", "311", "provincial_city"), ("Quận An Dương", "312", "urban_district")):
        yield CITY, {"kind": "rename", "subjects": [key(f"2022/{code}")], "name": name, "organisation_kind": kind, "code": code, **doubt,
                     "note": "Đổi loại từ huyện; chưa đối chiếu nghị quyết."}
    for unit in units.units:
        province = units.province[unit.district]
        prefix = next(prefix for prefix in KIND_OF_PREFIX if unit.published.startswith(prefix))
        receiver = {"into": key(unit.key)}
        if hasattr(unit, "made"):
            receiver = {"created": naming(unit.published, KIND_OF_PREFIX[prefix], parent=f"2022/{unit.district}", own_key=unit.key)}
        elif spelling(by_key[unit.key]["name"]) != spelling(unit.published):
            yield province, {"kind": "rename", "subjects": [key(unit.key)], "name": unit.published, "organisation_kind": KIND_OF_PREFIX[prefix],
                             "code": by_key[unit.key]["code"], **doubt, "note": unit.doubt or "Tên và loại theo danh sách công bố năm 2025."}
        for reason in dict.fromkeys(units.gone[part.key][1] for part in unit.sources):
            yield province, {"kind": "merge", "subjects": [key(part.key) for part in unit.sources if units.gone[part.key][1] == reason],
                             **receiver, **doubt, "note": reason}
            receiver = {"into": key(unit.key)}


def chosen_answerer(unit, new_by_code):
    """Of a unit whose parts went to several new ones: the one of the same name, else the one that kept its code, else the one that
    lists the fewest predecessors (of which this unit is the larger share), else the first by code."""
    for code in unit.targets:
        if bare(new_by_code[code]["name"]) == bare(unit.published):
            return code, "cùng tên"
    if unit.code in unit.targets:
        return unit.code, "giữ mã cũ"
    fewest = min(unit.targets, key=lambda code: (new_by_code[code]["predecessors_as_published"].count(","), code))
    return fewest, "đơn vị mới có ít đơn vị cũ nhất"


def new_unit(new):
    prefix = next(prefix for prefix in KIND_OF_PREFIX if new["name"].startswith(prefix))
    return naming(new["name"], KIND_OF_PREFIX[prefix], new["code"], parent=f"2022/{CITY}", own_key=f"2025/{new['code']}")


def july_steps(units, new_rows, summary):
    new_by_code = {new["code"]: new for new in new_rows}
    yield {"kind": "merge", "subjects": [key(f"2022/{NEIGHBOUR}")], "into": key(f"2022/{CITY}")}
    whole = collections.defaultdict(list)
    for unit in units.units:
        if len(unit.targets) == 1:
            whole[unit.targets[0]].append(unit)
    for new in new_rows:
        subjects = [key(unit.key) for unit in whole[new["code"]]] + [key(f"2022/{code}") for code in new.get("districts", [])]
        doubts = [unit.doubt for unit in whole[new["code"]] if unit.doubt]
        step = {"kind": "merge", "subjects": subjects, "created": new_unit(new)} if subjects else {"kind": "create", "created": new_unit(new)}
        yield step | ({"doubtful": True, "note": " ".join(doubts)} if doubts else {})
    for unit in units.units:
        if len(unit.targets) > 1:
            answerer, rule = chosen_answerer(unit, new_by_code)
            summary[f"chia tách, chịu trách nhiệm: {rule}"] += 1
            yield {"kind": "split", "subjects": [key(unit.key)], "parts": [key(f"2025/{code}") for code in unit.targets],
                   "answerer": key(f"2025/{answerer}"), "doubtful": True, "note": f"Đơn vị chịu trách nhiệm chọn theo quy tắc: {rule}."}
    yield from district_steps(units, new_rows)


def district_steps(units, new_rows):
    """A district whose communes all went to one new unit is answered for by it; for the others the city answers."""
    already = {code for new in new_rows for code in new.get("districts", [])}
    for code, row in units.rows.items():
        if KINDS[row["type"]] not in ("urban_district", "rural_district", "town", "provincial_city") or code in already:
            continue
        targets = {target for unit in units.units if unit.district == code for target in unit.targets}
        if len(targets) == 1:
            yield {"kind": "merge", "subjects": [key(f"2022/{code}")], "into": key(f"2025/{targets.pop()}")}
        else:
            yield {"kind": "close", "subjects": [key(f"2022/{code}")], "answerer": key(f"2022/{CITY}"), "doubtful": True,
                   "note": "Kết thúc cấp huyện; thành phố chịu trách nhiệm theo quy tắc chung."}


def department_steps():
    for own, name, short, kind in table(HERE / "agencies.tsv"):
        yield {"kind": "create", "created": naming(name, kind, short=short, parent=f"2022/{CITY}", own_key=f"agency/{own}")}


def department_mergers():
    def into(target, *others):
        return {"kind": "merge", "subjects": [key(f"agency/{other}") for other in others], "into": key(f"agency/{target}")}
    yield into("tai-chinh", "ke-hoach-dau-tu")
    yield {"kind": "merge", "subjects": [key("agency/nong-nghiep"), key("agency/tai-nguyen")],
           "created": naming("Sở Nông nghiệp và Môi trường", "department", short="Sở NN&MT", parent=f"2022/{CITY}", own_key="agency/nong-nghiep-moi-truong")}
    yield into("xay-dung", "giao-thong")
    yield into("khoa-hoc", "thong-tin")
    yield into("noi-vu", "lao-dong")


def source(document, verified, note=None, issued_on=None, issuer=None):
    made = {"document": document, "issued_on": issued_on, "issuer": issuer, "verified": verified, "note": note}
    return {field: value for field, value in made.items() if value is not None}


def write(name, on, origin, steps):
    lines = ",\n".join("    " + json.dumps(step, ensure_ascii=False) for step in steps)
    text = f'{{\n  "format": "haidang-organisations-1",\n  "act": "{name}",\n  "on": "{on}",\n  "source": {json.dumps(origin, ensure_ascii=False)},\n  "steps": [\n{lines}\n  ]\n}}\n'
    (PACKS / f"{name}.json").write_text(text, encoding="utf-8")


def main(units_2022, units_2025):
    with open(units_2022, encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    with open(units_2025, encoding="utf-8") as file:
        new_rows = list(csv.DictReader(file, delimiter="\t"))
    units, notes, summary = Units(rows), [], collections.Counter()
    units.apply_between(table(HERE / "between_2022_and_2025.tsv"))
    resolve_predecessors(units, new_rows, notes)
    units.absorb_unnamed()

    list_of_2022 = "Danh mục mã số các đơn vị hành chính Việt Nam (Tổng cục Thống kê), năm 2022"
    begun = "Ghi nhận từ đầu nhiệm kỳ 2021–2026; không phải ngày thành lập."
    beginning = list(beginning_steps(units, rows))
    between = list(between_steps(units, rows))
    write("haiphong_2022", DATES["beginning"], source(list_of_2022, True, begun), [step for province, step in beginning if province == CITY])
    write("haiphong_agencies_2022", DATES["beginning"],
          source("Danh sách sở, ngành thành phố Hải Phòng năm 2022", False, "Chưa kiểm chứng: chưa đối chiếu văn bản. " + begun), department_steps())
    write("haiduong_2022", DATES["beginning"], source(list_of_2022, True, begun), [step for province, step in beginning if province == NEIGHBOUR])
    unread = "Chưa kiểm chứng: chưa đọc nghị quyết; ngày hiệu lực, tên và thành phần suy ra từ hai danh sách năm 2022 và 2025."
    write("haiphong_2025_01", DATES["between"], source("Nghị quyết sắp xếp đơn vị hành chính thành phố Hải Phòng giai đoạn 2023–2025", False, unread),
          [step for province, step in between if province == CITY])
    write("haiduong_2025_01", DATES["between"], source("Nghị quyết sắp xếp đơn vị hành chính tỉnh Hải Dương giai đoạn 2023–2025", False, unread),
          [step for province, step in between if province == NEIGHBOUR])
    write("haiphong_agencies_2025_03", DATES["departments"],
          source("Nghị quyết sắp xếp các cơ quan chuyên môn của thành phố Hải Phòng năm 2025", False, "Chưa kiểm chứng: chưa đọc nghị quyết."), department_mergers())
    write("haiphong_2025_07", DATES["units"],
          source("Nghị quyết 202/2025/QH15", True, "Danh sách đơn vị và đơn vị cũ theo dữ liệu đã công bố; các bước ghi chú riêng thì chưa kiểm chứng.", issuer="Quốc hội"),
          july_steps(units, new_rows, summary))
    print("\n".join(notes))
    print(dict(summary), len(units.gone), "units of 2022 ended before July 2025", collections.Counter(reason for _, reason in units.gone.values()))


if __name__ == "__main__":
    main(*sys.argv[1:])
