"""Neutral document → statutory annual report: its six sections, the year and the body, the figures its text states."""
