"""The network's own PyTorch source beside the graph, and the text view that shows any source."""
