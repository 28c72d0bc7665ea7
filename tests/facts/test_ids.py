"""Facts keep their ids; merges and splits are told."""

from claims_pipeline.facts.ids import carry, new_id


def never(_: str) -> bool:
    return False


def test_a_rebuild_from_nothing_gives_the_same_ids() -> None:
    first, _ = carry([["a", "b"], ["c"]], {}, never, "")
    again, _ = carry([["c"], ["a", "b", "d"]], {}, never, "")
    assert first == again[::-1]


def test_a_fact_that_grows_keeps_its_id_even_when_an_earlier_claim_arrives() -> None:
    ids, changes = carry([["earlier", "a", "b"]], {"a": "f1", "b": "f1"}, never, "")
    assert ids == ["f1"]
    assert changes == []


def test_a_merge_keeps_the_larger_and_tells_where_the_smaller_went() -> None:
    ids, changes = carry([["a", "b", "c"]], {"a": "f1", "b": "f2", "c": "f2"}, never, "a day came")
    assert ids == ["f2"]
    assert [(c.change, c.old_fact_id, c.new_fact_id, c.claims, c.reason) for c in changes] == [("merge", "f1", "f2", 1, "a day came")]


def test_a_split_leaves_the_id_with_the_larger_part() -> None:
    ids, changes = carry([["a"], ["b", "c"]], {"a": "f1", "b": "f1", "c": "f1"}, never, "")
    assert ids[1] == "f1" and ids[0] != "f1"
    assert [(c.change, c.old_fact_id, c.new_fact_id, c.claims) for c in changes] == [("split", "f1", ids[0], 1)]


def test_an_id_is_never_given_twice() -> None:
    old = new_id("a")
    ids, _ = carry([["a"]], {}, lambda found: found == old, "")
    assert ids != [old]
    # the fact that opened with "a" lives on without it: the new one that opens with "a" needs another id
    ids, _ = carry([["a"], ["b", "c"]], {"a": old, "b": old, "c": old}, lambda found: found == old, "")
    assert ids[1] == old and ids[0] != old
