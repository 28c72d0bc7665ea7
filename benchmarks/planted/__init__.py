"""A benchmark of planted drift: a seed makes a world, its newsrooms and their slips; flags are scored against the truth."""
