"""The DevTools protocol over a WebSocket: commands and their answers, events and who listens."""

import json
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from gongkai_cli.model.problem import Refusal

if TYPE_CHECKING:
    from websocket import WebSocket

Params = dict[str, Any]
Listener = Callable[[Params], None]


def connect(address: str) -> "DevTools":
    """Connect to a browser. Refuses, with the command that installs it, where the extra is missing."""
    try:
        from websocket import create_connection  # noqa: PLC0415  the extra `capture`
    except ImportError as error:
        raise Refusal("no-capture-extra") from error
    socket = create_connection(address, timeout=20, suppress_origin=True, http_no_proxy=["127.0.0.1"])
    return DevTools(socket)


class DevTools:
    """One tab: `command` asks and waits, `wait` listens until something holds."""

    def __init__(self, socket: "WebSocket") -> None:
        self._socket = socket
        self._count = 0
        self._session = ""
        self._answers: dict[int, Params] = {}
        self.listeners: dict[str, Listener] = {}
        self.until = time.monotonic() + 20

    def open_tab(self) -> None:
        """Open the tab that the commands are about."""
        target = self.command("Target.createTarget", url="about:blank")["targetId"]
        attached = self.command("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]

    def command(self, method: str, **params: Any) -> Params:
        """Send a command and wait for its answer. Refuses where the page does not answer in time."""
        number = self.send(method, **params)
        if not self.wait(lambda: number in self._answers, self.until - time.monotonic()):
            raise Refusal("page-hangs")
        answer = self._answers.pop(number)
        if "error" in answer:
            raise Refusal("page-broken", detail=answer["error"].get("message", ""))
        result: Params = answer.get("result", {})
        return result

    def send(self, method: str, **params: Any) -> int:
        """Send a command without waiting; returns its number."""
        self._count += 1
        said = {"id": self._count, "method": method, "params": params}
        self._socket.send(json.dumps(said | ({"sessionId": self._session} if self._session else {})))
        return self._count

    def wait(self, holds: Callable[[], bool], seconds: float) -> bool:
        """Take what comes in until something holds; False where time ran out."""
        until = time.monotonic() + seconds
        while not holds():
            left = until - time.monotonic()
            if left <= 0:
                return False
            self._take(left)
        return True

    def close(self) -> None:
        """Hang up."""
        self._socket.shutdown()  # type: ignore[no-untyped-call]

    def _take(self, seconds: float) -> None:
        from websocket import WebSocketException, WebSocketTimeoutException  # noqa: PLC0415

        self._socket.settimeout(max(seconds, 0.01))
        try:
            said = json.loads(self._socket.recv())
        except WebSocketTimeoutException:
            return
        except (WebSocketException, OSError, ValueError) as error:
            raise Refusal("page-broken", detail="") from error
        if "id" in said:
            self._answers[said["id"]] = said
        elif said.get("method") in self.listeners:
            self.listeners[said["method"]](said["params"])
