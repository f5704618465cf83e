"""署名 and 成文日期 of a paper without a seal, indented against each other (GB/T 9704-2012, 7.3.5.2)."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W.strip("{}")}


def test_the_signature_is_indented_against_the_date(part, report):
    def indents(body):
        found = {
            one.find("w:pPr/w:pStyle", NS).get(W + "val"): one
            for one in part(report(单位=body), "word/document.xml").iter(W + "p")
        }
        by_name = {
            style.find("w:name", NS).get(W + "val"): style.get(W + "styleId")
            for style in part(report(), "word/styles.xml").findall("w:style", NS)
        }
        return [
            int(found[by_name[name]].find("w:pPr/w:ind", NS).get(W + "rightChars"))
            for name in ("署名", "成文日期")
        ]

    # 2021年9月20日 takes 6.5 characters
    assert indents("示例局") == [750, 200]
    assert indents("某某省某某市某某区示例局") == [200, 550]
