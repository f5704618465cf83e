"""What reports say of how many tasks stand how, in one sentence for all of them."""

HOW_MANY = (
    "{% if 已完成数 %}已完成{{ 已完成数 }}项，占{{ 完成率 }}{% else %}尚无完成的任务{% endif %}"
    "{% if 不涉及数 %}；经核不涉及{{ 不涉及数 }}项{% endif %}"
    "{% if 未完成分布 %}{% if 已完成数 or 不涉及数 %}；其余任务中，{% else %}，{% endif %}{{ 未完成分布 }}{% endif %}。"
    "{% if 亮灯分布 %}按完成时限衡量，{{ 亮灯分布 }}"
    "{% if 待定数 %}（待部署、待定）{% endif %}。{% endif %}"
)
