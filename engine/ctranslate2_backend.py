"""Runs converted checkpoints with CTranslate2 (Klein et al. 2020), https://github.com/OpenNMT/CTranslate2."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ctranslate2

from base.errors import CorruptModelError, ModelError
from engine.backend import Output, TargetStart, missing_piece, possible
from engine.types import Decoding

# At exactly 0 CTranslate2 stops by another rule, as soon as the best beam is finished.
_NO_PENALTY = 1e-9
# Batches side by side cost a sixth less processor time than one batch spread over the same two cores (no waiting
# for each other at every layer); beyond a few workers an article has too few batches to keep them busy.
_MOST_WORKERS = 4
_AGAIN = "Convert the model again with: jisr models remove, then jisr models pull"


class CTranslate2Backend:
    """A converted model in memory. Never imports torch."""

    def __init__(self, folder: Path, *, device: str, compute_type: str, threads: int) -> None:
        """Load the converted model in `folder`.

        `device` is "cpu", "cuda" or "auto", `compute_type` one of CTranslate2's ("int8", "float16", ...),
        `threads` the number of cores to use, 0 for all of them. Raises `CorruptModelError` when a file is
        missing or damaged, `ModelError` when the device or precision is not to be had.
        """
        cores = threads or _cores()
        self._vocabulary = _target_vocabulary(folder)
        self._decoder_start = _decoder_start(folder)
        self._workers = min(cores, _MOST_WORKERS) if device == "cpu" else 1
        self._translator = _load(folder, device, compute_type, self._workers, cores // self._workers)

    @property
    def signature(self) -> str:
        """Library, version, precision, device."""
        translator = self._translator
        return f"ctranslate2 {ctranslate2.__version__} {translator.compute_type} {translator.device}"

    @property
    def workers(self) -> int:
        """Batches that run at the same time."""
        return self._workers

    def generate(
        self, sources: Sequence[Sequence[str]], start: TargetStart, decoding: Decoding, max_length: int
    ) -> list[tuple[Output, ...]]:
        """Decode one batch; see `Backend.generate`."""
        prefix = self._prefix(start)
        given = len(start.prefix)
        penalty = decoding.length_penalty or _NO_PENALTY
        results = self._translator.translate_batch(
            [list(source) for source in sources],
            target_prefix=[prefix] * len(sources) if prefix else None,
            beam_size=decoding.beam_size,
            num_hypotheses=decoding.beam_size,
            length_penalty=penalty,
            repetition_penalty=decoding.repetition_penalty,
            no_repeat_ngram_size=decoding.no_repeat_ngram,
            suppress_sequences=[[piece] for piece in decoding.suppress if piece in self._vocabulary] or None,
            min_decoding_length=min(decoding.min_length, max_length) + given,
            max_decoding_length=max_length + given,
            max_input_length=0,
            return_end_token=True,
            return_scores=True,
        )
        return [
            possible([_output(*found, given, penalty) for found in zip(result.hypotheses, result.scores, strict=True)])
            for result in results
        ]

    def _prefix(self, start: TargetStart) -> list[str]:
        """CTranslate2 takes the start from the prefix when its own settings name none."""
        for piece in start.prefix:
            if piece not in self._vocabulary:
                raise missing_piece(piece)
        if self._decoder_start is None:
            if start.piece is None:
                raise ModelError(f"Neither the converted model nor its checkpoint has a decoder start. {_AGAIN}")
            return [start.piece, *start.prefix]
        if start.piece not in (None, self._decoder_start):
            raise ModelError(
                f"The converted model starts its target with {self._decoder_start!r}, the checkpoint with "
                f"{start.piece!r}. {_AGAIN}"
            )
        return list(start.prefix)


def _cores() -> int:
    """Count the cores that this process may use, which in a container are fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _output(tokens: list[str], score: float, given: int, length_penalty: float) -> Output:
    finished = tokens[-1:] == ["</s>"]
    total = score * len(tokens) ** length_penalty
    pieces = tokens[given:-1] if finished else tokens[given:]
    return Output(tuple(pieces), total / max(1, len(tokens) - given), finished)


def _load(folder: Path, device: str, compute_type: str, workers: int, threads: int) -> ctranslate2.Translator:
    try:
        return ctranslate2.Translator(
            str(folder), device=device, compute_type=compute_type, inter_threads=workers, intra_threads=threads
        )
    except ValueError as error:
        raise ModelError(
            f"CTranslate2 cannot run {folder} on {device!r} at {compute_type!r}: {error}. "
            "Try --device cpu, or --backend transformers"
        ) from error
    except RuntimeError as error:
        raise CorruptModelError(f"The converted model in {folder} cannot be loaded: {error}. {_AGAIN}") from error


def _target_vocabulary(folder: Path) -> frozenset[str]:
    for name in ("shared_vocabulary.json", "target_vocabulary.json"):
        if (folder / name).is_file():
            return frozenset(_read(folder / name))
    raise CorruptModelError(f"shared_vocabulary.json is missing in {folder}. {_AGAIN}")


def _decoder_start(folder: Path) -> str | None:
    start = _read(folder / "config.json").get("decoder_start_token")
    return None if start is None else str(start)


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CorruptModelError(f"{path} is missing or damaged ({error}). {_AGAIN}") from error
