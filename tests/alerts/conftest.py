"""A ledger that a test may change, a real SMTP server and a real HTTP server on this machine, in every mood."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import duckdb
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP as Server
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword, Session

from claims_pipeline.warehouse import Warehouse
from tests.report.conftest import fill

LEADS = {"d-slip20", "d-slip2400", "d-contra", "d-old1", "d-q-old", "d-q-swap"}
"""Of the fixture: the open flags of at least 0.5 that stand for their matter."""


@pytest.fixture
def ledger(tmp_path: Path) -> Warehouse:
    path = tmp_path / "desk.duckdb"
    with duckdb.connect(str(path)) as con:
        fill(con)
    return Warehouse(path)


def change(warehouse: Warehouse, sql: str) -> None:
    with warehouse.write() as con:
        con.execute(sql)


def outbox(warehouse: Warehouse, where: str = "true") -> list[dict[str, Any]]:
    with warehouse.read() as con:
        answer = con.execute(f"FROM alert_outbox WHERE {where} ORDER BY channel, receiver, drift_id, queued_at")
        names = [column[0] for column in answer.description or ()]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


class Post:
    """What an SMTP server took, and what it says to the next message."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.receivers: list[str] = []
        self.refuse: dict[str, str] = {}
        self.on_data: Callable[[], str | None] = lambda: None
        self.logins: list[tuple[str, str]] = []

    async def handle_RCPT(self, _server: Server, _session: Session, envelope: Envelope, address: str, _options: list[str]) -> str:
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Server, _session: Session, envelope: Envelope) -> str:
        answer = self.on_data()
        if answer and not answer.startswith("250"):
            return answer
        assert isinstance(envelope.content, bytes)
        mail = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        self.receivers += envelope.rcpt_tos
        return answer or "250 taken"

    def ids(self) -> list[str]:
        return [str(mail["Message-ID"]) for mail in self.mails]

    def login(self, _server: Server, _session: Session, _envelope: Envelope, _mechanism: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.logins.append((data.login.decode(), data.password.decode()))
        return AuthResult(success=self.logins[-1] == ("desk", "s3cret"), handled=False)


@contextmanager
def post_office(port: int = 0, **options: Any) -> Iterator[tuple[Post, int]]:
    """A running SMTP server on 127.0.0.1; yields what it takes, and its port."""
    post = Post()
    if options.pop("auth", False):
        options |= {"auth_required": True, "authenticator": post.login}
    controller = Controller(post, hostname="127.0.0.1", port=port or free_port(), **options)
    controller.start()
    try:
        yield post, int(controller.port)
    finally:
        controller.stop()


class Hook(BaseHTTPRequestHandler):
    """Answers POSTs from a script of (status, headers), then 200; notes what came."""

    def do_POST(self) -> None:
        server: Any = self.server
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        server.seen.append((dict(self.headers), body))
        if server.on_post:
            server.on_post()
        status, headers = server.script.pop(0) if server.script else server.always(body)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: ARG002
        return


@pytest.fixture
def hook() -> Iterator[Any]:
    """A running HTTP server: ``address``, ``seen`` [(headers, body)], ``script`` and ``always`` say how it answers."""
    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), Hook)
    server.seen, server.script, server.on_post, server.always = [], [], None, lambda _body: (200, {})
    server.address = f"http://127.0.0.1:{server.server_port}/secret-path"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def free_port() -> int:
    import socket

    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])
