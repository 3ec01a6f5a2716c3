from __future__ import annotations

from engine.scripts import foreign_pieces


def test_words_of_the_other_script_are_foreign_and_signs_and_acronyms_are_not() -> None:
    pieces = ["▁the", "ing", "▁A", "GPU", "▁جسر", "ها", "12", "▁.", "،", "<pad>", ">>eng<<", "</s>", "<0xD8>", "é"]
    found = foreign_pieces(pieces)
    assert found["ar"] == ("▁the", "ing")
    assert found["en"] == ("▁جسر", "ها", "،")
