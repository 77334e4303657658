"""The slot log on a played network: the limit is kept whatever the network does, at nearly full use, and nobody starves."""

from __future__ import annotations

import random

import pytest

from tencentkit.throttle._sliding_window import PATIENCE, UNLIMITED, Rules, SlidingWindow
from tencentkit.throttle._snapshot import dump, load
from tests.throttle.simulation import Simulation, busiest_second, uniform

RULES = Rules(20)


@pytest.mark.parametrize("callers", [1, 16, 200])
@pytest.mark.parametrize(("jitter", "use"), [(0.0, 0.97), (0.04, 0.955), (0.1, 0.93), (0.2, 0.88)])
def test_never_21_in_a_second_at_nearly_full_use(callers: int, jitter: float, use: float) -> None:
    """With any jitter on the way nothing is refused, and the allowance is used but for the mean of that jitter."""
    for seed in (1, 2):
        played = Simulation(callers=callers, transit=uniform(jitter), seed=seed).play(30)
        assert (busiest_second(played.arrivals), played.refusals) == (min(20, busiest_second(played.arrivals)), 0)
        if callers > 1:  # one caller that waits for each answer cannot ask for so much
            assert played.use() >= use


def test_the_first_requests_on_cold_connections_count_when_they_arrive() -> None:
    """Sixty handshakes of up to 0.4 s put no 21 into a second, whether or not the transport tells when it writes."""
    for tells in (True, False):
        played = Simulation(callers=60, connect=uniform(0.4), cold=60, transit=uniform(0.03), tells=tells).play(10)
        assert (busiest_second(played.arrivals), played.refusals) == (20, 0)


@pytest.mark.parametrize("callers", [16, 200])
@pytest.mark.parametrize("length", [0.3, 0.7, 1.0])
def test_a_stall_of_the_loop_the_interpreter_or_the_process_makes_no_burst(callers: int, length: float) -> None:
    """Whatever stood still goes on as if nothing had been saved up."""
    stalls = tuple((start, start + length) for start in (2.005, 5.11, 8.019, 11.4))
    played = Simulation(callers=callers, transit=uniform(0.04), stalls=stalls).play(20)
    assert (busiest_second(played.arrivals), played.refusals) == (20, 0)


def test_nobody_starves() -> None:
    """No caller waits longer than (callers / 20) x 1.1 + one window, and no two of 16 differ by more than 3.5 to 1."""
    assert Simulation(callers=200, transit=uniform(0.04)).play(40).longest <= 200 / 20 * 1.1 + 1.05
    calls = Simulation(callers=16, transit=uniform(0.04)).play(20).calls
    assert max(calls.values()) <= 3.5 * min(calls.values())


def test_slow_answers_do_not_slow_the_calls_where_the_transport_tells_when_it_writes() -> None:
    """Answers after 0.1 to 2.1 s, and most of the allowance: reliance on writing grows as answers tell nothing."""
    played = Simulation(callers=60, transit=uniform(0.02), work=uniform(2.1, 0.1)).play(240)
    assert played.refusals == 0
    assert played.use() > 0.8
    assert played.log.reach == pytest.approx(0.05)
    assert Simulation(callers=60, work=uniform(2.1, 0.1), tells=False).play(60).use() < 0.65  # what telling is good for


@pytest.mark.parametrize("served", [5, 10, 15])
def test_a_lower_limit_than_published_is_learned(served: int) -> None:
    """The service lets fewer through: a few refusals at once, then hardly any, and most of what there is, is used."""
    played = Simulation(callers=40, served=served, transit=uniform(0.02)).play(120)
    assert played.refusals <= 60
    late = Simulation(callers=40, served=served, transit=uniform(0.02)).play(120)
    refused_late = [at for at in late.arrivals if at > 20 and at not in set(late.passed)]
    assert len(refused_late) <= 12
    assert played.use(served) >= 0.85


def test_a_lowered_pace_recovers_slowly_to_the_limit() -> None:
    """After one burst of someone else's the ceiling rises step by step, and is the limit again within three minutes."""
    log, now = SlidingWindow(), 0.0
    for ticket in range(1, 21):
        log.ask(ticket, now + ticket, RULES)
        log.answered(ticket, now + ticket, RULES)
    log.ask(99, 30.0, RULES)
    log.refused(99, 30.0, RULES, 0.0)
    allowed = [log.allowed(RULES, 30.0 + second) for second in range(180)]
    assert allowed[0] == allowed[29] == 10
    assert allowed == sorted(allowed)
    assert allowed[-1] == 20


def test_a_refusal_pauses_the_bucket_for_a_second_and_widens_its_window() -> None:
    """Nobody goes for 1 s and the jitter; a series of refusals widens the window once."""
    log = SlidingWindow()
    for ticket in range(5):
        log.ask(ticket, ticket * 0.01, RULES)
    for ticket in (3, 4):
        log.refused(ticket, 0.1, RULES, 0.2)
    assert log.ask(7, 0.2, RULES) == pytest.approx(1.1)
    assert log.reach == pytest.approx(1.025)


def test_without_a_known_limit_nothing_waits_until_the_service_refuses() -> None:
    """An action without a published limit starts unthrottled and finds the limit by itself."""
    log, free = SlidingWindow(), Rules(UNLIMITED, gap=0.0)
    assert not any(log.ask(ticket, 0.0, free) for ticket in range(500))
    played = Simulation(callers=40, limit=UNLIMITED, transit=uniform(0.02)).play(60)
    assert played.refusals <= 60
    assert 10 <= played.log.ceiling <= 30
    assert played.use() >= 0.8


def test_a_burst_gets_the_limit_at_once_and_the_rest_a_second_later() -> None:
    """Twenty of a hundred go within 0.2 s, each gap apart; there is no second burst at its edge."""
    log = SlidingWindow()
    plans = sorted(log.ask(ticket, 0.0, RULES) for ticket in range(100))
    assert plans[:20] == [pytest.approx(0.01 * number) for number in range(20)]
    assert plans[20] == pytest.approx(1.01)
    assert busiest_second(plans) == 20


def test_first_come_first_served() -> None:
    """A later caller is told a later time."""
    log = SlidingWindow()
    plans = [at + log.ask(ticket, at, Rules(2)) for ticket, at in enumerate((0.0, 0.1, 0.2, 0.3, 0.4))]
    assert plans == sorted(plans)


def test_a_hundred_who_gave_up_delay_the_next_by_at_most_a_window() -> None:
    """Their places are free at once, whether all gave up or only the first of them."""
    for remaining in (0, 50):
        log = SlidingWindow()
        for ticket in range(120 + remaining):
            log.ask(ticket, 0.0, RULES)
        for ticket in range(20, 120):
            log.leave(ticket)
        assert log.ask(999, 0.5, RULES) <= 1.05


def test_a_waiter_that_never_returns_holds_up_nobody_for_long() -> None:
    """Eight whose process died leave the others all places but theirs for a quarter of a second, then all."""
    log = SlidingWindow()
    for ticket in range(28):
        log.ask(ticket, 0.0, RULES)
    for ticket in range(20):
        log.ask(ticket, 0.2 + ticket * 0.011, RULES)
        log.answered(ticket, 0.2 + ticket * 0.011, RULES)
    went = 0
    for ticket in range(100, 120):
        now = 2.0 + (ticket - 100) * 0.011
        went += not log.ask(ticket, now, RULES)
    later = [log.ask(ticket, 2.5 + ticket * 0.001, RULES) for ticket in range(100, 120)]
    assert went + sum(1 for wait in later if wait < 0.3) >= 20
    log.ask(500, 20.0, RULES)
    assert not log.tickets


def test_a_long_line_that_came_too_late_lets_nobody_past_the_limit() -> None:
    """Forty planned for a time that is over, and twenty under way: whoever comes now waits."""
    log = SlidingWindow()
    for ticket in range(60):
        log.ask(ticket, 0.0, RULES)
    went = sum(1 for ticket in range(60) if not log.ask(ticket, 4.0 + ticket * 0.011, RULES))
    went += sum(1 for ticket in range(100, 140) if not log.ask(ticket, 4.7 + ticket * 0.0001, RULES))
    assert went == 20


def test_a_request_of_which_nothing_is_heard_counts_for_a_while_only() -> None:
    """Its process died, or its answer never came."""
    log, one = SlidingWindow(), Rules(1)
    assert log.ask(1, 0.0, one) == 0
    assert log.ask(2, PATIENCE + one.span - 0.01, one) > 0
    assert log.ask(2, PATIENCE + one.span + 0.01, one) == 0


def test_a_clock_that_steps_back_delays_by_a_window_at_most() -> None:
    """What lies in the future is brought back to now."""
    log = SlidingWindow()
    for ticket in range(40):
        log.ask(ticket, 1000.0, RULES)
    for ticket in range(0, 20, 2):
        log.answered(ticket, 1000.2, RULES)
    log.rewind(500.0)
    assert log.ask(99, 500.0, RULES) <= PATIENCE + RULES.span


def test_who_looked_at_the_clock_before_others_and_comes_after_them_takes_nothing_back() -> None:
    """Its process stood still in between: what the others did since then counts as long as before."""
    log = SlidingWindow()
    for ticket in range(20):
        log.ask(ticket, 10.0 + ticket * 0.011, RULES)
        log.answered(ticket, 10.3, RULES)
    log.rewind(9.5)
    assert log.ask(99, 9.5, RULES) > 0
    assert log.ask(99, 11.2, RULES) > 0
    assert log.ask(99, 11.32, RULES) == 0


def test_a_log_survives_its_dump() -> None:
    """What is written into a file is what is read from it, at any moment."""
    draw, log, now = random.Random(3), SlidingWindow(), 0.0
    for step in range(2000):
        now += draw.choice((0.0, 0.01, 0.05))
        copy = load(dump(log))
        assert dump(copy) == dump(log)
        ticket = draw.randrange(step + 1)
        act, owner = draw.choice(("ask", "ask", "answered", "written", "leave", "refused", "heard")), draw.randrange(3)
        for one in (log, copy):
            if act == "ask":
                one.ask(step, now, RULES, owner=owner)
            elif act == "heard":
                one.members.heard(owner, 5, now)
            elif act == "leave":
                one.leave(ticket)
            elif act == "refused":
                if ticket % 50 == 0:
                    one.refused(ticket, now, RULES, 0.1)
            else:
                getattr(one, act)(ticket, now, RULES)
        assert dump(copy) == dump(log)


def test_memory_stays_bounded_in_a_long_run() -> None:
    """A bucket that is used for hours keeps no more than its last second."""
    log = SlidingWindow()
    for step in range(20_000):
        log.ask(step, step * 0.06, RULES)
        if step % 2:
            log.answered(step, step * 0.06 + 0.01, RULES)
    assert len(dump(log)) <= 13 + 3 * 60 + 3 * 25
