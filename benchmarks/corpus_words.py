"""The words that the invented corpora are made of."""

from __future__ import annotations


def _words(text: str) -> list[str]:
    return text.split()


COMMON = _words("""
the of and to in that is for it as was with be by on not he his but at are this have from or had an they which one you
were all her she there would their we him been has when who will no more if out so up said what its about than into
them can only other time new some could these two may first then do any like my now over such our man me even most
made after also did many off before must well back through years much where your way down should because long each
just state people those too between own under against
""")
TOPICAL = _words("""
policy budget reform market housing energy grid tariff climate water transport region council ministry report evidence
study figure estimate impact cost benefit household income price demand supply contract auction subsidy rule standard
deadline target measure proposal vote committee hearing amendment opposition majority coalition statement interview
survey sample baseline forecast model scenario assumption risk delay permit review court ruling appeal investment
capital pension fund bank loan interest debt deficit growth inflation wage worker union strike school teacher hospital
doctor patient waiting list pilot programme evaluation outcome trend decade quarter month season harvest farm soil
river coast port rail line station bridge road traffic vehicle battery plant reactor turbine panel emission carbon
methane leak pipeline storage network capacity peak load outage failure repair upgrade data platform privacy consent
breach audit register licence fee penalty exemption threshold formula weight index average median gap inequality city
town village district mayor governor minister adviser expert analyst critic supporter campaign pledge promise
compromise timetable milestone draft version clause article section annex treaty agreement partner border trade export
import quota duty customs corridor shipping container freight rate margin profit loss share owner board shareholder
regulator inspector complaint claim argument counterargument question answer detail background context history origin
consequence effect mechanism incentive barrier option alternative choice tradeoff small large rapid slow early late
local national public private annual formal narrow broad recent final likely possible difficult simple complex cheap
costly fair uneven stable fragile clear vague strong weak rising falling argues shows suggests finds notes warns
expects requires allows limits raises lowers replaces extends delays blocks supports opposes funds publishes revises
withdraws adopts rejects tests compares measures explains describes
""")
SYLLABLES = _words("""
ba be bo bra cor cal da del dor el fen fal gar gre hal hol is jor ka kel lan lo mar mel mor na nor ol per pra ran rel
ros sal sen stel ta tor ul val ven vor wal wen yor zan
""")
REGIONS = _words("""
Northern Southern Eastern Western Central National United Open Free Civic Coastal Alpine Metropolitan Federal
Independent
""")
FIELDS = _words("""
Grain Housing Energy Water Transport Climate Data Health Labour Trade Forest Pension Rail Farm Digital Fiscal
""")
BODIES = _words("""
Council Alliance Institute Federation Agency Union Network Forum Board Trust Foundation Commission Observatory Chamber
""")
QUALIFIERS = _words("""
capacity carbon feed-in marginal structural windfall grandfathered social primary baseline fiscal liquidity demand
sunset shadow embedded levelised negative reserve cross-border stranded statutory contingent deferred indexed
""")
CONCEPTS = _words("""
market levy tariff price deficit tax clause discount balance credit multiplier trap response provision rate generation
cost externality margin adjustment asset instrument liability payment threshold
""")
TAGS = _words("""
energy housing climate health labour trade transport water data pensions farming schools courts budget cities coasts
rail grid privacy inequality
""")
