"""Runs converted checkpoints with CTranslate2 (Klein et al. 2020), https://github.com/OpenNMT/CTranslate2."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import ctranslate2

from base.errors import CorruptModelError, ModelError
from engine.backend import ANY_START, Output, TargetStart, missing_piece, possible
from engine.types import Decoding

# At exactly 0 CTranslate2 stops by another rule, as soon as the best beam is finished.
_NO_PENALTY = 1e-9
# Batches side by side cost a sixth less processor time than one batch spread over the same two cores (no waiting
# for each other at every layer); beyond a few workers an article has too few batches to keep them busy.
_MOST_WORKERS = 4
# Measured on two cores with a beam of four, on models of width 256 and 512: what a larger batch saves in calls it loses
# in the caches of the processor.
_MOST_TOKENS_CPU = 512
_MOST_TOKENS_GPU = 1 << 20
_SHORTLIST = "vmap.txt"
_AGAIN = "Convert the model again with: jisr models remove, then jisr models pull"


class CTranslate2Backend:
    """A converted model in memory. Never imports torch."""

    def __init__(
        self,
        folder: Path,
        *,
        device: str,
        compute_type: str,
        threads: int,
        banned: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        """Load the converted model in `folder`.

        `banned` are pieces that are never wanted when a source begins with a certain piece (`ANY_START`: whatever it
        begins with): where a batch suppresses them, the output layer is computed without them, which is exact, and
        faster than computing them in vain.
        `device` is "cpu", "cuda" or "auto", `compute_type` one of CTranslate2's ("int8", "float16", ...),
        `threads` the number of cores to use, 0 for all of them. Raises `CorruptModelError` when a file is
        missing or damaged, `ModelError` when the device or precision is not to be had.
        """
        cores = threads or _cores()
        self._vocabulary = _target_vocabulary(folder)
        self._decoder_start = _decoder_start(folder)
        self._workers = min(cores, _MOST_WORKERS) if device == "cpu" else 1
        self._most_tokens = _MOST_TOKENS_CPU if device == "cpu" else _MOST_TOKENS_GPU
        self._banned = {start: frozenset(pieces) for start, pieces in (banned or {}).items()}
        files = _with_shortlist(folder, self._banned) if self._banned else None
        self._translator = _load(folder, device, compute_type, self._workers, cores // self._workers, files)

    @property
    def signature(self) -> str:
        """Library, version, precision, device."""
        translator = self._translator
        return f"ctranslate2 {ctranslate2.__version__} {translator.compute_type} {translator.device}"

    @property
    def workers(self) -> int:
        """Batches that run at the same time."""
        return self._workers

    @property
    def most_tokens(self) -> int:
        """Padded source pieces in one batch beyond which a larger one is no faster."""
        return self._most_tokens

    def generate(
        self, sources: Sequence[Sequence[str]], start: TargetStart, decoding: Decoding, max_length: int
    ) -> list[tuple[Output, ...]]:
        """Decode one batch; see `Backend.generate`."""
        prefix = self._prefix(start)
        given = len(start.prefix)
        penalty = decoding.length_penalty or _NO_PENALTY
        skipped = self._skipped(sources, decoding.suppress)
        suppress = [piece for piece in decoding.suppress if piece in self._vocabulary and piece not in skipped]
        results = self._translator.translate_batch(
            [list(source) for source in sources],
            target_prefix=[prefix] * len(sources) if prefix else None,
            beam_size=decoding.beam_size,
            num_hypotheses=decoding.beam_size,
            length_penalty=penalty,
            repetition_penalty=decoding.repetition_penalty,
            no_repeat_ngram_size=decoding.no_repeat_ngram,
            suppress_sequences=[[piece] for piece in suppress] or None,
            use_vmap=bool(skipped),
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

    def _skipped(self, sources: Sequence[Sequence[str]], suppress: Sequence[str]) -> frozenset[str]:
        """Return the pieces to leave out of the output layer: all sources begin alike, and all these are unwanted."""
        starts = {source[0] for source in sources if source} if self._banned else set()
        skipped = self._banned.get(starts.pop(), frozenset()) if len(starts) == 1 else frozenset()
        skipped = skipped or self._banned.get(ANY_START, frozenset())
        return skipped if skipped.issubset(suppress) else frozenset()

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


def _with_shortlist(folder: Path, banned: Mapping[str, frozenset[str]]) -> dict[str, bytes]:
    """Return the files of a model with a vocabulary map: for the first source piece, all target pieces but the banned.

    The map is CTranslate2's: lines of source pieces, a tab, and the target pieces they allow.
    """
    try:
        files = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    except OSError as error:
        raise CorruptModelError(f"{folder} cannot be read ({error}). {_AGAIN}") from error
    pieces = _target_pieces(folder)
    lines = (f"{start}\t{' '.join(p for p in pieces if p not in unwanted)}\n" for start, unwanted in banned.items())
    return {**files, _SHORTLIST: "".join(lines).encode("utf-8")}


def _load(
    folder: Path, device: str, compute_type: str, workers: int, threads: int, files: dict[str, bytes] | None
) -> ctranslate2.Translator:
    try:
        return ctranslate2.Translator(
            str(folder),
            device=device,
            compute_type=compute_type,
            inter_threads=workers,
            intra_threads=threads,
            files=files,
        )
    except ValueError as error:
        raise ModelError(
            f"CTranslate2 cannot run {folder} on {device!r} at {compute_type!r}: {error}. "
            "Try --device cpu, or --backend transformers"
        ) from error
    except RuntimeError as error:
        raise CorruptModelError(f"The converted model in {folder} cannot be loaded: {error}. {_AGAIN}") from error


def _target_vocabulary(folder: Path) -> frozenset[str]:
    return frozenset(_target_pieces(folder))


def _target_pieces(folder: Path) -> list[str]:
    for name in ("shared_vocabulary.json", "target_vocabulary.json"):
        if (folder / name).is_file():
            return list(_read(folder / name))
    raise CorruptModelError(f"shared_vocabulary.json is missing in {folder}. {_AGAIN}")


def _decoder_start(folder: Path) -> str | None:
    start = _read(folder / "config.json").get("decoder_start_token")
    return None if start is None else str(start)


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CorruptModelError(f"{path} is missing or damaged ({error}). {_AGAIN}") from error
