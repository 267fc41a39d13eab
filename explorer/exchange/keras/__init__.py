"""A network as Keras 3 code. Writing it needs neither Keras nor torch."""
