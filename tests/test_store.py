from functools import partial
from pathlib import Path

from generator.cache import Cache
from generator.render import Job, Rendered
from generator.store import Store

PAGE = Rendered("a/index.html", "<p>é</p>", indexed="<p>é</p>")


def job(key: bytes, page: Rendered = PAGE) -> Job:
    return Job(page.path, partial(Rendered, page.path, page.text), key)


def kept(root: Path) -> Store:
    store = Store(Cache(root), lambda: b"kit")
    store.keep([store.kept(job(b"1"), PAGE)])
    return Store(Cache(root), lambda: b"kit")


def test_a_page_is_served_again_for_the_same_key_only(tmp_path: Path) -> None:
    store = kept(tmp_path)
    assert store.page(job(b"1")) == PAGE
    assert store.page(job(b"2")) is None
    assert store.page(Job("b/index.html", lambda: PAGE, b"1")) is None


def test_another_kit_has_other_pages(tmp_path: Path) -> None:
    kept(tmp_path)
    assert Store(Cache(tmp_path), lambda: b"autre").page(job(b"1")) is None


def test_a_page_that_is_done_each_time_is_not_kept(tmp_path: Path) -> None:
    store = Store(Cache(tmp_path), lambda: b"kit")
    assert store.kept(job(b""), PAGE) is None
    assert Store().kept(job(b"1"), PAGE) is None


def test_what_is_gone_from_the_site_goes_from_the_store(tmp_path: Path) -> None:
    store = kept(tmp_path)
    store.keep([])
    assert Store(Cache(tmp_path), lambda: b"kit").page(job(b"1")) is None


def test_pages_whose_templates_changed_while_they_were_made_are_not_kept(tmp_path: Path) -> None:
    keys = iter([b"kit", b"autre"])
    store = Store(Cache(tmp_path), lambda: next(keys))
    store.keep([store.kept(job(b"1"), PAGE)])
    assert Store(Cache(tmp_path), lambda: b"kit").page(job(b"1")) is None
