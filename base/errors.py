"""The errors that Jisr raises on purpose, in one tree, each with the exit code of the command line.

    JisrError                     1   anything below
    +-- InputError                2   what was given cannot be read
    |   +-- EmptyInputError       2   no text in it
    |   +-- EncodingError         2   bytes that are no text in a known encoding
    |   +-- FormatError           2   a broken file of a known format, or an unknown format
    |   +-- LanguageError         2   neither Arabic nor English
    |   +-- TooLargeError         2   beyond a stated limit
    +-- ModelError                3   a model cannot be used
    |   +-- UnknownModelError     3   no such alias, folder or hub id
    |   +-- MissingModelError     3   known, but not on this machine
    |   +-- CorruptModelError     3   a file of it is missing or damaged
    |   +-- ModelCheckError       3   it loads, but its output is garbage
    |   +-- UnsupportedTaskError  3   it cannot do this task or direction
    |   +-- LicenceError          3   its licence was not accepted
    +-- MissingExtraError         4   an optional package is not installed
    +-- OfflineError              5   a socket was wanted in offline mode
    +-- OutputError               6   a result cannot be written

Every message says what was found, what was expected, and what to do about it.
"""

from __future__ import annotations

from typing import ClassVar


class JisrError(Exception):
    """Base of every error Jisr raises on purpose."""

    exit_code: ClassVar[int] = 1


class InputError(JisrError):
    """The input cannot be read as an article."""

    exit_code = 2


class EmptyInputError(InputError):
    """The input holds no text."""


class EncodingError(InputError):
    """The bytes are not text in a known encoding."""


class FormatError(InputError):
    """The file is broken, or of a format that Jisr does not read."""


class LanguageError(InputError):
    """The text is neither Arabic nor English."""


class TooLargeError(InputError):
    """The input is beyond a stated limit."""


class ModelError(JisrError):
    """A model cannot be used."""

    exit_code = 3


class UnknownModelError(ModelError):
    """No alias, folder or hub id of that name."""


class MissingModelError(ModelError):
    """The model is known but not on this machine."""


class CorruptModelError(ModelError):
    """A file of the model is missing or damaged."""


class ModelCheckError(ModelError):
    """The model loads, but fails on known sentences."""


class UnsupportedTaskError(ModelError):
    """The model cannot do this task or direction."""


class LicenceError(ModelError):
    """The licence of the model has not been accepted."""


class MissingExtraError(JisrError):
    """An optional package is not installed."""

    exit_code = 4


class OfflineError(JisrError):
    """A network connection was attempted in offline mode."""

    exit_code = 5


class OutputError(JisrError):
    """A result cannot be written."""

    exit_code = 6
