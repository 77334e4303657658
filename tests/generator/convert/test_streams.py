"""Streams of events, recognised in definitions."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from generator.convert.command import convert
from generator.convert.streams import STREAM
from generator.spec.inferred import rule_of
from tests.generator.convert import depot


def stream_of(tmp_path: Path, name: str, *members: dict[str, Any], error: bool = False) -> tuple[Any, str | None]:
    """Return the stream of an action with these request parameters, and its rule."""
    api = depot.api()
    api["actions"][name] = {**api["actions"]["Import"], "input": f"{name}Request", "output": f"{name}Response"}
    response = [depot.REQUEST_ID, *([depot.member("ErrorMsg", output_required=False)] if error else [])]
    api["objects"] |= {
        f"{name}Request": {"document": "", "members": list(members), "type": "object"},
        f"{name}Response": {"document": "", "members": response, "type": "object"},
    }
    document = convert(depot.written(tmp_path / "v20200101", api_json=api), "depot", "2020-01-01").document
    operation = document["paths"][f"/{name}"]["post"]
    return operation.get(STREAM), rule_of(operation, STREAM)


@pytest.mark.parametrize(
    ("text", "default"),
    [
        ("Whether to return a stream. Default value: false", False),
        ("<p>是否以流式接口的形式返回数据，默认true。</p>", True),
        ("是否流式输出，当前只允许 true", True),
        ("流式调用开关。\n说明：未传值时默认为非流式调用（false）。", False),
        ("Whether to use SSE", False),
    ],
)
def test_parameter_selects_the_stream(tmp_path: Path, text: str, default: bool) -> None:
    """A boolean `Stream` whose text is about the response; its default may be a stream."""
    stream = stream_of(tmp_path, "Talk", depot.member("Stream", "bool", required=False, document=text), error=True)
    assert stream == ({"switch": "Stream", "default": default, "error": "ErrorMsg", "done": "[DONE]"}, "parameter Stream")


@pytest.mark.parametrize(
    "member",
    [
        depot.member("Stream", required=False, document="Id of the video stream"),
        depot.member("Stream", "bool", required=False, document="Whether the camera is on"),
        depot.member("Stream", "bool", array=True, required=False, document="Streams"),
        depot.member("StreamName", "bool", required=False, document="a stream"),
    ],
)
def test_other_streams_are_no_responses(tmp_path: Path, member: dict[str, Any]) -> None:
    """Streams of video, and parameters of other types or names."""
    assert stream_of(tmp_path, "Talk", member) == (None, None)


def test_name_promises_a_stream(tmp_path: Path) -> None:
    """An action whose name ends with SSE always responds with a stream."""
    assert stream_of(tmp_path, "ReadSSE") == ({"done": "[DONE]"}, "name")


@pytest.mark.skipif("TENCENTKIT_DEFINITIONS_ZH" not in os.environ, reason="needs the vendor's definitions")
@pytest.mark.parametrize(
    ("product", "actions"),
    [
        ("hunyuan/v20230901", {"ChatCompletions", "ChatTranslations", "GroupChatCompletions", "ImageQuestion", "RunThread"}),
        ("lkeap/v20240522", {"ChatCompletions", "ReconstructDocumentSSE"}),
        ("trtc/v20190722", {"TextToSpeechSSE"}),
        ("dataagent/v20250513", {"ChatAI", "ExecuteAgentApiV1"}),
        ("live/v20180801", set()),
    ],
)
def test_streams_of_the_vendor(product: str, actions: set[str]) -> None:
    """The streaming actions of some products; live has many streams, none of which is a response."""
    folder = Path(os.environ["TENCENTKIT_DEFINITIONS_ZH"]) / product
    service, version = product.split("/v")
    document = convert(folder, service, f"{version[:4]}-{version[4:6]}-{version[6:]}").document
    assert {name.removeprefix("/") for name, item in document["paths"].items() if STREAM in item["post"]} == actions
