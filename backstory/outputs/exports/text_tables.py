"""articles.csv, terms.csv and pages.csv: the site's texts in brief, and the records that they name."""

from __future__ import annotations

from backstory.outputs.exports import cells
from backstory.outputs.exports.entity_columns import ALIASES, SOURCES, field_text, of_kind
from backstory.outputs.exports.table import Column, ForeignKey, Table
from backstory.pages.core.site import Site
from backstory.pages.queries import article_subjects
from backstory.pages.queries.article_subjects import ArticleSubjects
from backstory.records.knowledge import Article, CustomPage, Place, Term
from backstory.schema.kind_fields import ArticleFields
from backstory.values.keys import Kind
from backstory.values.localized_text import Words
from backstory.values.record import Record


class Explainer(Record, frozen=True):
    """An article with what it is about, by its file and by its text."""

    article: Article
    story: ArticleSubjects
    places: tuple[Place, ...]

    @property
    def fields(self) -> ArticleFields:
        """What the article's file says."""
        return self.article.fields


def articles(site: Site) -> Table:
    """The explainers, in order of id. Their text is on their pages."""
    columns: tuple[Column[Explainer], ...] = (
        Column("id", "id", "The explainer's id; its page is articles/ID/.", lambda each: each.article.id),
        Column("title", "text", "Its title.", lambda each: each.fields.title),
        Column("date", "date", "When it was published (EDTF).", lambda each: cells.date(each.fields.date)),
        Column("updated", "date", "When it was updated (EDTF).", lambda each: cells.date(each.fields.updated)),
        Column("as_of", "date", "The date it speaks of (EDTF).", lambda each: cells.date(each.fields.as_of)),
        Column("authors", "texts", "Who wrote it.", lambda each: _texts(each.fields.authors)),
        Column("summary", "text", "What it is about.", lambda each: field_text(site, each.article, "summary")),
        Column(
            "happened",
            "text",
            "What happened, in brief.",
            lambda each: field_text(site, each.article, "brief.happened"),
        ),
        Column("disputed", "text", "What is disputed.", lambda each: field_text(site, each.article, "brief.disputed")),
        Column("unknown", "text", "What is not known.", lambda each: field_text(site, each.article, "brief.unknown")),
        Column("labels", "texts", "The author's words over these.", lambda each: _labels(each.fields)),
        Column("conflict", "id", "On which conflict.", lambda each: cells.of(each.fields.conflict)),
        Column(
            "actors", "ids", "Whom it names.", lambda each: tuple(dict.fromkeys(article_subjects.actors(each.story)))
        ),
        Column("backings", "words", "The records of backing it shows.", lambda each: _backings(site, each.article)),
        Column("claims", "ids", "The claims it shows or names.", lambda each: tuple(c.id for c in each.story.claims)),
        Column("events", "ids", "The events it tells of.", lambda each: tuple(e.id for e in each.story.events)),
        Column(
            "places",
            "ids",
            "Where that was; the conflict's places where it names none.",
            lambda each: tuple(place.id for place in each.places),
        ),
        Column("tags", "texts", "Its tags.", lambda each: _texts(each.fields.tags)),
        Column("review_by", "date", "When to look again (EDTF).", lambda each: cells.date(each.fields.review_by)),
        *SOURCES,
    )
    made = (_explainer(site, each) for each in site.knowledge.articles.values())
    referring = (ForeignKey("conflict", "conflicts"),)
    return of_kind(site, Kind.ARTICLE, columns, made, *referring)


def terms(site: Site) -> Table:
    """The glossary's terms, in order of id."""
    columns: tuple[Column[Term], ...] = (
        Column("id", "id", "The term's id; its page is glossary/ID/.", lambda each: each.id),
        Column("name", "text", "The term.", lambda each: each.fields.name),
        *ALIASES,
        Column("abbreviation", "text", "Its abbreviation.", lambda each: each.fields.abbreviation),
        Column("definition", "text", "What it means.", lambda each: field_text(site, each, "definition")),
        Column("contested", "text", "Who uses it and who does not.", lambda each: field_text(site, each, "contested")),
        *SOURCES,
    )
    return of_kind(site, Kind.TERM, columns, site.knowledge.terms.values())


def pages(site: Site) -> Table:
    """The pages of the site's own, in order of id."""
    columns: tuple[Column[CustomPage], ...] = (
        Column("id", "id", "The page's id; it stands at ID/.", lambda each: each.id),
        Column("title", "text", "Its title.", lambda each: each.fields.title),
        Column("summary", "text", "What it is about.", lambda each: each.fields.summary),
        Column("updated", "date", "When it was updated (EDTF).", lambda each: cells.date(each.fields.updated)),
        *SOURCES,
    )
    return of_kind(site, Kind.PAGE, columns, site.knowledge.pages.values())


def _explainer(site: Site, article: Article) -> Explainer:
    story = article_subjects.subjects(site, article, site.own_language(article))
    return Explainer(article, story, article_subjects.places(site.knowledge, story))


def _backings(site: Site, article: Article) -> tuple[str, ...]:
    return tuple(each.id for each in site.knowledge.selected.get(article.id, ()))


def _labels(fields: ArticleFields) -> tuple[str, ...]:
    labels = fields.brief.labels if fields.brief else None
    given = (labels.happened, labels.disputed, labels.unknown) if labels else ()
    return _texts(tuple(each for each in given if each))


def _texts(given: tuple[Words, ...]) -> tuple[str, ...]:
    """Texts in every language, each once."""
    return tuple(dict.fromkeys(text for each in given for _, text in each.texts))
