"""What the systems are told about the program: one source, pyproject.toml, for every form of it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
NAME = "architecture-explorer"
TITLE = "Architecture Explorer"
MAC_ID = "example.architecture-explorer"
"""Where the project is published is not settled: until then its names end in the reserved .example."""
EXTENSION = ".network.json"


def project() -> dict[str, Any]:
    """The table ``project`` of pyproject.toml."""
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return found


def version() -> str:
    return str(project()["version"])


def windows_version() -> str:
    """The text of a version resource, which Windows shows in a file's properties."""
    numbers = [*map(int, version().split(".")), 0, 0, 0, 0][:4]
    about = project()
    texts = {
        "CompanyName": about["authors"][0]["name"],
        "FileDescription": TITLE,
        "FileVersion": version(),
        "InternalName": NAME,
        "LegalCopyright": f"{about['authors'][0]['name']}, {about['license']} licence",
        "OriginalFilename": f"{NAME}.exe",
        "ProductName": TITLE,
        "ProductVersion": version(),
    }
    strings = ",\n      ".join(f"StringStruct({key!r}, {text!r})" for key, text in texts.items())
    return f"""VSVersionInfo(
  ffi=FixedFileInfo(filevers={tuple(numbers)}, prodvers={tuple(numbers)}, mask=0x3F, flags=0x0,
                    OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable('040904B0', [
      {strings}])]),
    VarFileInfo([VarStruct('Translation', [1033, 1200])]),
  ],
)
"""


def macos_plist() -> dict[str, Any]:
    """What an .app says of itself, its file type included."""
    kind = f"{MAC_ID}.network"
    return {
        "CFBundleName": TITLE,
        "CFBundleDisplayName": TITLE,
        "CFBundleShortVersionString": version(),
        "CFBundleVersion": version(),
        "LSMinimumSystemVersion": "12.0",
        "LSApplicationCategoryType": "public.app-category.education",
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Network",
                "CFBundleTypeRole": "Editor",
                "LSItemContentTypes": [kind],
                "LSHandlerRank": "Owner",
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": kind,
                "UTTypeDescription": "Network of Architecture Explorer",
                "UTTypeConformsTo": ["public.json"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": [EXTENSION.removeprefix(".")]
                },
            }
        ],
    }
