"""Clients and members of Java's clusters: Akka, Flink, Hadoop, ZooKeeper, Cassandra, Elasticsearch, HBase, Eureka, Jenkins, gRPC; Redis, MQTT and MySQL from Java."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.readings.messages.phrases import NOT_TOLD, Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, Reading

STEMS = ("has failed, address is now gated", "nonodeavailable")

AKKA, FLINK, ELASTIC, ZOOKEEPER, CASSANDRA, JENKINS, GRPC = (
    "akka",
    "flink",
    "elasticsearch",
    "zookeeper",
    "cassandra",
    "jenkins",
    "grpc",
)
SAID = (
    Phrase("message not fully read (re", "protocol-mismatch", "service", "elasticsearch", worth=MEANT),
    Phrase("[code=remote_disconnect]", "closed", "service", "artemis", worth=MEANT),
    Phrase("pulsar service is not ready", "rejected", "service", "pulsar", worth=MEANT),
    Phrase("all masters are unresponsive", "unknown", "", "spark", worth=OPAQUE, open=NOT_TOLD),
    Phrase("requests outstanding when connection from", "closed", "", "spark", worth=MEANT),
    Phrase("closing socket connection and attempting reconnect", "unknown", "tcp", "zookeeper", worth=OPAQUE, open=NOT_TOLD),
    Phrase("fetch registry error at startup", "unknown", "", "eureka", worth=OPAQUE, open=NOT_TOLD),
    Phrase("connection pool reached max wait queue size", "resource-limit", "", "vertx", worth=MEANT),
    Phrase("exception: request timeout to ", "timed-out", "http", "async-http-client", worth=MEANT),
    Phrase("exception: read timeout to ", "timed-out", "http", "async-http-client", worth=MEANT),
    Phrase("pending acquire queue has reached its maximum size", "resource-limit", "", "reactor-netty", worth=MEANT),
    Phrase("failed to verify server accept header", "protocol-mismatch", "websocket", "ktor", worth=MEANT),
    Phrase("poolinitializationexception", "unknown", "tcp", "hikari", worth=OPAQUE, open=NOT_TOLD),
    Phrase("could not initialize cluster slots cache", "unknown", "tcp", "jedis", worth=OPAQUE, open=NOT_TOLD),
    Phrase("can connect to sentinel, but ", "unknown", "service", "jedis", worth=OPAQUE, open=NOT_TOLD),
    Phrase("cannot obtain initial redis cluster topology", "unknown", "tcp", "lettuce", worth=OPAQUE, open=NOT_TOLD),
    Phrase("cannot determine a node to read", "unknown", "", "lettuce", worth=OPAQUE, open=NOT_TOLD),
    # Dubbo, Nacos, ZooKeeper
    Phrase("invoke remote method timeout", "timed-out", "service", "dubbo", worth=MEANT),
    Phrase("waiting server-side response timeout", "timed-out", "service", "dubbo", worth=MEANT),
    Phrase("message can not send, because channel is closed", "closed", "service", "dubbo", worth=MEANT),
    Phrase("please check registry access list", "rejected", "service", "dubbo", worth=MEANT),
    Phrase("thread pool is exhausted! thread name", "resource-limit", "service", "dubbo", worth=MEANT),
    Phrase("client unhealthy, may closed by server", "closed", "service", "nacos", worth=MEANT),
    Phrase("did not find the leader node", "rejected", "service", "nacos", worth=MEANT),
    Phrase("failed to req api:", "unknown", "", "nacos", worth=OPAQUE, open=NOT_TOLD),
    Phrase("cannot open channel to ", "unknown", "tcp", "zookeeper", worth=OPAQUE, open=NOT_TOLD),
    Phrase("zookeeper instance is not currently serving requests", "rejected", "service", "zookeeper", worth=MEANT),

    Phrase("reason: [disassociated]", "closed", "", AKKA, worth=MEANT),
    Phrase("reason is: [disassociated]", "closed", "", AKKA, worth=MEANT),
    Phrase("client disassociated", "closed", "", "spark", worth=MEANT),
    Phrase("remote system explicitly disassociated", "closed", "", AKKA, worth=MEANT),
    Phrase("remote system has quarantined this system", "rejected", "service", AKKA, worth=MEANT),
    Phrase("address is now gated", "unknown", "tcp", AKKA, worth=OPAQUE, open=NOT_TOLD),
    Phrase("could not connect to rpc endpoint under address", "unknown", "", FLINK, open=NOT_TOLD),
    Phrase("could not register at the resourcemanager within", "timed-out", "service", FLINK, worth=MEANT),
    Phrase("retrying connect to server: ", "unknown", "tcp", "hadoop", {"hadoop": "retrying"}, OPAQUE, NOT_TOLD),
    Phrase("none of the configured nodes", "unknown", "tcp", ELASTIC, worth=OPAQUE, open=NOT_TOLD),
    Phrase("masternotdiscoveredexception", "unknown", "", ELASTIC, worth=OPAQUE, open=NOT_TOLD),
    Phrase("master not discovered", "unknown", "", ELASTIC, worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed to construct kafka ", "unknown", "", "kafka", worth=OPAQUE, open=NOT_TOLD),
    Phrase("does not have available server for client", "unknown", "", "ribbon", worth=OPAQUE, open=NOT_TOLD),
    Phrase("no instances available for ", "unknown", "", "spring", worth=OPAQUE, open=NOT_TOLD),
    Phrase("no servers available for service", "unknown", "", "spring", worth=OPAQUE, open=NOT_TOLD),
    Phrase("no cluster nodes available", "unknown", "tcp", ELASTIC, worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed to get local cluster state for", "unknown", "", ELASTIC, worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed to get node info for", "unknown", "", ELASTIC, worth=OPAQUE, open=NOT_TOLD),
    Phrase("listener timeout after waiting for", "timed-out", "http", ELASTIC, worth=MEANT),
    Phrase("have not heard from server in", "timed-out", "service", ZOOKEEPER, worth=MEANT),
    Phrase("keepererrorcode = connectionloss", "unknown", "", ZOOKEEPER, worth=OPAQUE, open=NOT_TOLD),
    Phrase("keepererrorcode = session expired", "timed-out", "service", ZOOKEEPER, worth=MEANT),
    Phrase("lost it's session with zookeeper", "closed", "", ZOOKEEPER),
    Phrase("retriesexhaustedexception: can't get the location", "unknown", "", "hbase", worth=OPAQUE, open=NOT_TOLD),
    Phrase("keepererrorcode = authfailed", "rejected", "service", ZOOKEEPER, worth=MEANT),
    Phrase("unable to connect to zookeeper server within timeout", "timed-out", "", ZOOKEEPER, worth=MEANT),
    Phrase("timed out waiting for client connection in state: connecting", "timed-out", "", ZOOKEEPER, worth=MEANT),
    Phrase("could not reach any contact point", "unknown", "tcp", CASSANDRA, worth=OPAQUE, open=NOT_TOLD),
    Phrase("host(s) tried for query failed", "unknown", "tcp", CASSANDRA, worth=OPAQUE, open=NOT_TOLD),
    Phrase("authenticationexception: authentication error on", "rejected", "service", CASSANDRA, worth=MEANT),
    Phrase("operationtimedout", "timed-out", "service", CASSANDRA, worth=MEANT),
    Phrase("description=transport closed for unknown reason", "closed", "", GRPC, worth=MEANT),
    Phrase("unknown: channel closed", "closed", "", GRPC, worth=MEANT),
    Phrase("ioexception: protocol_error ", "protocol-mismatch", "http", GRPC, worth=MEANT),
    Phrase("ioexception: frame_size_error", "protocol-mismatch", "http", GRPC, worth=MEANT),
    Phrase("rediscommandtimeoutexception: command timed out", "timed-out", "service", "lettuce", worth=MEANT),
    Phrase("assuming connection is dead; please adjust", "timed-out", "hold", "spark", worth=MEANT),
    Phrase("a socket error occurred", "unknown", "", "rabbitmq", worth=OPAQUE, open=NOT_TOLD),
    Phrase("could not get a resource from the pool", "unknown", "", "jedis", worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed to create socket.", "unknown", "tcp", "jedis", worth=OPAQUE, open=NOT_TOLD),
    Phrase("failed connecting to ", "unknown", "tcp", "", worth=OPAQUE, open=NOT_TOLD),
    Phrase("request execution error. endpoint=", "unknown", "", "eureka", worth=OPAQUE, open=NOT_TOLD),
    Phrase("cannot execute request on any known server", "unknown", "", "eureka", worth=OPAQUE, open=NOT_TOLD),
    Phrase("did not receive x-remoting-capability header", "protocol-mismatch", "websocket", JENKINS, worth=MEANT),
    Phrase("server didn't accept the handshake: http/", "protocol-mismatch", "service", JENKINS, worth=MEANT),
    Phrase("is not reachable", "unknown", "tcp", "", worth=OPAQUE, open=NOT_TOLD),
    Phrase("unable to connect to server (32103)", "unknown", "tcp", "paho", worth=OPAQUE, open=NOT_TOLD),
    Phrase("connection lost (32109)", "closed", "", "paho", worth=MEANT),
    Phrase("timed out waiting for a response from the server (32000)", "timed-out", "service", "paho", worth=MEANT),
    Phrase("client is not connected (32104)", "closed", "", "paho"),
    Phrase("the last packet successfully received from the server was", "unknown", "service", "mysql", worth=OPAQUE, open=NOT_TOLD),
    Phrase("is longer than the server configured value of 'wait_timeout'", "closed", "service", "mysql", worth=MEANT),
)  # fmt: skip


def read(line: str) -> Iterator[Reading]:
    """The sentences."""
    yield from phrases(SAID, line)
