"""Streams of events over real sockets, on each transport: events as they arrive, ends, errors, and what a stream leaves behind."""

from __future__ import annotations

import asyncio
import gc
import json
import threading
from collections.abc import Callable
from typing import Any

import pytest

from tencentkit import Retry, Throttle
from tencentkit.errors import (
    ApiError,
    ConnectionFailed,
    DeadlineExceeded,
    InternalError,
    RequestInvalid,
    RequestLimitExceeded,
    ResponseMalformed,
    TimedOut,
)
from tencentkit.hooks import Call, Hook
from tencentkit.transport import _bodies, _engine_pool
from tencentkit_api.stream import ServerSentEvent
from tests.scripted import AsyncScript, SyncScript, result
from tests.streams.conftest import CHUNKED, DONE, HEAD, Talker, chunk, word
from tests.transport.raw_server import Connection, ok

Make = Callable[..., Talker]
END = b"0\r\n\r\n"
THREE = CHUNKED + b"".join(chunk(word(text)) for text in ("one ", "two ", "three")) + chunk(DONE) + END


def envelope(**content: Any) -> bytes:
    return ok(json.dumps({"Response": {"RequestId": "r-8", **content}}).encode())


def refused(code: str) -> bytes:
    return envelope(Error={"Code": code, "Message": "no: key-canary-0000001"})


def test_events_arrive_one_by_one(talker: Make) -> None:
    """Each event is there before the service sends the next one; the request says that it wants a stream."""
    received = threading.Semaphore(0)

    def act(connection: Connection) -> None:
        connection.send(CHUNKED)
        for text in ("one ", "two ", "three"):
            connection.send(chunk(word(text)))
            received.acquire(timeout=30)
        connection.send(chunk(DONE) + END)

    made = talker(act)
    stream = made.open(topic="t")
    texts = []
    for _ in range(3):
        event = made.next(stream)
        texts.append(event.choices[0].delta.content)
        received.release()
    assert texts == ["one ", "two ", "three"]
    assert made.rest(stream) == []
    assert (stream.meta.request_id, stream.meta.attempts, event.meta.request_id) == ("r-7", 1, "r-7")
    assert json.loads(made.server.requests[0].partition(b"\r\n\r\n")[2]) == {"Topic": "t", "Stream": True}
    assert made.slots_in_use == 0


def test_connection_is_used_again(talker: Make) -> None:
    """A complete response leaves its connection for the next request; a closed stream closes it."""
    made = talker(THREE, THREE, CHUNKED + chunk(word("one ")), THREE)
    for _ in range(2):
        assert made.texts(made.open()) == ["one ", "two ", "three"]
    assert made.server.connections == 1
    stream = made.open()
    made.next(stream)
    made.close(stream)
    made.close(stream)
    assert made.rest(stream) == []
    assert made.slots_in_use == 0
    assert made.texts(made.open()) == ["one ", "two ", "three"]
    assert made.server.connections == 2


def test_methods_choose_by_their_switch(talker: Make) -> None:
    """Without the switch the response is JSON; an action whose default is a stream, or that always streams, gives one."""
    made = talker(envelope(Choices=[], Usage=3), THREE, THREE, envelope(Choices=[], Usage=4))
    assert made.open(stream=False).usage == 3
    assert made.texts(made.open("chat")) == ["one ", "two ", "three"]
    assert made.texts(made.open("read_sse")) == ["one ", "two ", "three"]
    assert made.open("chat", stream=False).usage == 4


def test_until_done_joins_the_texts(talker: Make) -> None:
    """The joined result has the whole text, and the last value of every other field; a started stream gives the rest."""
    body = chunk(word("one ", Usage=1)) + chunk(word("two ", Usage=2)) + chunk(word("three", Usage=3)) + chunk(DONE) + END
    made = talker(CHUNKED + body)
    whole = made.kind.run(made.open().until_done())
    assert (whole.choices[0].delta.content, whole.choices[0].delta.role, whole.usage) == ("one two three", "assistant", 3)
    stream = made.open()
    made.next(stream)
    assert made.kind.run(stream.until_done()).choices[0].delta.content == "two three"


def test_raw_events(talker: Make) -> None:
    """`raw` gives the events as they were sent, without the last mark."""
    made = talker(CHUNKED + chunk(b"event: e\nid: 1\ndata: not json\n\n" + DONE) + END)
    assert made.kind.listed(made.open().raw()) == [ServerSentEvent("not json", "e", "1")]


def test_bytes_are_cut_anywhere(talker: Make) -> None:
    """Single bytes, comments, CRLF, gzip, a body of known length, and one that ends with the connection."""
    import gzip

    text = b": comment\r\n\r\n" + word("你").replace(b"\n", b"\r\n") + word("好") + DONE
    packed = gzip.compress(text)
    single = CHUNKED + b"".join(chunk(text[at : at + 1]) for at in range(len(text))) + END
    zipped = HEAD + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(packed) + packed
    known = HEAD + b"Content-Length: %d\r\n\r\n" % len(text) + text

    def until_closed(connection: Connection) -> None:
        connection.send(HEAD + b"Connection: close\r\n\r\n" + text)
        connection.sock.shutdown(1)

    made = talker(single, zipped, known, until_closed)
    for _ in range(4):
        assert made.texts(made.open()) == ["你", "好"]


def test_error_in_place_of_stream(talker: Make) -> None:
    """A JSON error is raised by the call, and a refusal for the rate is retried: the service has executed nothing."""
    made = talker(refused("RequestLimitExceeded"), THREE, refused("InternalError"), THREE)
    assert made.texts(made.open()) == ["one ", "two ", "three"]
    with pytest.raises(InternalError) as caught:
        made.open()
    assert (caught.value.attempts, caught.value.maybe_executed, caught.value.request_id) == (1, True, "r-8")
    assert "canary" not in str(caught.value)
    assert made.slots_in_use == 0


def test_result_in_place_of_stream(talker: Make) -> None:
    """A JSON result is the only event."""
    made = talker(envelope(Choices=[], Usage=5))
    [event] = made.rest(made.open())
    assert (event.usage, event.meta.request_id) == (5, "r-8")
    assert made.kind.run(made.open().until_done()).usage == 5


@pytest.mark.parametrize(
    ("last", "kind_of_error", "words"),
    [
        (b'data: {"Response": {"Error": {"Code": "RequestLimitExceeded.X", "Message": "canary"}}}\n\n', RequestLimitExceeded, "X"),
        (b'data: {"Error": {"Code": "Own", "Message": "m"}, "RequestId": "r-9"}\n\n', ApiError, "Own"),
        (word("x", ErrorMsg={"Code": 2003, "Msg": "overloaded"}), ApiError, "2003.*overloaded"),
        (b"data: key-canary-0000001\n\n", ResponseMalformed, "event 2 .* not a JSON object"),
        (b"data: [1]\n\n", ResponseMalformed, "event 2 .* not a JSON object"),
        (b"data: " + b'{"Choices":' * 100_000 + b"1" + b"}" * 100_000 + b"\n\n", ResponseMalformed, "JSON object|nested"),
    ],
)  # fmt: skip
def test_error_in_an_event(talker: Make, last: bytes, kind_of_error: type[Exception], words: str) -> None:
    """It ends the stream, is never repeated, has the facts of the call, and shows no secret."""
    made = talker(CHUNKED + chunk(word("one")) + chunk(last + word("late")) + END)
    stream = made.open()
    made.next(stream)
    with pytest.raises(kind_of_error, match=words) as caught:
        made.next(stream)
    error: Any = caught.value
    assert (error.retryable, error.maybe_executed, error.action, error.region) == (False, True, "Talk", "ap-guangzhou")
    assert "key-canary" not in repr(error)
    if isinstance(error, ApiError):
        assert error.request_id in {"r-7", "r-9"}
    assert made.rest(stream) == []
    assert (made.slots_in_use, len(made.server.requests)) == (0, 1)


def test_cut_stream_is_not_repeated(talker: Make) -> None:
    """A connection that ends or is reset within the response: one request, and the events before are delivered."""

    def cut(connection: Connection) -> None:
        connection.send(CHUNKED + chunk(word("one")))
        connection.sock.shutdown(1)

    def reset(connection: Connection) -> None:
        connection.send(CHUNKED + chunk(word("one")))
        received.acquire(timeout=30)
        connection.reset()

    for act in (cut, reset):
        received = threading.Semaphore(0)
        made = talker(act, retry=Retry(attempts=5))
        made.client = made.client.with_options(idempotent=True)
        stream = made.open()
        assert made.next(stream).choices[0].delta.content == "one"
        received.release()
        with pytest.raises(ConnectionFailed) as caught:
            made.next(stream)
        assert (caught.value.sent, caught.value.retryable, caught.value.maybe_executed) == (True, False, True)
        assert (len(made.server.requests), made.slots_in_use) == (1, 0)


def test_failure_before_the_headers_is_retried(talker: Make) -> None:
    """As for any call: only if the action may run twice."""
    made = talker(Connection.reset, THREE)
    with pytest.raises(ConnectionFailed):
        made.open()
    made = talker(Connection.reset, THREE)
    made.client = made.client.with_options(idempotent=True)
    assert made.texts(made.open()) == ["one ", "two ", "three"]


def test_timeout_between_events(talker: Make) -> None:
    """It applies if a view sets it; the deadline bounds the whole stream."""

    def stall(connection: Connection) -> None:
        connection.send(CHUNKED + chunk(word("one")))
        connection.stopping.wait(60)

    for options, kind_of_error in (({"timeout": 0.2}, TimedOut), ({"deadline": 0.5}, DeadlineExceeded)):
        made = talker(stall)
        made.client = made.client.with_options(**options)
        stream = made.open()
        made.next(stream)
        with pytest.raises(kind_of_error) as caught:
            made.next(stream)
        assert (caught.value.retryable, caught.value.maybe_executed, made.slots_in_use) == (False, True, 0)


def test_dropped_stream_frees_its_connection(talker: Make) -> None:
    """A program that forgets a stream keeps no slot and no socket."""
    made = talker(CHUNKED + chunk(word("one")), THREE)
    stream = made.open()
    made.next(stream)
    assert made.slots_in_use == 1
    del stream
    gc.collect()
    assert made.slots_in_use == 0


def test_cancelled_streams_leave_nothing(talker: Make) -> None:
    """A task that is cancelled while it waits for an event frees its slot, its socket and its tasks at once."""
    ended = threading.Semaphore(0)

    def stall(connection: Connection) -> None:
        connection.send(CHUNKED + chunk(word("one")))
        if not connection.sock.recv(1):
            ended.release()

    made = talker(stall)
    if not made.kind.is_async:
        pytest.skip("threads cannot be cancelled")

    async def cancelled() -> None:
        stream = await made.client.talk(stream=True)
        await anext(stream)
        waiting = asyncio.ensure_future(anext(stream))
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    async def run() -> int:
        for _ in range(10):
            await asyncio.gather(*(cancelled() for _ in range(10)))
        return len(asyncio.all_tasks())

    assert made.kind.run(run()) == 1
    assert made.slots_in_use == 0
    for _ in range(100):
        assert ended.acquire(timeout=30)


def test_memory_is_flat(talker: Make) -> None:
    """A long stream, also one above the limit of a response, needs the memory of a few events."""
    import tracemalloc

    event = chunk(word("x" * 1000))

    def endless(connection: Connection) -> None:
        connection.send(CHUNKED)
        for _ in range(600):
            connection.send(event * 10)
        connection.send(END)

    made = talker(endless)
    stream = made.open()
    for _ in range(100):
        made.next(stream)
    tracemalloc.start()
    try:
        left = made.kind.run(_count_later(stream)) if made.kind.is_async else sum(1 for _ in stream)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert left == 5900
    assert peak < 3_000_000


async def _count_later(stream: Any) -> int:
    return len([None async for _ in stream])


def test_stream_above_response_limit(talker: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit of 50 MB is one of complete responses; a JSON response to a stream call still has it."""
    for module in (_bodies, _engine_pool):
        monkeypatch.setattr(module, "MAXIMUM_BYTES", 200_000)
    made = talker(CHUNKED + chunk(word("x" * 1000)) * 600 + END, envelope(Choices=[], Pad="x" * 300_000))
    assert len(made.rest(made.open())) == 600
    with pytest.raises(ResponseMalformed, match="larger than"):
        made.open()
    assert made.slots_in_use == 0


def test_tls(talker: Make) -> None:
    """Streams over TLS, through the same front door."""
    made = talker(THREE, tls=True)
    assert made.texts(made.open()) == ["one ", "two ", "three"]


def test_unexpected_end_of_service(talker: Make) -> None:
    """A service that keeps the connection open after the last event delays nothing for long."""

    def lingering(connection: Connection) -> None:
        connection.send(CHUNKED + chunk(word("one") + DONE))
        connection.stopping.wait(60)

    made = talker(lingering)
    assert made.texts(made.open()) == ["one"]
    assert made.slots_in_use == 0


def test_hooks_see_the_stream(talker: Make) -> None:
    """`after_call` when the headers have arrived, `after_stream` at the end with the number of events, and once."""
    seen: list[tuple[Any, ...]] = []

    class Recorder(Hook):
        def after_call(self, call: Call) -> None:
            seen.append(("call", call.is_stream, call.events, call.first_event))

        def after_stream(self, call: Call) -> None:
            seen.append(("stream", call.events, call.first_event is not None and 0 < call.first_event <= call.elapsed, call.error))

    made = talker(THREE, envelope(Choices=[]), hooks=[Recorder()])
    stream = made.open()
    made.rest(stream)
    made.close(stream)
    made.open(stream=False)
    assert seen == [("call", True, 0, None), ("stream", 3, True, None), ("call", False, 0, None)]


def test_slot_of_the_rate_limit(talker: Make) -> None:
    """An open stream counts as a request that has arrived, not as one in flight."""
    throttle = Throttle(limits={"Talk": 5})
    made = talker(CHUNKED + chunk(word("one")), throttle=throttle)
    stream = made.open()
    assert throttle.state()[0].left == 4
    made.close(stream)


def test_transport_must_read_in_parts(product: Any, kind: Any) -> None:
    """A transport without `open` sends ordinary calls; a stream on it raises an error that names the method."""
    settings = {"credentials": None, "region": "ap-guangzhou"}
    from tencentkit import Credentials

    settings["credentials"] = Credentials("AKIDcanary0000000001", "key-canary-0000001")
    network = kind.pick(SyncScript, AsyncScript)([result(Choices=[])])
    client = kind.pick(product.Client, product.AsyncClient)(transport=network, throttle=None, **settings)
    assert kind.run(client.talk()).choices == []
    with pytest.raises(RequestInvalid, match="no method open"):
        kind.run(client.talk(stream=True))


def test_form_is_refused(talker: Make) -> None:
    """An action with a form is refused before anything is sent: the service would reject JSON."""
    made = talker(THREE)
    with pytest.raises(RequestInvalid, match="Send takes a form with files"):
        made.open("send", file="x")
    assert not made.server.requests
