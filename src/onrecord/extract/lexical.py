"""What the words alone tell, without the network: events of the trigger lexicon, and the mode of an event."""

from onrecord.extract.lexical_match import LexicalHit, best_hit, find_lexical, hits_on
from onrecord.extract.modes import mode_for

__all__ = ["LexicalHit", "best_hit", "find_lexical", "hits_on", "mode_for"]
