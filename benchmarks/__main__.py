"""`make bench`: every measurement, one after the other."""

from benchmarks import build, ledger, privacy, search


def main() -> None:
    for line in (*build.run(), *build.growth(), *ledger.run(), *search.run(), *privacy.accuracy(), *privacy.speed()):
        print(line, flush=True)


if __name__ == "__main__":
    main()
