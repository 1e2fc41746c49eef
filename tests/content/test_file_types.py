"""What may stand beside the board's pages, and what may not."""

from __future__ import annotations

import codecs
import re

import pytest

from noticeboard.content.repository.file_faults import NEVER, fault_of
from noticeboard.content.repository.file_types import FILE_TYPES, sample_of
from noticeboard.content.settings.settings_reader import read_settings
from site_builds import REPOSITORY
from stand_ins import stand_in, zipped

PAGE = b"<!doctype html><script>document.title = origin</script>"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
BITMAP = b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0"
ENDINGS = [ending for kind in FILE_TYPES for ending in kind.endings]


@pytest.mark.parametrize("ending", ["pdf", "docx", "docm", "xlsx", "pptx", "xls", "png", "jpg", "gif", "mp4", "txt", "csv", "zip", "rar"])  # fmt: skip
def test_what_is_what_it_says_passes(ending):
    assert fault_of(f"表.{ending}", stand_in(f"a.{ending}")) is None
    assert fault_of(f"plans/a/表.{ending.upper()}", stand_in(f"a.{ending}")) is None


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("带密码.xlsx", OLE + "EncryptedPackage".encode("utf-16-le")),
        ("a.doc", OLE), ("a.doc", b"{\\rtf1 x}"), ("a.wps", OLE), ("a.et", stand_in("a.xlsx")), ("a.rtf", b"{\\rtf1 x}"),
        ("a.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text"})), ("a.ods", zipped({"content.xml": "<a/>"})),
        ("a.ofd", zipped({"OFD.xml": "<a/>"})), ("a.webp", b"RIFF\0\0\0\0WEBPVP8 "), ("a.bmp", BITMAP), ("a.mov", b"\0\0\0\x08wide\0\0\1\0mdat"), ("a.mov", b"\0\0\0\1mdat"),
        ("a.gif", b"GIF87a\1\0\1\0\x80\0\0" + bytes(6) + b"!\xf9"), ("网页.zip", zipped({"a.html": "<html><script>"})),
        ("照片.jpg", b"\xff\xd8\xff\xe1\0\x99http://ns.adobe.com/xap/1.0/\0<?xpacket?><x:xmpmeta><rdf:RDF>"),
        ("a.tif", b"II*\0"), ("a.heic", b"\0\0\0\x18ftypheic"), ("a.jpg", stand_in("a.png")), ("a.mp3", b"ID3\x03"), ("a.mp3", b"\xff\xfb\x90"),
        ("a.pdf", b"\xef\xbb\xbf\r\n%PDF-1.7\n"), ("空.zip", b"PK\x05\x06" + bytes(18)), ("a.7z", b"7z\xbc\xaf\x27\x1c"),
        ("a.txt", "一、1<2，3>2\n".encode("gb18030")), ("a.csv", codecs.BOM_UTF8 + "甲,乙\r\n".encode()), ("a.txt", "甲".encode("utf-16")),
        ("a.txt", b"MZ 2026"), ("v1.2.pdf", stand_in("a.pdf")), ("www.example.com.pdf", stand_in("a.pdf")),
    ],
)  # fmt: skip
def test_every_way_in_which_a_type_is_written(name, data):
    assert fault_of(name, data) is None


@pytest.mark.parametrize("data", [PAGE, DRAWING, b"\n\n  <HTML>", codecs.BOM_UTF8 + PAGE, b"<?xml version='1.0'?><x/>", b"MZ\x90\0\3", b"#!/bin/sh", b"\0\0"])  # fmt: skip
@pytest.mark.parametrize("ending", ENDINGS)
def test_what_runs_passes_under_no_name(ending, data):
    if ending in ("txt", "csv", "tsv") and data in (b"#!/bin/sh",):
        return  # What is served as text is text.
    fault = fault_of(f"表.{ending}", data)
    assert fault is not None
    assert "请" in fault.hint


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jpg", b"<a bftypavif<script>alert(1)</script>"), ("a.mov", b"<a bftyp<script>"), ("a.mp4", b"<a\n>ftyp<script>"),
        ("a.heic", b"<a bftypheic<script>"), ("a.gif", b"GIF89a/*<script>alert(1)</script>*/"), ("a.bmp", b"BM<!--\0\0\0\0--><script>"),
        ("a.gif", b"GIF89a=1;alert(origin)//"), ("a.gif", b"GIF87a"), ("a.bmp", b"BM=1;\0\0\0\0/*alert(1)*/"),
        ("a.jpg", b"\n<p bftypavif"), ("a.m4a", b"    ftypM4A "), ("a.mov", b"\t<p>moov"), ("a.mov", b"abcdmdat"),
        ("a.mp3", b"ID3<script>"), ("a.mp3", b"\xff\xfb<!DOCTYPE html>"), ("a.wav", b"RIFF<svgWAVE<svg onload=alert(1)>"),
        ("a.tif", b"II*\0<iframe>"), ("a.webm", b"\x1aE\xdf\xa3<body onload=alert(1)>"), ("a.rtf", b"{\\rtf1 <script>"),
        ("a.mp4", b"\0\0\0\x18ftypmp42<script>"), ("a.pdf", b"%PDF-1.4\n<html>"), ("a.doc", OLE[:8] + b"<object>"),
        ("a.avif", b"\0\0\0\x04ftypavif"), ("a.png", b"\x89PNG\r\n\x1a\n<script>"),
    ],
)  # fmt: skip
def test_what_is_a_page_too_is_refused(name, data):
    fault = fault_of(name, data)
    assert fault is not None and "里面不是" in fault.message


@pytest.mark.parametrize(
    "data",
    [
        PAGE, PAGE.decode().encode("utf-16"), codecs.BOM_UTF16_BE + PAGE.decode().encode("utf-16-be"),
        "标题\n<script>alert(1)</script>".encode(), "标题\n<svg onload=alert(1)>".encode(), b"<!-- -->" + PAGE, b"<x:script/>",
    ],
)  # fmt: skip
def test_a_text_that_old_browsers_take_for_a_page(data):
    assert "网页" in fault_of("a.txt", data).message


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("a.pdf", PAGE, "网页"), ("a.pdf", PAGE + b"%PDF-1.7", "网页"), ("a.jpg", DRAWING, "网页"), ("报表.xls", b"<table>", "网页"),
        ("a.docx", zipped({"a.html": "x"}), "ZIP"), ("a.xlsx", stand_in("a.docx"), "Word"), ("a.xlsx", OLE, "旧版 Office"),
        ("a.xls", stand_in("a.xlsx"), "Excel"), ("a.png", stand_in("a.pdf"), "PDF"), ("a.zip", b"MZ", "程序"), ("a.txt", stand_in("a.pdf") + b"\0", "PDF"),
        ("a.csv", stand_in("a.xlsx"), "Excel"), ("a.bmp", b"BM<script>", "网页"), ("a.mp4", "录像".encode(), "文本"),
    ],
)  # fmt: skip
def test_what_is_not_what_it_says_is_told(name, data, word):
    fault = fault_of(name, data)
    assert "里面不是" in fault.message and word in fault.message
    assert "另存为" in fault.hint


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("a.html", "另存为 PDF"), ("a.HTM", "另存为 PDF"), ("a.xhtml", "另存为 PDF"), ("a.mht", "另存为 PDF"), ("a.svg", "另存为 PNG"),
        ("a.svgz", "另存为 PNG"), ("a.xml", "另存为"), ("a.url", "写链接"), ("a.lnk", "复制到这里"), ("a.eml", "另存为 PDF"), ("web.config", "另存为"),
        ("a.exe", "另存为"), ("a.js", "另存为"), ("a.hta", "另存为"), ("a.php", "另存为"), ("a.swf", "另存为"), ("a", "结尾"), ("a.", "结尾"),
        ("a.md", "另存为"), ("a.mkd", "a.md"), ("a.markdown", "a.md"), ("a.md.txt", "a.md"), ("a.htｍl", "另存为"), ("a.xyz", "attachment_endings"), ("a.json", "attachment_endings"),
        ("a.php.jpg", "去掉中间"), ("a.asp.pdf", "去掉中间"), ("a.pdf ", "另存为"),
    ],
)  # fmt: skip
def test_the_hint_can_be_followed(name, word):
    data = stand_in(name.strip())
    assert word in fault_of(name, data).hint


@pytest.mark.parametrize("ending", sorted(NEVER))
def test_what_runs_can_be_allowed_by_nobody(ending):
    assert ending not in ENDINGS
    assert fault_of(f"a.{ending}", b"x", more=[ending]) is not None
    _, problems = read_settings({"attachment_endings": [ending.upper()]})
    assert [problem.code for problem in problems] == ["settings"]


@pytest.mark.parametrize("value", [["d wg"], ["a/b"], [""], ["*"], {"dwg": 1}, [1], ["ｄｗｇ"]])
def test_other_endings_are_refused_in_the_settings(value):
    assert read_settings({"attachment_endings": value})[1] != ()


def test_a_sample_has_the_beginning_and_the_end(tmp_path):
    place = tmp_path / "a.zip"
    place.write_bytes(b"a" * 100)
    assert sample_of(place) == b"a" * 100
    place.write_bytes(b"a" + b"\0" * 1_000_000 + b"z")
    sample = sample_of(place)
    assert (sample[:1], sample[-1:]) == (b"a", b"z") and len(sample) < 400_000


def test_the_guide_names_every_ending_but_those_of_templates():
    guide = (REPOSITORY / "docs/guide/settings.md").read_text(encoding="utf-8")
    section = guide.partition("{#attachment-endings}")[2].partition("\n## ")[0]
    table = "".join(line for line in section.splitlines() if line.startswith("|"))
    named = set(re.findall(r"`([a-z0-9]+)`", table))
    assert named <= set(ENDINGS)
    templates = {"dotx", "dotm", "xltx", "xltm", "xlam", "xlsb", "ppsx", "ppsm", "potx", "potm", "dot", "xlt", "pps", "pot", "wpt", "ett", "dpt"}  # fmt: skip
    assert set(ENDINGS) - named == templates
