"""Looking into a network: filters, activations, predictions."""
