"""The values that a label may have, as the conventions list them."""

BOUNDS = {"exact", "at_least", "more_than", "at_most", "less_than", "nearly", "about", "range", "vague"}
CLAIM_KINDS = {"count", "money", "percent", "fraction", "measure", "rate"}
OTHER_KINDS = {"duration", "age", "date", "ordinal", "identifier", "score", "other"}
ATTRIBUTES = {
    "killed",
    "injured",
    "casualties",
    "missing",
    "held",
    "abducted",
    "released",
    "displaced",
    "evacuated",
    "rescued",
    "arrested",
    "charged",
    "convicted",
    "infected",
    "tested",
    "recovered",
    "hospitalised",
    "destroyed",
    "damaged",
    "attended",
    "voted",
    "fired",
    "deployed",
    "other",
}
MEASURES = {"total", "increment", "change", "rate"}
MODALITIES = {"asserted", "negated", "hypothetical", "planned", "past_event_comparison"}
RELATIONS = {
    "agrees",
    "compatible",
    "revised_up",
    "revised_down",
    "contradicts",
    "outdated_repeat",
    "magnitude_slip",
    "hedge_lost",
    "hedge_gained",
    "scope_shift",
    "unit_slip",
    "circular_sourcing",
    "round_number_copying",
}
