"""Lets ``python -m govnews`` run the command."""

import sys

from govnews.cli import main

sys.exit(main())
