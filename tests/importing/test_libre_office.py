"""LibreOffice makes Word files of old ones, and asks nobody for anything on the way."""

import http.server
import shutil
import threading
import zipfile

import pytest

from noticeboard.importing.libre_office import word_files
from noticeboard.importing.reading import read_draft

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text")
)
_CONTENT = (
    f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMES} xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
    "<office:body><office:text><text:p>关于值班的通知</text:p><text:p>照常值班。</text:p>"
    '<text:p><draw:frame svg:width="3cm" svg:height="3cm" text:anchor-type="as-char"><draw:image xlink:href="{}"/></draw:frame></text:p>'
    "</office:text></office:body></office:document-content>"
)
_MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


@pytest.fixture
def asked():
    """The paths that a server of this machine was asked for; the address stands first."""
    found = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            found.append(self.path)
            self.send_error(404)

        do_OPTIONS = do_HEAD = do_GET

        def log_message(self, *arguments):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        found.append(f"http://127.0.0.1:{server.server_port}")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield found
        server.shutdown()


@needs_office
@pytest.mark.slow
def test_no_link_of_a_file_is_followed(tmp_path, asked):
    place = tmp_path / "a.odt"
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", _CONTENT.format(f"{asked[0]}/picture.png"))
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
    with word_files() as convert:
        (part,) = read_draft(convert(place).read_bytes(), "a.docx").parts
    assert (part.title, part.body) == ("关于值班的通知", "照常值班。\n")
    assert len(asked) == 1


def test_it_runs_with_settings_of_its_own(tmp_path, monkeypatch):
    (tmp_path / "bin").mkdir()
    stand_in = tmp_path / "bin" / "soffice"
    stand_in.write_text(
        '#!/bin/sh\nplace="${1#-env:UserInstallation=file://}"\n/bin/cp "$place/user/registrymodifications.xcu" '
        f'"{tmp_path}/settings"\n'
    )
    stand_in.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    (tmp_path / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    with word_files() as convert:
        assert "LibreOffice 没有读懂它" in convert(tmp_path / "a.doc")
    settings = (tmp_path / "settings").read_text(encoding="utf-8")
    for name in ("DisableMacrosExecution", "BlockUntrustedRefererLinks", "ooInetHTTPProxyName"):
        assert f'oor:name="{name}"' in settings
