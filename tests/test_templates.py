from pathlib import Path

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from generator.templates import environment, letters
from tests.conftest import REPOSITORY


def test_a_value_that_a_template_misspells_is_a_defect(small_kit: Path) -> None:
    with pytest.raises(UndefinedError):
        environment(small_kit).from_string("{{ page.titel }}").render(page=object())


def test_templates_escape_what_they_print(small_kit: Path) -> None:
    assert environment(small_kit).from_string("{{ x }}").render(x="<b>\"'&") == "&lt;b&gt;&#34;&#39;&amp;"


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("à 10 %", "à 10 %"),
        (">", "&gt;"),
        (Markup("<b>&amp;</b>"), "<b>&amp;</b>"),
        (["<"], "[&#39;&lt;&#39;]"),
        (None, "None"),
        (1.5, "1.5"),
    ],
)
def test_a_template_prints_a_value_escaped_once(small_kit: Path, value: object, printed: str) -> None:
    text = "{% macro same(x) %}{{ x }}{% endmacro %}{{ value }}{{ same(value) }}"
    assert environment(small_kit).from_string(text).render(value=value) == printed * 2


def test_a_template_calls_functions_methods_and_macros_inside_its_loops_and_blocks(small_kit: Path) -> None:
    text = """{% macro twice(x, end="") %}{{ x }}{{ x }}{{ end }}{% endmacro %}{% block b scoped %}
    {%- for one in "ab" %}{{ twice(one.upper(), end="<") }}{% endfor %}{% endblock %}"""
    assert environment(small_kit).from_string(text).render() == "AA&lt;BB&lt;"


def test_a_macro_takes_its_defaults_and_refuses_what_it_has_no_place_for(small_kit: Path) -> None:
    text = "{% macro pair(x, y='&') %}{{ x }}{{ y }}{% endmacro %}"
    templates = environment(small_kit)
    assert templates.from_string(text + "{{ pair(1) }} {{ pair(1, '<') }}").render() == "1&amp; 1&lt;"
    assert templates.from_string(text + "{{ pair(y=2, x=1) }}").render() == "12"
    with pytest.raises(TypeError, match="not more than 2 argument"):
        templates.from_string(text + "{{ pair(1, 2, 3) }}").render()
    with pytest.raises(TypeError, match="no keyword argument 'z'"):
        templates.from_string(text + "{{ pair(1, z=3) }}").render()
    with pytest.raises(UndefinedError, match="'x' was not provided"):
        templates.from_string(text + "{{ pair() }}").render()


def test_a_macro_prints_what_it_is_called_with(small_kit: Path) -> None:
    text = "{% macro box() %}[{{ caller() }}]{% endmacro %}{% call box() %}<{{ '<' }}>{% endcall %}"
    assert environment(small_kit).from_string(text).render() == "[<&lt;>]"


def test_the_letters_of_a_text_are_those_that_are_read() -> None:
    html = Markup("<p>un  <b>deux</b>\n trois</p> l&#39;&amp; été <div>a</div><div>b</div>")
    assert letters(html) == len(html.striptags())


def test_a_template_that_changes_is_compiled_again(small_kit: Path) -> None:
    template = small_kit / "overrides/kit/essai.html"
    for text in ("un", "deux", "un"):
        template.write_text(text, "utf-8")
        assert environment(small_kit).get_template("essai.html").render() == text


def test_what_was_compiled_is_not_believed_when_it_is_changed(small_kit: Path) -> None:
    template = small_kit / "overrides/kit/essai.html"
    template.write_text("un", "utf-8")
    environment(small_kit).get_template("essai.html")
    (kept,) = (small_kit / "build/cache").iterdir()
    kept.write_bytes(kept.read_bytes()[:-3])
    assert environment(small_kit).get_template("essai.html").render() == "un"


def test_every_template_of_the_kit_compiles() -> None:
    templates = environment(REPOSITORY)
    assert [name for name in templates.list_templates() if not templates.get_template(name)] == []
