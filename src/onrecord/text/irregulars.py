"""Words whose base form no rule finds.

Written for this project (2026-11-25) from general knowledge of English. One verb a row: base form, past, participle; forms that
equal the base are left out. Where a form belongs to two words ("found", "saw", "left") the one that is meant in news is given.
"""

from __future__ import annotations

from typing import Final

_VERBS: Final = """
arise arose arisen|awake awoke awoken|babysit babysat|bear bore borne born|beat beaten|become became|befall befell befallen
begin began begun|behold beheld|bend bent|bid bade bidden|bind bound|bite bit bitten|bleed bled|blow blew blown
break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|cling clung
come came|creep crept|deal dealt|dig dug|do did done does|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven
dwell dwelt|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown
forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone|forsake forsook forsaken
freeze froze frozen|get got gotten|give gave given|go went gone goes gon|grind ground|grow grew grown|hang hung
have had has 've ’ve having|hear heard|hide hid hidden|hold held|keep kept|kneel knelt|know knew known|lay laid|lead led
lean leant|leap leapt|learn learnt|leave left|lend lent|lie lain|light lit|lose lost|make made|mean meant|meet met|pay paid
plead pled|prove proven|put putting|ride rode ridden|ring rang rung|rise rose risen|run ran|saw sawn|say said|see saw seen
seek sought|sell sold|send sent|sew sewn|shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk
sing sang sung|sink sank sunk|sit sat|slay slew slain|sleep slept|slide slid|sling slung|smell smelt|sow sown
speak spoke spoken|speed sped|spell spelt|spend spent|spill spilt|spin spun|spit spat|spoil spoilt|spring sprang sprung
stand stood|steal stole stolen|stick stuck|sting stung|stink stank stunk|strike struck stricken|string strung
strive strove striven|swear swore sworn|sweep swept|swell swollen|swim swam swum|swing swung|take took taken|teach taught
tear tore torn|tell told|think thought|throw threw thrown|tread trod trodden|wake woke woken|want wan|wear wore worn
weave wove woven|weep wept|win won|wring wrung|write wrote written|mow mown|die dying dies died
lie lying lies lied|tie tying ties tied|untie untying unties untied|underlie underlying underlay underlies
vie vying vies vied|ache aches|bus buses bussed|bias biases biased|gas gases|focus focuses focused
be is was are were am been being 's 'm 're ’s ’m ’re s
"""

_AUXILIARIES: Final = """
be is was are were am been being 's 'm 're ’s ’m ’re s m re ai|have has had having 've ’ve ve|do does did doing done
will 'll ’ll ll wo|can ca|would 'd ’d wud|shall sha|get got getting gets gotten
"""

_NOUNS: Final = """
man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice|louse lice|ox oxen|life lives|wife wives
knife knives|half halves|leaf leaves|loaf loaves|thief thieves|wolf wolves|shelf shelves|self selves|calf calves|elf elves
hoof hooves|scarf scarves|criterion criteria|phenomenon phenomena|crisis crises|analysis analyses|thesis theses
hypothesis hypotheses|oasis oases|axis axes|diagnosis diagnoses|basis bases|parenthesis parentheses|emphasis emphases
synthesis syntheses|paralysis paralyses|nucleus nuclei|stimulus stimuli|alumnus alumni|cactus cacti|fungus fungi
syllabus syllabi|bacterium bacteria|curriculum curricula|memorandum memoranda|referendum referenda|stratum strata
index indices|appendix appendices|matrix matrices|vertex vertices|bus buses busses|gas gases gasses|lens lenses|quiz quizzes
tie ties|pie pies|die dice|movie movies|cookie cookies|zombie zombies|rookie rookies|selfie selfies|calorie calories
prairie prairies|genie genies|veggie veggies|hippie hippies|shoe shoes|toe toes|foe foes|ache aches
headache headaches heartache heartaches|cache caches|avalanche avalanches|niche niches|quiche quiches|axe axes|person persons
menu menus|guru gurus|corpus corpora|ski skis|horseshoe horseshoes|penny pence|serviceman servicemen|alias aliases
iris irises|atlas atlases|bias biases|canvas canvases|christmas christmases
"""

_DEGREES: Final = """
good better best|bad worse worst|far farther farthest|few fewer fewest|late later latest|early earlier earliest
big bigger biggest|hot hotter hottest|sad sadder saddest|thin thinner thinnest|fat fatter fattest|wet wetter wettest
fit fitter fittest|red redder reddest|grim grimmer grimmest|slim slimmer slimmest|dim dimmer dimmest|old elder eldest
shy shyer shyest
"""

_GRADABLE: Final = """
black bleak bold brave brief bright broad busy calm cheap clean clear clever close cold cool cruel dark dead deadly deep
dirty dry dumb dear easy fair fast fierce fine firm flat free fresh full funny gentle grave great green hard happy harsh
healthy heavy high hungry kind large lazy lean light likely lively lonely long loose loud lovely low lucky mean mild narrow
near neat new nice noisy noble old odd pale plain poor pretty proud pure quick quiet rare raw ready rich risky ripe rough
rude safe scary severe sharp shallow short sick simple slow small smart smooth soft soon steady steep stiff still strange
strict strong sure sweet swift tall tasty tense thick tight tiny tough true ugly vast warm weak wealthy weird well white wide
wild wise young crazy dense bloody costly hasty mighty steady stormy subtle unlikely angry bitter bulky cloudy fancy friendly
greedy guilty handsome holy humble icy lengthy messy milky muddy nasty needy rainy sandy shiny silly sleepy sunny thirsty
trendy windy worthy
"""


def _rows(text: str) -> dict[str, str]:
    """Every form to its base form."""
    words = (row.split() for line in text.strip().splitlines() for row in line.split("|"))
    return {form: row[0] for row in words for form in row[1:]}


def _compare(base: str) -> dict[str, str]:
    stem = base[:-1] + "i" if base.endswith("y") else base.removesuffix("e")
    return {stem + "er": base, stem + "est": base}


VERBS: Final = _rows(_VERBS)
AUXILIARIES: Final = _rows(_AUXILIARIES)
NOUNS: Final = _rows(_NOUNS)
ADJECTIVES: Final = {form: base for word in _GRADABLE.split() for form, base in _compare(word).items()} | _rows(_DEGREES)
ADVERBS: Final = ADJECTIVES | {"better": "well", "best": "well", "worse": "badly", "n't": "not", "n’t": "not"}
PRONOUNS: Final = _rows(
    "i me|they them 'em em ’em|he him|we us 's ’s|that those|this these|she her|my mine|your yours|our ours|their theirs|her hers"
)
PARTICLES: Final = {"n't": "not", "n’t": "not", "nt": "not", "na": "to", "ta": "to", "’s": "'s", "'": "'s", "’": "'s", "s": "'s"}
SHORTENED: Final = {
    "jan.": "january", "feb.": "february", "mar.": "march", "apr.": "april", "aug.": "august", "sept.": "september", "sep.": "september",
    "oct.": "october", "nov.": "november", "dec.": "december",
}  # fmt: skip
