"""The command ``explorer``: opens the window, and does its work without one.

Results go to stdout (JSON where it says so), messages to stderr; the exit code is 2 for bad input.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from explorer.cli.common import BAD_INPUT, CommandError, open_document
from explorer.cli.figures import analysis_report
from explorer.cli.parser import command_line
from explorer.graph import files

__all__ = ["CommandError", "analysis_report", "main", "open_document"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    args = command_line().parse_args(arguments)
    try:
        return int(args.action(args))
    except (CommandError, files.FileError) as error:
        print(f"explorer: {error}", file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        # whoever read us has seen enough, as `explorer zoo | head` does
        sys.stderr.close()
        return 0
