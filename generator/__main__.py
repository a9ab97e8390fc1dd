"""`python -m generator` is `odl`."""

from generator.cli import run

if __name__ == "__main__":
    run()
