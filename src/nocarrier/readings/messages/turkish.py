"""Turkish: how programs that are translated say that a connection failed."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.reading import Reading
from nocarrier.readings.messages.tongues import compiled, told

STEMS = (
    "kullanılıyor", "kullanımda",
    "ağ hatası",
    "sunucu", "ağa ", "nternet bağ",
    "bağlan", "zaman aşımı", "sertifika", "parola", "ifre", "kimlik doğrula", "uzak sunucu", "uzak ad", "ağ yolu", "erişilemiyor",
)  # fmt: skip

SAYS = compiled((
    ("refused", r"bağlantı[^.;]{0,30}redd|redd[^.;]{0,20}bağlant"),
    ("timed-out", r"sunucu[^.;]{0,12}(?:yanıt|cevap) ver(?:miyor|medi)|zaman aşımı"),
    ("name-not-resolved", r"(?:ad|sunucu|adres|ana bilgisayar)[^.;]{0,30}(?:çözülemedi|çözümlenemedi|bulunamadı|bilinmiyor)"),
    ("reset", r"bağlantı[^.;]{0,20}sıfırlan|zorla kapatıldı"),
    ("closed", r"bağlantı[^.;]{0,30}(?:kapatıldı|kapandı|kesildi|koptu|sonlandır)"),
    ("unreachable", r"ağa (?:ulaşılamıyor|erişilemiyor)|nternet bağlantısı (?:yok|bulunamadı)|(?:ağ|sunucu|ana bilgisayar)[^.;]{0,15}(?:erişilemez|ulaşılamıyor)|ağ yolu bulunamadı|internet bağlantısı yok"),
    ("tls-failed", r"sertifika[^.;]{0,40}(?:geçersiz|süresi|güvenilmeyen|güvenilir değil|doğrulan)|güvenli kanalı oluşturulamadı"),
    ("rejected", r"(?:parola|şifre|kullanıcı adı|kimlik doğrulama)[^.;]{0,30}(?:yanlış|hatalı|geçersiz|başarısız)|uzak sunucu hata döndürdü"),
    ("address-in-use", r"(?:port|adres|bağlantı noktası)[^.;]{0,20}(?:zaten )?kullan(?:ılıyor|ımda)"),
    ("unknown", r"ağ hatası|bağlan(?:ıl)?(?:amadı|amıyor)|bağlantı[^.;]{0,20}(?:kurulamadı|hatası|başarısız|sağlanamadı|açılamadı)|bu siteye ulaşılamıyor"),
))  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """What of it stands in the line."""
    return told(SAYS, line)
