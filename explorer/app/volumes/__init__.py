"""The network as activation volumes: the view of its own, and how they are painted."""
