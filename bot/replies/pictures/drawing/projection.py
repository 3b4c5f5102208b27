"""How a globe is laid flat.

The whole world is drawn in the Equal Earth projection, after B. Šavrič, T. Patterson and B. Jenny, “The Equal Earth map
projection”, International Journal of Geographical Information Science 33 (2019), whose polynomial this is. A part of
the world is drawn in the equirectangular projection, true to scale along its middle latitude.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = np.sqrt(3) / 2


def equal_earth(longitudes: NDArray[np.float64], latitudes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return places given in degrees as points (x, y) on a plane, in radii of the globe."""
    theta = np.arcsin(_M * np.sin(np.radians(latitudes)))
    square = theta * theta
    sixth = square**3
    x = np.radians(longitudes) * np.cos(theta) / (_M * (_A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)))
    y = theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
    return np.column_stack([x, y])
