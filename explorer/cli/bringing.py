"""Commands that bring in: networks and weights from elsewhere."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import msgspec

from explorer.cli.common import (
    CommandError,
    build_message,
    open_document,
    print_json,
    with_parameters,
)
from explorer.graph import files


def weights(args: argparse.Namespace) -> int:
    from explorer.build.module import BuildError, build
    from explorer.build.weights import write_weights
    from explorer.exchange import weights

    document, path = open_document(args.network)
    document = with_parameters(document, args.set)
    given = {}
    for pair in args.map:
        old, sign, new = pair.partition("=")
        if not sign:
            raise CommandError(f"--map {pair}: write OLD=NEW, keys or their beginnings")
        given[old] = new
    try:
        network = build(document)
        found = weights.fit(network, args.source, given, args.accept)
    except BuildError as error:
        raise CommandError(build_message(error)) from None
    except weights.WeightsError as error:
        raise CommandError(str(error)) from None
    out = Path(args.out) if args.out else weights.beside(path) if path else None
    written = found.complete and out is not None
    if written and out is not None:
        weights.take(network, found)
        write_weights(network.state_dict(), out)
    if args.json:
        print_json({**weights.report(found), "written": str(out) if written else None})
    else:
        print("\n".join(weights.lines(found)))
        if written:
            print(f"written to {out}")
    if not found.complete:
        hint = "; --accept takes what is likely" if found.match.suggested else ""
        raise CommandError(f"these weights do not fit the network; nothing is written{hint}")
    return 0


def import_(args: argparse.Namespace) -> int:
    from explorer.build.weights import beside, write_weights
    from explorer.exchange.imports.flat import ImportingError
    from explorer.exchange.imports.torch_command import import_torch

    out = Path(args.out)
    try:
        found = import_torch(
            args.network, args.input, Path(args.weights) if args.weights else None, args.run_code,
            say=lambda line: print(line, file=sys.stderr, flush=True),
        )  # fmt: skip
    except ImportingError as error:
        raise CommandError(str(error)) from None
    files.save(found.document, out)
    write_weights(found.weights, beside(out))
    report = msgspec.structs.asdict(found.report)
    report["dropped"] = [[d.path, d.what] for d in found.report.dropped]
    print_json({"path": str(out), "weights": str(beside(out)), **report})
    return 0


def importable(args: argparse.Namespace) -> int:
    from explorer.exchange.imports.names import timm_names, torchvision_names

    print_json({"torchvision": torchvision_names(), "timm": timm_names()})
    return 0
