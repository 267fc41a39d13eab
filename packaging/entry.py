"""Where the bundled program begins.

Python's own children come first: in a bundle they are this program once more; freeze_support does
their work and ends. What is neither one of those nor a command of ours is refused by the guard.
"""

import multiprocessing

multiprocessing.freeze_support()

from explorer import frozen  # noqa: E402

arguments = frozen.begin()

from explorer.cli import main  # noqa: E402

raise SystemExit(main(arguments))
