from generator.canevas import Canevas
from generator.check import Told, alone
from generator.kit import entry_paths, read_part, with_entries, without_entries
from generator.parcel import unwrap, wrap
from tests.conftest import REPOSITORY


def test_entries_come_back_with_their_canevas_and_give_the_same_when_asked() -> None:
    frame = without_entries(REPOSITORY)
    paths, _ = entry_paths(frame)
    part = read_part(frame, paths[:5])
    canevases: dict[str, Canevas] = {canevas.kind: canevas for canevas in frame.definitions.canevases}
    told = alone(with_entries(frame, [part]))
    back, said = unwrap(wrap(part, told), canevases)
    assert (said, back.faults) == (told, part.faults)
    for entry, other in zip(part.entries, back.entries, strict=True):
        assert other.canevas is entry.canevas
        assert (other.value, other.sections, other.links) == (entry.value, entry.sections, entry.links)
        assert (other.chosen, other.face, other.by_title) == (entry.chosen, entry.face, entry.by_title)
        assert (other.texts[0].outline, other.html, other.headings) == (
            entry.texts[0].outline,
            entry.html,
            entry.headings,
        )
        assert other.document.head == entry.document.head
        assert (other.document.text, other.document.body) == (entry.document.text, entry.document.body)
        assert other.span_of("sources", 0, "titre") == entry.span_of("sources", 0, "titre")
        assert other.proses[1].visible == entry.proses[1].visible


def test_neither_the_nodes_nor_the_canevas_travel() -> None:
    frame = without_entries(REPOSITORY)
    paths, _ = entry_paths(frame)
    part = read_part(frame, paths[:1])
    assert len(wrap(part, Told())) < 4 * len(part.documents[0].text.encode())
