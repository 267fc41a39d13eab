"""The Compare workspace: networks side by side, what differs between them, and where they stand."""
