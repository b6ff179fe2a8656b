"""What a short text that somebody asks about says of a connection in nobody's sentence: verbs and nouns that in a log may be about anything.

``The server didn't answer the request``, ``stratum subscribe timed out``, ``got status 403``: who asks what such a line means
asks about a connection, so nobody need be named whom it befell. Else these rows are as those of `fates`.
"""

from __future__ import annotations

from collections.abc import Sequence

from nocarrier.model.pattern import pattern
from nocarrier.readings.messages.complaints import complaints
from nocarrier.readings.messages.fates import Table, row
from nocarrier.readings.messages.generic import NO_REASON
from nocarrier.readings.messages.phpmailer import mailer_said
from nocarrier.readings.messages.quoted import is_in_order
from nocarrier.readings.messages.reading import OPAQUE, WORDS, Reading
from nocarrier.readings.messages.reason_phrases import reason_phrase
from nocarrier.readings.messages.statuses import of_request
from nocarrier.readings.messages.vocabulary import of
from nocarrier.readings.messages.words import URL, Word, sentences, texts, words

ROWS = Table((
    row("refused", "tcp", "refused refuses refusing refuse", "LINE DIAL", 8, 5, unless="AUTH policy stream key directive overwrite"),
    row("rejected", "service", "refused refuses", "key signature", 0, 5, beside="server our"),
    row("reset", "", "reset resets reseted resetted", "LINE", 8, 4, unless="NO_RESET password ticker"),
    row("reset", "", "reset", "stream", 5, 0, beside="was by been", unless="NO_RESET position beginning start"),
    row("reset", "", "reset", "server host", 0, 3, beside="by", unless="NO_RESET password"),
    row("timed-out", "", "respond responding responded responds answer answers answering answered reply replies replying replied",
        denied=True, beside="no not didn't doesn't didnt doesnt never isn't wasn't hasn't fails stopped without cannot can't couldn't won't unable",
        unless="failure subject since correctly don't send sending write writing handle unexpected invalid code"),
    row("timed-out", "", "responding answering replying", "stopped", 1, 0),
    row("timed-out", "", "response reply answer", "ANYONE received get receive within", denied=True, beside="no not didn't didnt without never",
        unless="code status parse read write or body valid closed ended disconnected ok success understand empty null decode unmarshal deserialize"),
    row("timed-out", "", "timedout timeouted timesout timeout", unless="NO_TIMEOUT RESOLVERS set"),
    row("timed-out", "", "exceeded", "timeout", 0, 3, beside="request time download upload LINE"),
    row("name-not-resolved", "name", "timedout timeout", "RESOLVERS", 8, 8),
    row("timed-out", "", "toolong", "ANYONE waited response", 8, 8, beside="took takes taking taken waited"),
    row("timed-out", "", "longer", "ANYONE REQUEST acquire", 4, 0, beside="took takes taking", unless="query transaction slow"),
    row("timed-out", "", "data video traffic", "no", 1, 0, beside="received seconds"),
    row("timed-out", "", "timeouts", "toomany consecutive repeated several multiple two three", 3, 0),
    row("timed-out", "", "expired", beside="heartbeat heartbeats keepalive"),
    row("timed-out", "", "message messages packet packets", "no", 2, 0, beside="received", unless="yet"),
    row("timed-out", "", "receive get respond reply answer", "time", 0, 6, denied=True, beside="in", unless="zone date format"),
    row("timed-out", "", "pong pongs heartbeat heartbeats", "no without didn't never missing", 4, 0,
        beside="received receive response replied reply within"),
    row("closed", "", "close", "peer", 1, 0, weight=2),
    row("closed", "", "closed disconnected terminated", "remotely remote peer server host pool @place", 1, 4, beside="by remotely remote peer",
        unless="NO_CLIENT will", weight=2),
    row("closed", "", "close", "connection", 3, 0, beside="requested requests", weight=2),
    row("closed", "", "disconnect disconnected disconnects", "forcibly premature prematurely unexpectedly during while", 1, 2, unless="NO_CLIENT", weight=2),
    row("closed", "", "endof", "stream", 0, 1, unless="PARSING at until", weight=2),
    row("closed", "", "disconnected", "LINE tunnel network transport", 1, 0, unless="NO_CLIENT not information", weight=2),
    row("closed", "", "data response", "no empty", 1, 0, beside="sent returned got empty", weight=2),
    row("closed", "", "closed closes terminated terminates dropped drops broken severed interrupted aborted ended cut lost "
        "end", "LINE -socket -connectivity", 7, 6, unless="NO_CLIENT", weight=2),
    row("closed", "", "closed terminated broken interrupted aborted lost", "SPAN -pipe connector", 2, 0, unless="NO_CLIENT market trading", weight=2),
    row("closed", "", "disconnected disconnects kicked", "ANYONE SPAN client", 6, 4, unless="NO_CLIENT", weight=2),
    row("closed", "", "disconnection disconnect", "premature unexpected unexpectedly abnormal requested", 2, 0, unless="user",
        beside="client device server host peer remote", weight=2),
    row("timed-out", "", "deadline", "exceeded exceeds exceed", 5, 1, unless="test job build cpu"),
    row("name-not-resolved", "name", "record records", "dns srv", 2, 0, denied=True, unless="update updating create add delete parsing malformed"),
    row("rejected", "service", "kicked", "by", 0, 1, weight=3),
    row("protocol-mismatch", "", "match matches", "version versions", 5, 4, denied=True, beside="server server's client client's"),
    row("closed", "", "shutdown", "LINE", 4, 0, unless="complete completed server", weight=2),
    row("closed", "", "dead", "LINE", 4, 2, weight=2),
    row("closed", "", "lost", "connectivity", 9, 0, weight=2),
    row("closed", "", "disconnected", "from", 0, 1, unless="NO_CLIENT player players", weight=2),
    row("closed", "", "closed disconnected", "client", 3, 0, beside="is use", weight=2),
    row("closed", "", "quit", "server host peer remote @place", 2, 0, beside="during before unexpectedly while suddenly", weight=2),
    row("closed", "", "hangup goneaway", unless="signal signals ignoring", weight=2),
    row("closed", "", "disconnected", "error due", 0, 2, weight=2),
    row("closed", "", "goaway", "ANYONE frame", 4, 4, beside="error code received", weight=2),
    row("closed", "", "reply response", "empty", 1, 0, weight=2),
    row("name-not-resolved", "name", "resolve resolved resolving resolves", denied=True,
        unless="NO_NAMES LINE inverse reverse don't --no names toolset tool warning warnings macro packages asset release task executable "
        "options tarball symlink component components directory tag versions lockfile cwd profile filters "
        "channel channels member role artwork trust"),
    row("name-not-resolved", "name", "unresolvable unresolved nxdomain resolution lookup", "NAMES", 6, 6, denied=True,
        unless="NO_NAMES"),
    row("name-not-resolved", "name", "nameserver nameservers", "no find FAILS", 6, 3, denied=True),
    row("name-not-resolved", "name", "exist exists known", "domain dns hostname host", 6, 4, denied=True, unless="NO_NAMES group user on"),
    row("name-not-resolved", "name", "unknown", "host hostname domain", 1, 0, unless="key keys"),
    row("name-not-resolved", "name", "address ip", "NAMES", 6, 6, denied=True, beside="find found notfound get getting no",
        unless="external public wan letter binding bindings email mail memory mac wallet new bind assign inuse received assigned"),
    row("tls-failed", "tls", "CERTIFICATES", "server peer remote", 3, 3, denied=True,
        unless="database local file load loading key generate parse save create renew ca"),
    row("tls-failed", "tls", "fingerprint fingerprints", "TLS CERTIFICATES", 4, 4, beside="bad mismatch match invalid wrong failed"),
    row("tls-failed", "tls", "TLS", "handshake connection negotiation error errors alert", 4, 6, denied=True,
        unless="ENDS"),
    row("tls-failed", "tls", "support supports", "TLS", 6, 3, denied=True, beside="server broker host peer"),
    row("tls-failed", "tls", "identity hostname", "verify verified", 4, 4, denied=True, beside="server host hostname remote peer"),
    row("tls-failed", "tls", "correspond contain", "CERTIFICATES", 6, 4, denied=True),
    row("tls-failed", "tls", "unknown", "CERTIFICATES", 4, 2, beside="signed ca authority issuer"),
    row("tls-failed", "tls", "ocsp", "FAILS BAD expired no unable revoked", 3, 5, beside="response status",
        unless="cache cached stapling allocate building"),
    row("tls-failed", "tls", "obtain get retrieve present provide", "CERTIFICATES", 0, 6, denied=True, beside="peer remote server",
        unless="file store path"),
    row("tls-failed", "tls", "certificates certificate", "have missing lacks", 4, 0, denied=True, beside="ca root",
        unless="field"),
    row("tls-failed", "tls", "expired trusted valid invalid untrusted verified", "CERTIFICATES", 8, 4, unless="chain now loaded"),
    row("rejected", "", "rejected rejects rejecting declined declining denied denies denying", "LINE AUTH", 8, 5, unless="local file files folder directory"),
    row("rejected", "", "rejected rejects declined denied denies", "ANYONE", 8, 5,
        beside="access LINE AUTH request our us client login", unless="local file files folder directory"),
    row("rejected", "", "denied", "anonymous @place", 5, 0),
    row("tls-failed", "tls", "certificate", "no", 1, 0, beside="closing"),
    row("rejected", "", "denied", "registry", 4, 2),
    row("rejected", "", "rejected denied declined", "server peer remote host pool broker gateway acl policy", 0, 3, beside="by"),
    row("rejected", "", "denied rejected", "peer server host pool broker", 1, 0, unless="file files"),
    row("rejected", "", "rejected rejects rejecting", "LINE account device client packet packets", 6, 3, unless="driver"),
    row("rejected", "", "allowed", "connection connections user client", 6, 0, denied=True, unless="local cleartext feature"),
    row("rejected", "", "limit", "connection connections client clients session sessions login user users", 2, 3,
        beside="reached exceeded exceeds hit over"),
    row("rejected", "", "fast quickly often", "log login logging connect connecting reconnect reconnecting requests", 5, 0, beside="too"),
    row("rejected", "service", "toomany", "login logins attempts tries", 0, 4, unless="LINE DIAL reconnect redirect"),
    row("rejected", "service", "login logon auth authentication authorization authorisation sasl", "failed denied failure failures fail fails invalid unsuccessful", 0, 5,
        unless="page counter rule key module plugin code mac parse reading writing retry"),
    row("rejected", "service", "AUTH credential", "bad wrong incorrect", 1, 2,
        unless="page counter rule required unique decrypt decrypting decryption decoding configuration keystore key found archive packet"),
    row("rejected", "service", "match", "token tokens username", 6, 0, denied=True),
    row("rejected", "service", "supported", "client's client version", 3, 0, denied=True, beside="client client's", unless="by"),
    row("rejected", "service", "connected", "another", 4, 0, beside="name same already"),
    row("rejected", "service", "authentication authorization", "failed", 1, 0, unless="key module plugin script test tests"),
    row("rejected", "http", "status", "bad", 2, 0, beside="response http server endpoint api received"),
    row("rejected", "service", "password passwords credentials", "check", 5, 0, beside="login auth authenticate authentication"),
    row("rejected", "service", "method methods mechanism mechanisms", "auth authentication sasl login", 2, 0,
        beside="unknown unsupported no none supported", denied=True),
    row("rejected", "service", "expired", "session token tokens credentials login password account authorization authentication", 3, 0, unless="cache heartbeat"),
    row("rejected", "service", "AUTH", "LINE server url @place host broker pool api service", 8, 8, denied=True,
        unless="required support supported"),
    row("rejected", "service", "authentication", "error failed failure", 2, 0, beside="in during at",
        unless="key module plugin code script test"),
    row("rejected", "service", "authentication auth", "error failed failure", 0, 6,
        unless="page counter rule key module plugin code set script test tests flow migration screen keyring"),
    row("rejected", "service", "authenticate login", "need must have required", 2, 0, beside="you please first", unless="not if"),
    row("rejected", "service", "login", "failed failure incorrect", 0, 1),
    row("rejected", "service", "login", "failed", 1, 0),
    row("rejected", "service", "mismatch mismatched", "password username credentials", 3, 0),
    row("rejected", "", "ratelimited", unless="NOT"),
    row("rejected", "", "ratelimiting", beside="due because"),
    row("rejected", "", "ratelimit", beside="hit reached exceeded waiting retry retrying encountered triggered"),
    row("rejected", "service", "authentication", "failed", 3, 0, beside="public publickey password keyboard sasl scram kerberos ldap"),
    row("rejected", "service", "authenticate", "failed unable cannot couldn't could can't", 3, 1,
        unless="key module LINE DIAL proxy before device services"),
    row("rejected", "service", "support supports supported allowed", "authentication sasl scram", 5, 5, denied=True,
        beside="server broker method plugin mechanism this"),
    row("rejected", "service", "starttls", "denied rejected refused unsupported supported available", 0, 3),
    row("rejected", "service", "authentication login", "requires", 3, 0, beside="server host url @place site service api"),
    row("rejected", "", "full overloaded busy", "daemon server servers host service pool api @place url", 4, 0, unless="thread threads"),
    row("rejected", "service", "AUTH token", "bad wrong incorrect invalid", 2, 0, unless="page counter rule field required file json syntax "
        "unexpected public private format length characters primary foreign xml formed"),
    row("rejected", "service", "expired invalidated revoked", "token tokens credentials", 4, 0),
    row("rejected", "service", "mismatch", "csrf xsrf", 2, 0),
    row("rejected", "", "toomany", "attempts tries logins users players peers sessions devices", 0, 3,
        unless="reconnect reconnection connection retry read consecutive"),
    row("rejected", "", "returned reported replied responded answered", "server api service @place site", 3, 0,
        beside="error errors fault failure", unless="description"),
    row("rejected", "", "refused rejected", "recipients recipient sender", 4, 4),
    row("address-unavailable", "tcp", "supported", "family", 3, 0, denied=True, beside="address"),
    row("resource-limit", "", "exhausted", "pool connectionpool", 4, 2, unless="of ideas"),
    row("closed", "", "perished", "LINE", 3, 0, weight=2),
    row("closed", "", "broken", "pipe", 0, 1, unless="stdout stdin stderr printing print cat ls grep head tar find xargs water gas", weight=2),
    row("closed", "", "closed", "pool", 2, 2, unless="NO_CLIENT thread process worker position swimming for", weight=2),
    row("resource-limit", "", "toomany", "channels outstanding acquire", 0, 2),
    row("address-in-use", "tcp", "bind", "port address socket server url host @place", 5, 6, denied=True,
        unless="permission denied requested assign assigned key keys event function method ldap user ip interface outgoing"),
    row("address-in-use", "tcp", "allocated", "port address", 4, 0, beside="already"),
    row("address-in-use", "tcp", "port ports", "using uses", 4, 4, beside="another else other something already"),
    row("address-in-use", "tcp", "used taken", "port", 4, 0, unless="cannot can't without with"),
    row("address-in-use", "tcp", "port ports", "free available unused", 1, 0, denied=True, unless="gpu serial com usb"),
    row("address-in-use", "tcp", "listening running", "another something", 8, 0, beside="already port"),
    row("proxy", "proxy", "socks", "FAILS BAD rejected refused denied unable unknown version fehler erreur fallo errore ошибка", 8, 8),
    row("proxy", "proxy", "tunnel", "refused rejected denied", 0, 2),
    row("proxy", "proxy", "proxy", "through via by response reply version", 3, 2, denied=True, unless="reverse create add start parse load config nginx rejected protocol supported"),
    row("proxy", "proxy", "failed refused rejected denied unable cannot", "proxy", 3, 0, beside="LINE request has"),
    row("proxy", "proxy", "proxy", "failed error errors failure", 0, 1, unless="new start add create parse config to"),
    row("protocol-mismatch", "", "BAD -unsupported", "message json jsonrpc frame packet greeting banner content continuation", 0, 3,
        beside="sent sends got received server", unless="code status token session CERTIFICATES parameter argument range length"),
    row("protocol-mismatch", "", "garbage malformed", "ANYONE", 4, 4, beside="sent returned received data"),
    row("protocol-mismatch", "", "BAD unknown", "opcode", 0, 1),
    row("protocol-mismatch", "", "unknown", "http", 0, 1, beside="method"),
    row("protocol-mismatch", "", "incompatible", "version protocol", 2, 2, beside="LINE PEER -database client closing disconnecting disconnected"),
    row("protocol-mismatch", "", "BAD", "http", 0, 1, beside="line header headers method version message",
        unless="url scheme argument"),
    row("protocol-mismatch", "", "header method record frame", "invalid unexpected malformed", 1, 0, beside="sent"),
    row("protocol-mismatch", "", "greeting banner", "BAD unknown", 1, 0),
    row("protocol-mismatch", "", "response reply answer", "malformed", 0, 5),
    row("protocol-mismatch", "", "response reply answer", "unexpected invalid malformed wrong bad", 3, 0,
        unless="code status end body error errors exception went"),
    row("protocol-mismatch", "", "parse decode understand", "response reply answer", 0, 6, denied=True, unless="json config file"),
    row("protocol-mismatch", "", "speak speaks", "http https websocket protocol", 0, 2, denied=True),
    row("protocol-mismatch", "", "protocol", "error", 0, 1, weight=1),
    row("unknown", "", "reachable reach reached reaching contact contacted contacting talk talking communicate ping "
        "inaccessible", "ANYONE", 8, 6, denied=True, weight=0),
    row("unknown", "", "access accessed accessible available accept", "ANYONE channel repository repo feed mirror", 6, 4, denied=True, weight=0,
        unless="feature option support supported key CERTIFICATES TLS"),
    row("unreachable", "route", "down", "network", 2, 0, unless="slow shutting going bring brought"),
    row("unknown", "", "unreachable unavailable offline inaccessible down", "ANYONE", 6, 3, weight=0,
        unless="shutting going bring brought"),
    row("unknown", "", "unavailable", "indexers clients indexer lists", 8, 0, weight=0),
    # What an app does over a connection, and could not.
    row("unknown", "", "rpc webhook webhooks", "FAILS", 3, 3, weight=0),
    row("unknown", "", "api", "FAILS", 0, 2, weight=0, beside="call calls request requests failed failure", unless="key"),
    row("unknown", "", "call invoke", "remote service rpc", 1, 2, denied=True, weight=0),
    row("unknown", "", "updates update", "check checking", 3, 3, denied=True, weight=0),
    row("unknown", "", "list", "server servers peer peers", 3, 2, denied=True, weight=0, beside="get load retrieve obtain update refresh download"),
    row("unknown", "", "from", "server backend cloud url @place api", 0, 2, denied=True, weight=0,
        beside="load get retrieve read receive obtain data response download"),
    row("unknown", "", "to", "server pool cloud backend api url @place", 0, 2, denied=True, weight=0,
        beside="submit push send deliver post report register login log"),
    row("unknown", "", "send sent delivered deliver", "message messages email emails mail notification notifications sms", 5, 3,
        denied=True, weight=0, unless="signal worker process thread window wall shared through"),
    row("unknown", "", "lobby matchmaking", "FAILS", 4, 2, weight=0),
    row("unknown", "", "join joining", "game room lobby party world", 0, 3, denied=True, weight=0),
    row("unknown", "", "gateway relay", "FAILS", 0, 1, weight=0),
    row("unknown", "", "pull", "image images", 0, 3, denied=True, weight=0),
    row("unknown", "", "bucket", "access list objects head", 4, 2, denied=True, weight=0),
    row("unknown", "", "feed feeds", "retrieve load get refresh update", 4, 0, denied=True, weight=0),
    row("unknown", "", "ip", "public external wan", 1, 0, denied=True, weight=0),
    row("unknown", "", "dead", "ANYONE LINE coordinator", 6, 0, weight=0),
    row("unknown", "", "keepalive heartbeat ping pings", "FAILS", 0, 2, weight=0),
    row("unknown", "", "keepalive heartbeat ping pings pong", "send sending sent", 3, 0, denied=True, weight=0),
    row("unknown", "", "unreachable", "is are was", 1, 0, weight=0, unless="code objects commit statement branch"),
    row("unknown", "", "stream", "establish", 0, 5, denied=True, weight=0),
    row("unknown", "", "channel", "open opening", 3, 0, denied=True, weight=0),
    row("unknown", "", "token tokens", "get obtain retrieve refresh fetch acquire", 3, 0, denied=True, weight=0,
        unless="syntax parse json"),
    row("unknown", "", "LINE DIAL", denied=True, weight=0, unless="support supported supports option",
        beside="FAILS cannot can't couldn't unable impossible possible made established no"),
    row("unknown", "", "established opened", "LINE", 6, 2, denied=True, weight=0),
    row("unknown", "", "up", "giving gave", 1, 0, beside="reconnection reconnect reconnecting LINE DIAL", weight=0),
    row("unknown", "", "LINE DIAL", "wrong giving gave retrying issue issues difficulty", 6, 0, weight=0),
    row("unknown", "", "cancelled canceled", "LINE", 4, 0, weight=0),
    row("unknown", "", "stopped", "LINE", 4, 0, beside="before", weight=0),
    row("unknown", "", "server homeserver", "not isn't", 3, 0, denied=True, weight=0, unless="support supported"),
    row("unknown", "", "server homeserver", "valid", 8, 0, weight=0, beside="not isn't"),
    row("unknown", "", "online connected running", "ANYONE", 6, 2, denied=True, beside="not isn't", weight=0),
    row("unknown", "", "syncing synchronization synchronize "
        "subscribe request requests publish", "FAILS unable cannot couldn't can't could", 6, 6, denied=True, weight=0, unless="timeout"),
    row("unknown", "", "login", "error failed unable cannot can't couldn't could", 3, 0, denied=True, weight=0,
        unless="page button form link screen template find"),
    row("unknown", "", "response reply", "get receive obtain read reading", 3, 0, denied=True, weight=0, unless="parse json body"),
    row("unknown", "", "credentials", "get getting obtain obtaining retrieve", 3, 0, denied=True, weight=0, unless="attribute property"),
    row("unknown", "", "ping pinging", "PEER", 0, 3, denied=True, weight=0),
    row("unknown", "", "attempts", "toomany maximum max exceeded exhausted", 5, 5, weight=0, unless="AUTH test job task build"),
    row("unknown", "", "read write retrieve", "ANYONE", 0, 5, denied=True, weight=0, beside="from to any",
        unless="file config configuration key property"),
    row("unknown", "", "query querying send sending join register transfer", "ANYONE", 0, 6, denied=True, weight=0),
    # whose time ran out
    row("timed-out", "", "toolong", beside="took takes taking taken waited", unless="name path message line string"),
    row("timed-out", "", "heartbeat heartbeats pong", "no", 2, 0, unless="configured set enabled"),
    row("timed-out", "", "within", denied=True, beside="ms milliseconds s sec secs second seconds minute minutes time timeout",
        unless="more limit allowed retry again per requests last past"),
    row("timed-out", "", "within", "notfound", 2, 0, beside="ms milliseconds s seconds minutes"),
    row("timed-out", "", "receive received", "ms milliseconds seconds minutes", 0, 8, denied=True),
    row("timed-out", "", "toolong", beside="disconnected silent unresponsive"),
    row("timed-out", "", "exceeded exceeds", "elapsed ms seconds time", 4, 4, beside="elapsed handshake connection connect",
        unless="cpu execution budget size rate memory expected"),
    row("timed-out", "", "expired", "timer", 1, 0, beside="handshake connect connection proxy read write response hold asio",
        unless="retry reconnect suspend cancelled canceled keepalive"),
    row("timed-out", "", "sent sends", "server host peer device url @place camera api", 3, 0, denied=True, beside="never"),
    # what ended
    row("closed", "", "stopped ended exited", "server daemon service", 3, 0, beside="unexpectedly", weight=2),
    row("closed", "", "interrupted", "response stream download upload transfer", 2, 2, weight=2),
    row("closed", "", "disconnected", "adapter coordinator dongle", 3, 0, weight=2),
    row("closed", "", "disconnected kicked", "by", 0, 1, unless="NO_CLIENT", weight=2),
    row("closed", "", "disconnect", "reason code", 0, 3, unless="NO_CLIENT", weight=2),
    row("closed", "", "close closing closure termination disconnect shutdown", "unexpected sudden abnormal premature abrupt", 3, 0,
        unless="bracket brace parenthesis tag quote", weight=2),
    row("closed", "", "closed ended terminated aborted cancelled canceled", "session stream channel tunnel handshake request response bridge", 6, 3,
        beside="before during while unexpectedly prematurely early abruptly", weight=2),
    row("closed", "", "closed ended terminated aborted cancelled canceled", "server peer remote host upstream gateway", 0, 4, beside="by",
        unless="NO_CLIENT", weight=2),
    row("closed", "", "interruption", "network communication stream", 2, 2, weight=2),
    row("closed", "", "endof", "response stream", 0, 4, beside="unexpected unexpectedly early premature prematurely",
        unless="PARSING request", weight=5),
    # of games, players and their servers
    row("closed", "", "disconnected", "been", 1, 0, beside="we you you've", unless="will", weight=2),
    row("closed", "", "dropping", "connection", 0, 1, unless="pool limit", weight=2),
    row("timed-out", "", "response reply", "no", 2, 0, beside="ping pong"),
    row("rejected", "service", "password passwords passcode", "error errors", 0, 1, beside="or username email account user"),
    row("rejected", "service", "allowed permitted", "login logon join", 0, 3, denied=True, beside="not isn't"),
    row("rejected", "service", "accepting", "not", 1, 0, beside="players clients logins"),
    row("rejected", "http", "limit limits", "api request requests stream streams", 1, 0, beside="reached exceeded hit", unless="not file"),
    row("permission-denied", "target", "allowed permitted", "traffic", 3, 0, denied=True, beside="http cleartext"),
    row("protocol-mismatch", "", "header headers", "BAD", 0, 3, beside="http response", unless="file config missing"),
    row("protocol-mismatch", "", "mismatch", "version", 1, 0, beside="server client protocol host", unless="library driver tool package"),
    row("protocol-mismatch", "", "version", "different", 1, 0, beside="server client game host", unless="library driver tool package"),
    row("unknown", "", "reachable", "port", 2, 0, denied=True, beside="not isn't", weight=0),
    # who is not let in
    row("tls-failed", "tls", "authorized", "CERTIFICATES", 5, 3, denied=True),
    row("tls-failed", "tls", "starttls", "FAILS", 5, 4),
    row("rejected", "service", "login logon authentication authorization authenticate", "failed failure fails unsuccessful denied incorrect rejected aborted",
        0, 5, unless="page counter rule key module plugin script test tests flow migration screen keyring"),
    row("rejected", "service", "username password passwords passcode credentials token tokens login apikey",
        "invalid incorrect wrong bad expired revoked unauthorized rejected", 3, 4, unless="PARSING formed position archive zip keychain vault master decrypt"),
    row("rejected", "service", "password", "wrong incorrect invalid", 5, 0, beside="user username"),
    row("rejected", "service", "key keys", "invalid incorrect wrong bad expired revoked unauthorized rejected", 3, 4, beside="api access auth"),
    row("rejected", "service", "session", "expired", 0, 3, unless="delete remove clear purge heartbeat"),
    row("rejected", "service", "authorized authorised", denied=True, beside="not isn't", unless="CERTIFICATES"),
    row("rejected", "service", "unauthorized unauthorised unauthenticated", unless="NOT reject false allow"),
    row("rejected", "tls", "available supported", "TLS", 3, 0, denied=True, beside="not isn't"),
    row("rejected", "", "error", "internal", 1, 0, beside="server encountered", unless="vite"),
    row("rejected", "", "rejected refused denied declined", "server peer host broker remote upstream gateway", 0, 3, beside="by"),
    row("rejected", "service", "reject", "access", 1, 0),
    row("rejected", "http", "ratelimiting", unless="NOT enabled disabled configured connect redis"),
    row("rejected", "http", "limit", "request requests throughput", 2, 0, beside="reached surpassed exceeded hit",
        unless="size body retry token tokens"),
    row("rejected", "http", "exceeds exceeded surpassed", "limit", 0, 4, beside="request requests throughput calls",
        unless="size body payload header headers length bytes mb kb token tokens context memory timeout time depth"),
    row("rejected", "", "refused", "request requests", 3, 0, unless="LINE DIAL pull merge"),
    row("rejected", "http", "throttled", "request requests api client was been being", 5, 4, unless="NOT"),
    row("rejected", "http", "redirects redirections redirect redirected", "maximum max toomany exceeded loop times aborting", 3, 3,
        unless="set option default allowed"),
    # of agents, tunnels, package managers and remote shells
    row("timed-out", "", "detection detected", "peer", 1, 0, beside="dead", unless="enabled interval intervall keepalive set configured disabled timer seconds"),
    row("timed-out", "", "peer", "dead", 1, 0, beside="detected declared is"),
    row("timed-out", "", "timeouts", "consecutive repeated", 5, 0, beside="handshake connection network"),
    row("timed-out", "", "timeouts", "retry retrying retried", 5, 0, beside="on after udp tcp dns", unless="set config"),
    row("timed-out", "", "contact heard", "last", 1, 0, beside="ago"),
    row("refused", "tcp", "unreachable", "port", 1, 0, unless="icmp with reject"),
    row("closed", "", "disconnect", "server peer remote", 1, 0, beside="received got", weight=2),
    row("closed", "", "close", "by", 0, 1, beside="server peer remote client", unless="NO_CLIENT -client", weight=2),
    row("closed", "", "close closed", "message frame notification tunnel", 0, 2, beside="received got", unless="user", weight=2),
    row("closed", "", "inactivity", "dropping dropped closing closed disconnected disconnecting terminated", 8, 0, weight=2, unless="NO_CLIENT"),
    row("closed", "", "disconnected", "proxy relay", 1, 0, unless="NO_CLIENT", weight=2),
    row("closed", "", "interrupted", "LINE", 0, 1, weight=2),
    row("closed", "", "disconnected", "connection session tunnel", 4, 0, beside="been was", unless="NO_CLIENT", weight=2),
    row("rejected", "service", "methods method", "authentication auth", 1, 0, beside="exhausted"),
    row("rejected", "service", "auth", "failed fail unable", 2, 0, unless="script module key info"),
    row("rejected", "service", "rejected refused", "cookie ticket assertion passcode otp", 3, 0),
    row("rejected", "service", "expired notfound invalid", "key authkey", 2, 0, beside="auth node machine authkey", unless="public private host cache json"),
    row("rejected", "service", "authkey preauthkey", "invalid expired unknown", 1, 0),
    row("rejected", "service", "mismatch mismatched changed unknown verify verification match matches", "hostkey key", 4, 4, denied=True,
        beside="host hostkey server", unless="primary foreign json dictionary"),
    row("rejected", "service", "mismatch mismatched", "hostkey key", 1, 0, beside="host hostkey", unless="primary"),
    row("rejected", "", "rejecting refusing rejects refuses", "ANYONE", 2, 0, unless="start file files merge certificate we branch branches push promise write"),
    row("rejected", "", "rejected refused", "upload push publish registration enrollment subscription", 0, 3, unless="merge policy change file"),
    row("rejected", "", "returned", "webserver website backend registry", 3, 0, beside="error errors"),
    row("protocol-mismatch", "", "header headers", "BAD", 1, 0, beside="received from got", unless="file config missing"),
    row("protocol-mismatch", "", "packet packets", "BAD", 3, 0, unless="CERTIFICATES -tls length size loss handler"),
    row("protocol-mismatch", "", "response reply", "BAD", 1, 0, beside="negotiation", unless="code status"),
    row("protocol-mismatch", "", "sshv2 sshv1 ssh2 http2", "support supports speak speaks", 3, 0, denied=True, beside="server host peer remote"),
    row("protocol-mismatch", "", "identification", "server peer remote", 1, 1, denied=True, beside="BAD"),
    row("protocol-mismatch", "", "identification", "server peer remote", 1, 1, beside="BAD"),
    row("protocol-mismatch", "", "magic", "BAD", 1, 0, beside="connection server peer"),
    row("timed-out", "", "received", "no", 8, 0, beside="seconds sec minutes", unless="since boot"),
    row("timed-out", "", "responsive unresponsive", "vm guest daemon worker node agent server", 3, 0, denied=True),
    row("closed", "", "disconnected", "client", 1, 0, beside="api http tcp for identity from", unless="user", weight=2),
    row("closed", "", "broken", "LINE rpc", 1, 1, weight=2),
    row("closed", "", "closed", "LINE channel session", 0, 1, beside="read write tried attempt attempted writing reading", weight=2),
    row("rejected", "service", "denied", "permission", 1, 0, beside="user remote login", unless="file files folder directory socket local database sudo path"),
    row("timed-out", "", "slow", "server", 3, 0, beside="somewhat fetching"),
    row("resource-limit", "", "reached exceeded", "concurrent", 6, 0, beside="queries", unless="server"),
    row("rejected", "service", "secret", "invalid wrong bad incorrect", 1, 0, unless="key name kubernetes mount ref"),
    row("rejected", "service", "secret", "requires", 1, 0, beside="server"),
    row("unknown", "", "exited", "ssh autossh sshd", 1, 0, weight=0, beside="prematurely status error"),
    row("unknown", "", "lookup", "package packages npm docker", 0, 4, denied=True, weight=0, unless="table"),
    row("unknown", "", "data", "missing", 2, 0, beside="monitoring agent", weight=0, unless="column"),
    row("rejected", "service", "denied", "access", 3, 0, unless="is local file files folder directory registry disk folders path permission permissions user database sudo windows"),
    row("rejected", "", "rejecting", "agent runner client peer request requests", 0, 3, unless="promise pull"),
    row("rejected", "", "inuse taken", "subdomain tunnel", 4, 0),
    row("rejected", "service", "auth", "FAILS could couldn't cannot can't not", 2, 2, denied=True, beside="could couldn't cannot can't", unless="parse info read load"),
    row("rejected", "", "refused", "nameserver resolver", 3, 0),
    row("name-not-resolved", "name", "servfail", unless="caching cache count"),
    row("rejected", "", "rejected denied", "request requests", 1, 0, beside="by", unless="pull merge feature"),
    row("tls-failed", "tls", "expired revoked", "crl", 8, 0, unless="entries loaded file removed"),
    row("closed", "", "closed exited terminated", "unexpectedly prematurely abruptly", 0, 1, beside="agent events stream guest worker node plugin", weight=2),
    row("protocol-mismatch", "", "upgrade", "missing BAD no", 3, 0, beside="header response"),
    row("unknown", "", "accepting", "connection connections", 0, 1, denied=True, weight=0),
    row("unknown", "", "receive", "event events response message reply", 0, 4, denied=True, weight=0),
    row("unknown", "", "status", "BAD", 3, 0, beside="http response", weight=0, unless="line"),
    row("protocol-mismatch", "", "responded answered replied", "ANYONE", 4, 0, beside="broken unexpectedly malformed garbage"),
    row("tls-failed", "tls", "common", "CERTIFICATES", 2, 0, beside="BAD"),
    row("tls-failed", "tls", "CERTIFICATES", "present provide send sent", 3, 0, denied=True, beside="didn't did doesn't not"),
    row("unknown", "", "complete finish finished", "authentication login download upload transfer handshake", 4, 4, denied=True, weight=0),
    row("unknown", "", "mirrors mirror", "FAILS", 0, 2, weight=0),
    row("unknown", "", "clone cloning", "remote repository repo", 5, 3, denied=True, weight=0, unless="object"),
    row("unknown", "", "recv send recvfrom sendto", "failed", 0, 1, weight=0),
    row("unknown", "", "fetching downloading uploading contacting", "wrong", 3, 0, beside="went", weight=0),
    row("unknown", "", "issues issue problem problems", "networking network connectivity", 1, 0, weight=0, unless="no without open"),
    # what is not as it should be, or not there
    row("protocol-mismatch", "", "version", "unknown unsupported incompatible unexpected", 3, 0, beside="protocol server peer remote"),
    row("protocol-mismatch", "", "parse parsing", "http", 1, 2, denied=True, unless="request url uri json config file date"),
    row("protocol-mismatch", "", "version", "BAD", 2, 0, beside="server peer", unless="CERTIFICATES expected tag string"),
    row("protocol-mismatch", "", "expect expected", "server peer", 2, 0, denied=True, beside="sent received got", weight=3),
    row("protocol-mismatch", "", "mismatch", "protocol", 3, 0, unless="scheme url"),
    row("protocol-mismatch", "", "supported", "protocol", 4, 0, denied=True, beside="not isn't", unless="option http https ftp scheme url"),
    row("protocol-mismatch", "", "message messages packet packets frame type", "BAD unknown", 4, 0, unless="CERTIFICATES TLS code status",
        beside="backend server from received authentication"),
    row("protocol-mismatch", "", "frame packet", "unknown unexpected", 6, 0, beside="response reply"),
    row("protocol-mismatch", "", "response reply", "unknown", 3, 0, beside="frame", unless="request code status"),
    row("protocol-mismatch", "", "decoding decode", "response reply answer packet frame", 3, 3, denied=True, unless="json config file"),
    row("unknown", "", "failed", "remote server host url @place endpoint", 5, 0, beside="has have", weight=0, unless="over"),
    row("unknown", "", "find", "master leader primary node nodes broker brokers coordinator sentinel", 0, 3, denied=True, weight=0,
        unless="id key tree type branch"),
    # what chat, mail and telephones say
    row("name-not-resolved", "name", "notfound", "address", 3, 0,
        unless="email mail memory mac wallet book contact table database list page instruction symbol"),
    row("name-not-resolved", "name", "refused servfail formerr notimp", "dns", 2, 0),
    row("timed-out", "", "time", "required allotted allowed given", 1, 0, denied=True, beside="in within"),
    row("timed-out", "", "hit hits", "timeout", 0, 2, beside="timeout"),
    row("timed-out", "", "disconnecting", "lag", 6, 0, beside="lag"),
    row("timed-out", "", "expired", "timer", 2, 0, beside="transaction invite"),
    row("closed", "", "disconnection disconnect disconnected", "abrupt abruptly", 2, 2, weight=2),
    row("closed", "", "closed", "TLS", 1, 0, weight=2),
    row("closed", "", "closed", "server peer", 2, 0, beside="has is", unless="NO_CLIENT issue bug ticket successfully", weight=2),
    row("closed", "", "lost", "server broker", 2, 0, beside="is was", unless="data packet packets message messages update", weight=2),
    row("rejected", "service", "accepted", "token tokens credentials password login username", 5, 0, denied=True, beside="not isn't wasn't",
        unless="terms license"),
    row("proxy", "proxy", "socks", "support supported", 0, 4, beside="doesn't not"),
    row("unknown", "", "notfound", "form", 1, 0, beside="login authentication", weight=0),
    row("proxy", "proxy", "proxy", "establish setup connect connection traversal", 4, 3, denied=True, beside="setup establish traversal through via over"),
    row("rejected", "service", "support supports", "auth authentication login sasl", 0, 4, denied=True, beside="server smtp imap peer host"),
    row("rejected", "service", "supported", "sasl login authentication auth", 3, 0, denied=True, beside="not isn't", unless="plugin option"),
    row("rejected", "service", "authentication auth", "find use agree negotiate", 4, 0, denied=True, beside="method mechanism methods mechanisms secure"),
    row("rejected", "", "allowed", "origin address ip anonymous cert certificate", 5, 0, denied=True, beside="not isn't",
        unless="field character characters email mail option parameter name names empty duplicate"),
    row("rejected", "", "inuse", "nick nickname nicknames callsign", 4, 0),
    row("rejected", "service", "intents", "gateway disallowed privileged", 3, 0, beside="invalid disallowed", unless="NOT"),
    row("rejected", "", "rejected declined", "invitation invite registration register", 5, 0, beside="session call sip unregister status code"),
    row("rejected", "", "rejection", "handshake connection", 1, 0),
    row("protocol-mismatch", "", "mismatch", "accept", 1, 0, beside="websocket"),
))  # fmt: skip
STATUSES = frozenset(
    str(status) for status in (*range(400, 426), 428, 429, 431, 451, *range(500, 512), *range(520, 531))
)
"Those of RFC 9110 and of the registries beside it, and Cloudflare's; 426 is said by more FTP servers than HTTP servers."
ANSWERED = of(
    "status code http https error errors returned returns responded response got received failed failure reply replied answered said "
    "unexpected bad request url api server statuscode authorization authentication"
)
"Beside one of these a number is a status."
FAILS = of("FAILS")
NO_STATUS = of("exit exited line lines row rows port pid ms bytes seconds sec took column version v items files")
"And beside these it is none."
ELSE = of("OTHERWISE -expected -test -successfully logged raised then regex failregex")
"In a sentence with one of these it is about something else."
OF_A_FORM = of(
    "rule rules schema characters character format policy strength template compile counter prevents documented"
)
"A no beside one of these is about what a password must look like, or about a program's own text."
_NO_MESSAGE = pattern(r"HTTP/[\d.]{1,3}\" \d{3} |\bself\.\w|[a-z_-]\d?:[\w.-]{1,80}:\d{1,4}\.|\(error code: \d{5}\)")
"A log of requests, source, the name of an artifact, and what an API says of the thing that was asked for."

AWAITED = of("grpc TLS udp ANYONE LINE SPAN DIAL REQUEST data wait message getting header ready is getting fetchinfo")
"What a timeout may befall that nothing else is said of."
NAMED_AT = of("RESOLVERS")
SETTING = of("SETTING")
MEANWHILE = of(
    "reconnecting retrying talking sending receiving requesting downloading uploading subscribing fetching"
)
"What a program does while it times out, or then."
NOT_YET = of("NO_TIMEOUT SETTING -is SUPPOSES the a no invalid requested notification adjust on with for")
"Behind one of these it is a number of seconds."
ENDS = ("", ",", "!", ".", ";", ")")
"Behind the last word of a sentence."
SHORT = 6
"Words of a line that is nothing but a status and its reason."
_CLOSED = pattern(
    r"(?i)\b(?:code|status)\W{0,3}(1006|1011|1012|1013)\b|\b(?:disconnected|closed)\b.{0,30}\bcode\W{0,3}(100[0-9]|101[0145])\b"
)
"""Codes with which a WebSocket ends (RFC 6455, section 7.4.1) that are no port's number nor a year; beside a word for its end,
all of them."""
_REPLY = pattern(r"\b[45]\d\d[ -][45]\.\d{1,3}\.\d{1,3} ")
"What a mail server answers (RFC 3463)."


def loosely(line: str) -> Reading | None:
    """What the line says, taken as one that is about a connection."""
    if is_in_order(line) or _NO_MESSAGE.search(line):
        return None
    said = words(line)
    return (
        _numbered(line)
        or mailer_said(line)
        or _answered(line, said)
        or reason_phrase(line)
        or _said(line, said)
        or _late(line, said)
    )


def _numbered(line: str) -> Reading | None:
    closed, reply = _CLOSED.search(line), _REPLY.search(line)
    if closed is not None:
        code = int(closed[1] or closed[2])
        return Reading(kind="closed", worth=WORDS, step="websocket", code={"close_code": code}, at=closed.start())
    return None if reply is None else Reading(kind="rejected", worth=WORDS, step="service", at=reply.start())


def _said(line: str, said: Sequence[Word]) -> Reading | None:
    for one in complaints(line, ROWS):
        around = _around(said, one.at)
        if ELSE.isdisjoint(around) and (one.kind != "rejected" or OF_A_FORM.isdisjoint(around)):
            return Reading(
                kind=one.kind,
                worth=OPAQUE if one.kind == "unknown" else WORDS,
                step=one.step,
                open=NO_REASON if one.kind == "unknown" else None,
                at=one.at,
            )
    return None


def _late(line: str, said: Sequence[Word]) -> Reading | None:
    """A timeout that ends a sentence behind what it befell (``wait for the peer's hello timeout``), or begins one."""
    bare = texts(said)
    for at, (word, start, end) in enumerate(said):
        if word != "timeout" or line[start - 1 : start] == "_":
            continue
        before, after = bare[max(0, at - 6) : at], bare[at + 1 : at + 3]
        ends = line[end : end + 1] in ENDS or (line[end : end + 2] == " (" and SETTING.isdisjoint(after))
        if ends and not NAMED_AT.isdisjoint(before) and NOT_YET.isdisjoint(before):
            return Reading(kind="name-not-resolved", worth=WORDS, step="name", at=start)
        if ends and not AWAITED.isdisjoint(before) and NOT_YET.isdisjoint(before):
            return Reading(kind="timed-out", worth=WORDS, at=start)
        if at <= 1 and (URL in after or not MEANWHILE.isdisjoint(after[:1])):
            return Reading(kind="timed-out", worth=WORDS, at=start)
    return None


def _around(said: Sequence[Word], at: int) -> list[str]:
    """The words of the sentence in which the word at this place of the line is."""
    return next(texts(sentence) for sentence in sentences(said) if any(start == at for _, start, _ in sentence))


def _answered(line: str, said: Sequence[Word]) -> Reading | None:
    """The status that stands beside a word for an answer, or begins a short line (``404 page not found``)."""
    bare = texts(said)
    for at, (word, start, end) in enumerate(said):
        near = {*bare[max(0, at - 4) : at], *bare[at + 1 : at + 4]}
        is_all = start == 0 and 1 < len(said) <= SHORT
        is_why = line[:start].endswith(": ") and not line[end:].strip(" .") and not FAILS.isdisjoint(bare)
        if (
            word not in STATUSES
            or not (is_all or is_why or not ANSWERED.isdisjoint(near))
            or not NO_STATUS.isdisjoint({*bare[max(0, at - 4) : at], *bare[at + 1 : at + 2]})
        ):
            continue
        meant = of_request(int(word))
        glued = line[start - 1 : start].isalpha() and not line[:start].endswith(
            ("HTTP", "http", "response", "status", "code", "error")
        )
        if meant is not None and not glued and line[end : end + 1] != "]":
            return Reading(kind=meant[0], worth=WORDS, step=meant[1], code={"http_status": int(word)}, at=start)
    return None
