"""The command ``explorer``: opens the window, and does its work without one.

Results go to stdout (JSON where it says so), messages to stderr; the exit code is 2 for bad input.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from explorer import zoo
from explorer.graph import files
from explorer.graph.model import Document
from explorer.version import version

BAD_INPUT = 2

CODE = ("pytorch", "notebook", "keras")
TABLES = ("csv", "markdown", "latex")
PICTURES = ("svg", "pdf", "png", "tikz")
"""Formats of code, of the table of figures and of pictures; beside them there is ONNX."""


class CommandError(Exception):
    """Bad input; the message says what, and what would do."""


def open_document(name: str) -> tuple[Document, Path | None]:
    """The document of a file or the zoo, and its path if it has one; CommandError if neither."""
    path = Path(name)
    if path.exists() or name.endswith(".json") or "/" in name:
        try:
            return files.load(path), path
        except files.FileError as error:
            raise CommandError(str(error)) from None
    try:
        return zoo.get(name), None
    except KeyError:
        import difflib

        near = difflib.get_close_matches(name, zoo.names(), 1)
        hint = f"did you mean “{near[0]}”?" if near else "the zoo has " + ", ".join(zoo.names())
        raise CommandError(f"“{name}” is neither a file nor a network of the zoo; {hint}") from None


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


# -- commands ---------------------------------------------------------------------------------------


def _open(args: argparse.Namespace) -> int:
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


def _zoo(args: argparse.Namespace) -> int:
    from explorer.analysis.analyze import analyze

    rows = []
    for name in zoo.names():
        document = zoo.get(name)
        analysis, about = analyze(document), document.about
        rows.append(
            {
                "name": name,
                "title": about.title,
                "family": about.family,
                "year": about.year,
                "params": analysis.totals.parameters,
                "macs": analysis.totals.macs,
                "input": _input_of(document),
                "idea": about.idea,
                "source": about.source,
            }
        )
    if args.json:
        _print_json(rows)
        return 0
    for row in rows:
        print(f"{row['name']:<12} {row['year']}  {row['params']:>13,}  {row['idea']}")
    return 0


def _set(document: Document, settings: Sequence[str]) -> Document:
    """The document with parameters of the whole network set, each as NAME=VALUE."""
    from explorer.graph.edits import EditError, SetDocumentParameter
    from explorer.graph.values import freeze

    for setting in settings:
        name, _, text = setting.partition("=")
        try:
            value = freeze(json.loads(text.replace("True", "true").replace("False", "false")), name)
            document = SetDocumentParameter(name=name.strip(), value=value).apply(document)
        except EditError as error:
            raise CommandError(str(error)) from None
        except (ValueError, RecursionError):
            raise CommandError(
                f"--set {setting}: write NAME=VALUE with a number, true, false or a list [1, 2]"
            ) from None
    return document


def _input_of(document: Document) -> list[int] | None:
    from explorer.analysis.analyze import analyze

    for node in document.graph.of_type("input"):
        state = analyze(document).root.states.get(node.name)
        if state is not None and state.result is not None and state.result.outputs:
            return list(state.result.outputs[0])
    return None


def _analyze(args: argparse.Namespace) -> int:
    from explorer.analysis.analyze import analyze

    document = _set(open_document(args.network)[0], args.set)
    analysis = analyze(document, input_shape=args.input)
    report = analysis_report(analysis, args.batch)
    if args.json:
        report["problems"] = [
            {**told, "repairs": _repairs_of(analysis, problem)}
            for told, problem in zip(report["problems"], analysis.problems, strict=True)
        ]
        _print_json(report)
    else:
        print(_table(report))
    return 0


def _repairs_of(analysis: Any, problem: Any) -> list[dict[str, Any]]:
    """Ways to mend a problem, the best first: what they change, of one sample, and how many problems
    the network has after them, hints aside."""
    from explorer.analysis.repairs import repairs

    return [
        {
            "text": repair.text,
            "params": repair.price.parameters,
            "macs": repair.price.macs,
            "memory_bytes": repair.price.memory,
            "leaves": len(repair.price.left),
        }
        for repair in repairs(analysis, problem)
    ]


def analysis_report(analysis: Any, batch: int = 1) -> dict[str, Any]:
    """All figures as ``analyze --json`` prints them; ``layers`` are those within blocks too, and
    a receptive field is a side, two of them (height, width), or null for the whole image. Memory is
    in bytes: null where some block has no shape."""
    from explorer.analysis.memory import memory

    totals = analysis.totals
    found = memory(analysis, batch)
    held = {m.path: m for m in found.layers} if found is not None else {}
    return {
        "name": analysis.document.name,
        "input": _input_of(analysis.document),
        "params": totals.parameters,
        "trainable_params": totals.trainable,
        "macs": totals.macs,
        "flops": totals.flops,
        "other_operations": totals.extra,
        "all_operations": totals.flops + totals.extra,
        "activation_values": totals.activations,
        "batch": batch,
        "memory_bytes": analysis.activation_bytes(batch),
        "memory_with_gradients_bytes": analysis.activation_bytes(batch, gradients=True),
        "memory": _memory(found),
        "receptive_field": _field(analysis.field),
        "problems": [
            {k: getattr(p, k) for k in ("severity", "path", "what", "why", "mend")}
            for p in analysis.problems
        ],
        "layers": [
            {
                "path": row.path,
                "type": row.node.type,
                "inputs": [list(shape) for shape in row.inputs],
                "output": list(row.output) if row.output is not None else None,
                "params": row.totals.parameters if row.totals else None,
                "macs": row.totals.macs if row.totals else None,
                "flops": row.totals.flops if row.totals else None,
                "receptive_field": _field(row.field),
                "field_stride": _pair(row.field.stride) if _local(row.field) else None,
                "field_offset": _pair(row.field.offset) if _local(row.field) else None,
                "alive_bytes": held[row.path].alive if row.path in held else None,
                "kept_for_backward_bytes": held[row.path].kept if row.path in held else None,
                **({"training_only": True} if row.training_only else {}),
            }
            for row in analysis.rows
            if not row.is_block and row.node.type not in ("input", "output")
        ],
    }


def _memory(found: Any) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "weights_bytes": found.weights,
        "buffers_bytes": found.buffers,
        "inference_peak_bytes": found.inference,
        "inference_peak_at": found.inference_at,
        "kept_for_backward_bytes": found.kept,
        "training_peak_bytes": found.training,
        "training_peak_at": found.training_at,
        "training_total_bytes": {
            name: found.in_training(name) for name in ("sgd", "momentum", "adam")
        },
    }


def _local(field: Any) -> bool:
    return field is not None and not field.whole


def _pair(values: Any) -> float | list[float]:
    """One number where height and width agree."""
    high, wide = (int(v) if v == int(v) else float(v) for v in values)
    return high if high == wide else [high, wide]


def _field(field: Any) -> int | list[int] | None:
    if field is None or field.whole:
        return None
    height, width = field.size
    return height if height == width else [height, width]


def _table(report: dict[str, Any]) -> str:
    lines = [f"{'layer':<40} {'type':<20} {'output':>14} {'params':>13} {'MACs':>15} {'field':>6}"]
    for row in report["layers"]:
        output = "×".join(map(str, row["output"])) if row["output"] else "?"
        field = "all" if row["receptive_field"] is None else row["receptive_field"]
        lines.append(
            f"{row['path']:<40} {row['type']:<20} {output:>14} "
            f"{row['params'] or 0:>13,} {row['macs'] or 0:>15,} {field!s:>6}"
        )
    trained = report["trainable_params"]
    fixed = f" ({trained:,} trained)" if trained != report["params"] else ""
    lines.append(
        f"{report['name']}: {report['params']:,} parameters{fixed}, {report['macs']:,} MACs, "
        f"{report['flops']:,} FLOPs (2 × MACs of convolutions and linear layers), "
        f"{report['memory_bytes']:,} bytes of activations at batch {report['batch']}"
    )
    lines += [f"{p['severity']}: {p['path']}: {p['what']}" for p in report["problems"]]
    return "\n".join(lines)


def _compare(args: argparse.Namespace) -> int:
    from explorer.analysis.analyze import analyze
    from explorer.analysis.compare_report import report, table

    analyses = [analyze(open_document(name)[0]) for name in args.networks]
    if len(analyses) < 2:
        raise CommandError("compare takes two networks or more, such as resnet18 resnet34")
    if args.json:
        _print_json(report(analyses))
    else:
        print(table(analyses))
    return 0


def _export(args: argparse.Namespace) -> int:
    document, path = open_document(args.network)
    document = _set(document, args.set)
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
    _print_json({"to": args.to, "path": str(out), **report._asdict()})
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


def _weights(args: argparse.Namespace) -> int:
    from explorer.build.module import BuildError, build
    from explorer.build.weights import write_weights
    from explorer.exchange import weights

    document, path = open_document(args.network)
    document = _set(document, args.set)
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
        raise CommandError(_build_message(error)) from None
    except weights.WeightsError as error:
        raise CommandError(str(error)) from None
    out = Path(args.out) if args.out else weights.beside(path) if path else None
    written = found.complete and out is not None
    if written and out is not None:
        weights.take(network, found)
        write_weights(network.state_dict(), out)
    if args.json:
        _print_json({**weights.report(found), "written": str(out) if written else None})
    else:
        print("\n".join(weights.lines(found)))
        if written:
            print(f"written to {out}")
    if not found.complete:
        hint = "; --accept takes what is likely" if found.match.suggested else ""
        raise CommandError(f"these weights do not fit the network; nothing is written{hint}")
    return 0


def _import(args: argparse.Namespace) -> int:
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
    _print_json({"path": str(out), "weights": str(beside(out)), **report})
    return 0


def _export_code(document: Document, args: argparse.Namespace) -> int:
    from explorer.build.plan import BuildError
    from explorer.exchange.code_command import export_code
    from explorer.training.recipe import Recipe

    if args.weights:
        raise CommandError("--weights goes with --to onnx: source has no weights in it")
    try:
        report = export_code(document, args.to, Path(args.out), Recipe(), bool(args.extra))
    except BuildError as error:
        raise CommandError(_build_message(error)) from None
    _print_json(report)
    return 0


def _importable(args: argparse.Namespace) -> int:
    from explorer.exchange.imports.names import timm_names, torchvision_names

    _print_json({"torchvision": torchvision_names(), "timm": timm_names()})
    return 0


def _export_table(document: Document, args: argparse.Namespace) -> int:
    from explorer.exchange.table_command import export_table
    from explorer.exchange.tables import TableError

    try:
        report = export_table(document, args.to, args.out, args.columns, args.depth, args.batch)
    except TableError as error:
        raise CommandError(str(error)) from None
    if report is not None:
        _print_json(report)
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
    _print_json(report)
    return 0


def _build_message(error: Any) -> str:
    problem = error.problem
    return " ".join(part for part in (f"{error}.", problem.why, problem.mend) if part)


def _train(args: argparse.Namespace) -> int:
    from explorer.build.plan import BuildError
    from explorer.training.command import train
    from explorer.training.errors import TrainingError

    document = _set(open_document(args.network)[0], args.set)
    try:
        result = train(
            document, args.data, args.epochs, Path(args.out), args.device, args.seed,
            say=lambda line: print(line, file=sys.stderr, flush=True),
        )  # fmt: skip
    except BuildError as error:
        raise CommandError(_build_message(error)) from None
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


def _worker(args: argparse.Namespace) -> int:
    """The torch side of a window that was frozen into one program."""
    from explorer.worker.process import main as work

    work([args.ring, args.device])
    return 0


def _tour(args: argparse.Namespace) -> int:
    from explorer.app.tour import tour

    code: int = tour(Path(args.out))
    return code


def _new(args: argparse.Namespace) -> int:
    path = Path(args.file)
    if path.exists():
        raise CommandError(f"{path} exists already; give another name, or delete it first")
    document, _ = open_document(args.source)
    files.save(document, path)
    _print_json({"path": str(path), "from": args.source})
    return 0


def _check(args: argparse.Namespace) -> int:
    from explorer.training.check import check

    _print_json({"explorer": version(), **check()})
    return 0


def _print_json(value: Any) -> None:
    json.dump(value, sys.stdout, indent=1, ensure_ascii=False, allow_nan=False)
    print()


# -- the parser -------------------------------------------------------------------------------------


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


def _parser() -> argparse.ArgumentParser:
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

    sub = command("open", _open, "open the window on a network", network=False)
    sub.add_argument("network", nargs="?", metavar="FILE|NAME")
    sub = command("zoo", _zoo, "list the named networks", network=False)
    sub.add_argument("--json", action="store_true")
    sub = command("analyze", _analyze, "shapes, parameters, MACs, FLOPs, memory, receptive fields")
    sub.add_argument("--input", type=_shape, metavar="CxHxW", help="another input shape")
    sub.add_argument("--batch", type=_positive, default=1, metavar="N", help="for memory")
    sub.add_argument("--json", action="store_true")
    sub = command("compare", _compare, "what differs between networks", network=False)
    sub.add_argument("networks", nargs="+", metavar="FILE|NAME", help="the first, then the others")
    sub.add_argument("--json", action="store_true")
    sub = command(
        "export", _export, "write PyTorch source, an ONNX file, a table of figures or a picture"
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
        _import,
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
    command("importable", _importable, "networks that torchvision and timm have", network=False)
    sub = command("weights", _weights, "weights from elsewhere into a network: what fits, what not")
    sub.add_argument("--from", dest="source", required=True, metavar="FILE|torchvision:NAME")
    sub.add_argument("--map", action="append", default=[], metavar="OLD=NEW", help="rename keys")
    sub.add_argument("--accept", action="store_true", help="take what is only likely, too")
    sub.add_argument("--out", metavar="PATH", help="beside the document where not given")
    sub.add_argument("--json", action="store_true")
    sub = command("train", _train, "train on a data set into a run folder")
    sub.add_argument("--data", default="digits", metavar="NAME")
    sub.add_argument("--epochs", type=_positive, required=True, metavar="N")
    sub.add_argument("--out", required=True, metavar="RUNDIR")
    sub.add_argument("--device", default="auto", metavar="D", help="auto, cpu, cuda or mps")
    sub.add_argument("--seed", type=_seed, default=0, metavar="S")
    sub = command("tour", _tour, "the whole job in a window that nobody sees", network=False)
    sub.add_argument("--out", required=True, metavar="DIR", help="for pictures and exports")
    sub = command("new", _new, "write a copy of a network to a file", network=False)
    sub.add_argument("file", metavar="FILE")
    sub.add_argument("--from", dest="source", required=True, metavar="NAME")
    command("check", _check, "what works on this machine, as JSON", network=False)
    # started by the window alone, so not in the list
    sub = commands.add_parser("worker")
    sub.set_defaults(action=_worker)
    sub.add_argument("ring")
    sub.add_argument("device")
    parser.set_defaults(action=_open, network=None)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    args = _parser().parse_args(arguments)
    try:
        return int(args.action(args))
    except (CommandError, files.FileError) as error:
        print(f"explorer: {error}", file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        # whoever read us has seen enough, as `explorer zoo | head` does
        sys.stderr.close()
        return 0


if __name__ == "__main__":
    raise SystemExit(main())
