"""The pages of the sample site that are no documents: one of each kind."""

LISTS = [
    "", "months/", "months/2026/", "months/2026/03/", "months/2026/11/", "units/union/", "archive/", "tags/", "subscribe/", "months/2026/charts/", "results/",
    "disclosure/", "disclosure/finance/", "disclosure/ledger/", "disclosure/coverage/", "proposals/", "proposals/3-2/", "guide/", "about/",
]  # fmt: skip
