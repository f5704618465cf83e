"""`gongkai report`: gathering what a paper is made from, filling its template, saying what is left to fill in."""
