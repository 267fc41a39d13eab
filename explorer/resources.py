"""Where the program's own files are: fonts, icons, examples, sample data."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
# Inside an installed wheel first, then beside the package in the source tree.
_PLACES = (_PACKAGE / "_resources", _PACKAGE.parent / "resources")


def path(*parts: str) -> Path:
    """The file or folder under `resources/` that `parts` name, such as `("icons", "app.svg")`.

    Raises FileNotFoundError, naming the places looked in, where there is none.
    """
    for place in _PLACES:
        found = place.joinpath(*parts)
        if found.exists():
            return found
    name = "/".join(("resources", *parts))
    places = " and ".join(str(place) for place in _PLACES)
    raise FileNotFoundError(f"{name} is not part of this installation (looked in {places})")
