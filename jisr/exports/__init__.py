"""A reading as a file or on a screen: one module per form."""
