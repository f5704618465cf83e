"""The sheet an office fills in: what stands in it, and the .xlsx workbook that shows it."""
