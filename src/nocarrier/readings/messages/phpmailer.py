"""PHPMailer, which most forms of the web send mail with, in the fifty languages that it speaks: loaded for short texts only.

It says five things, and begins each with SMTP and the word for an error: that it could not connect to the SMTP host (which it names so
again), could not authenticate, that the data or recipients were not accepted.
"""

from __future__ import annotations

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.reading import OPAQUE, SENTENCE, Reading

_ERROR = (
    "error|fehler|fout|fejl|feil|fel|erreur|erro|errore|virhe|ошибка|помилка|памылка|грешка|błąd|chyba|hiba|hatası|napaka|greška|klaida|kļūda|"
    "viga|eroare|σφάλμα|kesalahan|ralat|lỗi|خطأ|خطای|错误|錯誤|エラー|오류"
)
_SAID = pattern(rf"(?i)(?:\bsmtp[ -]?(?:{_ERROR})|\b(?:{_ERROR})(?: de)? smtp)\s?[:：]\s?(.{{1,200}})")
_NOT_TAKEN = pattern(r"(?i)could not authenticate|data not accepted|the following recipients failed")
"The English ones; other mailers write in English as well, and behind the same words whatever they met."
_CONNECT = pattern(r"(?i)smtp|connect|服务器|palvelimeen")


def mailer_said(line: str) -> Reading | None:
    """What became of a mail, in any of its languages."""
    said = _SAID.search(line)
    if said is None:
        return None
    if _NOT_TAKEN.match(said[1]) is not None:
        return Reading(kind="rejected", worth=SENTENCE, client="phpmailer", step="service", at=said.start())
    if said[1].isascii() and "smtp error" in said[0].lower():
        return None
    if _CONNECT.search(said[1]) is not None:
        return Reading(kind="unknown", worth=OPAQUE, client="phpmailer", at=said.start())
    return Reading(kind="rejected", worth=SENTENCE, client="phpmailer", step="service", at=said.start())
