"""Networks from elsewhere: PyTorch's libraries, somebody's Python. A process brings them in."""
