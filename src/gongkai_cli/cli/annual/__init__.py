"""`gongkai annual`: the statutory annual report (政府信息公开工作年度报告)."""
