"""Which words tell what happened to those that a number counts?"""

from __future__ import annotations

_WORDS = {
    "killed": (
        "killed kill kills killing killings died die dies dying dead death deaths slain slay slaying murdered murder murders murdering"
        " massacred massacre massacring executed executing execution executions beheaded beheading assassinated fatality fatalities"
        " perished martyred drowned lives toll slaughtered lynched hanged"
    ),
    "injured": (
        "injured injure injures injuring wounded wound wounds wounding hurt hurting maimed maiming hospitalized hospitalised injuries burned"
    ),
    "casualties": "casualty casualties",
    "arrested": (
        "arrested arrest arrests arresting detained detain detains detaining detention jailed jail jailing imprisoned imprisonment custody"
        " incarcerated confined interned sentenced prison"
    ),
    "abducted": (
        "abducted abduct abducts abducting abduction abductions kidnapped kidnap kidnapping kidnappings hostage hostages captive captured"
        " capture capturing captives abductees"
    ),
    "released": (
        "released release releases releasing freed free frees freeing pardoned pardon pardons pardoning rescued rescue rescuing"
        " repatriated liberated"
    ),
    "displaced": (
        "displaced displace displaces displacing displacement fled flee flees fleeing homeless evacuated evacuate evacuating uprooted refuge"
        " asylum"
    ),
    "participants": (
        "protesters protestors demonstrators marchers strikers rioters peacekeepers troops participants attendees marched march marching"
        " rallied rally protested protest protesting demonstrated demonstrate demonstrating demonstration gathered gather gathering massed"
        " strike sit deployed deploy deploying deployment deployments attended attend attending participated participate participating"
        " part joined join sent send sending withdrew withdraw withdrawal massing streets assembled assemble"
    ),
}
KINDS: dict[str, str] = {word: kind for kind, words in _WORDS.items() for word in words.split()}
# Verbs whose subject is the one it happens to, and nouns: nobody does them to others as "two gunmen killed 12" does.
ACTS_ALONE = frozenset(
    (
        "died die dies dying dead death deaths fatality fatalities perished drowned lives toll casualty casualties injuries hostage hostages"
        " captive captives custody prison detention homeless fled flee flees fleeing refuge asylum displacement"
    ).split()
).union(word for word, kind in KINDS.items() if kind == "participants")


def has_kind(word: str) -> bool:
    """Whether a lower-cased word tells what happened to people."""
    return word in KINDS
