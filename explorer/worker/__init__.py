"""The process that computes, and the client that the window holds of it."""
