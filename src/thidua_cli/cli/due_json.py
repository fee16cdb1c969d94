"""`thidua due` for programs; docs/json.md describes every key."""

from collections.abc import Sequence
from typing import Any

from thidua_cli.cli.due_groups import Asked, CampaignDues, Item
from thidua_cli.cli.envelope import envelope, place
from thidua_cli.documents.due_words import named, until
from thidua_cli.progress.dues import Due


def due_json(asked: Asked, campaigns: Sequence[CampaignDues]) -> str:
    """Every single thing that is due, the most urgent of each campaign first."""
    return envelope(
        {
            "as_of": str(asked.as_of),
            "within": asked.days,
            "unit": asked.unit,
            "items": [_item(item, asked) for one in campaigns for item in one.items],
            "unassigned": [
                {"campaign": one.folder.id, "items": list(one.unassigned)}
                for one in campaigns
                if one.unassigned
            ],
        }
    )


def _item(item: Item, asked: Asked) -> dict[str, Any]:
    due = item.due
    last = due.deadline.last_day
    return {
        "campaign": due.campaign,
        "kind": due.kind,
        "id": due.id,
        "name": named(due),
        "unit": due.unit,
        "relation": item.relation,
        "to": list(due.to),
        "via": due.via,
        "period": due.period.text if due.period else None,
        "deadline": _deadline(due),
        "standing": due.standing,
        "days_left": (last - asked.as_of).days if last and due.is_open else None,
        "shown_by": [{"words": proof.words, **place(proof.at)} for proof in due.shown_by],
        "because": due.because,
        **place(due.at),
    }


def _deadline(due: Due) -> dict[str, Any]:
    deadline = due.deadline
    return {
        "from": str(deadline.moment.start) if deadline.moment else None,
        "to": str(deadline.moment.end) if deadline.moment else None,
        "before": str(deadline.before) if deadline.before else None,
        "recurrence": deadline.recurrence,
        "event": deadline.event,
        "printed": until(deadline),
    }
