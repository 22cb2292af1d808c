"""What knows no processor: relocatable code, the linker, and executable memory."""

from __future__ import annotations

from .code import Code
from .linker import Image, link, link_all
from .sections import Symbol, Target

__all__ = ["Code", "Image", "Symbol", "Target", "link", "link_all"]
