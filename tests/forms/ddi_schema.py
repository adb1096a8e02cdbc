"""What the schema of DDI Codebook 2.5 asks of the elements that our codebooks use.

Read from `codebook.xsd` (DDI Alliance, 17 January 2012, LGPL 3 or later), whose text is not kept here: only
order, numbers and values of what we write. An element that is missing here is one that we must not write
before it has been read there. Of the schema's types, those that matter: ID, IDREFS, a fixed list of values.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

ANYWHERE = frozenset({"ID", "source", "elementVersion", "elementVersionDate"})
"""Attributes that every element may have, beside xml:lang."""
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True)
class Content:
    """Children in their order, each with how often: "1", "?", "*" or "+"; or text, or both in any order.

    `values`: attribute → its values; none: any. `needed`: attributes that must be there.
    """

    children: str = ""
    text: bool = False
    values: Mapping[str, Sequence[str]] | None = None
    needed: Sequence[str] = ()
    references: Sequence[str] = ()

    @property
    def sequence(self) -> list[tuple[str, str]]:
        """(child, how often) in order."""
        return [
            (each.rstrip("?*+"), each[-1] if each[-1] in "?*+" else "1") for each in self.children.split()
        ]


def _text(**values: Sequence[str]) -> Content:
    return Content(text=True, values=values)


MODEL: Mapping[str, Content] = {
    "codeBook": Content("docDscr* stdyDscr+ fileDscr* dataDscr* otherMat*", values={"version": ("2.5",)}),
    "docDscr": Content("citation? guide? docStatus? docSrc* controlledVocabUsed* notes*"),
    "citation": Content(
        "titlStmt rspStmt? prodStmt? distStmt? serStmt* verStmt* biblCit? holdings* notes*",
        values={"MARCURI": ()},
    ),
    "titlStmt": Content("titl subTitl* altTitl* parTitl* IDNo*"),
    "rspStmt": Content("AuthEnty* othId*"),
    "prodStmt": Content("producer* copyright? prodDate* prodPlac* software* fundAg* grantNo*"),
    "stdyDscr": Content(
        "citation+ studyAuthorization* stdyInfo* studyDevelopment* method* dataAccs* othrStdyMat* notes*"
    ),
    "stdyInfo": Content(
        "studyBudget* subject* abstract* sumDscr* qualityStatement? notes* exPostEvaluation*"
    ),
    "sumDscr": Content(
        "timePrd* collDate* nation* geogCover* geogUnit* geoBndBox? boundPoly? anlyUnit* universe* dataKind*"
    ),
    "method": Content("dataColl* notes* anlyInfo? stdyClas? dataProcessing* codingInstructions*"),
    "dataColl": Content(
        "timeMeth* dataCollector* collectorTraining* frequenc* sampProc* sampleFrame* targetSampleSize*"
        " deviat* collMode* resInstru* instrumentDevelopment* sources? collSitu*"
        " actMin* ConOps* weight* cleanOps*"
    ),
    "fileDscr": Content("fileTxt* locMap? notes*", values={"URI": ()}),
    "fileTxt": Content(
        "fileName? fileCitation? fileCont? fileStrc? dimensns? fileType? format? filePlac? dataChck*"
        " ProcStat? dataMsng? software* verStmt?"
    ),
    "dimensns": Content("caseQnty* varQnty* logRecL* recPrCas* recNumTot*"),
    "dataDscr": Content("varGrp* nCubeGrp* var* nCube* notes*"),
    "var": Content(
        "location* labl* imputation? security? embargo? respUnit? anlysUnit? qstn* valrng* invalrng*"
        " undocCod* universe* TotlResp? sumStat* txt* stdCatgry* catgryGrp* catgry* codInstr* verStmt* "
        "concept* derivation? varFormat? geoMap* catLevel* notes*",
        values={"name": (), "files": (), "intrvl": ("contin", "discrete"), "wgt": ("wgt", "not-wgt")},
        needed=("name",),
        references=("files",),
    ),
    "qstn": Content("preQTxt* qstnLit* postQTxt* forward* backward* ivuInstr*", text=True),
    "invalrng": Content("item+ key? notes*"),
    "item": Content(values={"UNITS": ("INT", "REAL"), "VALUE": ()}, needed=("VALUE",)),
    "catgry": Content("catValu? labl* txt* catStat* mrow?", values={"missing": ("Y", "N"), "missType": ()}),
    "varFormat": _text(
        type=("character", "numeric"), schema=("SAS", "SPSS", "IBM", "ANSI", "ISO", "XML-Data", "other")
    ),
    "titl": _text(),
    "parTitl": _text(),
    "IDNo": _text(agency=(), level=("study", "file", "project")),
    "AuthEnty": _text(affiliation=()),
    "producer": _text(abbr=(), affiliation=(), role=()),
    "software": _text(date=(), version=()),
    "abstract": _text(date=(), contentType=("abstract", "purpose", "mixed")),
    "collDate": _text(date=(), event=("start", "end", "single"), cycle=()),
    "geogCover": _text(),
    "dataKind": _text(type=()),
    "collMode": _text(),
    "fileName": _text(),
    "caseQnty": _text(),
    "varQnty": _text(),
    "labl": _text(level=(), vendor=(), country=()),
    "qstnLit": _text(),
    "universe": _text(level=(), clusion=("I", "E")),
    "catValu": _text(),
    "txt": _text(level=()),
    "notes": _text(type=(), subject=(), level=(), resp=()),
}
"""In `qstn` the schema lets children stand in any order and among text; ours stand in this one."""


def errors(root: Element, namespace: str) -> list[str]:
    """Say what the schema would not take, in the order of the document."""
    known = [each.get("ID") for each in root.iter() if each.get("ID")]
    found = [f"ID {code} twice" for code in sorted({code or "" for code in known if known.count(code) > 1})]
    for element in root.iter():
        name = element.tag.removeprefix(f"{{{namespace}}}")
        content = MODEL.get(name)
        if content is None:
            found.append(f"{name}: not read in the schema")
            continue
        children = [child.tag.removeprefix(f"{{{namespace}}}") for child in element]
        found += [f"{name}: {said}" for said in _order(children, content)]
        found += [f"{name}: {said}" for said in _attributes(element, content, set(known))]
        if not content.text and (
            (element.text or "").strip() or any((c.tail or "").strip() for c in element)
        ):
            found.append(f"{name}: text where only elements may be")
    return found


def _order(children: list[str], content: Content) -> Iterator[str]:
    """What is wrong with the children: a sequence is walked once, each name taken as often as it stands."""
    place = 0
    for name, often in content.sequence:
        count = 0
        while place < len(children) and children[place] == name:
            place, count = place + 1, count + 1
        if count == 0 and often in "1+":
            yield f"{name} is missing"
        if count > 1 and often in "1?":
            yield f"{name} stands {count} times"
    if place < len(children):
        yield f"{children[place]} stands where it must not"


def _attributes(element: Element, content: Content, known: set[str | None]) -> Iterator[str]:
    allowed = content.values or {}
    for name, value in element.attrib.items():
        if name in ANYWHERE or name == LANGUAGE:
            continue
        if name not in allowed:
            yield f"no attribute {name}"
        elif allowed[name] and value not in allowed[name]:
            yield f"{name} is {value}"
    yield from (f"attribute {name} is missing" for name in content.needed if name not in element.attrib)
    for name in content.references:
        yield from (
            f"{name} leads to no {code}" for code in element.get(name, "").split() if code not in known
        )
