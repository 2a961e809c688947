"""The short way of printing gives what Jinja's own gives."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from backstory.publishing.fast_jinja import LeanEnvironment
from backstory.values.html import Html

TEMPLATES = {
    "page": (
        '{% from "parts" import row, framed, plain %}{{ text }}|{{ html }}|{{ own }}|{{ none }}|{{ number }}'
        "|{{ text ~ html }}"
        "{% for each in rows %}{{ row(each, last=loop.last) }}{{ function(each) }}{% endfor %}"
        "{% call framed('<' ~ number) %}{{ text }}{% endcall %}{{ plain() }}"
        "{% set block %}{{ text }}{% endset %}{{ block }}{{ text|upper }}{{ '<const>' }}"
    ),
    "parts": (
        "{% macro row(each, last=false) %}<i>{{ each }}</i>{% if last %}.{% endif %}{% endmacro %}"
        "{% macro framed(title) %}<h1>{{ title }}</h1>{{ caller() }}{% endmacro %}"
        "{% macro plain() %}{{ varargs|length }}&amp;{% endmacro %}"
    ),
    "lacking": "{% for each in rows %}{{ missing }}{% endfor %}",
    "wrong": '{% from "parts" import row %}{{ row(1, 2, 3) }}',
}
VIEW: dict[str, Any] = {
    "text": "a < b & \"c\" 'd' > e",
    "html": Markup("<b>&amp;</b>"),
    "own": Html("<p>own</p>"),
    "none": None,
    "number": 1.5,
    "rows": ["<x>", Markup("<y>"), "<x>", 3],
    "function": lambda each: f"({each})",
}


def rendered(kind: type[Environment], name: str) -> str:
    made = kind(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    return made.get_template(name).render(**VIEW)


def test_a_page_is_what_jinja_makes_of_it() -> None:
    assert rendered(LeanEnvironment, "page") == rendered(Environment, "page")
    assert "a &lt; b &amp; &#34;c&#34; &#39;d&#39; &gt; e|<b>&amp;</b>|<p>own</p>|" in rendered(LeanEnvironment, "page")


@pytest.mark.parametrize(("name", "error"), [("lacking", UndefinedError), ("wrong", TypeError)])
def test_a_fault_is_told_as_jinja_tells_it(name: str, error: type[Exception]) -> None:
    with pytest.raises(error) as lean:
        rendered(LeanEnvironment, name)
    with pytest.raises(error) as plain:
        rendered(Environment, name)
    assert str(lean.value) == str(plain.value)
