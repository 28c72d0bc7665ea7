"""Mail through a real SMTP server on this machine: digests, encryption, refusals, and what a failure leaves."""

from __future__ import annotations

import os
import shutil
import ssl
import subprocess
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from claims_pipeline.alerts.settings import Alerts, Mail, checked
from claims_pipeline.alerts.step import send
from claims_pipeline.errors import ClaimsError
from claims_pipeline.warehouse import Warehouse
from tests.alerts.conftest import LEADS, change, free_port, outbox, post_office

NOW = datetime(2023, 11, 8, 6)


def settings(port: int, *to: str, each: bool = False, security: str = "none", **more: str) -> Alerts:
    mail = Mail("127.0.0.1", "ledger@example.org", to or ("desk@example.org",), port, security, each, timeout=5.0, **more)
    return Alerts(mail=mail)


def test_one_digest_a_run_and_nothing_twice(ledger: Warehouse, tmp_path: Path) -> None:
    with post_office() as (post, port):
        assert send(ledger, tmp_path, settings(port), now=NOW).counts["failed"] == 0
        assert send(ledger, tmp_path, settings(port), now=NOW + timedelta(hours=1)).counts["sent"] == 0
        assert len(post.mails) == 1 and post.receivers == ["desk@example.org"]
        mail = post.mails[0]
        assert mail["Subject"].startswith("[desk] 6 figures drifted; first: digits or scale slipped")
        assert mail["From"] == "ledger@example.org" and mail["Auto-Submitted"] == "auto-generated"
        text, page = (mail.get_body((kind,)).get_content() for kind in ("plain", "html"))
        assert text.count("flag d-") == len(LEADS) and "»20«" in text and "Valley Dispatch" in text
        assert "<mark>2,400</mark> hostages &lt;script&gt;" in page
        change(ledger, "UPDATE drift SET severity = 0.6 WHERE drift_id = 'd-hedge'")
        send(ledger, tmp_path, settings(port), now=NOW + timedelta(hours=2))
        assert len(post.mails) == 2 and len(set(post.ids())) == 2
        assert "hedge lost" in post.mails[1]["Subject"]


def test_one_mail_a_flag_and_each_receiver(ledger: Warehouse, tmp_path: Path) -> None:
    with post_office() as (post, port):
        send(ledger, tmp_path, settings(port, "a@example.org", "b@example.org", each=True), now=NOW)
        assert sorted(post.receivers) == ["a@example.org"] * 6 + ["b@example.org"] * 6
        assert len(set(post.ids())) == 12


def test_a_server_that_is_down_loses_nothing_and_the_doctor_says_so(
    ledger: Warehouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from click.testing import CliRunner

    from claims_pipeline.cli import cli

    port = free_port()
    (tmp_path / "claims.toml").write_text(
        f'warehouse = "desk.duckdb"\nsources = ["."]\n[alerts.mail]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "none"\n'
        'from = "ledger@example.org"\nto = ["desk@example.org"]\n'
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("claims_pipeline.cli.doctor._model", lambda: "not looked at here")
    for turn in range(3):
        result = send(ledger, tmp_path, settings(port), now=NOW + timedelta(hours=turn))
        assert result.counts["failed"] == len(LEADS) and "refused" in result.notes[0].lower()
    ledger.publish()
    rows = outbox(ledger, "channel = 'mail'")
    assert {(r["state"], r["attempts"], r["batch"]) for r in rows} == {("pending", 3, None)}
    assert all("127.0.0.1" in r["last_error"] for r in rows)
    said = CliRunner().invoke(cli, ["doctor"])
    assert said.exit_code == 1
    assert "amiss  alerts" in said.output and "6 alerts wait for mail desk@example.org" in said.output and "tried 3 times" in said.output
    listed = CliRunner().invoke(cli, ["alerts", "--state", "pending"]).output
    assert listed.count("tried 3 times") == len(LEADS) and "refused" in listed.lower()
    change(ledger, "UPDATE drift SET severity = 0.6 WHERE drift_id = 'd-hedge'")
    with post_office(port) as (post, _):
        assert send(ledger, tmp_path, settings(port), now=NOW + timedelta(hours=4)).counts["waiting"] == 0
        assert len(post.mails) == 1, "what waited and what is new come in one digest"
        assert "7 figures drifted" in post.mails[0]["Subject"]
    ledger.publish()
    healthy = CliRunner().invoke(cli, ["doctor"])
    assert "ok     alerts     to flags.jsonl, flags.atom, desk@example.org; 21 sent, 0 waiting" in healthy.output


def test_a_refused_receiver_waits_and_the_other_has_his_mail(ledger: Warehouse, tmp_path: Path) -> None:
    own = ("a@example.org", "b@example.org")
    with post_office() as (post, port):
        post.refuse["a@example.org"] = "450 4.2.0 greylisted, come again"
        send(ledger, tmp_path, settings(port, *own), now=NOW)
        assert post.receivers == ["b@example.org"]
        waiting = outbox(ledger, "channel = 'mail' AND state = 'pending'")
        assert {r["receiver"] for r in waiting} == {"a@example.org"} and "450" in waiting[0]["last_error"]
        post.refuse.clear()
        send(ledger, tmp_path, settings(port, *own), now=NOW + timedelta(hours=1))
        assert post.receivers == ["b@example.org", "a@example.org"]


def test_a_server_that_says_no_to_one_message_gets_the_others(ledger: Warehouse, tmp_path: Path) -> None:
    with post_office() as (post, port):
        answers = iter(["554 5.7.1 looks like spam"])
        post.on_data = lambda: next(answers, None)
        send(ledger, tmp_path, settings(port, each=True), now=NOW)
        assert len(post.mails) == 5
        stuck = outbox(ledger, "channel = 'mail' AND state = 'pending'")
        assert len(stuck) == 1 and "554" in stuck[0]["last_error"]


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A certificate for 127.0.0.1 that this process trusts."""
    if not shutil.which("openssl"):
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail("openssl is needed: apt-get install -y openssl")
        pytest.skip("needs openssl")
    key, cert = tmp_path / "key.pem", tmp_path / "cert.pem"
    words = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    words += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(cert)]
    subprocess.run(words, check=True, capture_output=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(cert))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return context


def test_starttls_and_a_login(ledger: Warehouse, tmp_path: Path, certificate: ssl.SSLContext) -> None:
    with post_office(tls_context=certificate, require_starttls=True, auth=True) as (post, port):
        wrong = settings(port, security="starttls", user="desk", password="guess")
        assert send(ledger, tmp_path, wrong, now=NOW).counts["failed"] == len(LEADS)
        assert "535" in outbox(ledger, "channel = 'mail'")[0]["last_error"]
        assert not any("guess" in r["last_error"] for r in outbox(ledger, "channel = 'mail'"))
        right = settings(port, security="starttls", user="desk", password="s3cret")
        send(ledger, tmp_path, right, now=NOW + timedelta(hours=1))
        assert len(post.mails) == 1 and post.logins[-1] == ("desk", "s3cret")


def test_tls_from_the_first_byte(ledger: Warehouse, tmp_path: Path, certificate: ssl.SSLContext) -> None:
    from aiosmtpd.controller import Controller

    from tests.alerts.conftest import Post

    post, port = Post(), free_port()
    server = Controller(post, hostname="127.0.0.1", port=port, ssl_context=certificate)
    server.start()
    try:
        send(ledger, tmp_path, settings(port, security="tls"), now=NOW)
    finally:
        server.stop()
    assert len(post.mails) == 1


def test_a_certificate_that_nobody_vouches_for_is_refused(
    ledger: Warehouse, tmp_path: Path, certificate: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with post_office(tls_context=certificate, require_starttls=True) as (post, port):
        assert send(ledger, tmp_path, settings(port, security="starttls"), now=NOW).counts["failed"] == len(LEADS)
        assert not post.mails and "CERTIFICATE_VERIFY_FAILED" in outbox(ledger, "channel = 'mail'")[0]["last_error"]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ({"min_severity": 2.0}, "0 to 1"),
        ({"loud": True}, "unknown key 'loud'"),
        ({"mail": {"host": "h", "from": "a@b.org"}}, "to is missing"),
        ({"mail": {"host": "h", "from": "a b", "to": ["c@d.org"]}}, "address 'a b'"),
        ({"mail": {"host": "h", "from": "a@b.org", "to": ["c@d.org"], "security": "ssl"}}, "starttls, tls, none"),
        ({"mail": {"host": "h", "from": "a@b.org", "to": "c@d.org"}}, "a list of strings"),
        ({"mail": {"host": "h", "from": "a@b.org", "to": ["c@d.org"], "password": "x"}}, "unknown key 'password'"),
        ({"mail": {"host": "h", "from": "a@b.org", "to": ["c@d.org"], "security": "none"}}, "unencrypted"),
        ({"webhook": {"url": "ftp://x"}}, "not an http"),
        ({"webhook": {"url": "http://far.example.org"}}, "unencrypted"),
        ({"webhook": {"url": "https://x.org", "tries": 0}}, "above zero"),
        ({"webhook": "https://x.org"}, "as a table"),
    ],
)
def test_wrong_settings_name_themselves(raw: dict, said: str) -> None:
    with pytest.raises(ClaimsError, match=said):
        checked(raw, environment={"CLAIMS_SMTP_USER": "u", "CLAIMS_SMTP_PASSWORD": "p", "CLAIMS_WEBHOOK_TOKEN": "t"})


def test_secrets_come_from_the_environment() -> None:
    raw = {"min_severity": 0.7, "mail": {"host": "h", "from": "a@b.org", "to": ["c@d.org", "c@d.org"]}}
    environment = {
        "CLAIMS_SMTP_USER": "u",
        "CLAIMS_SMTP_PASSWORD": "p",
        "CLAIMS_WEBHOOK_URL": "https://x.org/s",
        "CLAIMS_WEBHOOK_TOKEN": "t",
    }
    own = checked(raw, environment=environment)
    assert own.mail and (own.mail.user, own.mail.password, own.mail.to) == ("u", "p", ("c@d.org",))
    assert own.webhook and (own.webhook.url, own.webhook.token) == ("https://x.org/s", "t")
    assert checked({}, environment={}) == Alerts()
