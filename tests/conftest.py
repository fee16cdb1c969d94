"""What holds for every test."""

from hypothesis import settings

# A property is true or not, however busy the machine is: no test depends on a time.
settings.register_profile("thidua", deadline=None)
settings.load_profile("thidua")
