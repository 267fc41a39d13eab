"""NodeGraphQt on the same graph, run by its own interpreter: reads places and wires, prints seconds.

It is run by ``tests.bench.canvas`` in an environment of its own and imports nothing of ours.
"""

import json
import sys
import time


def main() -> None:
    from NodeGraphQt import BaseNode, NodeGraph  # type: ignore[import-not-found]
    from Qt import QtWidgets  # type: ignore[import-not-found]

    graph_of = json.load(sys.stdin)

    class Block(BaseNode):  # type: ignore[misc]
        __identifier__ = "bench"
        NODE_NAME = "Block"

        def __init__(self) -> None:
            super().__init__()
            self.add_input("a", multi_input=True)
            self.add_output("out")

    app = QtWidgets.QApplication.instance() or QtWidgets.QApplication([])
    start = time.perf_counter()
    graph = NodeGraph()
    graph.register_node(Block)
    widget = graph.widget
    widget.resize(1280, 720)
    nodes = {}
    for name, (x, y) in graph_of["places"].items():
        nodes[name] = graph.create_node(
            "bench.Block", name=name, pos=[x, y], selected=False, push_undo=False
        )
    for source, target in graph_of["wires"]:
        nodes[source].output(0).connect_to(nodes[target].input(0), push_undo=False)
    widget.show()
    app.processEvents()
    opened = time.perf_counter() - start
    viewer = graph.viewer()
    viewer.zoom_to_nodes(viewer.all_nodes())
    app.processEvents()
    times = []
    for _ in range(5):
        start = time.perf_counter()
        viewer.viewport().grab()
        times.append(time.perf_counter() - start)
    print(json.dumps({"opened": opened, "painted": min(times)}))


if __name__ == "__main__":
    main()
