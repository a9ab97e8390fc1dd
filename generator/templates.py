"""The environment of the body templates, each compiled once for each text."""

import operator
import re
from collections.abc import Callable, MutableMapping
from json import JSONEncoder
from pathlib import Path
from typing import Any, ClassVar

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.nodes import Call
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from generator import cache, layout
from generator.cache import Cache

_to_escape = re.compile("[&<>\"']").search
"""Finds a character that has a meaning in HTML."""
_TAG = re.compile("<[^>]*>")
_ENTITY = re.compile("&[^;]*;")


class _Compiled(BytecodeCache):
    """What Jinja2 made of the templates; its own cache believes whatever it finds in its folder."""

    def __init__(self, root: Path) -> None:
        self._cache = Cache(root)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a bucket what was kept for its template."""
        if content := self._cache.load(*_place(bucket)):
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a bucket holds."""
        self._cache.save(*_place(bucket), bucket.bytecode_to_string())


def _place(bucket: Bucket) -> tuple[str, bytes]:
    return f"gabarit-{bucket.key}", cache.digest(cache.program(), bucket.checksum.encode())


class _Plain(CodeGenerator):
    """Writes the code of a template: its macros are `direct`, it prints by `printed`, and calls what it calls
    as it is. None of our functions asks for the context of the page, which Jinja2 looks for at each of the
    hundred calls of a page.
    """

    def _output_child_pre(self, *_node: object) -> None:
        self.write("environment.printed(")

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Write a call of a function, a method or a macro."""
        self.write("environment.called(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write what makes a macro of a function, which the code calls `macro`."""
        self.write("environment.direct(macro, ")
        super().macro_def(macro_ref, frame)
        self.write(")")


class _Environment(Environment):
    """Gives each template its globals as they are when it is loaded: one mapping, not a chain of them that
    each page would walk through.
    """

    code_generator_class = _Plain
    called: ClassVar[Callable[..., Any]] = operator.call

    @staticmethod
    def printed(value: object) -> str:
        """Give a value as it is printed, escaped. Jinja2's own function makes a `Markup` of each, which takes
        a fifth of the time of a page and serves for nothing: they are only to be joined.
        """
        if type(value) is str:
            return escape(value) if _to_escape(value) else value
        return value if type(value) is Markup else escape(value)

    @staticmethod
    def direct(function: Callable[..., str], macro: Macro) -> Callable[..., str]:
        """Give a macro that calls its function at once when it is only given arguments in their order, where
        Jinja2 first works out how to call it.
        """
        if macro.caller or macro.catch_varargs or macro.catch_kwargs:
            return macro
        unsaid = [missing] * len(macro.arguments)

        def called(*given: object, **named: object) -> str:
            if named or len(given) > len(unsaid):
                return macro(*given, **named)
            return str.__new__(Markup, function(*given, *unsaid[len(given) :]))

        return called

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give the globals of a template."""
        return {**self.globals, **(d or {})}


def letters(html: str) -> int:
    """Give how many characters of an HTML text are read: its tags and repeated spaces are not. Jinja2's
    `striptags` takes five times as long.
    """
    return len(_ENTITY.sub("&", " ".join(_TAG.sub("", html).split())))


def environment(root: Path) -> Environment:
    """Give the environment of the body templates: everything printed is escaped, a missing value is an
    error of ours.
    """
    found = _Environment(
        loader=FileSystemLoader(root / layout.BODY_TEMPLATES),
        autoescape=True,
        auto_reload=False,
        cache_size=-1,  # all are kept: the default looks for the oldest at each use
        bytecode_cache=_Compiled(root),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["letters"] = letters
    found.policies["json.dumps_function"] = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    found.policies["json.dumps_kwargs"] = {}
    return found
