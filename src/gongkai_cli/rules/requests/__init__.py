"""The rules of disclosure requests (依申请公开): when an answer is due, how a case stands, what a request costs.

Articles are those of 政府信息公开条例 (国务院令第711号).
"""
