"""Is the counted noun a person, and what is its singular?"""

from __future__ import annotations

IRREGULAR = dict(
    pair.split("=")
    for pair in (
        "people=person persons=person men=man women=woman children=child policemen=policeman gunmen=gunman "
        "servicemen=serviceman fishermen=fisherman businessmen=businessman wives=wife lives=life knives=knife halves=half "
        "thieves=thief feet=foot mice=mouse geese=goose criteria=criterion crises=crisis bases=base shelves=shelf leaves=leaf "
        "heroes=hero potatoes=potato torpedoes=torpedo vetoes=veto buses=bus viruses=virus gases=gas oxen=ox analyses=analysis "
        "countries=country movies=movie ties=tie lies=lie axes=axe caches=cache headaches=headache avalanches=avalanche "
        "sunnis=sunni"
    ).split()
)
INVARIANT = frozenset(
    "aircraft spacecraft hovercraft species series sheep fish deer salmon cattle headquarters means crossroads barracks offspring"
    " staff personnel police troops clergy kin livestock poultry".split()
)
# Nouns that name people whatever stands around them; endings (is_person) and the reader's entity types do the rest.
PEOPLE = frozenset(
    "person people man woman child kid boy girl baby infant teen teenager adult youth elder toddler human soul individual citizen"
    " civilian resident villager inhabitant local national native population refugee migrant immigrant evacuee deportee escapee"
    " detainee prisoner inmate captive hostage abductee victim fatality casualty death dead wounded injured survivor corpse body"
    " patient passenger pedestrian tourist traveler traveller visitor pilgrim worshipper worshiper spectator fan viewer listener"
    " soldier troop trooper officer serviceman servicewoman personnel marine sailor airman pilot recruit conscript reservist veteran"
    " guard guardsman police policeman policewoman cop constable detective agent spy sniper fighter militant rebel insurgent"
    " terrorist extremist jihadist jihadi bomber gunman attacker assailant assassin hitman militiaman guerrilla mercenary combatant"
    " commander general colonel captain lieutenant sergeant major suspect criminal thief smuggler trafficker gangster killer murderer"
    " offender convict accomplice protester protestor demonstrator marcher rioter activist campaigner supporter follower opponent"
    " dissident critic voter candidate delegate lawmaker legislator senator congressman congresswoman representative deputy mp mla"
    " minister president premier leader official diplomat ambassador envoy mayor governor judge lawyer attorney prosecutor juror"
    " witness plaintiff defendant doctor nurse physician medic paramedic midwife surgeon scientist researcher engineer technician"
    " expert analyst adviser advisor consultant teacher professor lecturer student pupil schoolgirl schoolboy graduate academic"
    " scholar journalist reporter correspondent editor photographer cameraman author writer poet artist actor musician singer"
    " athlete player coach referee worker laborer labourer employee employer staff staffer contractor miner farmer fisherman driver"
    " trader vendor seller buyer customer shopper consumer client owner manager executive ceo director boss chief entrepreneur"
    " investor shareholder banker colleague friend relative mother father parent brother sister son daughter wife"
    " husband sibling cousin uncle aunt nephew niece grandchild orphan widow twin couple member volunteer rescuer firefighter"
    " peacekeeper observer monitor inspector trainer instructor priest imam cleric bishop nun monk pastor missionary believer"
    " muslim christian jew hindu sikh buddhist shiite shia sunni sufi kurd turk arab afghan uyghur rohingya yazidi tutsi hutu"
    " participant attendee guest applicant beneficiary recipient user subscriber donor respondent holder hacker intern"
    " functionary elector elite noncombatant nonresident expatriate exile foreigner stranger seeker crewman crewmember"
    " technocrat bureaucrat aide spokesman spokesperson guide cook maid servant slave ally partner rival hero head other colonist"
    " settler neighbor neighbour poor homeless disabled unemployed missing idp pow nomad peasant herder warlord gunner "
    " troops kin offspring life guy schoolchild grandparent newborn teammate greek filipino swede dane finn pole scot briton serb croat czech slovak thai uzbek tajik kazakh kyrgyz somali basque catalan separatist loyalist nationalist communist islamist republican democrat conservative socialist".split()
)
NOT_PEOPLE = frozenset(
    "order border river tower power paper number letter chapter quarter center centre container carrier "
    " helicopter launcher tanker trailer computer printer server counter corner offer matter disaster shelter theater"
    " theatre newspaper factor sector reactor tractor motor error door floor mirror poster laser "
    " cruiser destroyer frigate freighter trawler chamber answer transfer murder summer winter character parameter layer "
    " finger shoulder liter litre meter metre flower feather bunker mortar cluster crater charter encounter barrier"
    " kilometer kilometre centimeter centimetre millimeter millimetre hectare semester filter folder meter barrel router sticker wrapper register procedure figure structure grenade".split()
)
ENDINGS = (
    "ers",
    "ors",
    "ists",
    "ians",
    "ants",
    "ees",
    "eers",
    "men",
    "women",
    "mates",
    "guards",
    "girls",
    "boys",
    "folk",
    "folks",
    "children",
)
DEMONYMS = ("ans", "ese", "is", "ites", "ards")
FALSE_ENDINGS = frozenset(
    "announcement judgement restaurant plant grant warrant variant fee committee list coffee degree tree knee guarantee"
    " jubilee decree levee settlement relent event restraint".split()
)


def singular(word: str) -> str:
    """The singular of an English noun in lower case; a word that is none already is given back."""
    low = word.lower()
    if low in IRREGULAR:
        return IRREGULAR[low]
    if low.endswith(("men", "children")) and is_plural(low):
        return low.removesuffix("ren") if low.endswith("children") else low[:-2] + "an"
    if low in INVARIANT or not low.endswith("s") or low.endswith(("ss", "us", "is")):
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return low[:-2]
    return low[:-1]


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun: "people", "troops", "MPs", "attacks"; acronyms ("ISIS", "US") are none."""
    low = word.lower()
    if low in IRREGULAR or low in INVARIANT or low.endswith(("men", "women", "children", "folk")):
        return low not in {"specimen", "abdomen", "acumen", "semen", "regimen", "omen", "amen"}
    if word[0].isupper() and word.endswith("ese"):
        return True
    if not low.endswith("s") or len(low) < 3 or word.isupper():
        return False
    return not low.endswith(("ss", "us", "ous", "sis")) and (not low.endswith("is") or word[0].isupper())


def is_person(word: str) -> bool:
    """Whether a noun names people: by the list, else by its ending, else (capitalised) as a people."""
    base = singular(word)
    if base in PEOPLE or word.lower() in PEOPLE:
        return True
    if word[0].isupper() and word[1:].islower() and word.endswith(("ian", "ean", "ese")):
        return True
    if base in NOT_PEOPLE or base in FALSE_ENDINGS or not is_plural(word):
        return False
    return word.lower().endswith(ENDINGS) or (word[0].isupper() and word[1:].islower() and word.endswith(DEMONYMS))
