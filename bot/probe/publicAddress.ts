import { BlockList, isIPv4 } from 'node:net';

/**
 * Whether an address is one of the public internet. Those of a private network, of this machine, of its
 * neighbours or of a cloud's own services are not: a settings page must not become a way into them.
 */
export function isPublicAddress(address: string): boolean {
  return isIPv4(address)
    ? !notPublicIpv4.check(address)
    : publicIpv6.check(address, 'ipv6') && !notPublicIpv6.check(address, 'ipv6');
}

/** IANA's register of special-purpose IPv4 addresses (RFC 6890 and later), with multicast and reserved. */
const notPublicIpv4 = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // With 169.254.169.254, where clouds tell a machine its secrets.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  // Looks public, but is Azure's own service to each of its machines.
  ['168.63.129.16', 32],
] as const) {
  notPublicIpv4.addSubnet(network, prefix, 'ipv4');
}

/** Global unicast (RFC 4291): all that is given out; mapped IPv4, local and multicast lie outside it. */
const publicIpv6 = new BlockList();
publicIpv6.addSubnet('2000::', 3, 'ipv6');

/** Within that, for protocols and examples; 6to4 and Teredo, which hold an IPv4 address, among them. */
const notPublicIpv6 = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  notPublicIpv6.addSubnet(network, prefix, 'ipv6');
}
