"""The table of clouds: every template can be filled in, and no path leads to a secret."""

from __future__ import annotations

import re
import shlex

import pytest

from nocarrier.facts.cloud_providers import AWS, AZURE, OPENSTACK, OVH, PROVIDERS, Provider, by_hardware, provider_of

WORDS = {
    "instance": "i-1", "name": "shop", "region": "r", "zone": "z", "project": "p", "network": "n", "private": "10.0.0.4",
    "group": "g-1", "port": "8080", "protocol": "tcp", "number": "6", "client": "192.0.2.7", "source": "192.0.2.7/32",
}  # fmt: skip

every_provider = pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.slug)


@every_provider
def test_commands_are_complete_and_name_the_port(provider: Provider) -> None:
    commands = provider.commands
    for template in (commands.find, commands.open4, commands.open6, commands.show):
        assert not re.search(r"(?<!\{)\{[a-z]+\}(?!\})", template.format_map(WORDS).replace("{range", ""))
        shlex.split(template.format_map(WORDS))
    for template in (commands.open4, commands.open6):
        filled = template.format_map(WORDS)
        assert "8080" in filled
        assert "192.0.2.7/32" in filled
        assert "{group}" in template or not commands.find


@every_provider
def test_no_path_leads_to_credentials(provider: Provider) -> None:
    for _, path in (*provider.paths, *provider.later):
        assert not re.search(
            r"iam|cam/|ram/|credential|user-data|userdata|service-accounts|attributes|key|/token", path
        )


@every_provider
def test_the_first_question_is_for_the_identifier(provider: Provider) -> None:
    assert provider.paths[0][0] == "instance"
    assert provider_of(provider.slug) is provider


@pytest.mark.parametrize(
    ("fields", "provider"),
    [
        ({"sys_vendor": "Amazon EC2", "product_name": "t3.micro"}, AWS),
        ({"sys_vendor": "Xen", "bios_version": "4.11.amazon"}, AWS),
        ({"sys_vendor": "Microsoft Corporation", "chassis_asset_tag": "7783-7084-3265-9085-8269-3286-77"}, AZURE),
        ({"sys_vendor": "Microsoft Corporation", "product_name": "Virtual Machine"}, None),
        ({"sys_vendor": "OpenStack Foundation", "product_name": "OpenStack Nova"}, OPENSTACK),
        ({"sys_vendor": "OVHcloud"}, OVH),
        ({"sys_vendor": "Dell Inc.", "product_name": "PowerEdge R640"}, None),
        ({"sys_vendor": "QEMU"}, None),
        ({}, None),
    ],
)
def test_the_hardware_tells_the_cloud(fields: dict[str, str], provider: Provider | None) -> None:
    assert by_hardware(fields) is provider


def test_slugs_are_unique() -> None:
    assert len({provider.slug for provider in PROVIDERS}) == len(PROVIDERS)
