"""The forms' files: where they are, what they may speak to, and that every field has its input."""

from __future__ import annotations

import json

import pytest

from catalogs import catalog_of
from noticeboard.catalog.catalog import Catalog
from noticeboard.content.documents import TYPES
from noticeboard.content.fields import Shown, declarations
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.settings.settings_reader import read_settings
from noticeboard.forms.configuration import RAW, configuration
from noticeboard.forms.inputs import chinese_words
from noticeboard.views import forms

FORGE = {"forge": "forgejo", "address": "https://git.example", "repository": "union/board"}
NO_INPUT = {"allow", "former_addresses", "rounds"}


def files_of(catalog: Catalog) -> dict[str, bytes]:
    return {asset.address: asset.made() for asset in forms.assets(catalog)}


def told(**forge) -> dict:
    return json.loads(files_of(catalog_of(forms={**FORGE, **forge}))["admin/config.json"])


def test_they_are_there_where_the_settings_ask_for_them():
    assert {"admin/index.html", "admin/config.json", "admin/editor.js", "admin/forms.js"} <= set(
        files_of(catalog_of(forms=FORGE))
    )
    assert files_of(catalog_of()) == {}


def test_a_public_edition_has_none():
    assert files_of(catalog_of(forms=FORGE, audience="public")) == {}


@pytest.mark.parametrize(
    ("forge", "origin"),
    [
        ({}, "https://git.example"),
        ({"address": "http://git.example:3000/code"}, "http://git.example:3000"),
        ({"forge": "github", "address": ""}, "https://api.github.com"),
        ({"forge": "gitlab", "address": ""}, "https://gitlab.com"),
    ],
)
def test_the_page_speaks_to_the_forge_and_to_nothing_else(forge, origin):
    page = files_of(catalog_of(forms={**FORGE, **forge}))["admin/index.html"].decode()
    policy = page.split('content="')[1].split('"')[0].replace("&#x27;", "'")
    (connect,) = [rule for rule in policy.split("; ") if rule.startswith("connect-src")]
    assert connect == f"connect-src 'self' data: blob: {origin}"
    assert "script-src 'self';" in policy


def test_the_name_of_the_organisation_is_text():
    page = files_of(catalog_of(organisation="<b>甲&乙</b>", forms=FORGE))["admin/index.html"].decode()
    assert "<title>&lt;b&gt;甲&amp;乙&lt;/b&gt;公告栏填表</title>" in page


@pytest.mark.parametrize("kind", TYPES.values(), ids=lambda kind: kind.type)
def test_every_field_that_is_shown_has_its_input(kind):
    (collection,) = [
        each
        for each in configuration(Settings(), None, "板")["cms"]["collections"]
        if each["name"] == kind.type
    ]
    inputs = [each["name"] for each in collection["fields"]]
    expected = {
        field.chinese
        for field in declarations(kind)
        if field.shown is not Shown.HIDDEN and field.name not in NO_INPUT
    }
    assert sorted(inputs) == sorted({"类型", RAW, "body", *expected})
    required = {field.chinese for field in declarations(kind) if field.required}
    assert {each["name"] for each in collection["fields"] if each.get("required") is True} == required


def test_choices_are_those_of_the_settings():
    catalog = catalog_of(units=["甲工会", "乙工会"], forms=FORGE)
    collections = json.loads(files_of(catalog)["admin/config.json"])["cms"]["collections"]
    (unit,) = [each for each in collections[0]["fields"] if each["name"] == "单位"]
    assert (unit["widget"], unit["options"]) == ("select", ["甲工会", "乙工会"])


def test_words_in_one_language():
    assert chinese_words(["是", "否", True, False, None]) == ["是", "否"]
    assert chinese_words(["a", None]) == ["a"]


def test_files_go_to_the_branch_that_is_reviewed():
    backend = told()["cms"]["backend"]
    assert (backend["name"], backend["repo"], backend["branch"]) == ("gitea", "union/board", "forms")
    assert (backend["base_url"], backend["api_root"]) == ("https://git.example", "https://git.example/api/v1")
    assert told(branch="work")["cms"]["backend"]["branch"] == "work"
    assert told()["board"]["review"]["ask"] == "https://git.example/union/board/compare/main...forms"
    assert "publish_mode" not in told()["cms"]


def test_forges_with_reviews_of_their_own_ask_for_them():
    for forge, home in (("gitlab", "-/merge_requests"), ("github", "pulls")):
        configured = told(forge=forge, into="master")
        assert configured["cms"]["publish_mode"] == "editorial_workflow"
        assert configured["cms"]["backend"]["branch"] == "master"
        review = configured["board"]["review"]
        assert (review["open"], review["checks"]["requests"]) == (
            f"https://git.example/union/board/{home}",
        ) * 2
        assert "ask" not in review


@pytest.mark.parametrize(
    ("forge", "address", "api", "asked"),
    [
        ("github", "", "https://api.github.com", None),
        # The CMS makes /api/v3 and /api/graphql of it.
        ("github", "https://git.example", "https://git.example/api/v3", "https://git.example/api"),
        ("gitlab", "", "https://gitlab.com/api/v4", None),
        ("gitlab", "https://git.example", "https://git.example/api/v4", "https://git.example/api/v4"),
        ("forgejo", "https://git.example", "https://git.example/api/v1", "https://git.example/api/v1"),
    ],
)
def test_the_interface_of_each_forge(forge, address, api, asked):
    configured = told(forge=forge, address=address)
    assert configured["board"]["review"]["checks"]["api"] == api
    assert configured["cms"]["backend"].get("api_root") == asked


def test_an_application_signs_officers_in():
    assert "auth_type" not in told()["cms"]["backend"]
    backend = told(application="abc")["cms"]["backend"]
    assert (backend["auth_type"], backend["app_id"]) == ("pkce", "abc")
    assert "auth_methods" not in backend


def test_without_an_application_nobody_is_led_to_a_service_of_others():
    for forge in ("github", "gitlab", "gitea"):
        assert told(forge=forge)["cms"]["backend"]["auth_methods"] == ["token"]


def test_github_has_no_application_that_signs_in():
    _, problems = read_settings(
        {"organisation": "甲", "forms": {**FORGE, "forge": "github", "application": "abc"}}
    )
    assert "请删去它，委员用访问令牌登录" in problems[0].message
