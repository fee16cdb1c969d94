"""What is doubtful in the issued plans is in the data as printed, found by the rules, and explained."""

from shipped_data import shipped
from thidua_cli.cli.rulebook import all_rules, check_initiatives, checks_of_the_whole
from thidua_cli.diagnostics.finding import Finding, Severity, in_reading_order
from thidua_cli.rules.known_issues import Survey, known_issues_are_current, settle

REPOSITORY = shipped().repository
ISSUES = [issue for folder in REPOSITORY.campaigns.values() for issue in folder.campaign.known_issues]

MISSPELT = "spelling of prose that was written anew; TD908 finds it where it stands"
EXTRACTED = "a trace of the page breaks of the copy that the data were taken from"
FULL_STOP = "full stops of prose that was written anew, and of headings that the program closes itself"

ANOMALIES: dict[str, tuple[str, ...] | str] = {
    "000-A01": ("TD314",),
    "000-A02": ("TD610",),
    "000-A03": ("TD406",),
    "000-A04": ("TD440",),
    "000-A05": ("TD322", "TD326"),
    "000-A06": ("TD709",),
    "000-A07": ("TD405",),
    "000-A08": ("TD509",),
    "000-A09": MISSPELT,
    "000-A10": MISSPELT,
    "000-A11": ("TD328", "TD908", "TD909"),
    "000-A12": ("TD315",),
    "000-A13": ("TD315",),
    "000-A14": "citations given in full twice: the program cites in full once",
    "000-A15": FULL_STOP,
    "000-A16": ("TD316",),
    "000-A17": ("TD317",),
    "001-A01": ("TD314", "TD318"),
    "001-A02": ("TD611",),
    "001-A03": ("TD441",),
    "001-A04": ("TD406", "TD440"),
    "001-A05": ("TD408",),
    "001-A06": ("TD441",),
    "001-A07": MISSPELT,
    "001-A08": ("TD409", "TD442"),
    "001-A09": ("TD409",),
    "001-A10": ("TD404", "TD443"),
    "001-A11": ("TD444",),
    "001-A12": ("TD446",),
    "001-A13": ("TD447",),
    "001-A14": ("TD315", "TD319", "TD321"),
    "001-A15": ("TD902", "TD906"),
    "001-A16": EXTRACTED,
    "001-A17": ("TD320", "TD321", "TD324"),
    "001-A18": "bold print and a run-in heading of prose that was written anew",
    "001-A19": ("TD326", "TD327", "TD405", "TD613"),
    "001-A20": ("TD448",),
    "002-A01": ("TD401",),
    "002-A02": ("TD602",),
    "002-A03": ("TD310",),
    "002-A04": ("TD320", "TD321"),
    "002-A05": ("TD327", "TD449"),
    "002-A06": ("TD322",),
    "002-A07": ("TD910",),
    "002-A08": "the program prints the figure itself, as 70%; TD901 finds the blank in prose",
    "002-A09": ("TD404",),
    "002-A10": ("TD902",),
    "002-A11": ("TD317",),
    "002-A12": EXTRACTED,
    "002-A13": ("TD316", "TD522"),
    "002-A14": FULL_STOP,
    "002-A15": "no contradiction: a harder threshold for a later year; TD450 finds an easier one",
    "003-A01": ("TD314",),
    "003-A02": ("TD608",),
    "003-A03": MISSPELT,
    "003-A04": EXTRACTED,
    "003-A05": ("TD449",),
    "003-A06": ("TD613", "TD614"),
    "003-A07": ("TD322", "TD326"),
    "003-A08": ("TD329",),
    "003-A09": ("TD315",),
    "003-A10": ("TD328",),
    "003-A11": ("TD324",),
    "003-A12": ("TD709",),
    "003-A13": "whether a division may be called a standing body is no matter of data",
    "003-A14": ("TD317",),
    "004-A01": "marks lost in the copy and restored; what is lost for good stands nowhere in the data",
    "004-A02": ("TD612",),
    "004-A03": ("TD406",),
    "004-A04": ("TD451",),
    "004-A05": ("TD710",),
    "004-A06": ("TD324",),
    "004-A07": ("TD322",),
    "004-A08": ("TD320", "TD321"),
    "004-A09": ("TD327", "TD447"),
    "004-A10": ("TD315",),
    "004-A11": ("TD315",),
    "004-A12": ("TD307",),
    "004-A13": "no contradiction: reviews of two campaigns in one year",
}
"""Each doubt that the issued plans raise: the rules that find it in the data, or why none does."""
FOUND = {anomaly: codes for anomaly, codes in ANOMALIES.items() if isinstance(codes, tuple)}


def test_every_doubt_is_found_by_the_rules_that_the_table_names() -> None:
    known: dict[str, set[str]] = {}
    for issue in ISSUES:
        if issue.rule is not None:
            known.setdefault(issue.anomaly, set()).add(issue.rule)

    assert {anomaly: tuple(sorted(codes)) for anomaly, codes in known.items()} == FOUND


def test_every_known_issue_is_a_doubt_of_the_table_that_nobody_has_settled() -> None:
    assert {issue.anomaly for issue in ISSUES} <= ANOMALIES.keys()
    assert {issue.decided_by for issue in ISSUES} == {None}


def test_every_known_issue_of_the_shipped_data_is_found_by_its_rule() -> None:
    codes = frozenset(rule.code for rule in all_rules())
    found = tuple(_found())

    assert list(known_issues_are_current.run(Survey(REPOSITORY, found, codes))) == []


def test_what_no_known_issue_explains_is_a_note_and_true_of_the_issued_plans() -> None:
    found = _found()

    settled = settle(in_reading_order(found), REPOSITORY)

    assert {finding.severity for finding in settled} == {Severity.NOTE}
    assert [
        (f.code, f.about) for f in settled if "đã biết" not in f.message and f.code not in {"TD404", "TD405"}
    ] == [
        ("TD447", "targets.xa-chi-so-hanh-phuc-70"),  # the plan does not say how many communes there are
        ("TD522", None),  # TFP is never spelt out
        ("TD316", "documents.49-kh-hdbcqg-2025"),  # cited without their subjects
        ("TD316", "documents.03-nq-cp-2025"),
    ]


def _found() -> list[Finding]:
    whole = (finding for check in checks_of_the_whole() for finding in check.run(REPOSITORY))
    return [*whole, *check_initiatives(REPOSITORY)]
