"""Japanese: how programs that are translated say that a connection failed."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.reading import Reading
from nocarrier.readings.messages.tongues import compiled, told

STEMS = (
    "接続", "タイムアウト", "タイム アウト", "証明書", "認証", "パスワード", "リモート サーバー", "リモートサーバー", "リモート名", "ホスト", "ネットワーク", "サーバー", "名前解決", "アクセスできません",
)  # fmt: skip

SAYS = compiled((
    ("refused", r"接続[^。、]{0,12}拒否|拒否[^。]{0,20}接続"),
    ("timed-out", r"(?:接続|通信|操作|要求|リクエスト|サーバー|応答|処理|読み取り)[^。]{0,16}タイム ?アウト|タイムアウト(?:の有効)?(?:期間|期限)[^。]{0,6}(?:経過|切れ|過ぎ)|タイムアウト(?:しました|になりました|エラー|に達し|が発生)|応答に時間がかかり|正しく応答しなかった"),
    ("name-not-resolved", r"(?:名前|ホスト|アドレス|ドメイン)[^。]{0,20}(?:解決(?:できません|に失敗)|不明|見つかりません)|リモート名を解決|名前解決[^。]{0,10}(?:失敗|でき)|ip アドレスが見つかりませんでした"),
    ("reset", r"接続[^。]{0,12}リセット|強制的に切断"),
    ("closed", r"接続[^。]{0,16}(?:切断|閉じられ|終了|クローズ|切れ|中断|失われ)"),
    ("unreachable", r"(?:ネットワーク|ホスト)[^。]{0,10}(?:到達でき|に到達|未接続)|ネットワーク パスが見つかりません|インターネットに接続されていません"),
    ("tls-failed", r"証明書[^。]{0,30}(?:無効|期限|信頼|エラー|失敗|検証)|セキュリティで保護されているチャネル|この接続ではプライバシー"),
    ("rejected", r"(?:パスワード|ユーザー名|認証|ログイン|ログオン)[^。]{0,20}(?:失敗|正しくありません|間違|エラー|拒否|無効)|リモート サーバーがエラーを返しました"),
    ("address-in-use", r"(?:アドレス|ポート)[^。]{0,14}(?:既に使用|使用中|使用されています)"),
    ("unknown", r"接続(?:できません|出来ません|に失敗|エラー|が確立|を確立できません|を開けません)|接続することができません|アクセスできません|ネットワークエラー|通信エラー"),
))  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """What of it stands in the line."""
    return told(SAYS, line)
