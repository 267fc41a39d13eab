"""Pictures of a network: what is drawn, written as SVG, PDF, PNG and TikZ, and printed."""
