"""Why something cannot be looked at."""

from __future__ import annotations


class InsightError(Exception):
    """A view into the network that cannot be had: what is wrong, why, how to mend it."""

    def __init__(self, what: str, why: str = "", mend: str = "") -> None:
        super().__init__(" ".join(part for part in (what, why, mend) if part))
        self.what = what
        self.why = why
        self.mend = mend
