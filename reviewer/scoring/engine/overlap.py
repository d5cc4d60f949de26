"""How many n-grams two sequences have in common."""

from reviewer.scoring.engine.kernel import embedded
from reviewer.scoring.engine.symbol import (
    EMPTY,
    Characters,
    Ints,
    Keys,
    clear,
    key_of,
    shift_for,
    slot_of,
)


@embedded
def _begin(at: Ints, prefix: Ints, start: int, end: int) -> int:
    for k in range(end - start):
        at[k] = start + k
        prefix[k] = 0
    return max(0, end - start)


@embedded
def match(
    symbols: Ints | Characters,
    hyp: int,
    hyp_end: int,
    ref: int,
    ref_end: int,
    orders: int,
    keys: Keys,
    counts: Ints,
    places: Ints,
    out: Ints,
    column: int,
) -> None:
    """Write, for each order, how many n-grams the hypothesis has, the reference has, and both have.

    Only places whose n-gram both sides have are followed to the next order: nothing longer matches elsewhere.
    """
    hyp_at, hyp_prefix, ref_at, ref_prefix = places[0], places[1], places[2], places[3]
    hyp_alive = _begin(hyp_at, hyp_prefix, hyp, hyp_end)
    ref_alive = _begin(ref_at, ref_prefix, ref, ref_end)
    for order in range(orders):
        matches = 0
        if hyp_alive and ref_alive:
            shift = shift_for(ref_alive)
            clear(keys, shift)
            kept = 0
            for k in range(ref_alive):
                last = ref_at[k] + order
                if last >= ref_end:
                    break
                key = key_of(ref_prefix[k], symbols[last])
                slot = slot_of(keys, key, shift)
                if keys[slot] == EMPTY:
                    keys[slot] = key
                    counts[2 * slot] = 0
                    counts[2 * slot + 1] = 0
                counts[2 * slot] += 1
                ref_at[kept], ref_prefix[kept] = ref_at[k], slot
                kept += 1
            ref_alive = kept
            kept = 0
            for k in range(hyp_alive):
                last = hyp_at[k] + order
                if last >= hyp_end:
                    break
                key = key_of(hyp_prefix[k], symbols[last])
                slot = slot_of(keys, key, shift)
                if keys[slot] == key:
                    matches += counts[2 * slot] > 0
                    counts[2 * slot] -= 1
                    counts[2 * slot + 1] = 1
                    hyp_at[kept], hyp_prefix[kept] = hyp_at[k], slot
                    kept += 1
            hyp_alive = kept
            kept = 0
            for k in range(ref_alive):
                if counts[2 * ref_prefix[k] + 1]:
                    ref_at[kept], ref_prefix[kept] = ref_at[k], ref_prefix[k]
                    kept += 1
            ref_alive = kept
        hyp_total, ref_total = max(0, hyp_end - hyp - order), max(0, ref_end - ref - order)
        out[column + 3 * order] = hyp_total if ref_total else 0
        out[column + 3 * order + 1] = ref_total
        out[column + 3 * order + 2] = matches
