"""Tiny random checkpoints in the real file formats of every family, built in a second or two."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine.architecture import Architecture

SENTENCES = (
    "أعلنت وزارة الصحة افتتاح مستشفى جديد في المدينة القديمة.",
    "قال المدير إن العمل سيبدأ في شهر مارس المقبل.",
    "ارتفعت أسعار النفط اليوم بنسبة 3.5 في المئة، وهو أعلى مستوى منذ عامين.",
    "يدرس الطلاب اللغة العربية والإنجليزية في المدرسة نفسها.",
    "وصل الوفد إلى العاصمة صباح الثلاثاء للقاء الرئيس.",
    "لم تكن الطريق سهلة، لكن المهندسين أنهوا الجسر في موعده.",
    "سألت المعلمة: متى تنتهي العطلة الصيفية؟",
    "تقع القرية بين جبلين عاليين، ويمر بها نهر صغير.",
    "باع المزارعون القمح في السوق بأسعار أفضل من العام الماضي.",
    "نشرت المجلة دراسة عن أثر النوم في الذاكرة.",
    "The ministry of health opened a new hospital in the old town.",
    "The manager said that work would begin next March.",
    "Oil prices rose by 3.5 percent today, the highest level in two years.",
    "Students learn Arabic and English in the same school.",
    "The delegation reached the capital on Tuesday morning to meet the president.",
    "The road was not easy, but the engineers finished the bridge on time.",
    "The teacher asked: when does the summer holiday end?",
    "The village lies between two high mountains, and a small river runs through it.",
    "Farmers sold their wheat at the market for better prices than last year.",
    "The journal published a study of the effect of sleep on memory.",
)
FAMILIES: tuple[Architecture, ...] = ("marian", "mbart", "m2m100", "nllb", "mt5", "bart", "pegasus")
CODES = (">>eng<<", ">>ara<<", ">>sum_eng<<", ">>sum_ara<<")
_SIZE = {"d_model": 32, "encoder_layers": 2, "decoder_layers": 2, "encoder_attention_heads": 2}
_SIZE |= {"decoder_attention_heads": 2, "encoder_ffn_dim": 64, "decoder_ffn_dim": 64}
# Random weights of the usual size give almost even distributions, whose order float32 rounding decides.
_SHARP = 0.5


def build(architecture: Architecture, folder: Path) -> Path:
    """Write a checkpoint of the family into `folder`, as `save_pretrained` and the hub would have it."""
    folder.mkdir(parents=True, exist_ok=True)
    _BUILDERS[architecture](folder)
    return folder


def write_json(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def sentencepiece_model(**options: Any) -> bytes:
    import sentencepiece

    out = io.BytesIO()
    settings: dict[str, Any] = {"vocab_size": 160, "model_type": "unigram", "character_coverage": 1.0, "minloglevel": 2}
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(options.pop("sentences", SENTENCES)),
        model_writer=out,
        hard_vocab_limit=False,
        **(settings | options),
    )
    return out.getvalue()


def pieces_of(model: bytes) -> list[str]:
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_proto=model)
    return [processor.id_to_piece(number) for number in range(processor.get_piece_size())]


def marian(folder: Path, codes: tuple[str, ...] = CODES) -> None:
    from transformers import MarianConfig, MarianMTModel

    halves = (SENTENCES[:10], SENTENCES[10:])
    models = [sentencepiece_model(sentences=part, byte_fallback=True, vocab_size=400) for part in halves]
    for name, model in zip(("source.spm", "target.spm"), models, strict=True):
        (folder / name).write_bytes(model)
    pieces = dict.fromkeys(["</s>", "<unk>", *codes, *pieces_of(models[0]), *pieces_of(models[1])])
    del pieces["<s>"]
    vocabulary = {piece: number for number, piece in enumerate([*pieces, "<pad>"])}
    write_json(folder / "vocab.json", vocabulary)
    write_json(
        folder / "tokenizer_config.json",
        {"tokenizer_class": "MarianTokenizer", "source_lang": "ar", "target_lang": "en", "model_max_length": 512},
    )
    pad = len(vocabulary) - 1
    config = MarianConfig(
        vocab_size=len(vocabulary),
        pad_token_id=pad,
        decoder_start_token_id=pad,
        eos_token_id=0,
        bos_token_id=0,
        max_position_embeddings=512,
        activation_function="swish",
        scale_embedding=True,
        static_position_embeddings=True,
        init_std=_SHARP,
        **_SIZE,
    )
    settings = {"num_beams": 6, "max_length": 512, "bad_words_ids": [[pad]], "forced_eos_token_id": 0}
    save(MarianMTModel, config, folder, settings, end=6.0)


def mbart(folder: Path) -> None:
    from transformers import MBartConfig, MBartForConditionalGeneration

    (folder / "sentencepiece.bpe.model").write_bytes(sentencepiece_model())
    write_json(folder / "tokenizer_config.json", {"tokenizer_class": "MBart50Tokenizer", "bos_token": "<s>"})
    config = MBartConfig(
        vocab_size=vocabulary_size(folder),
        scale_embedding=True,
        decoder_start_token_id=2,
        max_position_embeddings=1024,
        tokenizer_class="MBart50Tokenizer",
        init_std=_SHARP,
        normalize_before=True,
        normalize_embedding=True,
        add_final_layer_norm=True,
        **_SIZE,
    )
    settings = {"num_beams": 5, "max_length": 200, "forced_eos_token_id": 2, "early_stopping": True}
    save(MBartForConditionalGeneration, config, folder, settings, end=0.0)


def m2m100(folder: Path) -> None:
    from transformers import M2M100Config, M2M100ForConditionalGeneration
    from transformers.models.m2m_100.tokenization_m2m_100 import FAIRSEQ_LANGUAGE_CODES

    model = sentencepiece_model(model_type="bpe")
    (folder / "sentencepiece.bpe.model").write_bytes(model)
    pieces = ["<s>", "<pad>", "</s>", "<unk>", *pieces_of(model)[3:]]
    write_json(folder / "vocab.json", {piece: number for number, piece in enumerate(pieces)})
    codes = [f"__{code}__" for code in FAIRSEQ_LANGUAGE_CODES["m2m100"]]
    write_json(
        folder / "tokenizer_config.json",
        {"tokenizer_class": "M2M100Tokenizer", "additional_special_tokens": codes},
    )
    config = M2M100Config(
        vocab_size=vocabulary_size(folder, spare=8),
        scale_embedding=True,
        decoder_start_token_id=2,
        max_position_embeddings=1024,
        init_std=_SHARP,
        **_SIZE,
    )
    settings = {"num_beams": 5, "max_length": 200, "early_stopping": True}
    save(M2M100ForConditionalGeneration, config, folder, settings, end=5.0)


def nllb(folder: Path) -> None:
    from transformers import M2M100Config, M2M100ForConditionalGeneration
    from transformers.models.nllb.tokenization_nllb import FAIRSEQ_LANGUAGE_CODES

    (folder / "sentencepiece.bpe.model").write_bytes(sentencepiece_model(model_type="bpe"))
    write_json(
        folder / "tokenizer_config.json",
        {"tokenizer_class": "NllbTokenizer", "additional_special_tokens": FAIRSEQ_LANGUAGE_CODES},
    )
    config = M2M100Config(
        vocab_size=vocabulary_size(folder),
        scale_embedding=True,
        decoder_start_token_id=2,
        max_position_embeddings=1024,
        tokenizer_class="NllbTokenizer",
        init_std=_SHARP,
        **_SIZE,
    )
    settings = {"num_beams": 5, "max_length": 200, "early_stopping": True}
    save(M2M100ForConditionalGeneration, config, folder, settings, end=7.0)


def mt5(folder: Path) -> None:
    from transformers import MT5Config, MT5ForConditionalGeneration

    (folder / "spiece.model").write_bytes(
        sentencepiece_model(pad_id=0, eos_id=1, unk_id=2, bos_id=-1, byte_fallback=True, vocab_size=420)
    )
    write_json(folder / "tokenizer_config.json", {"tokenizer_class": "T5Tokenizer", "extra_ids": 0})
    config = MT5Config(
        vocab_size=vocabulary_size(folder, spare=12),
        d_model=32,
        d_kv=16,
        d_ff=64,
        num_layers=2,
        num_decoder_layers=2,
        num_heads=2,
        relative_attention_num_buckets=8,
        relative_attention_max_distance=20,
        decoder_start_token_id=0,
        feed_forward_proj="gated-gelu",
        tokenizer_class="T5Tokenizer",
        initializer_factor=1.0,
    )
    settings = {"num_beams": 4, "max_length": 84, "length_penalty": 0.6, "no_repeat_ngram_size": 2}
    save(MT5ForConditionalGeneration, config, folder, settings, end=5.0)
    saved = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    write_json(folder / "config.json", saved | {"tie_word_embeddings": False})


def bart(folder: Path) -> None:
    from tokenizers import ByteLevelBPETokenizer
    from transformers import BartConfig, BartForConditionalGeneration

    tokenizer = ByteLevelBPETokenizer()
    controls = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    tokenizer.train_from_iterator(SENTENCES, vocab_size=400, min_frequency=1, special_tokens=controls)
    tokenizer.save_model(str(folder))
    write_json(folder / "tokenizer_config.json", {"tokenizer_class": "BartTokenizer", "model_max_length": 1024})
    config = BartConfig(
        vocab_size=vocabulary_size(folder),
        decoder_start_token_id=2,
        init_std=_SHARP,
        normalize_before=False,
        normalize_embedding=True,
        add_bias_logits=False,
        add_final_layer_norm=False,
        **_SIZE,
    )
    settings = {"num_beams": 4, "max_length": 142, "min_length": 56, "no_repeat_ngram_size": 3, "length_penalty": 2.0}
    settings |= {"forced_bos_token_id": 0, "forced_eos_token_id": 2, "early_stopping": True}
    save(BartForConditionalGeneration, config, folder, settings, end=4.5)


def pegasus(folder: Path) -> None:
    from transformers import PegasusConfig, PegasusForConditionalGeneration

    (folder / "spiece.model").write_bytes(
        sentencepiece_model(pad_id=0, eos_id=1, unk_id=2, bos_id=-1, user_defined_symbols=["<n>"])
    )
    write_json(folder / "tokenizer_config.json", {"tokenizer_class": "PegasusTokenizer"})
    config = PegasusConfig(
        vocab_size=vocabulary_size(folder),
        scale_embedding=True,
        static_position_embeddings=True,
        normalize_before=True,
        normalize_embedding=False,
        add_final_layer_norm=True,
        decoder_start_token_id=0,
        init_std=_SHARP,
        **_SIZE,
    )
    settings = {"num_beams": 8, "max_length": 128, "length_penalty": 0.8, "forced_eos_token_id": 1}
    save(PegasusForConditionalGeneration, config, folder, settings, end=5.0)


def vocabulary_size(folder: Path, spare: int = 0) -> int:
    from transformers import AutoTokenizer

    ids = AutoTokenizer.from_pretrained(folder).get_vocab().values()
    return int(max(ids)) + 1 + spare


def save(model_class: Any, config: Any, folder: Path, settings: dict[str, Any], *, end: float) -> None:
    """Save random weights, and generation settings like those on the hub.

    `end` is added to the logit of the end of sentence (mT5: its row is that many times larger), so that some
    hypotheses are finished soon and others are not.
    """
    import torch

    torch.manual_seed(11)
    model = model_class(config).eval()
    with torch.no_grad():
        _raise_end(model, config.eos_token_id, end)
    model.save_pretrained(folder)
    path = folder / "generation_config.json"
    write_json(path, json.loads(path.read_text(encoding="utf-8")) | settings)


def _raise_end(model: Any, piece: int, end: float) -> None:
    if hasattr(model, "final_logits_bias"):
        model.final_logits_bias.normal_(0.0, 0.5)
        model.final_logits_bias[0, piece] = end
    elif model.config.model_type == "mt5":
        # A head of its own, as the real ones have.
        model.lm_head.weight = type(model.lm_head.weight)(model.shared.weight.clone() * 0.5)
        model.lm_head.weight[piece] *= end
    else:
        row = model.model.shared.weight[piece]
        model.model.decoder.layer_norm.bias += end * row / row.norm() ** 2


_BUILDERS: dict[Architecture, Callable[[Path], None]] = {
    "marian": marian,
    "mbart": mbart,
    "m2m100": m2m100,
    "nllb": nllb,
    "mt5": mt5,
    "bart": bart,
    "pegasus": pegasus,
}
