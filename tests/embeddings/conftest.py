"""The embedding tests tell their news with the helper of the fact tests."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "facts"))
