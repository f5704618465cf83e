"""`gongkai check`: finding what is wrong, mending what is certain."""
