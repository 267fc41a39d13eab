"""Networks as figures: volumes to scale, and TikZ of any picture. Needs neither Qt nor torch."""
