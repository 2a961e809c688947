"""Words beside a name that say something about it, in the languages whose capitals they explain."""

from __future__ import annotations

import calendar

from backstory.language.word_lists import words

TITLES = words("""
    president vice minister premier chancellor secretary ambassador envoy senator governor mayor king queen emir
    prince princess sultan sheikh sheik shaikh pope imam ayatollah mullah mr mrs ms dr prof professor judge justice
    general gen colonel col major maj captain capt lieutenant lt brigadier brig admiral adm marshal commander
    sergeant sgt officer spokesman spokeswoman spokesperson chief leader director chairman chairwoman speaker
    warlord strongman lord sir foreign defence defense interior prime deputy field army président présidente
    ministre général maréchal capitaine commandant roi émir cheikh m mme monsieur madame docteur ambassadeur
    porte-parole chef президент министр премьер генерал полковник маршал майор капитан командующий король эмир принц
    шейх господин глава лидер посол фельдмаршал
    """)
"""Titles: a name after one is that person's, and a title after a name begins another."""

CALENDAR = frozenset(name.lower() for name in (*calendar.month_name[1:], *calendar.day_name))
"""The months and days of the week in English, which have capitals and belong to no name."""

OF_A_DATE = words("of the de del la le do da d den der من")
"""What may stand between the parts of a date: 4th of May, el 4 de mayo."""

WHEN = words("""
    on in since until till by before after during from to of between through throughout about mid early late last
    next this each every past the a an week day month end start beginning summer spring
    en le la les au du de des dès depuis avant après jusque jusqu'au jusqu'en début fin mi vers courant cet ce chaque
    am im seit bis vor nach ab vom zum den dem der anfang ende mitte letzten nächsten
    em no na el desde hasta antes después durante finales principios mediados il dal al nel fino dopo
    в во с со до к от после по начале конце середине прошлого этого
    في منذ قبل بعد خلال حتى من إلى الى شهر يوم أوائل أواخر منتصف مطلع نهاية بداية
    """)
"""After these a month, or a day and a month, says when: since May."""

THEN = words(
    "last this next onwards onward morning afternoon evening night الماضي القادم المقبل الجاري dernier prochain"
)
"""After a month or a weekday these say when: May last year."""

TAILS = words("""
    group groups company pmc network organisation organization movement party forces force fighters brigade brigades
    battalion army militia militias government groupe parti mouvement
    """)
"""Words that only say what kind of thing a name is: `Wagner Group`."""

HEADS = words("""
    battle siege occupation annexation province history map coast
    republic kingdom state states emirate emirates sultanate federation government parliament people capital city
    north south east west army forces navy ambassador invasion république royaume état gouvernement émirat sultanat
    fédération parlement armée
    """)
"""Words before `of` that leave the name after it what it is: `the Republic of Turkey`."""

INSTITUTIONS = words("""
    bank university college museum voice radio church gulf sea strait bay friends institute academy school banque
    université musée golfe mer voix église банк музей университет залив голос
    """)
"""Words before `of` that make the name after it part of their own, even at the head of a sentence."""

REGIONS = words("""
    north south east west northern southern eastern western central new greater upper lower equatorial inner outer
    old nord sud est ouest nouvelle северный северная южный южная восточный восточная западный западная новый новая
    """)
"""Words that make another country of one: South Sudan, Guinea and Equatorial Guinea."""

DEMONYMS = words("""
    russian turkish libyan egyptian emirati qatari saudi syrian iraqi iranian lebanese israeli palestinian jordanian
    yemeni algerian tunisian moroccan sudanese chadian ukrainian american british french german italian greek
    chinese european african arab western islamic kurdish afghan pakistani indian japanese korean ethiopian eritrean
    somali malian nigerien nigerian rwandan ugandan kenyan congolese venezuelan armenian azerbaijani georgian
    serbian kuwaiti bahraini omani cypriot maltese spanish polish belarusian moldovan us uk eu un u.s
    """)
"""Adjectives of peoples, written with a capital in English: they stand before a name and are no part of it."""

OPENERS = words("""
    maybe nonetheless third fourth fifth thereafter afterwards afterward four five six seven eight nine ten might must
    shall may nor wherever modern neighbouring nearby oil-rich whilst
    a about above according across after again against ahead all almost along already also although amid among an
    and another any are around as asked at back because been before behind being below beneath besides between
    beyond both but by can could despite did do does during each earlier early either elsewhere even eventually ever
    every few finally first following for former from further given had has have he hence her here his how however i
    if in inside instead into is it its just last late later least less like likewise many meanwhile more most much
    near neither never nevertheless next no nobody none nor not nothing now of off officially often on once one only
    or other others our out outside over part past per perhaps rather regarding say says second several she should
    since so some sometimes soon still such than that the their then there therefore these they third this those
    though three through throughout thus to today together tomorrow toward towards two under unlike until up upon
    versus via was we were what whatever when whenever where whereas whether which while who whoever whom whose why
    will with within without would yesterday yet you your enter exit enough pro anti non ex post pre mid à afin
    ainsi alors après au aucun aujourd aujourd'hui auparavant aussi autour aux avant avec bien car ce ceci cela
    celle celui cependant ces cet cette chaque chez comme comment contre dans de depuis derrière des dès deux devant
    donc du elle elles en encore enfin ensuite entre envers et face faute hier hors ici il ils jamais je jusque la
    le les leur leurs lors lorsque mais malgré même moins ni nos notre nous ou où outre par parce parmi pendant plus
    plusieurs pour pourquoi pourtant près puis quand que quel quelle quelques qui quoi sa sans sauf se selon ses si
    sinon soit son sous souvent sur tandis tant tous tout toute toutefois toutes très trois un une vers voici voilà
    а без более бывший в во вместо вне возле вокруг вот все всё вскоре где да даже для до его ее её если еще ещё же
    за зачем и из из-за или их к каждый как какой когда которые кроме кто кто-то ли между многие много на над
    накануне не несмотря нет ни но ныне о об однако она они оно от по под позже после потом потому почему поэтому
    при про против ради раньше с сам сегодня сейчас сначала со спустя среди сразу так также там тем теперь тогда
    тоже только тот три ту тут у уже хотя через что чтобы эта эти это этот
    """)
"""Words that open a sentence with a capital that means nothing."""

ELISIONS = words("l d qu n s j m t c lorsqu puisqu jusqu quoiqu dell nell all sull")
CLITICS = words("s d ll re ve m t")
"""What may follow a name after an apostrophe: `Haftar's`, `Haftar'd`."""

PREFIXES = words("pro anti non ex post pre mid inter trans ultra neo multi cross co pan sub про анти экс не пост")
"""What may stand before a name with a hyphen, in any case."""

NOBILIARY = words("al el bin ben ibn abu abou von van der della dos abd abdel abdul bint umm")
"""Small words that bind a name to the one before or after it."""

LOCATIVE = words(
    "in at near outside inside around within across throughout à dans vers в во у под около في قرب داخل خارج"
)
"""After these a capital is a city, not its government."""

TOWARDS = words("to from for into")
MOTION = words("""
    flew fly flies flying flown went go goes going travel travels travelled traveled travelling came come coming
    returned return returning drove sailed moved fled arrived left headed bound flight flights trip visit visits
    back way
    """)
"""With these before it, `to` or `from` a capital is a way."""

CITY = words("capital city capitale ville столица столице столицу город городе العاصمة مدينة")
