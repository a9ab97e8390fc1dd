import pytest

from generator.typography import typeset, typeset_html

N = "\u202f"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pour qui ?", f"Pour qui{N}?"),
        ("Attention !", f"Attention{N}!"),
        ("un ; deux : trois", f"un{N}; deux{N}: trois"),
        ("un\u00a0: deux", f"un{N}: deux"),
        ("« mot »", f"«{N}mot{N}»"),
        ("500 € et 10 %", f"500{N}€ et 10{N}%"),
        ("à 9:30, https://a.fr/?b", "à 9:30, https://a.fr/?b"),
        ("pourquoi?", "pourquoi?"),
        ("", ""),
    ],
)
def test_a_space_before_a_sign_is_narrow_and_none_is_added(text: str, expected: str) -> None:
    assert typeset(text) == expected
    assert typeset(expected) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Qui ?</p>", f"<p>Qui{N}?</p>"),
        ("<strong>Note</strong> : lire", f"<strong>Note</strong>{N}: lire"),
        ("« <a href='b'>mot</a> »", f"«{N}<a href='b'>mot</a>{N}»"),
        ('<a title="Qui ?" href="?a : b">Quoi ?</a>', f'<a title="Qui ?" href="?a : b">Quoi{N}?</a>'),
        ("<code>a : b</code> et a : b", f"<code>a : b</code> et a{N}: b"),
        ("<pre><code>a : b</code> : c</pre> : d", f"<pre><code>a : b</code> : c</pre>{N}: d"),
        (
            '<script type="a">{"a" : "b ?"}</script>Quoi ?',
            f'<script type="a">{{"a" : "b ?"}}</script>Quoi{N}?',
        ),
        ("un &lt; deux : trois", f"un &lt; deux{N}: trois"),
        ("<b>«</b> : « : » &#39;", f"<b>«</b>{N}: «{N}:{N}» '"),
        ('<a title="l&#39;un">l&#39;un</a>', '<a title="l&#39;un">l\'un</a>'),
    ],
)
def test_of_a_page_only_what_is_read_is_typeset(html: str, expected: str) -> None:
    assert typeset_html(html) == expected
