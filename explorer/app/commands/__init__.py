"""The command palette, and which keys do what."""
