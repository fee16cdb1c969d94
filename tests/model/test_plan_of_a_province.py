"""A real plan of a province for 2026 - 2030: what each of its targets asks can be written, and is printed back."""

from textwrap import dedent

from thidua_cli.documents.phrases import worded
from thidua_cli.model.target_sheets import TargetSheet
from thidua_cli.reading.validation import validate
from thidua_cli.reading.yaml_source import read_yaml

PLAN = """
    targets:
      - {id: a, kind: growth, name: GRDP, unit: "%/năm", at_least: 10, wording: "tăng bình quân {}%/năm trở lên"}
      - {id: b, name: GRDP đầu người, unit: triệu đồng, over_time: latest, between: [75, 80],
         wording: "đạt từ {}-{} triệu đồng/người/năm"}
      - {id: c, kind: share, name: Dịch vụ và công nghiệp, more_than: 80, wording: "chiếm trên {}%"}
      - {id: d, kind: share, name: Nông nghiệp, less_than: 15, better: down, wording: "dưới {}%"}
      - {id: e, kind: growth, name: Thu ngân sách, reach: 12, wording: "tăng bình quân {}%"}
      - {id: f, kind: share, name: Kinh tế số, at_least: 20, wording: "tối thiểu {}% GRDP"}
      - {id: g, kind: share, name: Kinh tế nền tảng, between: [7, 10], above: fail, part_of: f,
         wording: "trong đó kinh tế nền tảng chiếm {}%"}
      - {id: h, kind: reduction, name: Hộ nghèo, more_than: 3, measured_in: points, over_time: mean,
         wording: "giảm bình quân trên {}%/năm"}
      - {id: i, kind: share, name: Nông thôn mới, more_than: {of: [21, 53]}, wording: "trên {}% (21/53 xã)"}
      - {id: j, kind: share, name: Không ma túy, more_than: 50, wording: "trên {}% xã, phường không ma túy"}
      - {id: k, kind: share, name: Không ma túy, at_least: 50, restates: j, status: restated,
         wording: "ít nhất {}% xã, phường không có ma túy"}
      - {id: l, kind: reduction, name: Điểm trường lẻ, at_least: 40, measured_in: percent,
         wording: "giảm ít nhất {}% số điểm trường lẻ"}
      - {id: m, kind: share, name: Trường nội trú, exactly: 100, wording: "{}% xã biên giới"}
      - {id: n, kind: milestone, name: Bệnh viện, wording: xây dựng mới bệnh viện đa khoa tuyến tỉnh}
      - {id: o, name: Quy mô bệnh viện, unit: giường, reach: 500, over_time: latest, wording: "quy mô {} giường"}
      - {id: p, kind: share, name: Hạnh phúc, more_than: 90, each: {indicator: CB-HPI, at_least: 90, unit: điểm},
         wording: "trên {}% số xã có CB-HPI từ {each} điểm trở lên"}
      - {id: q, kind: rank, name: PAR INDEX, top: 25, wording: "thuộc nhóm {} tỉnh, thành phố dẫn đầu"}
      - {id: r, kind: all-of, name: Tai nạn giao thông, wording: hằng năm giảm ít nhất 5% trên cả 03 tiêu chí,
         children: [
          {id: r1, kind: reduction, name: Số vụ, at_least: 5, measured_in: percent, over_time: each-year},
          {id: r2, kind: reduction, name: Người chết, at_least: 5, measured_in: percent, over_time: each-year},
          {id: r3, kind: reduction, name: Bị thương, at_least: 5, measured_in: percent, over_time: each-year}]}
      - {id: s, kind: share, name: Tổ chức đảng, more_than: 80, over_time: each-year, wording: "hằng năm trên {}%"}
      - {id: t, name: Đảng viên mới, unit: đảng viên, between: [1500, 1600], above: warn, over_time: each-year,
         wording: "kết nạp {} đảng viên mỗi năm"}
      - {id: u, kind: coverage, name: Sáng kiến, exactly: 100, over_time: each-year, wording: "{}% có sáng kiến"}
      - {id: v, kind: growth, name: Tăng trưởng của tỉnh, reach: 8, status: context, wording: "tăng trưởng {}%"}
    """


def test_every_target_of_the_plan_is_worded_as_the_plan_words_it() -> None:
    data = read_yaml(dedent(PLAN).encode(), "targets.yaml").data
    assert data is not None
    sheet, findings = validate(data, TargetSheet)

    assert findings == []
    assert sheet is not None
    assert [worded(target) for target in sheet.targets] == [
        "tăng bình quân 10%/năm trở lên",
        "đạt từ 75-80 triệu đồng/người/năm",
        "chiếm trên 80%",
        "dưới 15%",
        "tăng bình quân 12%",
        "tối thiểu 20% GRDP",
        "trong đó kinh tế nền tảng chiếm 7 - 10%",
        "giảm bình quân trên 3%/năm",
        "trên 39,62% (21/53 xã)",
        "trên 50% xã, phường không ma túy",
        "ít nhất 50% xã, phường không có ma túy",
        "giảm ít nhất 40% số điểm trường lẻ",
        "100% xã biên giới",
        "xây dựng mới bệnh viện đa khoa tuyến tỉnh",
        "quy mô 500 giường",
        "trên 90% số xã có CB-HPI từ 90 điểm trở lên",
        "thuộc nhóm 25 tỉnh, thành phố dẫn đầu",
        "hằng năm giảm ít nhất 5% trên cả 03 tiêu chí",
        "hằng năm trên 80%",
        "kết nạp 1.500 - 1.600 đảng viên mỗi năm",
        "100% có sáng kiến",
        "tăng trưởng 8%",
    ]
    assert sum(target.counts for target in sheet.targets) == 20
