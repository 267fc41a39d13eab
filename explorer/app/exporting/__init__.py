"""Leaving with the network: code, ONNX, weights, tables and pictures, each seen before it is saved."""
