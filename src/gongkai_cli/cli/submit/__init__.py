"""`gongkai submit`: an office hands in its ledgers."""
