"""The gallery: every named network with its figure, to search, sort and open a copy of."""
