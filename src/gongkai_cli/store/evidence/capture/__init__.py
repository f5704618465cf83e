"""A web page kept as evidence: a picture of the whole page and a PDF, taken with the Chromium of the system."""
