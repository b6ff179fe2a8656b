"""Dutch, Swedish, Danish, Norwegian, Czech, Hungarian, Ukrainian, Vietnamese, Indonesian, Thai and Arabic: the few words for a connection that failed."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.reading import Reading
from nocarrier.readings.messages.tongues import compiled, told

STEMS = (
    "verbinding", "netwerkfout", "time-out bij", "anslutning", "ansluta till", "nätverksfel", "forbindelse", "tilkobling", "koble til", "netværksfejl",
    "nettverksfeil", "připojit", "připojení", "spojení se serverem", "chyba sítě", "csatlakoz", "kapcsolat", "hálózati hiba", "ідключ", "'єдна", "мережі",
    "kết nối", "lỗi mạng", "terhubung", "koneksi", "เชื่อมต่อ", "الاتصال",
)  # fmt: skip

SAYS = compiled((
    ("refused", r"verbinding[^.;]{0,40}geweigerd|anslutning\w*[^.;]{0,30}(?:nekad|vägrad)|(?:forbindelse|tilkobling)\w*[^.;]{0,30}(?:afvist|nektet|avvist)|připojení[^.;]{0,30}odmítnut|kapcsolat[^.;]{0,30}(?:elutasít|visszautasít)|(?:підключення|з.єднання)[^.;]{0,30}відхилен|từ chối kết nối|kết nối[^.;]{0,20}từ chối|koneksi[^.;]{0,20}ditolak"),
    ("timed-out", r"time-out bij|verbinding[^.;]{0,40}(?:time-?out|verlopen)|anslutning\w*[^.;]{0,30}tidsgräns|tidsgräns[^.;]{0,30}anslutning|forbindelse\w*[^.;]{0,30}timeout|vypršel[^.;]{0,30}(?:připojení|spojení)|kapcsolat[^.;]{0,30}időtúllépés|час[^.;]{0,20}(?:підключення|з.єднання)[^.;]{0,20}(?:вичерпан|минув|вийшов)|hết thời gian[^.;]{0,20}kết nối|koneksi[^.;]{0,30}(?:habis|timeout)"),
    ("closed", r"verbinding[^.;]{0,40}(?:verbroken|gesloten|verloren)|anslutning\w*[^.;]{0,30}(?:bröts|stängdes|avbröts|förlorad)|(?:forbindelse|tilkobling)\w*[^.;]{0,30}(?:afbrudt|mistet|lukket|brutt)|(?:připojení|spojení)[^.;]{0,30}(?:ukončen|přerušen|ztracen)|kapcsolat[^.;]{0,30}(?:megszakad|bezár|lezár)|(?:підключення|з.єднання)[^.;]{0,30}(?:розірван|втрачен|закрит)|mất kết nối|koneksi[^.;]{0,20}(?:terputus|ditutup)|تم قطع الاتصال"),
    ("unknown", r"geen (?:internet)?verbinding|(?:kan|kon)[^.;]{0,20}verbinding[^.;]{0,30}maken|verbinding[^.;]{0,40}(?:mislukt|niet)|netwerkfout|ansluta till|anslutning\w*[^.;]{0,30}misslyckades|nätverksfel|(?:forbindelse|tilkobling)\w*[^.;]{0,30}(?:mislykkedes|fejlede|feilet|mislyktes)|oprette forbindelse|koble til[^.;]{0,20}(?:server|tjener)|netværksfejl|nettverksfeil|(?:nepodařilo|nelze)[^.;]{0,20}připojit|chyba sítě|nem (?:sikerült|lehet)[^.;]{0,20}(?:csatlakoz|kapcsol)|hálózati hiba|не (?:вдалося|вдається|можна)[^.;]{0,20}(?:підключ|з.єдна)|помилка (?:підключення|з.єднання|мережі)|không thể kết nối|lỗi (?:kết nối|mạng)|(?:tidak (?:dapat|bisa)|gagal)[^.;]{0,12}(?:terhubung|tersambung)|kesalahan koneksi|koneksi[^.;]{0,12}gagal|ไม่สามารถเชื่อมต่อ|เชื่อมต่อ[^.;]{0,12}ล้มเหลว|(?:تعذر|فشل)[^.;]{0,12}الاتصال"),
))  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """What of it stands in the line."""
    return told(SAYS, line)
