"""The site folder and its files (0xx): what can be read at all."""

from __future__ import annotations

from backstory.diagnostics.codes.code import Code

_BYTES = (
    Code(
        "E001",
        "No site.yaml",
        "A folder is a site by its file site.yaml. Run the command in the site's folder, name the folder, "
        "or make a new site with `init`.",
        "my-site/\n  content/\n",
        "my-site/\n  site.yaml\n  content/\n",
    ),
    Code(
        "E002",
        "A file that is not UTF-8",
        "The bytes are no UTF-8 text. Mostly the file was saved by an older program in the encoding of its "
        "country; the message names the likeliest. Every editor can save as UTF-8.",
        "Caf\\xE9 (saved as Windows-1252)\n",
        "Café (saved as UTF-8)\n",
    ),
    Code(
        "E003",
        "A file in UTF-16 or UTF-32",
        "Notepad calls UTF-16 `Unicode`. Save the file again and choose UTF-8.",
        "FF FE 74 00 69 00 …\n",
        "74 69 74 6C 65 …\n",
    ),
    Code(
        "E004",
        "A zero byte or control character",
        "Control characters cannot stand in a web page or feed. They come with pasted text or from a damaged file.",
        "title: Jets\\x00\n",
        "title: Jets\n",
    ),
    Code(
        "E005",
        "A file too large to read",
        "A page may have 1 MB and a collected file 8 MB, so that one file cannot stop the build.",
        "content/articles/all.md (2 MB)\n",
        "content/articles/part-1.md\ncontent/articles/part-2.md\n",
    ),
    Code(
        "E006",
        "A line too long to read",
        "A line may have 100,000 characters. Longer ones are data or embedded images that belong in a file "
        "of their own.",
        "![map](data:image/png;base64,iVBORw0KGgo…)\n",
        "![map](map.png)\n",
    ),
    Code(
        "E007",
        "A private character",
        "Private-use characters have no agreed meaning: symbol fonts use them for icons, and readers see an empty box.",
        "See \\uE000 below.\n",
        "See → below.\n",
    ),
    Code(
        "E009",
        "An empty file",
        "The file holds nothing but white space, so nothing can be said about its entity.",
        "\n",
        "---\nname: Libyan National Army\ntype: armed-forces\n---\n",
    ),
    Code(
        "E010",
        "Front matter that is not opened",
        "A Markdown file starts with a line of three hyphens, then keys with values, then three hyphens again.",
        "title: Whose jets?\ndate: 2020-05-29\n\nThe jets landed.\n",
        "---\ntitle: Whose jets?\ndate: 2020-05-29\n---\n\nThe jets landed.\n",
    ),
    Code(
        "E011",
        "Front matter that is not closed",
        "The keys end with a line of three hyphens; what follows is the text.",
        "---\ntitle: Whose jets?\n\nThe jets landed.\n",
        "---\ntitle: Whose jets?\n---\n\nThe jets landed.\n",
    ),
)

_FOLDER = (
    Code(
        "E012",
        "A link, pipe or device",
        "Only plain files are read. A link could lead out of the site's folder and publish what was never meant to be.",
        "content/static/notes.txt -> /home/me/notes.txt\n",
        "content/static/notes.txt\n",
    ),
    Code(
        "E013",
        "A file or folder in the wrong place",
        "Below content/ stands one folder a kind, with the files in it; there are no folders inside those.",
        "content/actor/lna.md\n",
        "content/actors/lna.md\n",
    ),
    Code(
        "E014",
        "A file name with the wrong ending",
        "Pages end in `.md`, in small letters, and collected files in `.yaml`. Translations of collected "
        "records stand in the same file, by language. A site's own boundaries are `boundaries.geojson`.",
        "content/actors/lna.markdown\n",
        "content/actors/lna.md\n",
    ),
    Code(
        "E015",
        "A file name that is not an id",
        "The name of a file is its entity's id, which links and addresses use: small Latin letters, digits, hyphens.",
        "content/actors/LNA.md\n",
        "content/actors/lna.md\n",
    ),
    Code(
        "E016",
        "A translation into a language the site does not have",
        "The language in a file's name is one of `languages` in site.yaml.",
        "content/actors/lna.xx.md\n",
        "content/actors/lna.ar.md\n",
    ),
    Code(
        "E017",
        "Two file names that differ in capitals only",
        "Windows and macOS take them for one file, and so do some servers. The same goes for two ways of "
        "writing an accent.",
        "content/static/Map.png\ncontent/static/map.png\n",
        "content/static/map-2019.png\ncontent/static/map-2020.png\n",
    ),
    Code(
        "E018",
        "A file that cannot be read",
        "The system refuses the file or folder, mostly for want of permission.",
        "content/actors/lna.md (permission denied)\n",
        "content/actors/lna.md (readable)\n",
    ),
    Code(
        "E019",
        "A file name that is not UTF-8",
        "The name holds bytes that are no text, so no address can be made of it. It comes from an old archive or disk.",
        "content/static/caf\\xe9.png\n",
        "content/static/cafe.png\n",
    ),
    Code(
        "E025",
        "An image too large",
        "Images may have 20 MB; readers on phones load every one of them.",
        "content/articles/map.png (25 MB)\n",
        "content/articles/map.png (400 kB)\n",
    ),
)

_ENTRIES = (
    Code(
        "E020",
        "An entry whose name is not an id",
        "In a collected file each entry starts with its id: small Latin letters, digits and hyphens.",
        "Tripoli City:\n  name: Tripoli\n",
        "tripoli:\n  name: Tripoli\n",
    ),
    Code(
        "E021",
        "An entry without keys",
        "Below the id of an entry stand its keys, two spaces in.",
        "tripoli: Tripoli\n",
        "tripoli:\n  name: Tripoli\n",
    ),
    Code(
        "E022",
        "Broken JSON",
        "content/sources.json is a list in CSL-JSON, as Zotero exports it. The entries that can be read are read.",
        '[{"id": "meo-2020" "title": "Jets"}]\n',
        '[{"id": "meo-2020", "title": "Jets"}]\n',
    ),
    Code(
        "E023",
        "A CSL-JSON entry without an id of its own",
        "The citation key is the id you cite by: small Latin letters, digits and hyphens, once in the file.",
        '[{"id": "Smith et al. (2020)", "title": "Jets"}]\n',
        '[{"id": "smith-2020", "title": "Jets"}]\n',
    ),
    Code(
        "E024",
        "A backings file that is not a list of records",
        "A file of content/backings/ is a list; each record in it starts with a hyphen and names its recipient.",
        "actor: russia\nrecipient: lna\n",
        "- actor: russia\n  recipient: lna\n",
    ),
    Code(
        "E026",
        "A code that no message has",
        "`severity` in site.yaml maps the codes that stand in messages to off, note, warning or error.",
        "severity:\n  W9999: off\n",
        "severity:\n  W100: off\n",
    ),
    Code(
        "E040",
        "A conflict that git left unresolved",
        "Where two versions of a file could not be merged, git writes both into it, between lines of seven signs. Keep "
        "what is right and take these lines out. Nothing else in the file is read until then. In a fence of a text, or "
        "indented, such lines may stand.",
        "<<<<<<< HEAD\nThe fleet has 12 boats.\n=======\nThe fleet has 14 boats.\n>>>>>>> corrections\n",
        "The fleet has 14 boats.\n",
    ),
    Code(
        "E041",
        "An SVG that can run something or loads from elsewhere",
        "An SVG is served under the site's address, and a browser that opens it by itself runs the scripts in it. So "
        "below content/ it holds no script, no event attribute, no frame or form, and nothing that it loads from "
        "another site. content/static/ takes such files: only who owns the site should add to it.",
        '<svg xmlns="http://www.w3.org/2000/svg"><script>…</script></svg>\n',
        '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>\n',
    ),
    Code(
        "E042",
        "A picture that is none",
        "The file has the name of a picture and is none that a browser shows: it is empty, breaks off, is a web page "
        "or a video, or a pointer of Git LFS in the place of the file.",
        "content/images/quay.jpg (a page that says `Sign in`)\n",
        "content/images/quay.jpg (a JPEG)\n",
    ),
    Code(
        "W001",
        "An override of direction",
        "Invisible characters that turn the direction of text can show one thing and hold another. Arabic "
        "and Hebrew do not need them.",
        "jets \\u202Egnp.exe\n",
        "jets.png\n",
    ),
    Code(
        "W002",
        "A hidden line break",
        "U+2028, U+2029 and U+0085 break lines in some programs and not in others. A space is read in their place.",
        "Jets\\u2028landed.\n",
        "Jets\nlanded.\n",
    ),
    Code(
        "N001",
        "A file that is not used",
        "Below content/ only Markdown, YAML, images and common downloads are used; what is to be copied as "
        "it is goes into content/static/.",
        "content/articles/notes.docx\n",
        "content/static/notes.docx\n",
    ),
)

_LIMITS = (
    Code(
        "N009",
        "A change of a file that is copied as it is",
        "Files of content/static/ are published as they are, HTML and scripts among them, under the site's address. "
        "`check --since` names those that a change adds or alters, so that a reviewer looks at them.",
        "content/static/widget.html (new in this pull request, and nobody opened it)\n",
        "content/static/widget.html (read by who merges it)\n",
    ),
    Code(
        "E031",
        "A file that takes too long to read",
        "Markdown can be written so that reading it never ends. A page may take two seconds and a little more by its "
        "size; then it is given up, and nothing is published.",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ … ten thousand of them\n",
        "[[lna]]\n",
    ),
    Code(
        "E032",
        "A file that takes too much memory to read",
        "A page that needs more memory than a whole site should is given up, and nothing is published.",
        "a table of a million cells\n",
        "a table a reader can read, and the whole as a file in content/static/\n",
    ),
)

_BOUNDARIES = (
    Code(
        "E027",
        "Boundaries that are not JSON",
        "content/boundaries.geojson is one value in JSON: names and texts stand in double quotes, commas between "
        "values, and every bracket is closed.",
        '{"type": "Polygon", "coordinates": [[[9, 30], [25, 30] [25, 33], [9, 30]]]}\n',
        '{"type": "Polygon", "coordinates": [[[9, 30], [25, 30], [25, 33], [9, 30]]]}\n',
    ),
    Code(
        "E028",
        "Boundaries that are not GeoJSON",
        "GeoJSON (RFC 7946) is a FeatureCollection with its list of `features`, one Feature, or one Polygon or "
        "MultiPolygon; and a feature has a `geometry`. TopoJSON and shapefiles are other formats: programs for maps "
        "turn them into GeoJSON.",
        '{"type": "Topology", "arcs": []}\n',
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "434", "geometry": {…}}]}\n',
    ),
    Code(
        "E029",
        "A boundary that is no area",
        "Maps fill areas, so each boundary goes round one: a Polygon, or a MultiPolygon for one with islands. Points "
        "belong in content/places/, and a line has no inside.",
        '{"type": "LineString", "coordinates": [[9, 30], [25, 30]]}\n',
        '{"type": "Polygon", "coordinates": [[[9, 30], [25, 30], [25, 33], [9, 30]]]}\n',
    ),
    Code(
        "E030",
        "A position that is no longitude and latitude",
        "A position is a longitude from -180 to 180 and after it a latitude from -90 to 90, in degrees (WGS 84). A "
        "ring is a list of positions, a Polygon a list of rings, a MultiPolygon a list of those. Two numbers that are "
        "swapped cannot be told where both would do.",
        '{"type": "Polygon", "coordinates": [[[30, 109], [30, 125], [33, 125], [30, 109]]]}\n',
        '{"type": "Polygon", "coordinates": [[[109, 30], [125, 30], [125, 33], [109, 30]]]}\n',
    ),
    Code(
        "E033",
        "A ring that is not closed",
        "A ring has four positions at least, and its last is its first again.",
        '{"type": "Polygon", "coordinates": [[[9, 30], [25, 30], [25, 33], [9, 33]]]}\n',
        '{"type": "Polygon", "coordinates": [[[9, 30], [25, 30], [25, 33], [9, 33], [9, 30]]]}\n',
    ),
    Code(
        "E034",
        "Boundaries of too many points",
        "content/boundaries.geojson may have 100,000 points, twice what the whole world has here, since every map goes "
        "through them all. Programs for maps thin lines out.",
        "content/boundaries.geojson (a coast to the metre)\n",
        "content/boundaries.geojson (the same coast to the kilometre)\n",
    ),
    Code(
        "N003",
        "A language that a library does not name by its code",
        "Zotero takes any text for the language of an entry. What names one is read: en_US, EN, English, German. The "
        "rest is passed over, and the source has no language.",
        'content/sources.json\n[{"id": "a", "title": "A", "language": "various"}]',
        'content/sources.json\n[{"id": "a", "title": "A", "language": "English"}]',
    ),
    Code(
        "N004",
        "A file that is all remarks",
        "`new` writes claims, events, terms and translations as remarks, since they say nothing before somebody writes "
        "them. Such a file is left out until a line in it is none.",
        "content/glossary/militia.md\n---\n# name: Militia\n---\n",
        "content/glossary/militia.md\n---\nname: Militia\ndefinition: An armed group.\n---\n",
    ),
    Code(
        "E036",
        "A placeholder that was not written over",
        "`new` writes texts that say what belongs in their place. Published, they would say what nobody means; in a "
        "draft they may stand.",
        "content/glossary/militia.md\ndefinition: What the word means, in thirty words at most.",
        "content/glossary/militia.md\ndefinition: An armed group that fights beside an army.",
    ),
    Code(
        "N005",
        "A language without an interface",
        "The words that pages have beside your texts, those of menus, headings and tables, are in ten languages: "
        "docs/languages.md lists them. On pages in another language they are English, and marked so for screen readers "
        "and translators.",
        "# site.yaml\nlanguages:\n  - it",
        "# site.yaml\nlanguages:\n  - en",
    ),
    Code(
        "N002",
        "An area that replaces no country",
        "A feature whose `id` is the ISO 3166-1 number of a country stands in for that country. This one has another "
        "`id`, so that it is drawn besides the countries there are. An area that is meant so needs no `id`.",
        '{"type": "Feature", "id": "LBY", "geometry": {…}}\n',
        '{"type": "Feature", "id": "434", "geometry": {…}}\n',
    ),
    Code(
        "W003",
        "Boundaries that are named and not there",
        "`boundaries` in site.yaml says whose the boundaries of content/boundaries.geojson are. There is no such file, "
        "so maps show those of Natural Earth and say so.",
        "# site.yaml, and no content/boundaries.geojson\nboundaries: UN Geospatial, 2020\n",
        "# site.yaml, and content/boundaries.geojson\nboundaries: UN Geospatial, 2020\n",
    ),
)

CODES: tuple[Code, ...] = _BYTES + _FOLDER + _ENTRIES + _LIMITS + _BOUNDARIES
