"""What the desktop, Windows and macOS are told agrees with pyproject.toml and with itself."""

from __future__ import annotations

import ast
import configparser
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
MIME = "application/x-architecture-explorer-network"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="describes a Linux desktop")


@pytest.fixture(scope="module")
def about() -> ModuleType:
    sys.path.insert(0, str(ROOT / "packaging"))
    try:
        import about as found
    finally:
        sys.path.pop(0)
    return found


@pytest.fixture(scope="module")
def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(LINUX / "architecture-explorer.desktop", "utf-8")
    return parser["Desktop Entry"]


@pytest.fixture(scope="module")
def metainfo() -> ET.Element:
    return ET.parse(LINUX / "architecture-explorer.metainfo.xml").getroot()


def test_the_window_is_the_desktop_entrys(
    about: ModuleType, entry: configparser.SectionProxy
) -> None:
    from explorer.app.window import PROGRAM

    assert entry["Name"] == about.TITLE == PROGRAM
    assert entry["Icon"] == entry["Exec"].split()[0] == about.NAME == about.project()["name"]
    source = (ROOT / "explorer/app/main.py").read_text("utf-8")
    assert f'setDesktopFileName("{about.NAME}")' in source


def test_a_file_is_opened_by_a_command_that_there_is(entry: configparser.SectionProxy) -> None:
    from explorer.cli.parser import command_line

    _, *arguments = entry["Exec"].split()
    assert arguments == ["open", "%f"]
    assert command_line().parse_args(["open", "my.network.json"]).network == "my.network.json"
    assert command_line().parse_args(["open"]).network is None


def test_the_file_type_is_the_same_everywhere(
    about: ModuleType, entry: configparser.SectionProxy, metainfo: ET.Element
) -> None:
    from explorer.graph.files import SUFFIX

    kinds = ET.parse(LINUX / "architecture-explorer.xml").getroot()
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    [kind] = kinds.findall(f"{space}mime-type")
    [glob] = kind.findall(f"{space}glob")

    assert kind.get("type") == MIME
    assert glob.get("pattern") == f"*{SUFFIX}" == f"*{about.EXTENSION}"
    assert entry["MimeType"] == f"{MIME};"
    assert metainfo.findtext("provides/mediatype") == MIME
    [declared] = about.macos_plist()["UTExportedTypeDeclarations"]
    extensions = declared["UTTypeTagSpecification"]["public.filename-extension"]
    assert [f".{extension}" for extension in extensions] == [SUFFIX]


def test_the_metainfo_is_of_this_version(about: ModuleType, metainfo: ET.Element) -> None:
    release = metainfo.find("releases/release")
    assert release is not None
    assert release.get("version") == about.version()
    assert metainfo.findtext("name") == about.TITLE
    assert metainfo.findtext("project_license") == about.project()["license"]
    assert metainfo.findtext("launchable") == f"{about.NAME}.desktop"


def test_screenshots_are_pictures_of_the_documentation(metainfo: ET.Element) -> None:
    images = metainfo.findall("screenshots/screenshot/image")
    assert len(images) >= 3
    for image in images:
        with Image.open(ROOT / "docs/images" / (image.text or "").rpartition("/")[2]) as picture:
            assert picture.size == (int(image.get("width", 0)), int(image.get("height", 0)))


def test_windows_is_told_the_version(about: ModuleType) -> None:
    text = about.windows_version()

    tree = ast.parse(text, mode="eval")
    assert isinstance(tree.body, ast.Call)
    assert about.version() in text
    numbers = tuple(map(int, about.version().split(".")))
    assert f"filevers={(*numbers, 0)[:4]}" in text


def test_macos_is_told_the_version(about: ModuleType) -> None:
    assert about.macos_plist()["CFBundleShortVersionString"] == about.version()


@pytest.mark.parametrize(
    ("command", "file", "package"),
    [
        (["desktop-file-validate"], "architecture-explorer.desktop", "desktop-file-utils"),
        (
            ["appstreamcli", "validate", "--no-net"],
            "architecture-explorer.metainfo.xml",
            "appstream",
        ),
        (["xmllint", "--noout"], "architecture-explorer.xml", "libxml2-utils"),
    ],
)
def test_the_validators_agree(command: list[str], file: str, package: str) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is in Debian's {package}; make bundle-test brings its own")
    told = subprocess.run(
        [*command, str(LINUX / file)], capture_output=True, text=True, timeout=60, check=False
    )
    assert told.returncode == 0, told.stdout + told.stderr
    assert "error" not in told.stdout.lower()
