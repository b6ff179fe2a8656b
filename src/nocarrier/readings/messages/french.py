"""French: how programs that are translated say that a connection failed."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.reading import Reading
from nocarrier.readings.messages.tongues import compiled, told

STEMS = (
    "réponse", "déconnect", "non connecté", "session a expir", "session expiré", "rejeté", "erreur ssl", "ssl a échoué", "erreurs ssl", "initialisation ssl", "liaison ssl", "mauvais mot", "nom d’hôte", "non autorisée", "refusée", "refusé par",
    "déjà utilis", "déjà occup",
    "erreur réseau", "erreur de réseau",
    "serveur", "pas de connexion", "aucune réponse",
    "connexion", "délai", "délai", "impossible de", "résolu", "résoudre", "injoignable", "certificat ", "certificats ", "de certificat", "du certificat", "mot de passe", "authentification", "identifiant", "inaccessible", "serveur distant", "connecter au", "hôte", "chemin réseau", "mandataire", "adresse déjà", "ce site est",
)  # fmt: skip

SAYS = compiled((
    ("refused", r"connexion[^.;]{0,30}refus|n.autorise pas la connexion|refus[^.;]{0,30}connexion|expressément refusée"),
    ("timed-out", r"transfert des données a expiré|(?:serveur|hôte|appareil)[^.;]{0,12}ne répond (?:pas|plus)|aucune réponse (?:du|de la part du) serveur|met trop (?:de temps|longtemps)|(?:délai|temps)[^.;]{0,40}(?:dépass|expir|écoulé|imparti)|(?:expir|dépass|écoul)[^.;]{0,30}délai|(?:connexion|opération|requête|demande)[^.;]{0,30}(?:expiré|a pris trop)|met trop de temps"),
    ("name-not-resolved", r"nom d.hôte[^.;]{0,30}(?:introuvable|non trouvé|pas été trouvé)|impossible de trouver la machine|adresse du serveur ne peut|impossible de trouver[^.;]{0,12}(?:serveur|hôte|domaine)|(?:nom|hôte|serveur|adresse|domaine)[^.;]{0,60}(?:résolu|introuvable|inconnu)|(?:résoudre|résolution d)[^.;]{0,40}(?:nom|hôte|adresse|dns)"),
    ("reset", r"connexion[^.;]{0,30}(?:réinitialis|ré-initialis)|fermée par l.hôte distant"),
    ("closed", r"déconnecté du serveur|perte de connexion|connexion[^.;]{0,40}(?:fermée|interrompue|perdue|abandonnée|coupée|terminée|clos)|(?:fermé|interrompu|coupé|perdu)[^.;]{0,20}connexion|nom réseau spécifié n.est plus disponible"),
    ("unreachable", r"pas (?:de|d.) ?connexion internet|pas d.accès (?:à )?internet|(?:réseau|hôte|destination)[^.;]{0,30}(?:inaccessible|injoignable|impossible à atteindre|n.est pas accessible)|chemin réseau n.a pas été trouvé|pas connecté à internet|aucune connexion internet|aucun accès à internet"),
    ("tls-failed", r"erreur (?:de |du |d.)?(?:vérification du )?(?:certificat|ssl|tls)\b(?! ignorée)|(?:échec|impossible)[^.;]{0,40}(?:certificat|\bssl|\btls)|ssl a échoué|identité du serveur|connexion chiffrée non|certificat[^.;]{0,60}(?:invalide|expiré|pas valide|non valide|pas approuvé|non approuvé|inconnu|vérifi|incorrect)|canal sécurisé ssl|échec de la connexion sécurisée|connexion n.est pas (?:privée|sécurisée|certifiée)"),
    ("rejected", r"mauvais (?:mot de passe|identifiant)|(?:identifiants?|autorisation)[^.;]{0,20}(?:rejet|expir|non valid)|session (?:a )?expiré|erreur d.authentification|rejetée? par le serveur|serveur a refusé(?! (?:la|votre) connexion)|adresse ip[^.;]{0,30}(?:banni|bloqu|autorisé)|demande de[^.;]{0,80}a été refusée|connexion non autorisée|(?:mot de passe|identifiants?|utilisateur|authentification)[^.;]{0,40}(?:incorrect|invalide|échou|erron|refus)|échec (?:de l.|d.)(?:authentification|ouverture de session|identification)|serveur distant a retourné une erreur|trop de connexions|accès refusé"),
    ("address-in-use", r"port[^.;]{0,20}(?:déjà (?:utilis|occup|pris))|(?:adresse|port)[^.;]{0,20}(?:déjà utilisé|déjà en cours|est utilisé)"),
    ("proxy", r"(?:proxy|mandataire)[^.;]{0,40}(?:refus|échou|échec|erreur|exige|introuvable)"),
    ("rejected", r"serveur[^.;]{0,30}(?:erreur|statut|code)[^.;\d]{0,12}\b([45]\d\d)\b"),
    ("protocol-mismatch", r"réponse[^.;]{0,30}(?:non valide|invalide|pas valide)|analyser la réponse"),
    ("unknown", r"erreur (?:interne )?(?:du )?serveur|erreur retournée par le serveur|serveur[^.;]{0,30}(?:indisponible|non connecté)|non connecté|déconnecté\b|connexion sécurisée non|erreur de socket|erreur[^.;]{0,30}connexion au serveur|transfert[^.;]{0,20}interrompu|erreur (?:de |du )?réseau|impossible (?:de|d.)[^.;]{0,20}(?:connect|établir|joindre|contacter|accéder|atteindre)|connexion[^.;]{0,40}(?:échou|impossible)|(?:échec|erreur)[^.;]{0,20}connexion|n.a pas pu[^.;]{0,15}(?:connect|établi)|ne peut pas[^.;]{0,15}(?:connect|établir)|inaccessible|injoignable"),
))  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """What of it stands in the line."""
    return told(SAYS, line)
