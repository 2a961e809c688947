"""The closed vocabularies of the field, as enumerations; the wording of each is in language/wording."""

from __future__ import annotations

from enum import StrEnum


class Support(StrEnum):
    """Kinds of support, after UCDP's External Support Dataset 18.1; the last three are ours."""

    TROOPS = "troops"
    TROOP_PRESENCE = "troop-presence"
    JOINT_OPERATIONS = "joint-operations"
    WEAPONS = "weapons"
    MATERIEL = "materiel"
    TRAINING = "training"
    FUNDING = "funding"
    INTELLIGENCE = "intelligence"
    TERRITORY = "territory"
    OTHER = "other"
    UNKNOWN = "unknown"
    DIPLOMATIC = "diplomatic"
    MEDIA = "media"
    PROXIES = "proxies"

    @property
    def letter(self) -> str:
        """UCDP's letter; what UCDP lacks counts as O, other.

        Y is joint operations (and access to infrastructure), L is access to territory: the opposite of what one
        would guess from the words.
        """
        return _LETTERS.get(self, "O")


_LETTERS = {
    Support.TROOPS: "X",
    Support.TROOP_PRESENCE: "P",
    Support.JOINT_OPERATIONS: "Y",
    Support.WEAPONS: "W",
    Support.MATERIEL: "M",
    Support.TRAINING: "T",
    Support.FUNDING: "F",
    Support.INTELLIGENCE: "I",
    Support.TERRITORY: "L",
    Support.OTHER: "O",
    Support.UNKNOWN: "U",
}


class ActorType(StrEnum):
    """What an actor is; ACLED's and FollowTheMoney's distinctions. `armed-group` is the neutral word.

    Only a `court`, an `inquiry` or a `regulator` (an audit office is one) can find something.
    """

    STATE = "state"
    GOVERNMENT = "government"
    LEGISLATURE = "legislature"
    MINISTRY = "ministry"
    ARMED_FORCES = "armed-forces"
    ARMED_GROUP = "armed-group"
    REBEL_GROUP = "rebel-group"
    POLITICAL_MILITIA = "political-militia"
    IDENTITY_MILITIA = "identity-militia"
    PMC = "pmc"
    IGO = "igo"
    ALLIANCE = "alliance"
    PARTY = "party"
    COURT = "court"
    INQUIRY = "inquiry"
    REGULATOR = "regulator"
    PUBLIC_BODY = "public-body"
    COMPANY = "company"
    MEDIA = "media"
    NGO = "ngo"
    PERSON = "person"
    OTHER = "other"


FINDING_BODIES = frozenset({ActorType.COURT, ActorType.INQUIRY, ActorType.REGULATOR})
REGISTER_KEEPERS = FINDING_BODIES | {
    ActorType.STATE,
    ActorType.GOVERNMENT,
    ActorType.LEGISLATURE,
    ActorType.MINISTRY,
    ActorType.IGO,
    ActorType.PUBLIC_BODY,
}
"""Whose registers are a declaration: what another collects and calls a register is its report."""
PROTECTED = frozenset({ActorType.PERSON, ActorType.COMPANY, ActorType.PMC})
"""Whom an unsourced tie can harm most."""


class Stance(StrEnum):
    """What a speaker, or a source that is mentioned, does about a statement."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    SUPPORTS = "supports"
    PARTLY_CONFIRMS = "partly-confirms"
    DENIES = "denies"
    REJECTS_FRAMING = "rejects-framing"
    OTHER_EXPLANATION = "other-explanation"
    QUESTIONS = "questions"
    RESPONDS = "responds"
    NO_COMMENT = "no-comment"
    NO_RESPONSE = "no-response"
    DECLINED = "declined"
    RETRACTS = "retracts"
    FINDS = "finds"
    FINDS_CREDIBLE = "finds-credible"
    FINDS_NO_EVIDENCE = "finds-no-evidence"
    ASSESSES = "assesses"
    ALLEGES = "alleges"
    DECLARES = "declares"
    INVESTIGATES = "investigates"
    REPORTS = "reports"
    MENTIONS = "mentions"


SUPPORTING = frozenset(
    {
        Stance.ASSERTS,
        Stance.CONFIRMS,
        Stance.SUPPORTS,
        Stance.PARTLY_CONFIRMS,
        Stance.FINDS,
        Stance.FINDS_CREDIBLE,
        Stance.ASSESSES,
        Stance.ALLEGES,
        Stance.DECLARES,
        Stance.REPORTS,
    }
)
MAKING = SUPPORTING - {Stance.SUPPORTS}
"""What somebody does who says so: who only agrees with another has no knowledge of their own, and is no source."""
REFUSING = frozenset({Stance.DENIES, Stance.REJECTS_FRAMING})
UNANSWERING = frozenset({Stance.NO_RESPONSE, Stance.DECLINED, Stance.NO_COMMENT})
OF_BODIES = frozenset({Stance.FINDS, Stance.FINDS_CREDIBLE, Stance.FINDS_NO_EVIDENCE})
"""What only a body that finds can do."""
IN_THEIR_WORDS = OF_BODIES | {Stance.ASSESSES, Stance.RESPONDS}
"""What is told in the speaker's own words alone, and so takes a quotation."""


class SourceKind(StrEnum):
    """What a source is."""

    STATEMENT = "statement"
    PRESS_RELEASE = "press-release"
    NEWS = "news"
    OFFICIAL_REPORT = "official-report"
    REPORT = "report"
    COURT = "court"
    COURT_FILING = "court-filing"
    GAZETTE = "gazette"
    FILING = "filing"
    REGISTER = "register"
    CONTRACT = "contract"
    ACADEMIC = "academic"
    ADVERT = "advert"
    DATASET = "dataset"
    IMAGE = "image"
    VIDEO = "video"
    SATELLITE = "satellite"
    SOCIAL = "social"
    INTERVIEW = "interview"
    BOOK = "book"


class Access(StrEnum):
    """How a source came to be known."""

    PUBLIC = "public"
    LEAKED = "leaked"


class AliasUse(StrEnum):
    """What an alias is: a metonym (Moscow for Russia), a former name, another spelling."""

    METONYM = "metonym"
    FORMER = "former"
    SPELLING = "spelling"


_BARE = {
    SourceKind.FILING: Stance.DECLARES,
    SourceKind.REGISTER: Stance.DECLARES,
    SourceKind.STATEMENT: Stance.ASSERTS,
    SourceKind.PRESS_RELEASE: Stance.ASSERTS,
    SourceKind.DATASET: Stance.ASSERTS,
}
SAYS_WHAT = frozenset({SourceKind.COURT, SourceKind.COURT_FILING, SourceKind.OFFICIAL_REPORT, SourceKind.GAZETTE})
"""The kinds that can mean so much, or so little, that a mention of one has to say what it does."""


def bare(kind: SourceKind | None) -> Stance:
    """What a mention of a source without a stance means: the weakest that its kind can mean."""
    return Stance.MENTIONS if kind in SAYS_WHAT else _BARE.get(kind, Stance.REPORTS) if kind else Stance.REPORTS


class Basis(StrEnum):
    """What a tie rests on; derived from who says it, never typed. In the order in which they are tried."""

    ACKNOWLEDGED = "acknowledged"
    DECLARED = "declared"
    FOUND = "found"
    ASSESSED = "assessed"
    ONE_SIDE = "one-side"
    SEPARATE = "separate"
    SINGLE = "single-source"
    UNNAMED = "unnamed"
    UNSOURCED = "unsourced"

    @property
    def drawn(self) -> bool:
        """Whether a tie that rests on it may stand in a drawing."""
        return self not in (Basis.UNNAMED, Basis.UNSOURCED)


class Lowered(StrEnum):
    """Why a statement counts for less than its stance says; rules only ever step down."""

    SECOND_HAND = "second-hand"
    LEAKED = "leaked"
    INTERESTED = "interested"
    CONTRADICTED = "contradicted"
    SUPERSEDED = "superseded"


class Response(StrEnum):
    """How the actors named have answered; derived from positions, never typed. In the order of weight."""

    DENIED = "denied"
    FRAMING_REJECTED = "framing-rejected"
    EXPLAINED = "explained"
    RESPONDED = "responded"
    NO_COMMENT = "no-comment"
    DECLINED = "declined"
    NO_ANSWER = "no-answer"
    NONE = "none"


def owned(basis: Basis, response: Response) -> bool:
    """Whether the backer says or declares a tie itself and nobody answers it otherwise: then no response is missed."""
    return basis in (Basis.ACKNOWLEDGED, Basis.DECLARED) and response is Response.NONE


class Status(StrEnum):
    """How a claim stands; derived, and several may hold together."""

    NO_DENIAL = "no-denial"
    CONTESTED = "contested"
    WITHDRAWN = "withdrawn"
    FIGURES_DIFFER = "figures-differ"
    UNATTRIBUTED = "unattributed"


class Precision(StrEnum):
    """How exactly a place is known."""

    EXACT = "exact"
    NEAR = "near"
    REGION = "region"
