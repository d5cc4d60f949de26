"""From styles to roles."""

from reviewer.domain.segment import Role
from reviewer.formats.outline import Block, Style, outline


def roles(*styles: Style) -> list[Role | None]:
    """The roles of blocks with these styles."""
    return [paragraph.role for paragraph in outline([Block(f"खंड {n}", s) for n, s in enumerate(styles)])]


def test_the_title_is_the_headline_and_headings_are_body() -> None:
    """Where a title stands, no heading is one."""
    assert roles(Style.TITLE, Style.TEXT, Style.HEADING_1) == [Role.HEADLINE, None, Role.BODY]


def test_a_heading_far_below_the_top_is_no_headline() -> None:
    """A chapter in the middle does not head the article."""
    assert roles(*[Style.TEXT] * 5, Style.HEADING_1)[-1] is Role.BODY


def test_a_heading_between_headline_and_text_is_the_standfirst() -> None:
    """A second-level heading with another below it is a section."""
    assert roles(Style.HEADING_1, Style.HEADING_2, Style.TEXT)[1] is Role.STANDFIRST
    assert roles(Style.HEADING_1, Style.HEADING_2, Style.HEADING)[1] is Role.BODY


def test_a_subtitle_within_the_text_is_body() -> None:
    """A standfirst stands before the text."""
    assert roles(Style.TITLE, Style.SUBTITLE, Style.TEXT, Style.SUBTITLE) == [
        Role.HEADLINE,
        Role.STANDFIRST,
        None,
        Role.BODY,
    ]


def test_captions_and_credits_keep_their_roles() -> None:
    """Wherever they stand."""
    assert roles(Style.TEXT, Style.CAPTION, Style.CREDIT) == [None, Role.CAPTION, Role.CREDIT]


def test_a_repeated_title_counts_once() -> None:
    """Front matter and heading often say the same; paragraphs may repeat."""
    blocks = [Block("क", Style.TITLE), Block("क", Style.HEADING_1), Block("ख"), Block("ख")]
    assert [paragraph.text for paragraph in outline(blocks)] == ["क", "ख", "ख"]


def test_newlines_part_and_blank_blocks_vanish() -> None:
    """A block may hold several paragraphs or none."""
    assert [p.text for p in outline([Block(" क \n\n ख"), Block("\u200b"), Block("")])] == ["क", "ख"]
