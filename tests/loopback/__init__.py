"""As much of Discord as bots need, on a loopback socket: `server.py` starts it, `faults.py` makes it fail."""

from tests.loopback.server import Loopback, loopback

__all__ = ["Loopback", "loopback"]
