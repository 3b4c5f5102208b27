"""`python -m bot` is the same program as `clusterbot`."""

from bot.cli import main

if __name__ == "__main__":
    main()
