"""公示证明: one A4 page for every disclosure whose notice period has ended, to be printed, signed and filed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.certificates import certificates_of
from noticeboard.views.helpers.addresses import certificate_address
from noticeboard.views.helpers.page import Page


def pages(catalog: Catalog) -> Iterator[Page]:
    """One page a certificate, below the page of its disclosure."""
    for certificate in certificates_of(catalog):
        yield Page(
            certificate_address(certificate.document),
            f"公示证明：{certificate.document.title}",
            "certificate.html",
            partial(dict, certificate=certificate),
            "这份公示登了几天、改过没有，打印在一张A4纸上",
            depends=lambda context: context,
            meta={"hide": ["navigation", "toc"], "search": {"exclude": True}},
        )
