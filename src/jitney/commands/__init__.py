"""What the `jitney` command does, a file for each of its commands."""
