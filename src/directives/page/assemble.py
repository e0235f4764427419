# SPDX-License-Identifier: Apache-2.0
"""Puts the page of a plan together: assemble.py PAGE.html FONT_FOLDER OUT STYLE.css… SCRIPT.js…

Style, script and fonts go into the page, because it must work from a USB stick without a network; the policy in its
head allows exactly this style and this script, by their hashes. {{title}} and {{data}} are left for the program."""
import base64
import hashlib
import pathlib
import sys

WEIGHTS = (400, 600, 700)
RANGES = {
    "vietnamese": "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,"
                  "U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB",
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,"
             "U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
}


def font_face(folder, subset, weight):
    data = (folder / f"be-vietnam-pro-{subset}-{weight}-normal.woff2").read_bytes()
    return ('@font-face{font-family:"Be Vietnam Pro";font-style:normal;font-display:block;'
            f"font-weight:{weight};unicode-range:{RANGES[subset]};"
            f"src:url(data:font/woff2;base64,{base64.b64encode(data).decode()}) format('woff2')}}\n")


def source_of(text):
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def texts(files, ending):
    return "".join(pathlib.Path(file).read_text(encoding="utf-8") for file in files if file.endswith(ending))


def main(page, fonts, out, *files):
    faces = (font_face(pathlib.Path(fonts), subset, weight) for weight in WEIGHTS for subset in RANGES)
    style = "".join(faces) + texts(files, ".css")
    script = '"use strict";\n' + texts(files, ".js")
    policy = (f"default-src 'none'; style-src {source_of(style)}; script-src {source_of(script)}; "
              "font-src data:; base-uri 'none'; form-action 'none'")
    text = pathlib.Path(page).read_text(encoding="utf-8")
    for name, value in (("policy", policy), ("style", style), ("script", script)):
        text = text.replace("{{" + name + "}}", value)
    pathlib.Path(out).write_text(text, encoding="utf-8")


main(*sys.argv[1:])
