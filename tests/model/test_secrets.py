"""Nothing secret leaves."""

from __future__ import annotations

import pytest

from nocarrier.model.secrets import without_secret_arguments, without_secrets, without_userinfo


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("redis://app:hunter2@cache:6379", "redis://app:***@cache:6379"),
        ("redis://:hunter2@cache:6379", "redis://:***@cache:6379"),
        ("redis-server --requirepass hunter2 --port 1", "redis-server --requirepass *** --port 1"),
        ("app --password=hunter2 -v", "app --password=*** -v"),
        ("PGPASSWORD=hunter2 psql", "PGPASSWORD=*** psql"),
        ('{"api_key": "hunter2", "port": 1}', '{"api_key": "***", "port": 1}'),
        ("Authorization: Bearer hunter2", "Authorization: Bearer ***"),
        ("Cookie: sid=hunter2; lang=de", "Cookie: ***"),
        ("https://bob:p@ss@shop.example/", "https://bob:***@shop.example/"),
        ("https://ghp_0123456789abcdefABCDEF@git.example/", "https://***@git.example/"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc_-", "***"),
        ("requirepass hunter2", "requirepass ***"),
        ("MYSQL_PWD=hunter2 mysql", "MYSQL_PWD=*** mysql"),
        ("mysql -u root -phunter2 db", "mysql -u root -p*** db"),
        ("redis-cli -h cache -a hunter2 ping", "redis-cli -h cache -a *** ping"),
        ("sshpass -p hunter2 ssh db1", "sshpass -p *** ssh db1"),
        ("curl -s -u bob:hunter2 http://x", "curl -s -u bob:*** http://x"),
        ("https://h/?q=1&pass=hunter2#top", "https://h/?q=1&pass=***#top"),
        ("https://shop.example/?token=hunter2&x=1", "https://shop.example/?token=***&x=1"),
    ],
)
def test_secrets_are_hidden(text: str, clean: str) -> None:
    assert without_secrets(text) == clean


@pytest.mark.parametrize(
    "text",
    [
        "ssh://root@db1:22",
        "the password is wrong",
        "keyspace 1 on 6379",
        "key-value store",
        "mysql -u root -p",
        "until a password is set (requirepass), for",
        "https://root@db1/",
        "mysqld --port 3306 -P 1",
        "cp -p a b",
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert without_secrets(text) == text


def test_a_secret_behind_its_option_is_hidden() -> None:
    arguments = ["redis-server", "--requirepass", "hunter2", "--port", "6379"]
    assert without_secret_arguments(arguments) == ["redis-server", "--requirepass", "***", "--port", "6379"]


@pytest.mark.parametrize(
    ("arguments", "clean"),
    [
        (["mysql", "-u", "root", "-phunter2", "db"], ["mysql", "-u", "root", "***", "db"]),
        (["/usr/bin/redis-cli", "-a", "hunter2", "ping"], ["/usr/bin/redis-cli", "-a", "***", "ping"]),
        (["app", "--password", "--verbose"], ["app", "--password", "--verbose"]),
        (["app", "--password=hunter2", "serve"], ["app", "--password=***", "serve"]),
        (["a", "a", "b"], ["a", "a", "b"]),
        ([], []),
    ],
)
def test_what_programs_take_as_a_secret_is_hidden(arguments: list[str], clean: list[str]) -> None:
    assert without_secret_arguments(arguments) == clean


@pytest.mark.parametrize(
    "piece", ["pass", "mysql ", "a@", "eyJa.", "a://b:", "redis-cli -a", "password=", "key-", "curl -u a:"]
)
def test_hostile_text_does_not_hold_it_up(piece: str) -> None:
    from time import monotonic

    started = monotonic()
    without_secrets(piece * (65536 // len(piece)))
    assert monotonic() - started < 10.0


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("connect admin:pw777@db.example:27017", "connect admin:***@db.example:27017"),
        ("mailto:bob@shop.example git@github.com:owner/app", "mailto:bob@shop.example git@github.com:owner/app"),
        ("https://hooks.slack.com/services/T0/B0/Xy", "https://hooks.slack.com/services/***"),
        ("https://discord.com/api/webhooks/123456789/Ab-c", "https://discord.com/api/webhooks/123456789/***"),
        (f"https://api.telegram.org/bot123456:{'a' * 30}/x", "https://api.telegram.org/bot123456:***/x"),
        (
            "https://b.example/k?X-Amz-Credential=AKIA&X-Amz-Signature=00",
            "https://b.example/k?X-Amz-Credential=***&X-Amz-Signature=***",
        ),
        ("wss://h.example/socket.io/?sid=abc&EIO=4", "wss://h.example/socket.io/?sid=***&EIO=4"),
        (
            '{"authorization":"Bearer abc","cookie":"sid=zzz","n":1}',
            '{"authorization":"Bearer ***","cookie":"***","n":1}',
        ),
        (
            "Access denied for user 'root'@'localhost' (using password: YES)",
            "Access denied for user 'root'@'localhost' (using password: YES)",
        ),
    ],
)
def test_what_messages_hold(text: str, clean: str) -> None:
    assert without_secrets(text) == clean


@pytest.mark.parametrize(
    ("place", "bare"),
    [
        ("postgresql://u:pw@db.example/app", "postgresql://db.example/app"),
        ("redis://:p@ss@cache:6379", "redis://cache:6379"),
        ("ss@db.example", "@db.example"),
        ("@10.0.0.9", "@10.0.0.9"),
        ("db.example", "db.example"),
    ],
)
def test_a_place_is_named_without_who_logs_in(place: str, bare: str) -> None:
    assert without_userinfo(place) == bare


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("token ghp_qNz1N528EzMosrmAp53LjlQAOQibvQVS7Sy1 connection refused", "token ghp_*** connection refused"),
        ("DB_PASS=hunter2 connection refused", "DB_PASS=*** connection refused"),
        ('DB_PASS: "hunter2"', 'DB_PASS: "***"'),
        (
            "mosquitto_pub -h m -u a -P hunter2 -t x: Error: Connection refused",
            "mosquitto_pub -h m -u a -P *** -t x: Error: Connection refused",
        ),
        ("redis AUTH hunter2 connection refused 10.0.0.1:6379", "redis AUTH *** connection refused 10.0.0.1:6379"),
        ("127.0.0.1:6379> AUTH default hunter2", "127.0.0.1:6379> AUTH ***"),
        ("AUTH PLAIN AGJvYgBodW50ZXIy : Connection reset by peer", "AUTH PLAIN *** : Connection reset by peer"),
        (
            "ftp: PASS hunter2 - 421 Timeout. Connection timed out",
            "ftp: PASS *** - 421 Timeout. Connection timed out",
        ),
        (
            "LOGIN bob hunter2: imaplib abort: socket error: EOF connection reset by peer",
            "LOGIN bob ***: imaplib abort: socket error: EOF connection reset by peer",
        ),
        (
            'Authorization: Digest username="bob", realm="x", response="HASH" connection refused',
            "Authorization: Digest ***",
        ),
        (
            "Sec-WebSocket-Protocol: token, S3CRET ; connect ECONNREFUSED 10.0.0.1:80",
            "Sec-WebSocket-Protocol: token, *** ; connect ECONNREFUSED 10.0.0.1:80",
        ),
        (
            "aws key AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY connection refused",
            "aws key AKIA***  connection refused",
        ),
        (
            "python3 l.py --pass ARGS06 --pw=ARGS07 -e DB_PASS=ARGS09 -u alice:ARGS04 --passin pass:ARGS16 ghp_ARGS12klmnopqrstuvwxyz0123456789AB https://ARGS26@h/ --access-key AKIAARGS28 --sas sig=ARGS29 --cookie ARGS32",
            "python3 l.py --pass *** --pw=*** -e DB_PASS=*** -u alice:*** --passin pass:*** ghp_*** https://ARGS26@h/ --access-key *** --sas sig=*** --cookie ***",
        ),
        (
            "curl -H 'Authorization: Bearer ARGS10' -H 'X-Api-Key: foo' x",
            "curl -H 'Authorization: Bearer ***' -H 'X-Api-Key: ***' x",
        ),
        ("Authorization: abc123", "Authorization: ***"),
        ("Authorization: Foo abcdefghijklmnopqrst", "Authorization: ***"),
        ("X-Amz-Security-Token: BODYH2", "X-Amz-Security-Token: ***"),
        ("X-Auth: BODYH5", "X-Auth: ***"),
        ("-----BEGIN RSA PRIVATE KEY-----MIIBBODY", "-----BEGIN RSA PRIVATE KEY-----***"),
        (
            "glpat-abcdefghijklmnopqrst xoxb-123456789012-abcdefghij sk_live_abcdefghijklmnop123",
            "glpat-*** xoxb-*** sk_live_***",
        ),
        ("APP_KEY=base64:abcdef", "APP_KEY=***"),
        ("<tr><td>DB_PASSWORD</td><td><pre>BODYS07</pre></td>", "<tr><td>DB_PASSWORD</td><td><pre>***</pre></td>"),
        ("<dt>password</dt><dd>hunter2</dd>", "<dt>password</dt><dd>***</dd>"),
        (
            '<input type="hidden" name="csrf_token" value="BODY">',
            '<input type="hidden" name="csrf_token" value="***">',
        ),
        ("PDO->__construct('mysql:host=x','alice','BODYS09')", "PDO->__construct('mysql:host=x','alice','***')"),
        ("220 welcome alice, your token is BODYS30", "220 welcome alice, your token is ***"),
        ("NOTICE AUTH :*** password BODYS32", "NOTICE AUTH :*** password ***"),
        (
            "ws://127.0.0.1:21005/chat?ticket=S1&SAMLResponse=S2&jwt=S3&otp=S6&pin=S7&accesskey=S12&hmac=S15&PHPSESSID=S19&subscription-key=S21&bearer=S28&csrf=S29&assertion=S30&pw=S33",
            "ws://127.0.0.1:21005/chat?ticket=***&SAMLResponse=***&jwt=***&otp=***&pin=***&accesskey=***&hmac=***&PHPSESSID=***&subscription-key=***&bearer=***&csrf=***&assertion=***&pw=***",
        ),
        ("http://x-token-auth:@127.0.0.1:1/", "http://x-token-auth:***@127.0.0.1:1/"),
        ("x-auth-token: foo", "x-auth-token: ***"),
        ("docker login -u a -p hunter2", "docker login -u a -p ***"),
        ("ldapsearch -x -w hunter2", "ldapsearch -x -w ***"),
        ("smbclient //h/s -U bob%hunter2", "smbclient //h/s -U bob%***"),
        ("curl --proxy-user bob:hunter2 http://x", "curl --proxy-user bob:*** http://x"),
        ("rabbitmqadmin -u a -p hunter2 list", "rabbitmqadmin -u a -p *** list"),
        ("sqlplus scott/hunter2@db", "sqlplus scott/***@db"),
        ("snmpwalk -v2c -c hunter2 h", "snmpwalk -v2c -c *** h"),
        ("machine x login a password hunter2", "machine x login a password ***"),
        ("pass=hunter2", "pass=***"),
        ("SMTP_PASS=hunter2", "SMTP_PASS=***"),
        ("POSTGRES_PASS: hunter2", "POSTGRES_PASS: ***"),
        ('{"db_pass":"hunter2"}', '{"db_pass":"***"}'),
        ("passcode:hunter2", "passcode:***"),
        ('with password "hunter2"', 'with password "***"'),
        ("auth=('bob', 'hunter2')", "auth=('bob', '***')"),
        ("HTTPBasicAuth('bob','hunter2')", "HTTPBasicAuth('bob','***')"),
        ("Bearer hunter2hunter2hunter2", "Bearer ***"),
        (
            '{"log":"{\\"password\\":\\"hunter2\\",\\"err\\":\\"connect ECONNREFUSED 10.0.0.1:80\\"}"}',
            '{"log":"{\\"password\\":\\"***\\",\\"err\\":\\"connect ECONNREFUSED 10.0.0.1:80\\"}"}',
        ),
        (
            '{"log":"{\\"authorization\\":\\"Bearer hunter2hunter2\\",\\"err\\":\\"connect ECONNREFUSED 10.0.0.1:80\\"}"}',
            '{"log":"{\\"authorization\\":\\"Bearer ***\\",\\"err\\":\\"connect ECONNREFUSED 10.0.0.1:80\\"}"}',
        ),
        ('{"a":"{\\"api_key\\":\\"hunter2\\"}"}', '{"a":"{\\"api_key\\":\\"***\\"}"}'),
        (
            "{&quot;password&quot;:&quot;hunter2&quot;} connect ECONNREFUSED 10.0.0.1:80",
            "{&quot;password&quot;:&quot;***&quot;} connect ECONNREFUSED 10.0.0.1:80",
        ),
        ("url=https://h/?next=https%3A%2F%2Fu%3Ahunter2%40x%2F", "url=https://h/?next=https%3A%2F%2Fu%3A***%40x%2F"),
        (
            "authorization=[Bearer hunter2hunter2] connect ECONNREFUSED 10.0.0.1:80",
            "authorization=[Bearer ***] connect ECONNREFUSED 10.0.0.1:80",
        ),
        ("postgresql://u:S3C@RET@db:5432/x connection refused", "postgresql://u:***@db:5432/x connection refused"),
        ("mysql://u:a/b@db:3306/x connection refused", "mysql://u:***@db:3306/x connection refused"),
        ("redis://:p@ss@w0rd@r:6379", "redis://:***@r:6379"),
    ],
)
def test_a_stranger_found_no_way_round(text: str, clean: str) -> None:
    assert without_secrets(text) == clean


@pytest.mark.parametrize(
    "text",
    [
        "--- PASS: TestDial (0.00s)",
        "PASS src/app.test.js",
        'password authentication failed for user "bob"',
        "FATAL: password authentication failed",
        "docker run -u 1000:1000 -p 80:80 nginx",
        "ERR AUTH <password> called without any password configured",
        "keepalive=10 bypass=1 compass: x",
        "otpion=1 passive=5 pwd",
        "--pass-through yes",
        "passenger: 5",
        "proxy_pass http://127.0.0.1:3000;",
        "fastcgi_pass=unix:/run/php.sock",
        "key=value",
        "LOGIN FAILED for bob",
        "Key exchange: none",
        "ssl_certificate_key /etc/ssl/key.pem;",
        "primary_key: id",
        "Unexpected token < in JSON at position 0",
        "SyntaxError: Unexpected token o in JSON at position 1",
        "csrf: token missing",
        "http://host:8080/path/user@example.com",
        "http://host:8080/path?u=user@example.com",
        "git clone https://github.com/a/b: fatal: user@example.com not found",
        "ws://h:80 failed, contact bob@example.com",
        "authorization failed",
        "npm_config_registry_something_long=x",
        "Asia/Shanghai",
    ],
)
def test_words_of_messages_stay(text: str) -> None:
    assert without_secrets(text) == text


@pytest.mark.parametrize(
    "text", ["PASSWORD=$DB_PASS psql", 'app --password "$argument4" -v', "TOKEN=${CI_JOB_TOKEN}"]
)
def test_a_shells_variable_is_a_name_and_no_value(text: str) -> None:
    assert without_secrets(text) == text
