"""Templates that staff edit in Word: what they may print, and what is wrong with one, paragraph by paragraph."""
