"""The command that writes: code, ONNX, weights, tables and pictures."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from explorer.cli.common import (
    CODE,
    PICTURES,
    TABLES,
    CommandError,
    build_message,
    open_document,
    print_json,
    with_parameters,
)
from explorer.graph.model import Document


def export(args: argparse.Namespace) -> int:
    document, path = open_document(args.network)
    document = with_parameters(document, args.set)
    if args.extra and args.to != "pytorch":
        raise CommandError("--with training goes with --to pytorch")
    if args.to in TABLES:
        return _export_table(document, args)
    if args.to in PICTURES:
        return _export_picture(document, args)
    out = Path(args.out)
    if args.to in CODE:
        return _export_code(document, args)
    from explorer.build.weights import WeightsError, read_weights
    from explorer.exchange import onnx, torch_files
    from explorer.exchange.errors import ExportError

    def say(line: str) -> None:
        print(line, file=sys.stderr, flush=True)

    report: onnx.Report | torch_files.Written
    try:
        weights = read_weights(args.weights) if args.weights else _weights_beside(document, path)
        if args.to == "pt2":
            report = torch_files.export_pt2(document, out, weights, say)
        elif args.to == "safetensors":
            report = torch_files.export_safetensors(document, out, weights, say)
        else:
            report = onnx.export(
                document, out, weights, say,
                opset=args.opset, spatial=not args.fixed_size, external=args.external,
            )  # fmt: skip
    except (ExportError, WeightsError) as error:
        raise CommandError(str(error)) from None
    print_json({"to": args.to, "path": str(out), **report._asdict()})
    return 0


def _weights_beside(document: Document, path: Path | None) -> dict[str, Any] | None:
    """The weights that lie beside a document's file, where they are there; those that no longer fit
    are told and left as they are initially."""
    import torch

    from explorer.build.module import BuildError, build
    from explorer.exchange import weights

    if path is None or not (source := weights.beside(path)).is_file():
        return None
    try:
        torch.manual_seed(0)  # of what has no weights there
        network = build(document)
    except BuildError:
        return None  # which the export will say better
    found = weights.fit(network, str(source))
    print(f"with the weights in {source}", file=sys.stderr)
    lost = [*found.match.missing, *found.match.suggested, *(m.key for m in found.match.misfits)]
    if lost:
        blocks = ", ".join(dict.fromkeys(key.rpartition(".")[0] for key in lost))
        print(f"they have none that fit for {blocks}: initial ones there", file=sys.stderr)
    weights.take(network, found)
    return network.state_dict()


def _export_code(document: Document, args: argparse.Namespace) -> int:
    from explorer.build.plan import BuildError
    from explorer.exchange.code_command import export_code
    from explorer.training.recipe import Recipe

    if args.weights:
        raise CommandError("--weights goes with --to onnx: source has no weights in it")
    try:
        report = export_code(document, args.to, Path(args.out), Recipe(), bool(args.extra))
    except BuildError as error:
        raise CommandError(build_message(error)) from None
    print_json(report)
    return 0


def _export_table(document: Document, args: argparse.Namespace) -> int:
    from explorer.exchange.table_command import export_table
    from explorer.exchange.tables import TableError

    try:
        report = export_table(document, args.to, args.out, args.columns, args.depth, args.batch)
    except TableError as error:
        raise CommandError(str(error)) from None
    if report is not None:
        print_json(report)
    return 0


def _export_picture(document: Document, args: argparse.Namespace) -> int:
    from explorer.app.pictures.command import export_picture
    from explorer.app.pictures.options import Options, PictureError

    options = Options(args.to, args.view, args.theme, args.scale, args.transparent)
    try:
        report = export_picture(
            document, options, Path(args.out), args.select, args.open, args.depth, args.heat
        )
    except PictureError as error:
        raise CommandError(str(error)) from None
    print_json(report)
    return 0
