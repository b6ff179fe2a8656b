"""Which cloud a machine belongs to, by its hardware and its metadata service."""

from __future__ import annotations

from nocarrier.facts.cloud_providers import Provider, Role, provider_of
from nocarrier.model.evidence import Facts
from nocarrier.model.record import NOTHING


class Cloud(Facts, kw_only=True):
    """``provider`` is a slug of `cloud_providers.PROVIDERS`, empty where this is no machine of a cloud that is known.

    ``hardware`` is what the firmware (SMBIOS) calls the machine; empty where it does not say, as in most containers.
    ``asked`` is the address of the metadata service that answered, empty where none did, ``told`` what it said of this
    machine, by role; a role may have several values. A metadata service may be imitated: ``own`` says whether one of
    the addresses that it names is an address of this machine.
    """

    provider: str = ""
    hardware: str = ""
    asked: str = ""
    told: dict[Role, tuple[str, ...]] = NOTHING
    own: bool = False

    @property
    def sure(self) -> bool:
        """The machine is one of the provider's: its hardware says so, or a metadata service that knows it."""
        return bool(self.provider) and (bool(self.hardware) or self.own)

    @property
    def known(self) -> Provider:
        """What is known of the provider. Raises KeyError where there is none."""
        return provider_of(self.provider)

    @property
    def public(self) -> tuple[str, ...]:
        """The public addresses that the provider translates to this machine's."""
        return self.told.get("public", ())

    def one(self, role: Role) -> str:
        """The first value of a role, or empty."""
        return next(iter(self.told.get(role, ())), "")
