"""Typed letters find names."""

from reviewer.ui.dialog.match import best, fit

NAMES = ("Open the sample", "Next flag", "Flag as neutral", "Remove the flag", "Full screen")


def test_letters_out_of_order_do_not_fit() -> None:
    """The letters of a query occur in its order or the name is not found."""
    assert fit("galf", "Next flag") is None


def test_letters_with_gaps_fit() -> None:
    """A few letters in order are enough."""
    assert fit("nfl", "Next flag") is not None


def test_case_and_spaces_do_not_matter() -> None:
    """A query is found however it is written."""
    assert fit("FLAG AS", "Flag as neutral") == fit("flagas", "Flag as neutral")


def test_words_that_begin_so_come_first() -> None:
    """A name that begins with the query stands before one that ends with it, and scattered letters last."""
    assert best("fla", NAMES, str)[:3] == ["Flag as neutral", "Next flag", "Remove the flag"]


def test_no_query_keeps_all_in_their_order() -> None:
    """An empty field shows everything as the menus have it."""
    assert best("  ", NAMES, str) == list(NAMES)


def test_later_start_of_a_word_beats_scattered_letters() -> None:
    """The best place of a name counts, not the first."""
    assert best("s", ("x as s", "sas"), str)[0] == "sas"
    assert (fit("fl", "fine flag") or 0) > (fit("fl", "fine oil") or 0)
