"""Commands that tell: the zoo, an analysis, a comparison."""

from __future__ import annotations

import argparse
from typing import Any

from explorer import zoo
from explorer.cli.common import CommandError, open_document, print_json, with_parameters
from explorer.graph.model import Document


def zoo_(args: argparse.Namespace) -> int:
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
        print_json(rows)
        return 0
    for row in rows:
        print(f"{row['name']:<12} {row['year']}  {row['params']:>13,}  {row['idea']}")
    return 0


def _input_of(document: Document) -> list[int] | None:
    from explorer.analysis.analyze import analyze

    for node in document.graph.of_type("input"):
        state = analyze(document).root.states.get(node.name)
        if state is not None and state.result is not None and state.result.outputs:
            return list(state.result.outputs[0])
    return None


def analyze(args: argparse.Namespace) -> int:
    from explorer.analysis.analyze import analyze

    document = with_parameters(open_document(args.network)[0], args.set)
    analysis = analyze(document, input_shape=args.input)
    report = analysis_report(analysis, args.batch)
    if args.json:
        report["problems"] = [
            {**told, "repairs": _repairs_of(analysis, problem)}
            for told, problem in zip(report["problems"], analysis.problems, strict=True)
        ]
        print_json(report)
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


def compare(args: argparse.Namespace) -> int:
    from explorer.analysis.analyze import analyze
    from explorer.analysis.compare_report import report, table

    analyses = [analyze(open_document(name)[0]) for name in args.networks]
    if len(analyses) < 2:
        raise CommandError("compare takes two networks or more, such as resnet18 resnet34")
    if args.json:
        print_json(report(analyses))
    else:
        print(table(analyses))
    return 0
