"""One file per format: what is translated of it, and how the translation is put back with everything else kept."""
