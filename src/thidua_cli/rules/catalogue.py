"""Every rule about what must hold across records, one a line."""

from thidua_cli.diagnostics.rule import Check
from thidua_cli.repository.index import Repository
from thidua_cli.rules import (
    calendar,
    campaigns,
    documents,
    initiatives,
    known_issues,
    references,
    registers,
    results,
    targets,
)

ALL_CHECKS: tuple[Check[Repository], ...] = (
    references.unit_exists,
    registers.unit_file_is_named_after_the_unit,
    registers.ids_are_unique,
    references.document_exists,
    references.record_exists,
    registers.units_do_not_contain_themselves,
    documents.number_fits_issuer,
    documents.type_fits_number,
    documents.cited_documents_are_older,
    documents.plan_number_fits_issuer,
    campaigns.assigned_units_receive_the_plan,
    campaigns.the_superior_receives_the_plan,
    campaigns.ordered_reports_are_complete,
    campaigns.the_plan_has_what_the_law_asks,
    campaigns.the_folder_has_its_plan,
    targets.the_goal_is_believable,
    targets.a_target_is_stated_once,
    targets.a_share_is_at_most_the_whole,
    targets.a_bare_figure_is_read_as_a_limit,
    targets.a_target_has_somebody_who_reports_it,
    results.an_amount_is_reported_as_a_figure,
    results.a_share_is_reported_as_a_fraction,
    results.a_reported_share_is_at_most_the_whole,
    results.a_unit_reports_what_it_owes,
    results.a_revision_names_an_earlier_entry,
    calendar.the_end_is_not_before_the_start,
    calendar.a_report_is_due_after_its_period,
    calendar.an_early_figure_is_an_estimate,
    results.a_figure_is_reported_once,
    calendar.a_narrative_is_named_after_its_report,
    calendar.phases_fill_the_period,
    calendar.milestones_stand_in_the_period,
    initiatives.shares_add_up,
    initiatives.an_initiative_has_authors_and_history,
    initiatives.steps_follow_each_other,
    initiatives.recognition_names_council_and_decision,
    initiatives.an_initiative_stands_in_its_year,
)

RULES = (*(each.rule for each in ALL_CHECKS), known_issues.known_issues_are_current.rule)
"""The rules of this room for manuals and lists of codes; TD330 runs on a survey of all findings."""
