"""All documents of one edition, put together: who refers to whom, what stands in which month, what is late.

    Documents, Settings, Files, History, the day → Catalog

- `catalog`: the Catalog, frozen; every list that pages show is worked out from it once, when it is first asked for.
- `entries`, `progress`, `twins`: activities with their document, how far they have come, the same one in two plans.
- `relations`: which document answers, corrects, reports or links to which.
- `disclosures`, `matrix`: the ledger's records, when the next disclosure of a category is due, and gaps by month.
- `session_names`, `proposals`, `results`: sessions in all wordings, and their rates of answer; figures of several years side by side.

A catalog holds only what its edition shows, so that no view can leak more. It makes no HTML and knows no address but a
document's own. Rules: SPECIFICATION sections 4, 6 and 9.
"""
