"""Polish and Czech: how programs that are translated say that a connection failed."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.reading import Reading
from nocarrier.readings.messages.tongues import compiled, told

STEMS = (
    "zalog", "rozłącz", "gniazd", "odpowied", "łączon", "logowani", "nazwy hosta", "łąd ssl", "adresu serwera", "adresu",
    "już używan", "już zajęt", "już w użyciu",
    "błąd sieci", "błędu sieci",
    "nie odpowiada", "nieznany host", "ieć", "nazwa użytkownika", "brak odpowiedzi", "nie znaleziono",
    "połącz", "limit czasu", "czas oczekiwania", "certyfikat", "hasło", "uwierzytelni", "serwer", "nazwy zdalnej", "cieżki sieciowej", "připoj", "spojen", "asový limit",
)  # fmt: skip

SAYS = compiled((
    ("refused", r"połączeni[^.;]{0,30}(?:odrzuc|odmow|odmów)|(?:odrzuc|odmow|odmów|odmawia)[^.;]{0,30}połączeni|(?:připojení|spojení)[^.;]{0,20}odmítnut"),
    ("timed-out", r"(?:serwer|host|urządzenie)[^.;]{0,12}nie odpowiad|brak odpowiedzi (?:z|od) serwera|(?:limit czasu|czas oczekiwania|czas)[^.;]{0,40}(?:przekrocz|upłyn|minął)|(?:przekrocz|upłyn)[^.;]{0,30}(?:limit|czas)|zbyt długo|časový limit[^.;]{0,30}vyprš|vyprš[^.;]{0,20}(?:časový limit|čas)"),
    ("name-not-resolved", r"ustalić adresu|rozwiązywani\w{0,2} nazwy|host[^.;]{0,30}nie został znaleziony|nie odnaleziono nazwy|nie znaleziono (?:serwera|hosta)|nieznany host|(?:rozpozna|rozwiąza|odnaleźć|znaleźć)[^.;]{0,40}(?:nazw|host|serwer|adres)|(?:nazw|host|serwer)[^.;]{0,30}(?:nieznan|nie znaleziono)"),
    ("reset", r"połączeni[^.;]{0,30}zresetowan|gwałtownie zamknięte"),
    ("closed", r"zamknęł\w{0,2}[^.;]{0,20}połączeni|rozłączono|(?:zakończył|zamknął|przerwał|zerwał)[^.;]{0,20}połączeni|połączeni[^.;]{0,40}(?:zamknięt|przerwan|utracon|zakończon|zerwan)|utracono połączenie"),
    ("unreachable", r"(?:sieć|host)[^.;]{0,10}nieosiągaln|(?:sieć|host|sieci)[^.;]{0,20}(?:nieosiągaln|niedostępn)|ścieżki sieciowej|brak połączenia z internetem"),
    ("tls-failed", r"błąd[^.;]{0,25}(?:\bssl|\btls|certyfikat)|(?:nie można|nie udało się)[^.;]{0,30}(?:certyfikat|\bssl\b|\btls\b)|(?:tożsamości|identyfikacji) serwera|certyfikat[^.;]{0,60}(?:nieprawidłow|wygas|niezaufan|nieważn|nie jest)|bezpiecznego kanału ssl|połączenie nie jest (?:prywatne|bezpieczne)"),
    ("rejected", r"odrzucon\w{0,2} przez serwer|serwer odrzucił(?! połącz)|błąd (?:logowania|uwierzytelniania)|(?:sesja|autoryzacj\w)[^.;]{0,12}wygas|nie udało się zalogować|(?:nieprawidłow|błędn|niepoprawn)\w*[^.;]{0,20}(?:(?<!odpowiedzi )użytkownika|hasło|login)|(?:hasło|użytkownik|uwierzytelni|logowani)[^.;]{0,40}(?:nieprawidłow|błędn|niepoprawn|nie powiodł|odmow)|serwer zdalny zwrócił błąd|zbyt wiele połączeń"),
    ("address-in-use", r"(?:port|adres)[^.;]{0,20}już[^.;]{0,20}(?:używan|zajęt|użyci|użyt)"),
    ("rejected", r"serwer[^.;]{0,30}(?:błąd|błęd|kod|status)[^.;\d]{0,12}\b([45]\d\d)\b"),
    ("protocol-mismatch", r"(?:nieprawidłow|błędn)\w{1,3}[^.;]{0,12}odpowied|przeanalizować odpowied"),
    ("unknown", r"błąd serwera|serwer[^.;]{0,30}(?:niedostępn|nie podłączon)|nie ?połącz(?:ono|ony)|rozłączony|błąd gniazda|błąd łączenia|podłączyć gniazda|nie zostało ustanowione|błąd zwrócony przez serwer|błąd sieci|błędu sieci|nie (?:można|udało się|mogę|może)[^.;]{0,20}(?:połącz|nawiąza|otworzyć połączenia|ustanowi)|(?:błąd|problem)[^.;]{0,15}połączeni|połączeni[^.;]{0,30}nie powiodł|nelze[^.;]{0,20}(?:připojit|navázat)"),
))  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """What of it stands in the line."""
    return told(SAYS, line)
