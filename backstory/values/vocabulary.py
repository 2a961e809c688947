"""The closed vocabularies of the field, as enumerations; the wording of each is in model/wording."""

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
    """What an actor is; ACLED's and FollowTheMoney's distinctions. `armed-group` is the neutral word."""

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
    COMPANY = "company"
    MEDIA = "media"
    NGO = "ngo"
    PERSON = "person"
    OTHER = "other"


class Stance(StrEnum):
    """What a speaker does about a statement."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    SUPPORTS = "supports"
    PARTLY_CONFIRMS = "partly-confirms"
    DENIES = "denies"
    REJECTS_FRAMING = "rejects-framing"
    OTHER_EXPLANATION = "other-explanation"
    QUESTIONS = "questions"
    NO_COMMENT = "no-comment"
    NO_RESPONSE = "no-response"
    DECLINED = "declined"
    RETRACTS = "retracts"
    ASSESSES = "assesses"
    REPORTS = "reports"


SUPPORTING = frozenset(
    {
        Stance.ASSERTS,
        Stance.CONFIRMS,
        Stance.SUPPORTS,
        Stance.PARTLY_CONFIRMS,
        Stance.ASSESSES,
        Stance.REPORTS,
    }
)
REFUSING = frozenset({Stance.DENIES, Stance.REJECTS_FRAMING})
UNANSWERING = frozenset({Stance.NO_RESPONSE, Stance.DECLINED, Stance.NO_COMMENT})


class SourceKind(StrEnum):
    """What a source is."""

    STATEMENT = "statement"
    PRESS_RELEASE = "press-release"
    NEWS = "news"
    OFFICIAL_REPORT = "official-report"
    COURT = "court"
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


class Basis(StrEnum):
    """What a tie rests on; derived from its sources, never typed. In falling order of strength."""

    ACKNOWLEDGED = "acknowledged"
    OFFICIAL = "official"
    ONE_SIDE = "one-side"
    INDEPENDENT = "independent"
    SINGLE = "single-source"
    UNSOURCED = "unsourced"


class Response(StrEnum):
    """How the actors named have answered; derived from positions, never typed."""

    DENIED = "denied"
    FRAMING_REJECTED = "framing-rejected"
    ASKED = "asked"
    NONE = "none"


def owned(basis: Basis, response: Response) -> bool:
    """Whether the backer acknowledges a tie and nobody answers it otherwise: then no response is missed."""
    return basis is Basis.ACKNOWLEDGED and response is Response.NONE


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
