"""`gongkai collect`: the coordinator takes the offices' branches together."""
