"""Who an article is: ids and content hashes, the same on every machine and in every order."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qsl, urlencode, urlsplit

_TRACKING = re.compile(r"^(?:utm_.*|fbclid|gclid|mc_[ce]id|igshid|cmpid|ref_src)$", re.IGNORECASE)


def digest(*parts: str) -> str:
    """First 16 hexadecimal digits of the SHA-256 of the parts, kept apart by a zero byte."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def content_hash(title: str, text: str) -> str:
    """Names one version of an article."""
    return digest(title, text)


def plain_url(url: str) -> str:
    """A URL without what changes nothing about the page: scheme, "www.", tracking parameters, fragment, last slash."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return url.strip()
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)])
    return f"{host}{parts.path.rstrip('/')}" + (f"?{query}" if query else "")


def host_of(url: str | None) -> str | None:
    """The host of a URL in lower case without "www.", or None."""
    if not url or "//" not in url:
        return None
    try:
        host = urlsplit(url.strip()).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def article_id(given: str | None, url: str | None, content: str) -> str:
    """The id that the input gives; else one from the URL, so that a page's versions meet; else from the content."""
    if given:
        return given
    if url and "//" in url:
        return f"u-{digest(plain_url(url))}"
    return f"c-{content}"
