"""Every text can be read on its ground."""

import pytest

from core.render.palette import contrast, pairs


@pytest.mark.parametrize(("text", "ground"), pairs())
def test_every_text_keeps_a_contrast_of_four_and_a_half(text, ground):
    assert contrast(text, ground) >= 4.5


def test_contrast_is_that_of_the_web_guidelines():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#f2b632") == pytest.approx(1.83, abs=0.02)  # white on yellow fails
