"""Brings the translations up to date with the code: ``make translations``.

Texts that are new stand unfinished in the ``.ts`` (``--list`` prints them), those that are gone are
left out. Qt's lrelease then makes what the window loads; ``messages.json`` says which messages there
are, as a ``.qm`` cannot be asked.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from texts import MESSAGES, Found, texts

ROOT = Path(__file__).parents[2]
LANGUAGES = ("it",)
SHIPPED = ROOT / "resources" / "translations"


def source(language: str) -> Path:
    return ROOT / "packaging" / "translations" / f"explorer_{language}.ts"


def read(file: Path) -> dict[tuple[str, str], str]:
    """Finished translations by context and text."""
    if not file.exists():
        return {}
    found = {}
    for context in ET.parse(file).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") != "unfinished":
                found[name, message.findtext("source") or ""] = translation.text or ""
    return found


def write(file: Path, language: str, found: Found, known: dict[tuple[str, str], str]) -> None:
    """A ``.ts`` with every text that was found, sorted, so that its changes can be read."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context, last = root, None
    for name, text in sorted(found):
        if name != last:
            context, last = ET.SubElement(root, "context"), name
            ET.SubElement(context, "name").text = name
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        if (name, text) in known:
            translation.text = known[name, text]
        else:
            translation.set("type", "unfinished")
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")


def release(file: Path, to: Path) -> None:
    """The ``.qm`` of a ``.ts``, by Qt's own tool."""
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([tool, "-silent", file, "-qm", to], check=True)


def index(found: Found) -> str:
    """The messages, as the window reads them."""
    known = sorted(text for context, text in found if context == MESSAGES)
    return json.dumps(known, ensure_ascii=False, indent=0) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true", help="print what is not translated, as JSON")
    wanted = parser.parse_args()
    found = texts(ROOT / "explorer")
    SHIPPED.mkdir(exist_ok=True)
    (SHIPPED / "messages.json").write_text(index(found), "utf-8")
    for language in LANGUAGES:
        file = source(language)
        known = read(file)
        write(file, language, found, known)
        release(file, SHIPPED / f"explorer_{language}.qm")
        new = [key for key in sorted(found) if key not in known]
        if wanted.list:
            print(json.dumps([[*key, ""] for key in new], ensure_ascii=False, indent=0))
        print(f"{language}: {len(found)} texts, {len(new)} to translate", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
