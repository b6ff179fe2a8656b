"""Containers and clusters: docker and its registries, podman, containerd, kubectl and the kubelet's probes, Helm, Terraform,
the runners of GitLab, GitHub and Jenkins."""

from __future__ import annotations

from collections.abc import Iterator

from nocarrier.model.pattern import pattern
from nocarrier.model.prose import say
from nocarrier.readings.messages.phrases import Phrase, phrases
from nocarrier.readings.messages.reading import MEANT, OPAQUE, SENTENCE, Reading

STEMS = (
    "error from server (",
    "probe failed: ",
    "checking for jobs... ",
    "registering runner... ",
    "unauthorized: ",
    "denied: ",
)

DOCKER, PODMAN, KUBECTL, KUBELET, RUNNER, GITHUB, JENKINS, LIBVIRT = (
    "docker",
    "podman",
    "kubectl",
    "kubelet",
    "gitlab-runner",
    "github",
    "jenkins",
    "libvirt",
)

OFFLINE = say("Which of the machine's interfaces did not come up in time, and why, the lines before it may say.")
SAID = (
    # docker, podman, registries
    Phrase("pipe/docker_engine: the system cannot find the file", "refused", "tcp", DOCKER, {"errno": "ENOENT"}, MEANT),
    Phrase("pipe/dockerdesktoplinuxengine: the system cannot find the file", "refused", "tcp", DOCKER, {"errno": "ENOENT"}, MEANT),
    Phrase("'connection aborted.', permissionerror(13", "permission-denied", "tcp", "", {"errno": "EACCES"}, MEANT),
    Phrase("cannot connect to podman", "unknown", "tcp", PODMAN, worth=OPAQUE),
    Phrase("unable to connect to podman", "unknown", "tcp", PODMAN, worth=OPAQUE),
    Phrase("ports are not available: ", "address-in-use", "tcp", DOCKER, worth=SENTENCE),
    Phrase("pull access denied", "rejected", "http", DOCKER, worth=MEANT),
    Phrase("push access denied", "rejected", "http", DOCKER, worth=MEANT),
    Phrase("failed to push image", "unknown", "", DOCKER, worth=OPAQUE),
    Phrase("requested access to the resource is denied", "rejected", "http", DOCKER, worth=MEANT),
    Phrase("unauthorized: incorrect username or password", "rejected", "http", DOCKER, {"http_status": 401}, MEANT),
    Phrase("authorization token has expired", "rejected", "http", DOCKER, worth=MEANT),
    Phrase("manifest unknown", "rejected", "http", DOCKER, {"http_status": 404}, MEANT),
    Phrase("cannot perform start session: eof", "closed", "service", "aws", worth=MEANT),
    Phrase("please login prior to p", "rejected", "http", DOCKER, {"http_status": 401}, MEANT),
    Phrase("invalid authorization credential", "rejected", "http", DOCKER, {"http_status": 401}, MEANT),
    Phrase("no basic auth credentials", "rejected", "http", DOCKER, worth=MEANT),
    Phrase("error reading from server: eof", "closed", "service", "grpc", worth=MEANT),
    Phrase("error occurred while downloading the remote file", "unknown", "http", "vagrant", worth=OPAQUE),
    # libvirt
    Phrase("unix connect failed: no such file or directory", "refused", "tcp", LIBVIRT, {"errno": "ENOENT"}, MEANT),
    Phrase("failed to connect to the hypervisor", "unknown", "tcp", LIBVIRT, worth=OPAQUE),
    Phrase("failed to verify peer's certificate", "tls-failed", "tls", LIBVIRT, worth=MEANT + 1),
    Phrase("unable to verify tls peer", "tls-failed", "tls", LIBVIRT, worth=MEANT),
    Phrase("cannot read ca certificate '", "tls-failed", "tls", LIBVIRT, worth=MEANT),
    Phrase("cannot read certificate '", "tls-failed", "tls", LIBVIRT, worth=MEANT),
    # kubectl, kubelet
    Phrase("error from server (forbidden)", "rejected", "http", KUBECTL, {"http_status": 403}, MEANT),
    Phrase("error from server (timeout)", "timed-out", "http", KUBECTL, worth=MEANT),
    Phrase("an error on the server has prevented the request", "rejected", "http", KUBECTL),
    Phrase("error from server (internalerror)", "rejected", "", KUBECTL, worth=OPAQUE),
    Phrase("error from server (toomanyrequests)", "rejected", "http", KUBECTL, {"http_status": 429}, MEANT),
    Phrase("asked for the client to provide credentials", "rejected", "http", KUBECTL, {"http_status": 401}, MEANT),
    Phrase("no endpoints available for service", "rejected", "http", KUBECTL, {"http_status": 503}, MEANT),
    Phrase("is forbidden: user ", "rejected", "http", KUBECTL, {"http_status": 403}, MEANT),
    Phrase("the client connection is closing", "closed", "service", "grpc", worth=MEANT),
    Phrase("etcdserver: no leader", "rejected", "service", "etcd", worth=MEANT),
    Phrase("etcdserver: leader changed", "rejected", "service", "etcd", worth=MEANT),
    Phrase("the server could not find the requested resource", "rejected", "http", KUBECTL, {"http_status": 404}, MEANT),
    Phrase("error upgrading connection: ", "unknown", "", KUBECTL, worth=OPAQUE),
    Phrase("error forwarding port", "unknown", "", KUBECTL, worth=OPAQUE),
    Phrase("unable to upgrade connection: ", "rejected", "http", KUBECTL),
    Phrase("unable to negotiate protocol: client supports", "protocol-mismatch", "http", KUBECTL, worth=MEANT),
    Phrase("watch closed before untilwithoutretry timeout", "closed", "hold", KUBECTL, worth=MEANT),
    Phrase("unable to verify the docker daemon is listening", "unknown", "tcp", DOCKER, worth=OPAQUE),
    Phrase("too many retries waiting for ssh to be available", "unknown", "tcp", DOCKER, worth=OPAQUE),
    Phrase("lost connection to pod", "closed", "hold", KUBECTL, worth=MEANT),
    Phrase("back-off pulling image", "unknown", "", KUBELET, worth=OPAQUE),
    Phrase("imagepullbackoff", "unknown", "", KUBELET, worth=OPAQUE),
    Phrase("errimagepull", "unknown", "", KUBELET, worth=OPAQUE),
    Phrase("probe failed: timeout: ", "timed-out", "", KUBELET, worth=MEANT),
    Phrase("timeout: failed to connect service", "timed-out", "", "grpc", worth=MEANT),
    Phrase("timeout: health rpc did not complete within", "timed-out", "service", "grpc", worth=MEANT),
    Phrase("service unhealthy (responded with", "rejected", "service", "grpc", worth=MEANT),
    Phrase("bgp not established with", "unknown", "", "calico", worth=OPAQUE),
    Phrase("does not match the cluster ca certificate hash", "tls-failed", "tls", "k3s", worth=MEANT),
    Phrase("vm is having trouble accessing", "unknown", "", "minikube", worth=OPAQUE),
    Phrase("connections must be mutually authenticated", "rejected", "tls", "linkerd", worth=MEANT),
    # runners
    Phrase("checking for jobs... forbidden", "rejected", "http", RUNNER, {"http_status": 403}, MEANT),
    Phrase("already has an active session", "rejected", "service", "actions-runner", worth=MEANT),
    Phrase("registering runner... forbidden", "rejected", "http", RUNNER, {"http_status": 403}, MEANT),
    Phrase("verifying runner... is removed", "rejected", "http", RUNNER, worth=MEANT),
    Phrase("verifying runner... is not valid", "rejected", "http", RUNNER, worth=MEANT),
    Phrase("perhaps you are having network problems", "unknown", "", RUNNER, worth=OPAQUE),
    Phrase("lost communication with the server", "unknown", "hold", GITHUB, worth=OPAQUE),
    Phrase("the http request timed out after", "timed-out", "http", GITHUB, worth=MEANT),
    Phrase("channelclosedexception", "closed", "hold", JENKINS, worth=SENTENCE),
    Phrase("the channel is closing down or has closed down", "closed", "hold", JENKINS, worth=MEANT),
    Phrase("local headers refused by remote: ", "rejected", "service", JENKINS, worth=MEANT),
    Phrase("connection was broken: ", "closed", "hold", JENKINS, worth=OPAQUE),
    Phrase("incorrect acknowledgement sequence, expected", "protocol-mismatch", "service", JENKINS, worth=MEANT),
    Phrase("provided port:", "unknown", "tcp", JENKINS, worth=OPAQUE),
    # systemd
    Phrase("failed to connect to bus: no such file or directory", "refused", "tcp", "systemd", {"errno": "ENOENT"}, MEANT),
    Phrase("failed to connect to bus: no medium found", "refused", "tcp", "systemd", {"errno": "ENOMEDIUM"}, MEANT),
    Phrase("failed to get d-bus connection: operation not permitted", "permission-denied", "tcp", "systemd", {"errno": "EPERM"}, MEANT),
    Phrase("timed out waiting for reply from", "timed-out", "service", "timesyncd", worth=MEANT),
    Phrase("timeout occurred while waiting for network connectivity", "timed-out", "route", "systemd", worth=MEANT, open=OFFLINE),
    Phrase("no server suitable for synchronization found", "timed-out", "service", "ntp", worth=MEANT),
    Phrase("506 cannot talk to daemon", "refused", "tcp", "chrony", worth=MEANT),
)  # fmt: skip

_REGISTRY = pattern(r"(?i)(?:^|: |`)(unauthorized|denied): (?=[a-z\[])")
"A registry's no (OCI Distribution, error codes), as clients pass it on."


def read(line: str) -> Iterator[Reading]:
    """The sentences, and what a registry says."""
    yield from phrases(SAID, line)
    no = _REGISTRY.search(line)
    if no is not None:
        status = 401 if no[1].lower() == "unauthorized" else 403
        yield Reading(
            kind="rejected", worth=SENTENCE, client=DOCKER, step="http", code={"http_status": status}, at=no.start()
        )
