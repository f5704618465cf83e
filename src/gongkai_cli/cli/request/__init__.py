"""`gongkai request`: the register of disclosure requests (依申请公开)."""
