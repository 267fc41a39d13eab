"""Why an export did not come about."""

from __future__ import annotations


class ExportError(Exception):
    """Why a network could not be exported: what is wrong, why, how to mend it."""

    def __init__(self, what: str, why: str = "", mend: str = "") -> None:
        super().__init__(" ".join(part for part in (what, why, mend) if part))
        self.what = what
        self.why = why
        self.mend = mend
