"""Bytes shared among caches."""

import random

from rushes.media.cache_budget import CacheBudget, CacheShare


def ignore() -> None:
    """Nobody has to be told."""


def test_small_needs_are_met_and_the_rest_is_shared() -> None:
    budget = CacheBudget(900)
    small, large, huge = (budget.join(ignore) for _ in range(3))
    small.set_need(100)
    large.set_need(500)
    huge.set_need(5000)
    assert [share.allowance for share in (small, large, huge)] == [100, 400, 400]
    large.leave()
    large.leave()
    assert [small.allowance, huge.allowance] == [100, 800]


def test_a_new_cache_waits_for_what_others_give_back() -> None:
    budget = CacheBudget(100)
    told: list[str] = []
    old = budget.join(lambda: told.append("old"))
    assert old.take(60)
    assert old.take(40)
    new = budget.join(lambda: told.append("new"))
    assert old.allowance == new.allowance == 50
    assert "old" in told
    assert new.take(10), "the first frame always comes"
    assert not new.take(10), "the old one still holds its bytes"
    told.clear()
    old.give_back(60)
    assert told == ["new"]
    assert new.take(10)
    assert not old.take(40), "over its share"


def test_a_change_of_the_whole_is_told() -> None:
    budget = CacheBudget(100)
    told: list[int] = []
    share = budget.join(lambda: told.append(1))
    told.clear()
    share.set_need(1000)
    assert not told
    budget.total_bytes = 300
    assert (share.allowance, budget.total_bytes, told) == (300, 300, [1])


def test_the_whole_is_never_exceeded_but_for_first_frames() -> None:
    chance = random.Random(1)
    budget = CacheBudget(1000)
    shares: list[CacheShare] = []
    for _ in range(3000):
        if len(shares) < 6 and chance.random() < 0.05:
            share = budget.join(ignore)
            share.set_need(chance.randrange(50, 3000))
            shares.append(share)
        elif shares and chance.random() < 0.03:
            shares.pop(chance.randrange(len(shares))).leave()
        elif shares:
            share = chance.choice(shares)
            if chance.random() < 0.6:
                share.take(20)
            elif share.used:
                share.give_back(20)
        assert sum(share.allowance for share in shares) <= 1000
        assert budget.used_bytes == sum(share.used for share in shares) <= 1000 + 20 * 6
