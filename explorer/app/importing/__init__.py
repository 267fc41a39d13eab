"""Networks from elsewhere: PyTorch's libraries, somebody's Python, ONNX. A process brings them in."""
