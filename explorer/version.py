"""Which version of the program this is."""

from __future__ import annotations


def version() -> str | None:
    """As its metadata says; None where it runs from a source tree that was never installed."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("architecture-explorer")
    except PackageNotFoundError:
        return None
