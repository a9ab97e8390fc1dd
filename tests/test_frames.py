import pytest

from generator.frames import BODY, DESCRIPTION, FOLDER, HEAD, TITLE, EngineError, Frame, cut, frame_keys
from generator.kit import gather
from generator.plan import PagePlan, plan
from generator.views import Views
from tests.conftest import REPOSITORY

PAGE = f"<title>{TITLE}</title><meta content='{DESCRIPTION}'>{HEAD}<p>{BODY}</p>"


def page(address: str, title: str = "Titre", description: str = "Description.") -> PagePlan:
    return PagePlan(address, title, description, "fiche.html", lambda _: {})


def filled(frame: Frame, plan: PagePlan) -> str:
    return frame.fill(plan, head="", body="<h1>Corps</h1>")


def test_cutting_then_filling_gives_the_page_back_with_its_values() -> None:
    text = filled(cut(PAGE, "offres/"), page("offres/"))
    assert text == "<title>Titre</title><meta content='Description.'><h1>Corps</h1>"


def test_title_and_description_are_escaped_for_text_and_attribute() -> None:
    plan = page("offres/", '</title><script>"x"', "' onload=x & <b>")
    text = filled(cut(PAGE, "offres/"), plan)
    assert "<title>&lt;/title&gt;&lt;script&gt;&#34;x&#34;</title>" in text
    assert "<meta content='&#39; onload=x &amp; &lt;b&gt;'>" in text


def test_a_value_that_looks_like_a_token_is_not_filled_again() -> None:
    assert f"<title>{BODY}</title>" in filled(cut(PAGE, "offres/"), page("offres/", BODY))


def test_a_token_is_filled_wherever_the_engine_printed_it() -> None:
    assert filled(cut(PAGE + TITLE, "offres/"), page("offres/")).endswith("Titre")


def test_the_folder_of_a_deep_frame_becomes_the_address_of_the_page() -> None:
    frame = cut(f"{PAGE}<link href='https://exemple.fr/offres/{FOLDER}/'>", f"offres/{FOLDER}/")
    assert "<link href='https://exemple.fr/offres/alpi/'>" in filled(frame, page("offres/alpi/"))


@pytest.mark.parametrize("token", [TITLE, DESCRIPTION, HEAD, BODY])
def test_a_frame_without_one_of_its_tokens_is_refused(token: str) -> None:
    with pytest.raises(EngineError, match=token):
        cut(PAGE.replace(token, ""), "offres/")


def test_every_page_of_the_real_kit_has_a_frame_made_before_its_entries_are_read() -> None:
    kit = gather(REPOSITORY)
    assert {(page.section, page.depth) for page in plan(kit, Views(kit))} <= frame_keys(kit)
