"""From a picture to a PNG. Only this package knows matplotlib, and only a worker of the studio imports it."""
