"""What knows no processor: relocatable code, the linker, and executable memory."""

from __future__ import annotations

from .code import Code, Symbol, Target
from .linker import Image, link, link_all

__all__ = ["Code", "Image", "Symbol", "Target", "link", "link_all"]
