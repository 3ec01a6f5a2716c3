"""The recipe that made the embedded weights, and makes them again: `python -m train --help`."""
