"""What a bundle does without: modules that nothing imports here, and files that nothing reads.

Every line is checked by the bundle's own test (`make bundle-test`), which edits, trains, looks
inside and exports with what is left.
"""

from __future__ import annotations

import posixpath
import subprocess
import sys
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import PurePath

Entry = tuple[str, str, str]
"""Of PyInstaller's tables: the place in the bundle, the file (of a link: where it leads), the kind."""

MODULES = (
    # Python's own that no window needs
    "tkinter",
    "idlelib",
    "lib2to3",
    "ensurepip",
    # its library is under the GPL
    "readline",
    # the developers' tools and the optional libraries of pyproject.toml
    "pytest",
    "_pytest",
    "py",
    "hypothesis",
    "mypy",
    "ruff",
    "pip",
    "setuptools",
    "pkg_resources",
    "wheel",
    "PyInstaller",
    "IPython",
    "matplotlib",
    "pandas",
    "scipy",
    "timm",
    "keras",
    "h5py",
    "huggingface_hub",
    "tensorboard",
    "rich",
    "pygments",
    "PyQt5",
    "PyQt6",
    "PySide2",
    # torch's own tests, and what compiles at run time: it would start this program again and again
    "torch.testing._internal.opinfo",
    "torch.testing._internal.common_methods_invocations",
    "torch.testing._internal.common_utils",
    "torch.testing._internal.common_modules",
    "torch.testing._internal.common_nn",
    "torch.testing._internal.common_quantization",
    "torch.testing._internal.common_distributed",
    "torch.testing._internal.common_fsdp",
    "torch.testing._internal.common_device_type",
    "torch.testing._internal.common_optimizers",
    "torch.testing._internal.distributed.rpc",
    "torch.testing._internal.distributed.distributed_test",
    "torch.testing._internal.distributed._tensor",
    "torch.testing._internal.distributed._shard",
    "torch.testing._internal.generated",
    "torch.testing._internal.optests",
    "torch.utils.tensorboard",
    "torch.utils.benchmark",
    "torch.utils.model_dump",
    "torch.utils.bottleneck",
    # examples and tests of the others
    "sympy.testing",
    "numpy.f2py",
    "numpy.distutils",
    "numpy.conftest",
    "networkx.tests",
    "networkx.algorithms.tests",
    "onnx.backend.test",
    "onnx.test",
    "onnxruntime.transformers",
    "onnxruntime.quantization",
    "onnxruntime.tools",
    "onnxscript.tests",
    "pyqtgraph.examples",
    "pyqtgraph.opengl",
    "pyqtgraph.canvas",
    "pyqtgraph.flowchart",
    "pyqtgraph.multiprocess",
)

IN_ANY_CASE = (
    "architecture_explorer-*.dist-info/*",
    "torch/bin/torch_shm_manager*",  # torch looks for it as it is imported
    "PySide6/*translations/qtbase_*",  # the texts of Qt's own dialogs
)

FILES = (
    # torch: its tests, its compilers' headers and what only they link with
    "torch/bin/*",
    "torch/test/*",
    "torch/include/*",
    "torch/share/*",
    "torch/testing/_internal/opinfo/*",
    "torch/utils/benchmark/*",
    "torch/utils/model_dump/*",
    "torch/lib/lib*_test.so",
    "torch/lib/libaoti_custom_ops.so",
    "torch/lib/libbackend_with_compiler.so",
    "torch/lib/libshm_windows/*",
    "torchgen/packaged/*",
    # of what is really there METADATA comes back (collect_licences.py)
    "*.dist-info/*",
    "*.a",
    "*.lib",
    "*.h",
    "*.hpp",
    "*.cmake",
    "*.pyi",
    # torchvision: image files are read with Pillow
    "torchvision/image.*",
    "torchvision.libs/*",
    # the data and the tools of others
    "onnx/backend/test/*",
    "onnx/reference/*",
    "onnxruntime/transformers/*",
    "onnxruntime/tools/*",
    "onnxruntime/datasets/*",
    "onnxruntime/quantization/*",
    "networkx/*/tests/*",
    "sympy/*/tests/*",
    "numpy/*/tests/*",
    "pyqtgraph/examples/*",
    "pyqtgraph/icons/peegee/*",
    # Qt: what no window of ours loads
    "PySide6/Qt/translations/*",
    "PySide6/translations/*",
    "PySide6/Qt/qml/*",
    "PySide6/qml/*",
    "*plugins/designer/*",
    "*plugins/egldeviceintegrations/*",
    "*plugins/generic/*",
    "*plugins/qmltooling/*",
    "*plugins/qmllint/*",
    "*plugins/sqldrivers/*",
    "*plugins/networkinformation/*",
    "*plugins/vectorimageformats/*",
    "*plugins/tls/*",
    "*plugins/wayland-graphics-integration-server/*",
    "*plugins/imageformats/*qpdf*",
    "*plugins/imageformats/*qtga*",
    "*plugins/imageformats/*qtiff*",
    "*plugins/imageformats/*qwbmp*",
    "*plugins/imageformats/*qwebp*",
    "*plugins/platforminputcontexts/*virtualkeyboard*",
    "*plugins/platforms/*eglfs*",
    "*plugins/platforms/*linuxfb*",
    "*plugins/platforms/*minimal*",
    "*plugins/platforms/*vkkhrdisplay*",
    "*plugins/platforms/*vnc*",
    "*plugins/platformthemes/*gtk3*",
    "*Qt6Qml*",
    "*Qt6Quick*",
    "*Qt6VirtualKeyboard*",
    "*Qt6Egl[Ff][Ss]*",
    "*Qt6Pdf*",
    "*Qt6Designer*",
    "*Qt6ShaderTools*",
    # what only the GTK theme links with
    "libgtk-3*",
    "libgdk-3*",
    "libgdk_pixbuf*",
    "libpango*",
    "libcairo*",
    "libatk*",
    "libatspi*",
    "libepoxy*",
)


def unwanted(name: str) -> bool:
    """Whether a file, named by its place in the bundle, is left out."""
    place = PurePath(name).as_posix()
    if any(fnmatchcase(place, pattern) for pattern in IN_ANY_CASE):
        return False
    return any(fnmatchcase(place, pattern) for pattern in FILES)


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """The files of a bundle that stay. Links to what is left out go too; on Linux so do what is linked
    with it, which could not be loaded, and the system's libraries that nothing else is linked with."""
    entries = list(entries)
    stay = [entry for entry in entries if not unwanted(entry[0])]
    names = {entry[0] for entry in stay}
    stay = [e for e in stay if e[2] != "SYMLINK" or _target(e) in names]
    if not sys.platform.startswith("linux"):
        return stay
    there = {_name(e) for e in stay}
    gone = {_name(e) for e in entries if e[2] == "BINARY"} - there
    needs = {e[0]: linked(e[1]) for e in stay if e[2] in ("BINARY", "EXTENSION")}
    stay = [e for e in stay if not needs.get(e[0], set()) & gone and not _lacks(needs, e, there)]
    # at the top of the bundle lies what others need; Python itself is needed by the program's start
    taken = {e[0]: e for e in stay if e[2] == "BINARY" and "/" not in e[0]}
    taken = {name: e for name, e in taken.items() if not name.startswith("libpython")}
    needed: set[str] = set()
    todo = [e for e in stay if e[0] in needs and taken.get(_name(e)) != e]
    while todo:
        new = needs[todo.pop()[0]] & set(taken) - needed
        needed |= new
        todo += [taken[name] for name in new]
    return [e for e in stay if taken.get(_name(e)) != e or _name(e) in needed]


def _lacks(needs: dict[str, set[str]], entry: Entry, there: set[str]) -> bool:
    """Whether a file wants a part of torch that this torch has not, as torchvision's operators do
    beside a torch without CUDA."""
    wanted = {n for n in needs.get(entry[0], ()) if n.startswith(("libtorch_", "libc10_"))}
    return not wanted <= there


def _name(entry: Entry) -> str:
    return posixpath.basename(entry[0])


def _target(link: Entry) -> str:
    """Where a link within the bundle leads."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(link[0]), link[1]))


def linked(path: str) -> set[str]:
    """Names of the libraries that a file is linked with."""
    told = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=False)
    return {
        line.split()[1] for line in told.stdout.splitlines() if line.strip().startswith("NEEDED")
    }
