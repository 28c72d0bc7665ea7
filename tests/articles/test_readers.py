from __future__ import annotations

import io
import json
from datetime import date, datetime
from pathlib import Path

import pytest

from claims_pipeline.articles.normalise import clean_text
from claims_pipeline.articles.readers import BATCH, read_sources, read_stream
from claims_pipeline.errors import ClaimsError
from claims_pipeline.records import Rejected, SourceRecord

NOW = datetime(2024, 3, 1, 6, 0)


def both(path: Path) -> tuple[list[SourceRecord], list[Rejected]]:
    records: list[SourceRecord] = []
    rejected: list[Rejected] = []
    for file in read_sources([str(path)], first_seen_at=NOW):
        for batch in file.batches:
            records += batch.records
            rejected += batch.rejected
    return records, rejected


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_every_bad_row_leaves_its_reason_and_the_rest_is_read(tmp_path: Path) -> None:
    rows = [
        '{"id": "a", "text": "Ten people drowned.", "published_at": "2023-11-06"}',
        "{broken",
        '{"id": "b", "title": "only a title"}',
        '{"id": "c", "text": "x", "lang": "en", "published_at": "2023-02-31"}',
        '{"id": "d", "text": "x", "lang": "en", "published_at": "2190-01-01"}',
        "[1, 2]",
        '{"id": "e", "text": "bytes \udcff"}',
        "",
        '{"id": "f", "body": "Two more", "headline": "H", "source": {"name": "AFP"}, "publishedAt": "2023-11-07T23:30:00-05:00"}',
    ]
    path = write(tmp_path / "a.jsonl", "\n".join(rows).encode("utf8", "surrogateescape"))
    records, rejected = both(path)
    assert [r.article_id for r in records] == ["a", "f"]
    assert records[1].payload["outlet"] == "AFP"
    assert records[1].day == date(2023, 11, 8)
    assert [r.position for r in rejected] == ["line 2", "line 3", "line 4", "line 5", "line 6", "line 7"]
    reasons = " | ".join(r.reason for r in rejected)
    for part in ("broken JSON", "no text", "impossible date '2023-02-31'", "2190", "a JSON list", "not UTF-8"):
        assert part in reasons


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty file"),
        ("b.txt", b"\xef\xbb\xbf \n", "empty file"),
        ("c.txt", bytes(range(256)) * 20, "binary"),
        ("d.parquet", b"PAR0 not parquet", "not a Parquet file"),
        ("e.html", b"<html><body></body></html>", "no article text"),
        ("f.xml", b"<a><b/></a>", "no RSS or Atom feed"),
        ("g.docx", b"PK", "unsupported ending"),
        ("h.csv", b"a,b\n1,2\n", "no column named text"),
        ("i.json", b'{"text": ', "broken JSON"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_rejected_row(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (tmp_path / "in").mkdir()
    write(tmp_path / "in" / name, content)
    records, rejected = both(tmp_path / "in")
    assert records == []
    assert len(rejected) == 1
    assert reason in rejected[0].reason
    assert rejected[0].source.endswith(name)


def test_a_missing_path_or_an_unknown_ending_stops_at_once(tmp_path: Path) -> None:
    with pytest.raises(ClaimsError, match="no such file"):
        list(read_sources([str(tmp_path / "nowhere")], first_seen_at=NOW))
    with pytest.raises(ClaimsError, match="not known"):
        list(read_sources([str(write(tmp_path / "x.docx", "PK"))], first_seen_at=NOW))


def test_a_folder_is_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a/one.txt", ".git/three.txt", "b/.four.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write(tmp_path / name, f"The river took {len(name)} boats away, the harbour master wrote.")
    names = [Path(f.source).name for f in read_sources([str(tmp_path), str(tmp_path / "a")], first_seen_at=NOW)]
    assert names == ["one.txt", "two.txt"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = "Bei dem Unglück in München wurden fünf Menschen verletzt, wie die Behörden am Montag mitteilten. Größere Schäden blieben aus."
    records, rejected = both(write(tmp_path / "a.txt", text.encode(encoding)))
    assert rejected == []
    assert records[0].payload["text"] == text


def test_text_files_have_titles_captions_and_headers(tmp_path: Path) -> None:
    story = "KOTA BARU (ANTARA) - Tiga rumah rusak diterjang angin pada Senin (6/11), kata kepala desa setempat kepada wartawan."
    titled, _ = both(write(tmp_path / "a.txt", f"Angin Rusak Tiga Rumah\n\n{story}\n"))
    assert titled[0].payload["title"] == "Angin Rusak Tiga Rumah"
    assert titled[0].payload["text"] == story
    captioned, _ = both(write(tmp_path / "b.txt", f"Rumah warga setelah angin (foto: dok. desa)\n{story}"))
    assert captioned[0].payload["title"] is None
    assert str(captioned[0].payload["text"]).startswith("Rumah warga")
    assert captioned[0].day == date(2023, 11, 6)
    dated, _ = both(write(tmp_path / "d.txt", f"Angin Rusak Tiga Rumah\nRabu, 8 Oktober 2023 17:40 WIB\n\n{story}"))
    assert (dated[0].payload["text"], dated[0].day) == (story, date(2023, 10, 8))
    headed, _ = both(write(tmp_path / "c.txt", f"Title: Angin\nDate: 7 November 2023 10:00 WIB\nOutlet: Kabar Desa\n\n{story}"))
    assert headed[0].payload["title"] == "Angin"
    assert headed[0].payload["outlet"] == "Kabar Desa"
    assert headed[0].day == date(2023, 11, 7)
    assert headed[0].payload["text"] == story


def test_csv_with_local_names_and_separator(tmp_path: Path) -> None:
    content = 'id;judul;isi;tanggal;bahasa\n1;Banjir;"Lima rumah; dua jembatan";06/11/2023 01:00;id\n2;x;;06/11/2023;id\n3;a;b;c;d;e\n'
    records, rejected = both(write(tmp_path / "a.csv", content))
    assert records[0].payload["text"] == "Lima rumah; dua jembatan"
    assert records[0].day == date(2023, 11, 5)
    assert [(r.position, r.reason) for r in rejected] == [("row 3", "no text"), ("row 4", "6 cells under 5 columns")]


def test_json_arrays_objects_and_lines(tmp_path: Path) -> None:
    array = [{"id": i, "text": f"Bridge {i} fell" + " again" * 400_000 * (i == 1)} for i in range(3)]
    assert [r.article_id for r in both(write(tmp_path / "a.json", json.dumps(array)))[0]] == ["0", "1", "2"]
    wrapped = {"status": "ok", "articles": [{"content": "<p>Five &amp; two</p><p>hurt</p>", "url": "https://n.example/a"}]}
    assert both(write(tmp_path / "b.json", json.dumps(wrapped)))[0][0].payload["text"] == "Five & two\nhurt"
    lines = both(write(tmp_path / "c.json", '{"text": "one"}\n{"text": "two"}\n'))
    assert len(lines[0]) == 2
    cut_records, cut_rejected = both(write(tmp_path / "d.json", '[{"text": "one"}, {"text": '))
    assert len(cut_records) == 1
    assert "rest of the file" in cut_rejected[0].reason


def test_parquet(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.table({"headline": ["A", "B"], "body": ["Six hurt", None], "date": pa.array([NOW, NOW])}), tmp_path / "a.parquet")
    records, rejected = both(tmp_path / "a.parquet")
    assert (records[0].payload["title"], records[0].payload["text"], records[0].day) == ("A", "Six hurt", NOW.date())
    assert [(r.position, r.reason) for r in rejected] == [("row 2", "no text")]


def test_feeds(tmp_path: Path) -> None:
    rss = """<rss version="2.0"><channel><title>Kabar</title><language>id</language>
    <item><title>Gempa</title><link>https://k.example/a?utm_source=rss</link><description>&lt;p&gt;Lima luka&lt;/p&gt;</description>
    <pubDate>Mon, 06 Nov 2023 03:33:00 +0700</pubDate></item></channel></rss>"""
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><id>tag:1</id><title>Nine missing</title>
    <updated>2023-11-06T10:00:00Z</updated></entry></feed>"""
    item = both(write(tmp_path / "a.rss", rss))[0][0]
    assert (item.payload["text"], item.payload["lang"], item.payload["outlet"], item.day) == ("Lima luka", "id", "Kabar", date(2023, 11, 5))
    assert both(write(tmp_path / "b.atom", atom))[0][0].payload["title"] == "Nine missing"


def test_web_page(tmp_path: Path) -> None:
    paragraphs = "".join(
        f"<p>Rescue teams reached village number {i} on foot and counted the damaged houses one by one.</p>" for i in range(6)
    )
    page = f"""<html lang="en"><head><title>Storm | Coast Daily</title><meta property="og:site_name" content="Coast Daily">
    <meta property="article:published_time" content="2023-11-06T22:00:00-05:00"></head>
    <body><nav>Home Sport</nav><article><h1>Storm</h1>{paragraphs}</article></body></html>"""
    item = both(write(tmp_path / "a.html", page))[0][0]
    assert item.payload["outlet"] == "Coast Daily"
    assert item.day == date(2023, 11, 7)
    assert "village number 5" in str(item.payload["text"])
    assert "Home Sport" not in str(item.payload["text"])


def test_ids_are_given_or_from_the_url_or_from_the_content() -> None:
    rows = [
        {"id": 7, "text": "a"},
        {"url": "https://www.n.example/a/?utm_source=x#top", "text": "first"},
        {"url": "http://n.example/a", "text": "second"},
        {"text": "same"},
        {"text": "same"},
    ]
    batches = list(read_stream(io.StringIO("\n".join(map(json.dumps, rows))), first_seen_at=NOW))
    records = batches[0].records
    assert records[0].article_id == "7"
    assert records[1].article_id == records[2].article_id
    assert records[1].content_hash != records[2].content_hash
    assert records[3].article_id == records[4].article_id


def test_a_long_stream_comes_in_bounded_batches_and_lazily() -> None:
    taken = 0

    def lines():  # type: ignore[no-untyped-def]
        nonlocal taken
        for i in range(BATCH * 3):
            taken += 1
            yield json.dumps({"id": i, "text": "Water rose", "lang": "en", "published_at": "2023-11-06"})

    first = next(iter(read_stream(lines(), first_seen_at=NOW)))
    assert len(first.records) == BATCH
    assert taken == BATCH


def test_stored_text_is_normal_unicode_without_controls_and_otherwise_as_given() -> None:
    assert clean_text("  Two\tspaces  stay \n") == "  Two\tspaces  stay \n"
    assert clean_text("Cafe\u0301 \x00\x07\ufeffopen") == "Café open"
    assert clean_text("MÃ¼nchen und KÃ¶ln") == "München und Köln"
    assert clean_text("São Paulo, Århus, Ânimo") == "São Paulo, Århus, Ânimo"
