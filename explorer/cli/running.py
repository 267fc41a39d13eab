"""Commands that open the window, train, take the tour, or serve them."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from explorer.cli.common import (
    CommandError,
    build_message,
    open_document,
    print_json,
    with_parameters,
)
from explorer.graph import files
from explorer.version import version


def open_(args: argparse.Namespace) -> int:
    from explorer.app import quick

    quick.collect_later()
    quick.read_no_sources()
    from explorer.app import places
    from explorer.app.main import run

    try:
        places.keep_in(args.settings)
    except OSError as error:
        raise CommandError(f"--settings {args.settings}: {error.strerror or error}") from None
    opened = open_document(args.network) if args.network else ()
    code: int = run(*opened)
    return code


def train(args: argparse.Namespace) -> int:
    from explorer.build.plan import BuildError
    from explorer.training.command import train
    from explorer.training.errors import TrainingError

    document = with_parameters(open_document(args.network)[0], args.set)
    try:
        result = train(
            document, args.data, args.epochs, Path(args.out), args.device, args.seed,
            say=lambda line: print(line, file=sys.stderr, flush=True),
        )  # fmt: skip
    except BuildError as error:
        raise CommandError(build_message(error)) from None
    except TrainingError as error:
        raise CommandError(str(error)) from None
    _remember(Path(args.out))
    print(json.dumps(result), flush=True)
    return 0


def _remember(folder: Path) -> None:
    """Have the window find a run; where there is no screen's library, there is none to find it."""
    try:
        from explorer.app.settings import Settings
    except ImportError:
        return
    settings = Settings()
    settings.add_run(folder)
    settings.sync()


def worker(args: argparse.Namespace) -> int:
    """The torch side of a window that was frozen into one program."""
    from explorer.worker.process import main as work

    work([args.ring, args.device])
    return 0


def tour(args: argparse.Namespace) -> int:
    from explorer.app.tour import tour

    code: int = tour(Path(args.out))
    return code


def new(args: argparse.Namespace) -> int:
    path = Path(args.file)
    if path.exists():
        raise CommandError(f"{path} exists already; give another name, or delete it first")
    document, _ = open_document(args.source)
    files.save(document, path)
    print_json({"path": str(path), "from": args.source})
    return 0


def check(args: argparse.Namespace) -> int:
    from explorer.training.check import check

    print_json({"explorer": version(), **check()})
    return 0
