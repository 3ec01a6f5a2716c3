"""One file per format: what is text in it, and what is its title."""
