"""Ground floor of Jisr: errors, languages, flags, files and optional packages, shared by every room.

This package imports nothing but the standard library and knows none of the rooms above it.
"""
