"""Batches with summaries: what `jisr batch` does with each document besides translating it."""
