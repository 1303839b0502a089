"""Whose part it is, where the sentence names both who supplies and who imports."""

from told import only, parties


def test_the_owner_of_the_word_part_is_the_holder_and_not_the_importer() -> None:
    told = only("Доля Китая в импорте галлия Евросоюзом достигает 71%.", "share")
    assert (parties(told, "holder"), told.stage) == (["Китай"], "imports")


def test_what_lies_in_a_deposit_is_its_resource() -> None:
    told = only("На месторождении «Квиллан» содержится 410 тыс. тонн меди.", "resource")
    assert told.quantity is not None
    assert (int(told.quantity.value), told.assets) == (410_000, ("Квиллан",))
