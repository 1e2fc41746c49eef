"""`make bench`: every measurement, one after the other."""

from benchmarks import (
    attachments,
    build,
    forgeries,
    hub,
    imports,
    killed_builds,
    ledger,
    lighthouse,
    privacy,
    publishing,
    search,
    strictness,
)


def main() -> None:
    parts = (
        build.run,
        build.growth,
        ledger.run,
        lighthouse.run,
        search.run,
        privacy.accuracy,
        privacy.speed,
        strictness.false_alarms,
        attachments.bounds,
        imports.run,
        hub.run,
        publishing.run,
        killed_builds.run,
        forgeries.run,
    )
    for part in parts:
        for line in part():
            print(line, flush=True)


if __name__ == "__main__":
    main()
