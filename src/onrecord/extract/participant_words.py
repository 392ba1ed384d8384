"""Verbs and nouns whose grammar turns who acts and who suffers: general English, grouped by what they do to a frame."""

from __future__ import annotations

# All parties act: those who meet, talk, agree, trade, train or fight with each other.
MUTUAL = frozenset(
    "meet meeting talk talks negotiate negotiation discuss discussion dialogue dialog summit conversation confer consult consultation agree agreement"
    " deal accord treaty pact cooperate cooperation collaborate collaboration partnership trade exercise drill clash skirmish battle firefight"
    " reconcile truce armistice contact".split()
)
MUTUAL_TYPES = frozenset({"CONSULT", "COOPERATE"})
ONE_WAY = frozenset("visit host receive welcome arrive travel trip call phone telephone brief supply sell".split())

# The subject is whom it happens to.
INVERSE = frozenset("receive suffer undergo endure sustain face flee lose".split())

# Of, or the possessor, is whom it happens to: nouns of verbs that always have an object.
SUFFERED = frozenset(
    "arrest detention release killing murder assassination abduction kidnapping kidnap imprisonment expulsion deportation conviction liberation"
    " execution removal dismissal ouster ousting overthrow capture seizure destruction bombing shelling beheading torture rape beating shooting"
    " poisoning incarceration jailing sentencing acquittal extradition evacuation rescue eviction displacement blockade siege invasion occupation"
    " prosecution trial indictment impeachment harassment persecution massacre slaughter lynching death slaying hijacking containment isolation"
    " condemnation punishment censorship surveillance disarmament recapture interrogation questioning stabbing treatment defeat suspension".split()
)

# The verb only carries the noun that is its object.
LIGHT = frozenset(
    "launch carry conduct make hold stage take impose announce reach sign issue offer give provide send begin start end continue file lead mount wage"
    " join have order undertake pursue plan plot perpetrate commit stop halt suspend resume maintain extend express voice deliver pledge promise lodge"
    " execute perform open intensify escalate step expand declare implement lift ease enforce tighten unleash deploy submit place pay do enter organize"
    " organise arrange".split()
)
HARM = frozenset("kill injure wound hit strike target destroy damage die maim hurt murder leave claim slay displace".split())

# Told of somebody else, these ask for what they name.
DEMANDS = frozenset("must should ought need needs have obligation obliged".split())

# Who is the subject of these has done what hangs on them with "for" or "in".
RESPONSIBLE = frozenset(
    "responsibility responsible credit part involve involved participate engage behind guilty blame culpable".split()
)
