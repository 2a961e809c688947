"""Records (2xx): identity, references between entities, backing, positions."""

from __future__ import annotations

from backstory.diagnostics.codes.code import Code

CODES: tuple[Code, ...] = (
    Code(
        "E201",
        "An id that nobody has",
        "Front matter names an entity by an id, and no file has that name. Either the id is misspelt (the message "
        "names the nearest), or the entity still has to be written. One missing file is one mistake: where a file "
        "names it more than three times, it is told once, at the first place, with how many more there are.",
        "actors:\n  - rusia",
        "actors:\n  - russia",
    ),
    Code(
        "E202",
        "Two entities with one id",
        "An id names one entity of its kind. The same id stands in two files, or in a file of its own and in a "
        "collected file such as content/sources.yaml. Keep one of the two, or give one another id.",
        "# content/actors/lna.md and, in content/actors.yaml:\nlna:\n  name: Libyan National Army\n  type: armed-group",
        "# content/actors/lna.md alone",
    ),
    Code(
        "E203",
        "A translation without an original",
        "A file such as lna.ar.md is the Arabic version of lna.md, and there is no lna.md. The facts of an entity "
        "stand in the original; a translation alone has none.",
        "content/actors/lna.ar.md",
        "content/actors/lna.md\ncontent/actors/lna.ar.md",
    ),
    Code(
        "E204",
        "A text translated twice",
        "A text can be given in another language inside the original, as {ar: …}, or in a file of its own, such as "
        "lna.ar.md. Here both are done for one text, and nothing says which holds.",
        "# lna.md\nname:\n  en: Libyan National Army\n  ar: الجيش الوطني الليبي\n# lna.ar.md\n"
        "name: الجيش الوطني الليبي",
        "# lna.md\nname: Libyan National Army\n# lna.ar.md\nname: الجيش الوطني الليبي",
    ),
    Code(
        "E205",
        "A backer's id where a record is needed",
        "On an actor's file every backer is a record: what is given, since when, who says so. An id alone says "
        "none of it. Only an article may name a backer by id, to show the records there are.",
        "backers:\n  - russia",
        "backers:\n  - actor: russia\n    support:\n      - weapons\n    sources:\n      - africom-2020-05-26",
    ),
    Code(
        "E206",
        "A record that names another recipient",
        "Under `backers` on an actor's file the recipient is that actor; in an article it is the id the record "
        "stands under. This record names somebody else.",
        "# content/actors/lna.md\nbackers:\n  - actor: russia\n    recipient: gna",
        "# content/actors/lna.md\nbackers:\n  - actor: russia",
    ),
    Code(
        "E207",
        "Two records of one tie that differ",
        "Records of one backer, recipient, conflict, start and id are one record, and their lists are put together. "
        "Here they give different values for a key that can have one only. Make them agree, or tell the records "
        "apart by an `id`.",
        "- actor: russia\n  via: wagner\n# elsewhere\n- actor: russia\n  via: syria",
        "- actor: russia\n  via: wagner\n# elsewhere\n- actor: russia\n  id: through-syria\n  via: syria",
    ),
    Code(
        "E208",
        "A backer without a record",
        "An article may name a backer by id where a record says what is given, when, and who says so. There is none "
        "for this backer and this recipient in the article's conflict. Write the record; the message has it ready.",
        "backers:\n  lna:\n    - egypt",
        "# content/actors/lna.md\nbackers:\n  - actor: egypt\n    support:\n      - weapons\n    sources:\n"
        "      - un-panel-2019",
    ),
    Code(
        "E209",
        "A backer named under the side it is recorded against",
        "The records say that this actor backs the other side of the conflict, and none says that it backs this "
        "one. Newsrooms have had to correct headlines for this. If it does back both, write the record for this "
        "one too, with its source.",
        "backers:\n  gna:\n    - russia",
        "backers:\n  lna:\n    - russia",
    ),
    Code(
        "E210",
        "Sources that relay each other in a circle",
        "`relays` names the source whose words this one passes on. Followed from source to source it must end "
        "somewhere: at the one that said it first.",
        "a:\n  relays: b\nb:\n  relays: a",
        "a:\n  relays: b\nb:\n  url: https://example.org/first",
    ),
    Code(
        "E211",
        "An unsourced tie to a person or company",
        "To say that a person, a company or a private military company backs somebody, or is backed, without any "
        "source can do harm and be unlawful. Give a source, or take the record away.",
        "backers:\n  - actor: wagner\n    support:\n      - troops",
        "backers:\n  - actor: wagner\n    support:\n      - troops\n    sources:\n      - un-panel-2020-05",
    ),
    Code(
        "W212",
        "An unsourced tie",
        "Nothing is named that this record of backing rests on: neither `sources` of its own, nor a position with a "
        "source that supports it. It is listed as unsourced, and is never drawn.",
        "backers:\n  - actor: egypt\n    support:\n      - weapons",
        "backers:\n  - actor: egypt\n    support:\n      - weapons\n    sources:\n      - un-panel-2019",
    ),
    Code(
        "E213",
        "Two sides with one id",
        "The sides of a conflict are told apart by their ids.",
        "sides:\n  - id: east\n    label: Eastern side\n  - id: east\n    label: Western side",
        "sides:\n  - id: east\n    label: Eastern side\n  - id: west\n    label: Western side",
    ),
    Code(
        "E214",
        "An actor on two sides at one time",
        "A party may change sides, with `to` on the one and `from` on the other; it cannot be a party of two sides "
        "on the same day. An actor that helps both sides is a backer, not a party.",
        "sides:\n  - id: east\n    parties:\n      - lna\n  - id: west\n    parties:\n      - lna",
        "sides:\n  - id: east\n    parties:\n      - actor: lna\n        from: 2014\n        to: 2016\n"
        "  - id: west\n    parties:\n      - actor: lna\n        from: 2017",
    ),
    Code(
        "E215",
        "A translation into a language the site has not",
        "site.yaml lists the languages of the site; the first is the default, in which the originals are written. "
        "A translation is into one of the others.",
        "# site.yaml: languages are en and ar\ncontent/actors/lna.fr.md",
        "# site.yaml: languages are en, ar and fr\ncontent/actors/lna.fr.md",
    ),
    Code(
        "E216",
        "A translated list of another length",
        "Lists of texts, such as `authors` and `tags`, are translated entry by entry, in the same order. This list "
        "has more or fewer entries than the original's.",
        "# jets.md\ntags:\n  - aircraft\n  - Libya\n# jets.ar.md\ntags:\n  - طائرات",
        "# jets.md\ntags:\n  - aircraft\n  - Libya\n# jets.ar.md\ntags:\n  - طائرات\n  - ليبيا",
    ),
    Code(
        "W217",
        "A channel that is the backer or the recipient",
        "`via` names a third actor, through whom the support goes, so that one thing is not counted twice. What goes "
        "straight from the backer to the recipient has no channel.",
        "# content/actors/lna.md\nbackers:\n  - actor: russia\n    via: russia",
        "# content/actors/lna.md\nbackers:\n  - actor: russia\n    via: wagner",
    ),
)
