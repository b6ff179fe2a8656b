"""Italian: how programs that are translated say that a connection failed."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.reading import Reading
from nocarrier.readings.messages.tongues import compiled, told

STEMS = (
    "disconness", "del server", "dal server", "non conness", "credenziali", "autentica", "sessione", "risposta", "nome host", "accesso", "errore ssl", "errore server", "errori ssl", "errore di socket",
    "impossibile trovare", "in modo imprevisto",
    "già in uso", "già utilizzat", "già occupat",
    "errore di rete", "problema di rete",
    "non risponde", "non trovato", "non raggiungibile", "nessuna risposta",
    "connessione", "connettersi", "collegarsi", "scadut", "superat", "esaurit", " dell'", " dell’", " della ", " dello ", "tempo di", "risolvere", "certificato", "errat", "non valid", "non corrett", "fallit", "rifiutat", "sbagliat", "autenticazione", "server remoto", "nome remoto", "irraggiungibile", "percorso di rete", "impossibile raggiungere",
)  # fmt: skip

SAYS = compiled((
    ("refused", r"connessione[^.;]{0,30}(?:rifiutat|negat|respint)|rifiut[^.;]{0,40}connession|rifiuto persistente"),
    ("timed-out", r"connessione[^.;]{0,30}è scadut|(?:server|host|dispositivo)[^.;]{0,12}non (?:risponde|ha risposto)|nessuna risposta dal server|(?:timeout|tempo)[^.;]{0,25}(?:scadut|superat|esaurit|dell|di connessione)|(?:scadut|superat|esaurit)[^.;]{0,25}(?:timeout|tempo|attesa)|ci ha messo troppo|ha impiegato troppo"),
    ("name-not-resolved", r"nome host[^.;]{0,30}non (?:è stato )?trovat|ricerca del nome host|impossibile trovare[^.;]{0,12}(?:server|host|dominio)|(?:risolvere|risolto|risoluzione)[^.;]{0,50}(?:nome|host|server|indirizzo|dns)|(?:nome|host|server)[^.;]{0,30}(?:sconosciut|non trovat|non risolt)"),
    ("reset", r"connessione[^.;]{0,40}(?:reimpostat|ripristinat|resettat|interrotta forzatamente)|interrotta forzatamente"),
    ("closed", r"disconness[oa] dal server|connessione[^.;]{0,40}(?:chiusa|interrotta|terminata|persa|annullata)|(?:chiuso|interrotto|perso)[^.;]{0,20}connessione"),
    ("unreachable", r"(?:rete|host|destinazione)[^.;]{0,12}non raggiungibile|(?:rete|host|destinazione)[^.;]{0,30}(?:irraggiungibile|non raggiungibile)|percorso di rete|nessuna connessione (?:a|ad|di) internet|non connesso a internet"),
    ("tls-failed", r"(?<!ignora )errore[^.;]{0,20}(?:certificato|\bssl|\btls)|impossibile[^.;]{0,30}(?:certificato|\bssl|\btls)|identità del server|connessione cifrata non|certificato[^.;]{0,60}(?:non valid|scadut|non attendibile|non affidabile|sconosciut|verific|ritenuto valido)|canale sicuro ssl|connessione non è (?:privata|sicura)"),
    ("rejected", r"(?:credenziali|autenticazione|accesso|login|sessione|autorizzazione)[^.;]{0,30}(?:errat|non valid|non corrett|fallit|rifiutat|scadut|non riuscit)|errore[^.;]{0,15}(?:autenticazione|login)|rifiutat[oa] dal server|server ha rifiutato(?! la connession)|password (?:errata|non valida|sbagliata)|(?:password|utente|credenziali|autenticazione)[^.;]{0,40}(?:errat|non corrett|non valid|fallit|rifiutat)|(?:autenticazione|accesso)[^.;]{0,15}(?:fallit|non riuscit|negat)|errore del server remoto|troppe connessioni"),
    ("address-in-use", r"(?:porta|indirizzo)[^.;]{0,20}già[^.;]{0,20}(?:in uso|utilizzat|occupat)"),
    ("rejected", r"server[^.;]{0,30}(?:errore|stato|codice)[^.;\d]{0,12}\b([45]\d\d)\b"),
    ("protocol-mismatch", r"risposta[^.;]{0,20}non valid|analizzare la risposta"),
    ("unknown", r"errore (?:interno )?(?:del |di )?server\b|server[^.;]{0,30}non (?:disponibile|è disponibile|connesso)|non conness[oi]|disconnesso\b|errore di socket|errore nel raggiungere|errore di rete|problema di rete|impossibile[^.;]{0,30}(?:conne|stabilire|raggiungere|contattare|collegarsi)|(?:errore|problema)[^.;]{0,20}(?:connessione|rete)|connessione[^.;]{0,30}(?:fallit|non riuscit|impossibile)|non è possibile (?:conne|stabilire|raggiungere|contattare)"),
))  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """What of it stands in the line."""
    return told(SAYS, line)
