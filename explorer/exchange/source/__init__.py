"""How PyTorch source is written: modules, the classes they share, their arguments, the printing.

Nothing here imports torch: the window writes source itself.
"""
