"""Turkish: how programs that are translated say that a connection failed."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.reading import Reading
from nocarrier.readings.messages.tongues import compiled, told

STEMS = (
    "oturum", "giriş", "yanıt", "makine", "proksi", "kimli", "ssl hata", "ssl başar",
    "kullanılıyor", "kullanımda",
    "ağ hatası",
    "sunucu", "ağa ", "nternet bağ",
    "bağlan", "zaman aşımı", "sertifika", "parola", "ifre", "kimlik doğrula", "uzak sunucu", "uzak ad", "ağ yolu", "erişilemiyor",
)  # fmt: skip

SAYS = compiled((
    ("refused", r"bağlantı[^.;]{0,30}redd|redd[^.;]{0,20}bağlant"),
    ("timed-out", r"sunucu[^.;]{0,12}(?:yanıt|cevap) ver(?:miyor|medi)|zaman aşımı"),
    ("name-not-resolved", r"(?:makinesi|anamakine adı|ana makine)[^.;]{0,12}bulunamadı|(?:ad|sunucu|adres|ana bilgisayar)[^.;]{0,30}(?:çözülemedi|çözümlenemedi|bulunamadı|bilinmiyor)"),
    ("reset", r"bağlantı[^.;]{0,20}sıfırlan|zorla kapatıldı"),
    ("closed", r"bağlantıyı (?:erken )?(?:kapattı|kesti)|bağlantı[^.;]{0,12}(?:kaybedildi|iptal edildi)|bağlantı[^.;]{0,30}(?:kapatıldı|kapandı|kesildi|koptu|sonlandır)"),
    ("unreachable", r"ağa (?:ulaşılamıyor|erişilemiyor)|nternet bağlantısı (?:yok|bulunamadı)|(?:ağ|sunucu|ana bilgisayar)[^.;]{0,15}(?:erişilemez|ulaşılamıyor)|ağ yolu bulunamadı|internet bağlantısı yok"),
    ("tls-failed", r"(?:ssl|tls)[^.;]{0,25}(?:hatası(?! yoksay)|başarısız|yapılamadı|başlatılamadı)|sertifika[^.;]{0,30}(?:alınamadı|hatası|başarısız)|sunucusunun kimliği|sertifika[^.;]{0,40}(?:geçersiz|süresi|güvenilmeyen|güvenilir değil|doğrulan)|güvenli kanalı oluşturulamadı"),
    ("rejected", r"(?:geçersiz|yanlış|hatalı)[^.;]{0,20}(?:parola|şifre|kullanıcı|kimlik|giriş)|(?:kimli[kğ]|oturum|giriş|yetkilendirme)[^.;]{0,40}(?:başarısız|doğrulanamadı|yapılamadı|reddedildi|doldu|hatası)|sunucu tarafından reddedildi|sunucu(?![^.;]{0,30}bağlant)[^.;]{0,50}reddetti|bağlantıya izin verilmedi|(?:parola|şifre|kullanıcı adı|kimlik doğrulama)[^.;]{0,30}(?:yanlış|hatalı|geçersiz|başarısız)|uzak sunucu hata döndürdü"),
    ("address-in-use", r"(?:port|adres|bağlantı noktası)[^.;]{0,20}(?:zaten )?kullan(?:ılıyor|ımda)"),
    ("protocol-mismatch", r"geçersiz (?:sunucu )?yanıt|yanıt[^.;]{0,6} ayrıştırılam"),
    ("proxy", r"proksi hatası"),
    ("unknown", r"sunucu hatası|bağlı değil|ağ hatası|bağlan(?:ıl)?(?:amadı|amıyor)|bağlantı[^.;]{0,20}(?:kurulamadı|hatası|başarısız|sağlanamadı|açılamadı)|bu siteye ulaşılamıyor"),
))  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """What of it stands in the line."""
    return told(SAYS, line)
