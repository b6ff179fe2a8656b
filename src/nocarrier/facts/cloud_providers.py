"""The clouds, as data: how their machines are known, where their metadata services answer, how a port is opened there.

Sources: each provider's page on instance metadata, cloud-init's ``tools/ds-identify`` and ``cloudinit/sources`` for
the DMI strings and addresses, each provider's command-line reference for the commands. No path leads to credentials,
to user data or to keys.
"""

from __future__ import annotations

from nocarrier.model.annotations import Literal
from nocarrier.model.prose import Prose, say
from nocarrier.model.record import Record

Role = Literal[
    "instance", "name", "region", "zone", "project", "network", "public", "private", "group", "label", "mac"
]
"""What an answer of the metadata service is taken for. ``project``: what the provider's commands want beside the name
(a resource group, a project, a virtual network card). ``label``: the machine's name in the provider's DNS."""

LINK_LOCAL = "169.254.169.254"
"Reached on the link by every machine of most clouds (RFC 3927 addresses are never routed)."


class Token(Record, kw_only=True):
    """A session that has to be opened first: ``path`` is PUT with ``lifetime``, the answer sent as ``header``."""

    path: str
    lifetime: str
    header: str


class Commands(Record, kw_only=True):
    """The provider's command line. Templates with ``{port}``, ``{protocol}``, ``{source}`` (a prefix), ``{group}`` and
    the roles; braces that are meant are doubled.

    ``find`` sets the shell variable ``GROUP`` where the metadata does not tell the group, ``open4`` and ``open6`` open
    the port, ``show`` lists the rules that hold for the machine.
    """

    find: str
    open4: str
    open6: str
    show: str


class Provider(Record, kw_only=True):
    """One cloud.

    ``hardware`` are (file of /sys/class/dmi/id, beginning of its content). Its metadata service answers at
    ``address`` on port 80; ``headers`` go with every question, ``paths`` are asked, ``later`` once the ``mac`` is
    known. ``known_by`` is a regular expression for the whole of ``instance``, by which the service is recognised, and
    ``sign`` a header that its answers carry. ``filter`` is what its packet filter is called, ``page`` where its rules
    are in the console.
    """

    slug: str
    label: str
    hardware: tuple[tuple[str, str], ...]
    paths: tuple[tuple[Role, str], ...]
    known_by: str
    filter: str
    page: Prose
    commands: Commands
    address: str = LINK_LOCAL
    host: str = ""
    headers: tuple[str, ...] = ()
    token: Token | None = None
    later: tuple[tuple[Role, str], ...] = ()
    sign: str = ""


_EC2 = "/latest/meta-data"

AWS = Provider(
    slug="aws",
    label="AWS",
    hardware=(
        ("sys_vendor", "Amazon EC2"),
        ("bios_vendor", "Amazon EC2"),
        ("board_vendor", "Amazon EC2"),
        ("chassis_asset_tag", "Amazon EC2"),
        ("bios_version", "4.2.amazon"),
        ("bios_version", "4.11.amazon"),
    ),
    token=Token(
        path="/latest/api/token",
        lifetime="X-aws-ec2-metadata-token-ttl-seconds: 60",
        header="X-aws-ec2-metadata-token",
    ),
    paths=(
        ("instance", f"{_EC2}/instance-id"),
        ("region", f"{_EC2}/placement/region"),
        ("public", f"{_EC2}/public-ipv4"),
        ("private", f"{_EC2}/local-ipv4"),
        ("mac", f"{_EC2}/mac"),
    ),
    later=(("group", f"{_EC2}/network/interfaces/macs/{{mac}}/security-group-ids"),),
    known_by=r"i-[0-9a-f]{17}",
    filter="security group",
    page=say("EC2 > Network & Security > Security Groups > Inbound rules > Edit inbound rules"),
    commands=Commands(
        find="GROUP=$(aws ec2 describe-instances --region {region} --instance-ids {instance}"
        " --query 'Reservations[0].Instances[0].SecurityGroups[0].GroupId' --output text)",
        open4="aws ec2 authorize-security-group-ingress --region {region} --group-id {group} --protocol {protocol}"
        " --port {port} --cidr {source}",
        open6="aws ec2 authorize-security-group-ingress --region {region} --group-id {group} --ip-permissions"
        " 'IpProtocol={protocol},FromPort={port},ToPort={port},Ipv6Ranges=[{{CidrIpv6={source}}}]'",
        show="aws ec2 describe-security-group-rules --region {region} --filters Name=group-id,Values={group}",
    ),
)

AZURE = Provider(
    slug="azure",
    label="Azure",
    hardware=(("chassis_asset_tag", "7783-7084-3265-9085-8269-3286-77"),),
    headers=("Metadata: true",),
    paths=(
        ("instance", "/metadata/instance/compute/vmId?api-version=2021-02-01&format=text"),
        ("name", "/metadata/instance/compute/name?api-version=2021-02-01&format=text"),
        ("region", "/metadata/instance/compute/location?api-version=2021-02-01&format=text"),
        ("project", "/metadata/instance/compute/resourceGroupName?api-version=2021-02-01&format=text"),
        (
            "public",
            "/metadata/instance/network/interface/0/ipv4/ipAddress/0/publicIpAddress?api-version=2021-02-01&format=text",
        ),
        (
            "private",
            "/metadata/instance/network/interface/0/ipv4/ipAddress/0/privateIpAddress?api-version=2021-02-01&format=text",
        ),
    ),
    known_by=r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}",
    filter="network security group",
    page=say("Virtual machines > the machine > Networking > Network settings > Create port rule > Inbound"),
    commands=Commands(
        find="NIC=$(az vm nic list --resource-group {project} --vm-name {name} --query '[0].id' -o tsv);"
        ' GROUP=$(az network nic show --ids "$NIC" --query networkSecurityGroup.id -o tsv); GROUP=${{GROUP##*/}}',
        open4="az network nsg rule create --resource-group {project} --nsg-name {group} --name allow-{protocol}-{port}"
        " --priority 310 --direction Inbound --access Allow --protocol {protocol} --source-address-prefixes {source}"
        " --destination-port-ranges {port}",
        open6="az network nsg rule create --resource-group {project} --nsg-name {group} --name allow-{protocol}-{port}"
        " --priority 310 --direction Inbound --access Allow --protocol {protocol} --source-address-prefixes {source}"
        " --destination-port-ranges {port}",
        show="az network watcher test-ip-flow --resource-group {project} --vm {name} --direction Inbound"
        " --protocol {protocol} --local {private}:{port} --remote {client}:60000",
    ),
)

GCP = Provider(
    slug="gcp",
    label="Google Cloud",
    hardware=(("product_name", "Google Compute Engine"), ("sys_vendor", "Google"), ("bios_vendor", "Google")),
    host="metadata.google.internal",
    headers=("Metadata-Flavor: Google",),
    sign="metadata-flavor: google",
    paths=(
        ("instance", "/computeMetadata/v1/instance/id"),
        ("name", "/computeMetadata/v1/instance/name"),
        ("zone", "/computeMetadata/v1/instance/zone"),
        ("project", "/computeMetadata/v1/project/project-id"),
        ("network", "/computeMetadata/v1/instance/network-interfaces/0/network"),
        ("public", "/computeMetadata/v1/instance/network-interfaces/0/access-configs/0/external-ip"),
        ("private", "/computeMetadata/v1/instance/network-interfaces/0/ip"),
    ),
    known_by=r"[0-9]{10,20}",
    filter="VPC firewall",
    page=say("VPC network > Firewall > Create firewall rule"),
    commands=Commands(
        find="",
        open4="gcloud compute firewall-rules create allow-{protocol}-{port} --project={project} --network={network}"
        " --direction=INGRESS --action=ALLOW --rules={protocol}:{port} --source-ranges={source}",
        open6="gcloud compute firewall-rules create allow6-{protocol}-{port} --project={project} --network={network}"
        " --direction=INGRESS --action=ALLOW --rules={protocol}:{port} --source-ranges={source}",
        show="gcloud compute instances network-interfaces get-effective-firewalls {name} --project={project}"
        " --zone={zone} --network-interface=nic0",
    ),
)

ALIBABA = Provider(
    slug="alibaba",
    label="Alibaba Cloud",
    hardware=(("product_name", "Alibaba Cloud ECS"), ("sys_vendor", "Alibaba Cloud")),
    address="100.100.100.200",
    token=Token(
        path="/latest/api/token",
        lifetime="X-aliyun-ecs-metadata-token-ttl-seconds: 60",
        header="X-aliyun-ecs-metadata-token",
    ),
    paths=(
        ("instance", f"{_EC2}/instance-id"),
        ("region", f"{_EC2}/region-id"),
        ("public", f"{_EC2}/eipv4"),
        ("public", f"{_EC2}/public-ipv4"),
        ("private", f"{_EC2}/private-ipv4"),
    ),
    known_by=r"i-[a-z0-9]{10,24}",
    filter="security group",
    page=say("ECS > Network & Security > Security Groups > Inbound > Add Rule"),
    commands=Commands(
        find="GROUP=$(aliyun ecs DescribeInstanceAttribute --RegionId {region} --InstanceId {instance}"
        " | grep -o 'sg-[a-z0-9]*' | head -n 1)",
        open4="aliyun ecs AuthorizeSecurityGroup --RegionId {region} --SecurityGroupId {group} --IpProtocol {protocol}"
        " --PortRange {port}/{port} --SourceCidrIp {source}",
        open6="aliyun ecs AuthorizeSecurityGroup --RegionId {region} --SecurityGroupId {group} --IpProtocol {protocol}"
        " --PortRange {port}/{port} --Ipv6SourceCidrIp {source}",
        show="aliyun ecs DescribeSecurityGroupAttribute --RegionId {region} --SecurityGroupId {group}"
        " --Direction ingress",
    ),
)

TENCENT = Provider(
    slug="tencent",
    label="Tencent Cloud",
    hardware=(("sys_vendor", "Tencent Cloud"), ("bios_vendor", "Tencent Cloud")),
    address="169.254.0.23",
    host="metadata.tencentyun.com",
    paths=(
        ("instance", f"{_EC2}/instance-id"),
        ("region", f"{_EC2}/placement/region"),
        ("public", f"{_EC2}/public-ipv4"),
        ("private", f"{_EC2}/local-ipv4"),
        ("group", f"{_EC2}/instance/security-group"),
    ),
    known_by=r"(?:ins|lhins)-[a-z0-9]{6,16}",
    filter="security group",
    page=say("CVM > Security Groups > Inbound rules > Add rule"),
    commands=Commands(
        find="GROUP=$(tccli cvm DescribeInstances --region {region} --InstanceIds '[\"{instance}\"]'"
        " | grep -o 'sg-[a-z0-9]*' | head -n 1)",
        open4="tccli vpc CreateSecurityGroupPolicies --region {region} --SecurityGroupId {group}"
        ' --SecurityGroupPolicySet \'{{"Ingress":[{{"Protocol":"{protocol}","Port":"{port}","CidrBlock":"{source}",'
        '"Action":"ACCEPT"}}]}}\'',
        open6="tccli vpc CreateSecurityGroupPolicies --region {region} --SecurityGroupId {group}"
        ' --SecurityGroupPolicySet \'{{"Ingress":[{{"Protocol":"{protocol}","Port":"{port}",'
        '"Ipv6CidrBlock":"{source}","Action":"ACCEPT"}}]}}\'',
        show="tccli vpc DescribeSecurityGroupPolicies --region {region} --SecurityGroupId {group}",
    ),
)

HETZNER = Provider(
    slug="hetzner",
    label="Hetzner Cloud",
    hardware=(("sys_vendor", "Hetzner"),),
    paths=(
        ("instance", "/hetzner/v1/metadata/instance-id"),
        ("name", "/hetzner/v1/metadata/hostname"),
        ("region", "/hetzner/v1/metadata/region"),
        ("public", "/hetzner/v1/metadata/public-ipv4"),
    ),
    known_by=r"[0-9]{4,12}",
    filter="firewall",
    page=say("Hetzner Console > Firewalls > Rules > Inbound > Add rule"),
    commands=Commands(
        find="GROUP=$(hcloud server describe {instance}"
        " -o format='{{{{(index .PublicNet.Firewalls 0).Firewall.ID}}}}')",
        open4="hcloud firewall add-rule {group} --direction in --protocol {protocol} --port {port}"
        " --source-ips {source}",
        open6="hcloud firewall add-rule {group} --direction in --protocol {protocol} --port {port}"
        " --source-ips {source}",
        show="hcloud firewall describe {group}",
    ),
)

DIGITALOCEAN = Provider(
    slug="digitalocean",
    label="DigitalOcean",
    hardware=(("sys_vendor", "DigitalOcean"), ("bios_vendor", "DigitalOcean")),
    paths=(
        ("instance", "/metadata/v1/id"),
        ("name", "/metadata/v1/hostname"),
        ("region", "/metadata/v1/region"),
        ("public", "/metadata/v1/interfaces/public/0/ipv4/address"),
        ("public", "/metadata/v1/reserved_ip/ipv4/ip_address"),
        ("private", "/metadata/v1/interfaces/private/0/ipv4/address"),
    ),
    known_by=r"[0-9]{4,12}",
    filter="Cloud Firewall",
    page=say("Networking > Firewalls > Inbound Rules > New rule"),
    commands=Commands(
        find="GROUP=$(doctl compute firewall list-by-droplet {instance} --format ID --no-header | head -n 1)",
        open4="doctl compute firewall add-rules {group} --inbound-rules"
        " protocol:{protocol},ports:{port},address:{source}",
        open6="doctl compute firewall add-rules {group} --inbound-rules"
        " protocol:{protocol},ports:{port},address:{source}",
        show="doctl compute firewall list-by-droplet {instance}",
    ),
)

ORACLE = Provider(
    slug="oracle",
    label="Oracle Cloud",
    hardware=(("chassis_asset_tag", "OracleCloud.com"),),
    headers=("Authorization: Bearer Oracle",),
    paths=(
        ("instance", "/opc/v2/instance/id"),
        ("name", "/opc/v2/instance/displayName"),
        ("region", "/opc/v2/instance/canonicalRegionName"),
        ("project", "/opc/v2/vnics/0/vnicId"),
        ("private", "/opc/v2/vnics/0/privateIp"),
    ),
    known_by=r"ocid1\.instance\.[a-z0-9.-]{20,200}",
    filter="security list or network security group",
    page=say("Networking > Virtual cloud networks > Network security groups > Add rules"),
    commands=Commands(
        find="GROUP=$(oci network vnic get --region {region} --vnic-id {project} --query 'data.\"nsg-ids\"[0]'"
        " --raw-output)",
        open4="oci network nsg rules add --region {region} --nsg-id {group} --security-rules"
        ' \'[{{"direction":"INGRESS","protocol":"{number}","isStateless":false,"source":"{source}",'
        '"sourceType":"CIDR_BLOCK","{protocol}Options":{{"destinationPortRange":{{"min":{port},"max":{port}}}}}}}]\'',
        open6="oci network nsg rules add --region {region} --nsg-id {group} --security-rules"
        ' \'[{{"direction":"INGRESS","protocol":"{number}","isStateless":false,"source":"{source}",'
        '"sourceType":"CIDR_BLOCK","{protocol}Options":{{"destinationPortRange":{{"min":{port},"max":{port}}}}}}}]\'',
        show="oci network nsg rules list --region {region} --nsg-id {group} --direction INGRESS",
    ),
)

_OPENSTACK_COMMANDS = Commands(
    find="GROUP=$(openstack port list --server {name} -f value -c ID | head -n 1 | xargs openstack port show"
    " -f json -c security_group_ids | grep -oE '[0-9a-f]{{8}}-[0-9a-f-]{{27}}' | head -n 1)",
    open4="openstack security group rule create --ingress --ethertype IPv4 --protocol {protocol} --dst-port {port}"
    " --remote-ip {source} {group}",
    open6="openstack security group rule create --ingress --ethertype IPv6 --protocol {protocol} --dst-port {port}"
    " --remote-ip {source} {group}",
    show="openstack security group rule list --ingress --long {group}",
)
_OPENSTACK_PATHS: tuple[tuple[Role, str], ...] = (
    ("instance", f"{_EC2}/instance-id"),
    ("name", f"{_EC2}/hostname"),
    ("label", f"{_EC2}/local-hostname"),
    ("zone", f"{_EC2}/placement/availability-zone"),
    ("public", f"{_EC2}/public-ipv4"),
    ("private", f"{_EC2}/local-ipv4"),
    ("group", f"{_EC2}/security-groups"),
)

OVH = Provider(
    slug="ovh",
    label="OVHcloud",
    hardware=(("sys_vendor", "OVH"), ("chassis_asset_tag", "OVH")),
    paths=_OPENSTACK_PATHS,
    known_by=r"i-[0-9a-f]{8}",
    filter="security group",
    page=say("Horizon > Project > Network > Security Groups > Manage Rules > Add Rule"),
    commands=_OPENSTACK_COMMANDS,
)

OPENSTACK = Provider(
    slug="openstack",
    label="OpenStack",
    hardware=(
        ("product_name", "OpenStack Nova"),
        ("product_name", "OpenStack Compute"),
        ("chassis_asset_tag", "OpenStack Nova"),
        ("chassis_asset_tag", "OpenStack Compute"),
        ("sys_vendor", "OpenStack Foundation"),
    ),
    paths=_OPENSTACK_PATHS,
    known_by=r"i-[0-9a-f]{8}",
    filter="security group",
    page=say("Horizon > Project > Network > Security Groups > Manage Rules > Add Rule"),
    commands=_OPENSTACK_COMMANDS,
)

PROVIDERS = (AZURE, GCP, ALIBABA, TENCENT, HETZNER, DIGITALOCEAN, ORACLE, AWS, OVH, OPENSTACK)
"In the order in which a metadata service is taken for one: what imitates EC2's paths comes last."


def provider_of(slug: str) -> Provider:
    """One provider by its slug. Raises KeyError for an unknown one."""
    return {provider.slug: provider for provider in PROVIDERS}[slug]


def by_hardware(fields: dict[str, str]) -> Provider | None:
    """The cloud whose machines name themselves so, in the files of /sys/class/dmi/id."""
    for provider in PROVIDERS:
        if any(fields.get(name, "").startswith(begins) for name, begins in provider.hardware):
            return provider
    return None
