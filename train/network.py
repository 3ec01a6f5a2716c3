"""The Marian network (Junczys-Dowmunt et al. 2018), built from a preset, and its training loss."""

from __future__ import annotations

from typing import Any, Final

import torch
from torch.nn import functional

from train.batches import Batch
from train.presets import Preset
from train.vocab import END

QUIET: Final = 0.3
CROSS_QUERY: Final = 0.7


def build(preset: Preset, pieces: int, embedding: torch.Tensor | None = None) -> Any:
    """Return a `MarianMTModel` with one tied embedding for source, target and output.

    `embedding` is (pieces, width), rows of length about 1; random rows of that length when None. The last id,
    `<pad>`, starts the decoder and keeps a zero vector, as the Marian format wants.
    """
    from transformers import MarianConfig, MarianMTModel

    config = MarianConfig(
        vocab_size=pieces + 1,
        decoder_vocab_size=pieces + 1,
        d_model=preset.width,
        encoder_layers=preset.encoder_layers,
        decoder_layers=preset.decoder_layers,
        encoder_attention_heads=preset.heads,
        decoder_attention_heads=preset.heads,
        encoder_ffn_dim=preset.feed_forward,
        decoder_ffn_dim=preset.feed_forward,
        dropout=preset.dropout,
        activation_function="relu",
        max_position_embeddings=preset.positions,
        scale_embedding=True,
        share_encoder_decoder_embeddings=True,
        tie_word_embeddings=True,
        pad_token_id=pieces,
        eos_token_id=END,
        forced_eos_token_id=END,
        bos_token_id=None,
        decoder_start_token_id=pieces,
        num_beams=4,
        max_length=512,
    )
    model = MarianMTModel(config)
    _initialise(model, pieces, embedding)
    return model


def _initialise(model: Any, pieces: int, embedding: torch.Tensor | None) -> None:
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if parameter.dim() == 2 and "embed" not in name and "shared" not in name:
                _initialise_matrix(name, parameter)
        rows = model.model.shared.weight
        rows.copy_(torch.randn_like(rows) / rows.shape[1] ** 0.5)
        if embedding is not None:
            rows[:pieces] = embedding
        rows[pieces] = 0.0
        model.final_logits_bias[0, pieces] = -1e4


def _initialise_matrix(name: str, matrix: torch.Tensor) -> None:
    # The embedding already puts translations side by side. So a source piece must reach the output as it is:
    # quiet residual branches, and a cross-attention that hands over what it looks at.
    if "encoder_attn" in name:
        torch.nn.init.eye_(matrix)
        matrix.mul_(CROSS_QUERY if "q_proj" in name or "k_proj" in name else 1.0)
        return
    torch.nn.init.xavier_uniform_(matrix)
    if "out_proj" in name or "fc2" in name:
        matrix.mul_(QUIET)


def hidden_states(model: Any, batch: Batch) -> torch.Tensor:
    """Return the decoder's last states, (B, T, width)."""
    output = model.model(
        input_ids=batch.source,
        attention_mask=(batch.source != batch.pad).long(),
        decoder_input_ids=batch.decoder_input,
        use_cache=False,
    )
    states: torch.Tensor = output.last_hidden_state
    return states


def cross_entropy(model: Any, states: torch.Tensor, batch: Batch, smoothing: float) -> torch.Tensor:
    """Return the mean loss per target piece in nats; the row of `<pad>` takes no part."""
    real = batch.target != batch.pad
    logits = functional.linear(states[real], model.model.shared.weight[: batch.pad])
    return functional.cross_entropy(logits, batch.target[real], label_smoothing=smoothing)
