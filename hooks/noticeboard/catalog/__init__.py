"""All documents of one edition, put together: who refers to whom, what stands in which month, what is late.

    Documents, Settings, Files, History, the day → Catalog

- `catalog`: the Catalog, frozen; every list that pages show is worked out from it once, when it is first asked for.
- `entries`, `states`, `records`, `occasions`: activities with their document, what became of them, and what tells it.
- `same_activities`, `deduplication`: the same activity in two plans, told once.
- `schedules`, `progress`, `deadlines`: what stands on a month's page, how far it has come, and what ends soon.
- `relations`: which document answers, corrects, reports or links to which.
- `disclosures`, `matrix`: the ledger's records, when the next disclosure of a category is due, and gaps by month.
- `session_names`, `proposals`, `meetings`: sessions in all wordings, their rates of answer, votes and resolutions.
- `targets`, `verdicts`, `results`, `roll_up`: what was aimed at and reached; figures of several years and units side by side.
- `periods`, `filings`, `gaps`: the same part of several years, what units have not filed, and all that is missing.

A catalog holds only what its edition shows, so that no view can leak more. It makes no HTML and knows no address but a
document's own. Rules: SPECIFICATION sections 4, 6 and 9.
"""
