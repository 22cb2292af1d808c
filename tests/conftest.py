"""What all tests share: how Hypothesis behaves, and that whatever they compile is checked."""

import checking
from hypothesis import settings

# No deadline: two workers share a machine that may be busy, and a slow example is not a wrong one.
settings.register_profile("jitney", deadline=None)
settings.load_profile("jitney")

checking.install()
