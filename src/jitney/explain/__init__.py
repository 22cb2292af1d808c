"""Looking inside: tracebacks through compiled code, maps for debuggers and profilers, listings beside source."""
