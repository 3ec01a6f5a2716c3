"""Article -> translation: batches over whole articles, guards on every sentence, retries, glossary.

`Translator(engine.load("compact")).translate(article, "en")` is the short form of it.
"""

from translate.glossary import Entry, Glossary, read_glossary
from translate.model import Segment, Translation
from translate.settings import Settings
from translate.translator import Translator

__all__ = ["Entry", "Glossary", "Segment", "Settings", "Translation", "Translator", "read_glossary"]
