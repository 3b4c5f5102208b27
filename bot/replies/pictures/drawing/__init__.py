"""From a picture to a PNG. Only this package knows matplotlib, and only a worker of the studio imports it."""

import matplotlib as mpl

mpl.rcdefaults()  # whatever a matplotlibrc on this machine says
mpl.rcParams["text.hinting"] = "no_hinting"  # at this size it changes nothing to be seen and takes a fifth of the time
