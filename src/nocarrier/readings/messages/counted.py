"""What a line counts and finds none of: ``timeouts: 0``, ``0 refused``, ``连接超时：0``, ``no connection errors since 06:00``.

A counter is written alike in every language: a name without a number in it, and how often. So it is the count that is looked for, not
the name; where it is none, that part of the line tells of nothing, and blanks stand in its place. The rest is read as ever.
"""

from __future__ import annotations

import re

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.vocabulary import of

LONGEST = 60
"Letters of a counter's name."
_ENDS = r"(?=\s{0,9}(?:$|[,;，；、|)}\]\"'。.](?!\d))|\s{2}|\s(?:[-–]\s|[^\W\d][\w '’/-]{0,60}[:=：]))"
"Behind a count: the end, or the next one."
_NONE = pattern(
    rf"[\"']?(?:\.{{2,80}}:?|\s?[:=：]|\s{{1,40}}\|)\s{{0,40}}[\"']?(?:0(?:[.,]0{{1,4}})?(?: ?(?:%|times|x|mal|fois|veces|volte|vezes|keer|раз|次|回|件|个|個|개|회|건))?"
    rf"|none|keine?|aucune?|ningun[oa]|nessun[oa]|nenhuma?|geen|нет|无|無|なし|없음){_ENDS}|\s?0 (?:times\b|раз\b|次|回|件|건)",
    re.IGNORECASE | re.UNICODE,
)
"How often, behind the name."
_NO_NAME = pattern(r"[^\w '’/.-]|\d|\.(?!\w)", re.UNICODE)
"What stands in no name."
_WORD = pattern(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+", re.UNICODE)
"A word of a name, whichever way they are written together."
_OCCURS = pattern(
    r"errors|failures|failed|missed|time-?outs?|out|refus(?:ed|als?)|resets?|abort(?:ed|s)|drop(?:ped|s)|lost|closed|reject(?:ed|s|ions)|unreachable|disconnect(?:s|ed|ions)|denied"
)
"What a name must end in behind which ``=`` stands, as behind any setting."
_BEFORE = pattern(
    r"(?:^|[,;，；、|(\[]) {0,9}0 [^\W\d][^\d,;，；、|()\[\]:=.]{0,60}(?=$|[,;，；、|)\]]|\.(?:\s|$))"
    r"|(?<![\w.:/=-])(?:0|zero|no|without(?: any)?|(?i:keine|ohne|sans|sin|senza|sem)) (?!such|route|response|reply|answer|address|space|buffer|file|live|healthy|available|more)"
    r"(?:[^\W\d]{2,20}[ -]){0,4}?[^\W\d]{0,24}(?:errors|failures|timeouts|time-outs|resets|refusals|rejections|disconnects|disconnections|überschreitungen|fehler|abbrüche|erreurs|échecs|errores|errori|erros)\b",
    re.UNICODE,
)
"A count before the name; within a sentence only before one that is many."
_LEFT_OUT = pattern(
    r"(?<![\w./:-])0(?:/| of | out of )\d{1,9} (?!bytes\b)[^\W\d][^\d,;|()\[\]:=.]{0,60}(?=$|[,;|)\]]|\.(?:\s|$))"
    r"|\b(?:[A-Za-z]{2,24} ){0,3}(?i:errors|failures|timeouts|time-outs|resets|refused|dropped|aborts|rejects)\s{1,20}0(?=\s{0,9}(?:$|[,;|)]))"
    r"|\b(?i:keine?|aucune?|ningun[oa]|nessuna?|nenhuma?|geen) (?!(?i:antwort|route|réponse|respuesta|risposta|resposta|antwoord)\b)(?:[^\W\d]{2,20} )?"
    r"(?i:abgelehnte|abgebrochene|verlorene|zeitüberschreitung|fehler|timeout|refusée?|rejetée?|erreur|délai dépassé|rechazad[oa]|error|rifiutat[oa]|errore|recusad[oa]|erro|geweigerd)\w{0,3}\b(?: [^\W\d]{2,20})?"
    r"|(?i:\b(?:нет|без) (?:отказов|ошибок|тайм-?аутов|сбоев|разрывов))|(?:没有|未发现|未出现|无)(?:连接|网络)?(?:超时|拒绝|失败|错误|异常|重置)",
    re.UNICODE,
)
"None of so many, many and none, and the words for none of languages that have them before the name."
_LISTED = pattern(r"(?i)\berrors:(?: [a-z]{2,12} 0(?:,|$)){2,12}")
"wrk's."
_NO_COUNTER = of(
    "attempt attempts retry retries try tries left remaining code status errno err port pid uid gid id rc exit result returned line depth level "
    "index number after in took elapsed delay sleep waited backoff interval timeout worker node shard partition channel fd thread server host"
)
"A number behind one of these is of another kind."
_HAPPENED = of("error failure exception failed")
"Behind more words that end in one of these it is the result of what failed (``request failed: 0``)."


def uncounted(line: str, start: int = 0) -> str:
    """The line with blanks in place of what it counts and finds none of; ``start`` is where its program's own words begin."""
    said = list(line)
    for match in _NONE.finditer(line):
        name = _NO_NAME.split(line[max(0, match.start() - LONGEST) : match.start()])[-1]
        if _is_counter(name, match[0]):
            said[match.start() - len(name) : match.end()] = " " * (match.end() - match.start() + len(name))
    for match in (found for kind in (_BEFORE, _LEFT_OUT, _LISTED) for found in kind.finditer(line[start:])):
        said[start + match.start() : start + match.end()] = " " * len(match[0])
    return "".join(said)


def _is_counter(name: str, count: str) -> bool:
    """Whether a number behind this name says how often something occurred."""
    words = _WORD.findall(name)
    last = words[-1].lower() if words else ""
    if not last or last in _NO_COUNTER or (len(words) > 1 and last in _HAPPENED and not count.startswith("..")):
        return False
    return "=" not in count or _OCCURS.fullmatch(last) is not None
