"""Runs checkpoints as they are with PyTorch and transformers. Import this module only when it is wanted."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
import transformers
from safetensors import SafetensorError
from transformers import GenerationConfig, LogitsProcessorList

from base.errors import CorruptModelError
from engine.architecture import Architecture, read_json
from engine.backend import Output, TargetStart, missing_piece, possible
from engine.logits import SearchRules
from engine.types import Decoding


class TransformersBackend:
    """A checkpoint in memory. One batch at a time: PyTorch already spreads a batch over the cores."""

    def __init__(self, folder: Path, *, architecture: Architecture, device: str, dtype: str, threads: int) -> None:
        """Load the checkpoint in `folder`.

        `device` is a PyTorch device or "auto", `dtype` the name of a PyTorch floating type ("float32",
        "bfloat16"), `threads` the number of cores, 0 for PyTorch's own choice; it holds for the process.
        Raises `CorruptModelError` when a file is missing or damaged.
        """
        if threads:
            torch.set_num_threads(threads)
        self._device = ("cuda" if torch.cuda.is_available() else "cpu") if device == "auto" else device
        self._dtype = dtype
        self._model = _load_model(folder, self._device, dtype)
        self._pieces = _load_pieces(folder, architecture, self._model.config.vocab_size)
        self._ids = {piece: number for number, piece in reversed(list(enumerate(self._pieces)))}
        self._lock = threading.Lock()
        settings = self._model.generation_config
        self._pad, self._end = int(settings.pad_token_id), _first(settings.eos_token_id)
        self._start = settings.decoder_start_token_id
        # Whatever else the checkpoint sets (no_repeat_ngram_size, min_length, forced pieces, beams) would
        # fill the gaps of our own settings and overrule `Decoding`.
        self._model.generation_config = GenerationConfig(pad_token_id=self._pad, eos_token_id=self._end)

    @property
    def signature(self) -> str:
        """Library, version, precision, device."""
        return f"transformers {transformers.__version__} {self._dtype} {self._device}"

    @property
    def most_tokens(self) -> int:
        """As many as the caller wants."""
        return 1 << 20

    @property
    def workers(self) -> int:
        """One: batches run one after the other."""
        return 1

    def generate(
        self, sources: Sequence[Sequence[str]], start: TargetStart, decoding: Decoding, max_length: int
    ) -> list[tuple[Output, ...]]:
        """Decode one batch; see `Backend.generate`."""
        rules = SearchRules(
            prefix=tuple(self._known_id(piece) for piece in start.prefix),
            end=self._end,
            banned=tuple(self._ids[piece] for piece in decoding.suppress if piece in self._ids),
            min_length=min(decoding.min_length, max_length),
            no_repeat_ngram=decoding.no_repeat_ngram,
            repetition_penalty=decoding.repetition_penalty,
        )
        settings = self._settings(start, decoding, max_length)
        with self._lock, _raw_logits(self._model, rules), torch.inference_mode():
            found = self._model.generate(
                **self._inputs(sources), generation_config=settings, logits_processor=LogitsProcessorList([rules])
            )
        outputs = self._outputs(found, len(start.prefix), decoding)
        width = decoding.beam_size
        return [possible(outputs[row : row + width]) for row in range(0, len(outputs), width)]

    def _settings(self, start: TargetStart, decoding: Decoding, max_length: int) -> GenerationConfig:
        return GenerationConfig(
            pad_token_id=self._pad,
            eos_token_id=self._end,
            decoder_start_token_id=self._start if start.piece is None else self._known_id(start.piece),
            do_sample=False,
            num_beams=decoding.beam_size,
            num_return_sequences=decoding.beam_size,
            length_penalty=decoding.length_penalty,
            early_stopping=decoding.beam_size > 1,
            max_new_tokens=max_length + len(start.prefix),
            return_dict_in_generate=True,
            output_scores=True,
        )

    def _inputs(self, sources: Sequence[Sequence[str]]) -> dict[str, torch.Tensor]:
        """Ids and mask of shape (sources, longest source), padded on the right."""
        width = max(len(source) for source in sources)
        rows = [[self._id(piece) for piece in source] for source in sources]
        ids = torch.tensor([row + [self._pad] * (width - len(row)) for row in rows], device=self._device)
        mask = torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in rows], device=self._device)
        return {"input_ids": ids, "attention_mask": mask}

    def _outputs(self, found: Any, given: int, decoding: Decoding) -> list[Output]:
        rows = found.sequences[:, 1:].tolist()
        ends = [row.index(self._end) + 1 if self._end in row else _unpadded(row, self._pad) for row in rows]
        totals = _totals(self._model, found, ends, decoding)
        return [
            Output(
                tuple(self._pieces[number] for number in row[given:end] if number != self._end),
                total / max(1, end - given),
                finished=row[end - 1] == self._end,
            )
            for row, end, total in zip(rows, ends, totals, strict=True)
        ]

    def _id(self, piece: str) -> int:
        found = self._ids.get(piece)
        return self._known_id("<unk>") if found is None else found

    def _known_id(self, piece: str) -> int:
        found = self._ids.get(piece)
        if found is None:
            raise missing_piece(piece)
        return found


def _totals(model: Any, found: Any, ends: list[int], decoding: Decoding) -> list[float]:
    """Summed natural-log probability of each sequence, the given prefix counting nothing."""
    if decoding.beam_size > 1:
        scores: list[float] = found.sequences_scores.tolist()
        return [score * end**decoding.length_penalty for score, end in zip(scores, ends, strict=True)]
    steps = model.compute_transition_scores(found.sequences, found.scores, normalize_logits=False).tolist()
    return [sum(row[:end]) for row, end in zip(steps, ends, strict=True)]


def _unpadded(row: list[int], pad: int) -> int:
    """Padding is never produced, so it only follows a sequence that the length limit cut."""
    return row.index(pad) if pad in row else len(row)


def _first(ids: int | list[int]) -> int:
    return ids[0] if isinstance(ids, list) else ids


@contextmanager
def _raw_logits(model: Any, rules: SearchRules) -> Iterator[None]:
    """Show the rules the network's logits: beam search hands them over after a softmax."""
    handle = model.register_forward_hook(lambda _module, _inputs, output: rules.see(output.logits[:, -1]))
    try:
        yield
    finally:
        handle.remove()


def _load_model(folder: Path, device: str, dtype: str) -> Any:
    try:
        model = transformers.AutoModelForSeq2SeqLM.from_pretrained(
            folder, dtype=getattr(torch, dtype), local_files_only=True
        )
    except (OSError, ValueError, RuntimeError, SafetensorError) as error:
        raise CorruptModelError(
            f"The checkpoint in {folder} cannot be loaded: {error}. Fetch it again with: jisr models pull"
        ) from error
    return model.eval().to(device)


def _load_pieces(folder: Path, architecture: Architecture, size: int) -> list[str]:
    """Pieces in the order of their ids, rows of the network without a piece named as CTranslate2 names them."""
    if architecture == "marian":
        vocabulary: dict[str, int] = read_json(folder / "vocab.json")
    else:
        vocabulary = transformers.AutoTokenizer.from_pretrained(folder, local_files_only=True).get_vocab()
    known = {number: piece for piece, number in vocabulary.items()}
    unnamed = "madeupword{}" if architecture in ("m2m100", "nllb") else "<extra_id_{}>"
    spare = (unnamed.format(number) for number in range(size))
    return [known[number] if number in known else next(spare) for number in range(size)]
