"""Native Word charts: drawn and styled in the template, given their data here; a double click in Word edits them.

`lights` and `pace` say what a chart shows, `refill` puts it into the charts of a document that bear its name.
"""
