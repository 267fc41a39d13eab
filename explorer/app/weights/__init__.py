"""The weights of the document: brought in, seen to fit, and kept beside it."""
