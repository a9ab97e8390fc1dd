from generator.searchable import for_index, for_readers

PAGE = (
    '<html><nav>Menu</nav><article class="a"><div data-pagefind-body data-index-noms="SCDL &lt; b" id="c">'
    '<dt data-pagefind-ignore>Durée</dt><p>Le mot data-pagefind-body et data-index-noms="x".</p></div>'
    "</article><footer>Pied</footer></html>"
)


def test_readers_get_no_attribute_of_the_index_and_every_word() -> None:
    assert for_readers(PAGE) == (
        '<html><nav>Menu</nav><article class="a"><div id="c">'
        '<dt>Durée</dt><p>Le mot data-pagefind-body et data-index-noms="x".</p></div>'
        "</article><footer>Pied</footer></html>"
    )


def test_the_index_gets_the_page_s_own_text_alone() -> None:
    found = for_index(PAGE)
    assert "Durée" in found
    assert "data-pagefind-body" in found
    assert "Menu" not in found
    assert "Pied" not in found


def test_the_index_gets_no_anchor_but_the_words_that_look_like_one() -> None:
    found = for_index('<article id="a"><p data-pagefind-body id="b">Écrire id="c"</p></article>')
    assert '<article><p data-pagefind-body>Écrire id="c"</p></article>' in found


def test_what_reads_like_an_attribute_in_a_text_stays() -> None:
    html = '<p data-pagefind-ignore> data-pagefind-ignore="a"</p> data-index-x'
    assert for_readers(html) == '<p> data-pagefind-ignore="a"</p> data-index-x'


def test_a_page_without_the_mark_is_not_indexed() -> None:
    assert for_index("<html><article>Un texte</article></html>") == ""
