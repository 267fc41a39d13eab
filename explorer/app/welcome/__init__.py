"""The welcome page: ways to begin, for a window that has nothing to continue."""
