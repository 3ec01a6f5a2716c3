"""One small check per file: pure functions from source and target to findings."""
