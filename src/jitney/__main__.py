"""`python -m jitney` is the `jitney` command."""

import sys

from .cli import main

sys.exit(main())
