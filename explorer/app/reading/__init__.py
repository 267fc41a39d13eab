"""Reading figures: heat on the canvas, finding blocks, times that were measured."""
