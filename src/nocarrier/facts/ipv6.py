"""Whether IPv6 is switched on."""

from __future__ import annotations

from nocarrier.model.evidence import Facts


class Ipv6(Facts, kw_only=True):
    """``present`` is false where the kernel has no IPv6 or was started with ``ipv6.disable=1`` (``by_boot``).

    ``all_off`` and ``default_off`` are ``net.ipv6.conf.all`` and ``.default.disable_ipv6``, ``off`` the links on
    which it is switched off (Documentation/networking/ip-sysctl.rst).
    """

    present: bool
    by_boot: bool = False
    all_off: bool = False
    default_off: bool = False
    off: tuple[str, ...] = ()
