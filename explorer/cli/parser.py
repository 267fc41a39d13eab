"""The command line: every command with its arguments."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import Any, NoReturn

from explorer.cli.bringing import import_, importable, weights
from explorer.cli.common import BAD_INPUT, CODE, PICTURES, TABLES
from explorer.cli.exporting import export
from explorer.cli.figures import analyze, compare, zoo_
from explorer.cli.running import check, new, open_, tour, train, worker
from explorer.version import version


def _shape(text: str) -> tuple[int, ...]:
    sides = re.fullmatch(r"(\d{1,5})(?:[x×](\d{1,5})[x×](\d{1,5}))?", text)
    if sides is None:
        raise argparse.ArgumentTypeError(f"“{text}” is not a shape such as 3x224x224")
    return tuple(int(side) for side in sides.groups() if side is not None)


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= 1_000_000:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number from 1 to 1 000 000")
    return int(text)


def _depth(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 1000:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number from 0 to 1000")
    return int(text)


def _seed(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) >= 2**32:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number from 0 to 2³² − 1")
    return int(text)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        print(f"{self.prog}: {message}", file=sys.stderr)
        print(f"{self.prog} --help tells more", file=sys.stderr)
        raise SystemExit(BAD_INPUT)


class _Version(argparse.Action):
    """Reads the program's metadata only when asked: it takes as long as the rest of a start."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any, **__: Any) -> NoReturn:
        print(f"explorer {version() or '(from source)'}")
        parser.exit()


def _picture_arguments(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--view", choices=("graph", "volumes"), default="graph")
    group.add_argument("--theme", choices=("light", "dark"), default="light")
    group.add_argument("--scale", type=float, default=2.0, metavar="S", help="of a PNG, 1 to 4")
    group.add_argument("--transparent", action="store_true", help="without a background")
    heats = ("parameters", "macs", "memory", "field")
    group.add_argument("--heat", choices=heats, help="colour blocks by a figure")
    for name, what in (("select", "draw these blocks alone"), ("open", "show these opened")):
        group.add_argument(
            f"--{name}",
            nargs="+",
            action="extend",
            default=[] if name == "select" else None,
            metavar="PATH",
            help=what,
        )


def command_line() -> argparse.ArgumentParser:
    parser = _Parser(prog="explorer", description="Draw, measure, train and export CNNs.")
    parser.add_argument(
        "--settings", type=Path, metavar="DIR", help="keep settings, unsaved work and logs there"
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="which version this is")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str, action: Any, help: str, network: bool = True) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=help, description=help)
        sub.set_defaults(action=action)
        if network:
            sub.add_argument("network", metavar="FILE|NAME", help="a file, or a name of the zoo")
            sub.add_argument(
                "--set",
                action="append",
                default=[],
                metavar="NAME=VALUE",
                help="a parameter of the whole network",
            )
        return sub

    sub = command("open", open_, "open the window on a network", network=False)
    sub.add_argument("network", nargs="?", metavar="FILE|NAME")
    sub = command("zoo", zoo_, "list the named networks", network=False)
    sub.add_argument("--json", action="store_true")
    sub = command("analyze", analyze, "shapes, parameters, MACs, FLOPs, memory, receptive fields")
    sub.add_argument("--input", type=_shape, metavar="CxHxW", help="another input shape")
    sub.add_argument("--batch", type=_positive, default=1, metavar="N", help="for memory")
    sub.add_argument("--json", action="store_true")
    sub = command("compare", compare, "what differs between networks", network=False)
    sub.add_argument("networks", nargs="+", metavar="FILE|NAME", help="the first, then the others")
    sub.add_argument("--json", action="store_true")
    sub = command(
        "export", export, "write PyTorch source, an ONNX file, a table of figures or a picture"
    )
    sub.add_argument(
        "--to", required=True, choices=(*CODE, "onnx", "pt2", "safetensors", *TABLES, *PICTURES)
    )
    sub.add_argument("--out", required=True, metavar="PATH", help="for tables - is stdout")
    sub.add_argument("--weights", metavar="PT", help="a state dict, such as a run's weights.pt")
    sub.add_argument(
        "--with",
        dest="extra",
        choices=("training",),
        help="of PyTorch source: a script that trains, with its data beside it",
    )
    group = sub.add_argument_group("for ONNX")
    group.add_argument("--opset", type=_positive, default=18, metavar="N", help="13 to 22")
    group.add_argument("--fixed-size", action="store_true", help="for images of one size alone")
    group.add_argument("--external", action="store_true", help="weights beside it, in PATH.data")
    tables = sub.add_argument_group("for tables")
    tables.add_argument(
        "--columns",
        metavar="A,B",
        help="figures by their names; “all” for all, an unknown one lists them",
    )
    tables.add_argument("--depth", type=_depth, metavar="N", help="0: the outermost blocks alone")
    tables.add_argument("--batch", type=_positive, default=1, metavar="N", help="for memory")
    _picture_arguments(sub.add_argument_group("for pictures, which take --depth too"))
    sub = command(
        "import",
        import_,
        "a network of PyTorch or ONNX as a document with its weights",
        network=False,
    )
    sub.add_argument(
        "network",
        metavar="SOURCE",
        help="torchvision:NAME, timm:NAME, module:Class, file.py:Class(…), file.pt2 or file.onnx",
    )
    sub.add_argument("--input", type=_shape, metavar="CxHxW", help="what images it is run on")
    sub.add_argument("--weights", metavar="FILE", help="its state dict, read as numbers alone")
    sub.add_argument(
        "--run-code", action="store_true", help="run the Python that the network is written in"
    )
    sub.add_argument("--out", required=True, metavar="FILE.network.json")
    command("importable", importable, "networks that torchvision and timm have", network=False)
    sub = command("weights", weights, "weights from elsewhere into a network: what fits, what not")
    sub.add_argument("--from", dest="source", required=True, metavar="FILE|torchvision:NAME")
    sub.add_argument("--map", action="append", default=[], metavar="OLD=NEW", help="rename keys")
    sub.add_argument("--accept", action="store_true", help="take what is only likely, too")
    sub.add_argument("--out", metavar="PATH", help="beside the document where not given")
    sub.add_argument("--json", action="store_true")
    sub = command("train", train, "train on a data set into a run folder")
    sub.add_argument("--data", default="digits", metavar="NAME")
    sub.add_argument("--epochs", type=_positive, required=True, metavar="N")
    sub.add_argument("--out", required=True, metavar="RUNDIR")
    sub.add_argument("--device", default="auto", metavar="D", help="auto, cpu, cuda or mps")
    sub.add_argument("--seed", type=_seed, default=0, metavar="S")
    sub = command("tour", tour, "the whole job in a window that nobody sees", network=False)
    sub.add_argument("--out", required=True, metavar="DIR", help="for pictures and exports")
    sub = command("new", new, "write a copy of a network to a file", network=False)
    sub.add_argument("file", metavar="FILE")
    sub.add_argument("--from", dest="source", required=True, metavar="NAME")
    command("check", check, "what works on this machine, as JSON", network=False)
    # started by the window alone, so not in the list
    sub = commands.add_parser("worker")
    sub.set_defaults(action=worker)
    sub.add_argument("ring")
    sub.add_argument("device")
    parser.set_defaults(action=open_, network=None)
    return parser
