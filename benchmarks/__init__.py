"""Side-by-side measurements, printed as ratios: two things timed in turn in one run on one machine."""
