"""The invented tables, where a test asks for them."""

import pytest
from futures_factory import Tables


@pytest.fixture
def tables(monkeypatch: pytest.MonkeyPatch) -> Tables:
    return Tables(monkeypatch)
