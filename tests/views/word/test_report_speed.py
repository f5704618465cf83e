"""A long ledger costs about what writing its XML costs, and grows with its rows (`make bench` has the exact bounds)."""

from time import process_time

from lxml import etree

ROWS = 1_500


def test_a_long_ledger_takes_little_more_than_building_its_xml(kind_of, standing, part):
    short, long = (standing(tasks(rows), []) for rows in (ROWS // 10, ROWS))
    kind_of("ledger", summary=short)
    few, many = (least(lambda whole=whole: kind_of("ledger", summary=whole)) for whole in (short, long))
    described = description(part(kind_of("ledger", summary=long).data, "word/document.xml"))
    assert many < 5 * least(lambda: etree.tostring(built(described, etree.Element("all"))))
    assert many < 25 * few


def tasks(rows):
    return [
        {
            "编号": str(number),
            "部分": "一、深化公开",
            "具体要求": f"做好第{number}项公开工作。",
            "牵头": ["甲处"],
        }
        for number in range(rows)
    ]


def least(work):
    times = []
    for _ in range(3):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def description(node):
    return node.tag, dict(node.attrib), node.text, [description(one) for one in node]


def built(described, parent):
    tag, attributes, text, children = described
    node = etree.SubElement(parent, tag, attributes)
    node.text = text
    for child in children:
        built(child, node)
    return node
