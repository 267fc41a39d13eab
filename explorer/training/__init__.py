"""Recipe, data, loop, checkpoints and run folders."""
