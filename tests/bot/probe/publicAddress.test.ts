import { expect, it } from 'vitest';
import { isPublicAddress } from '../../../bot/probe/publicAddress.ts';

it.each([
  ['this machine', '127.0.0.1', '127.255.255.254', '0.0.0.0', '::1', '::', '::ffff:127.0.0.1'],
  ['a private network', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12::1'],
  ['a private network, mapped into IPv6', '::ffff:10.0.0.1', '::ffff:c0a8:101'],
  ['the link, where clouds keep their secrets', '169.254.169.254', 'fe80::1', 'fe80::1%eth0'],
  ['a provider, behind its own translation', '100.64.0.1', '100.127.255.255'],
  ["Azure's own services", '168.63.129.16'],
  ['examples, tests and protocols', '192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1', '2001:db8::1'],
  ['many at once', '224.0.0.1', '239.1.1.1', '255.255.255.255', 'ff02::1'],
  ['IPv4 wrapped in IPv6 by a tunnel', '2002:7f00:1::', '2001:0:4136::1', '64:ff9b::7f00:1'],
  ['nothing', '', 'localhost'],
])('an address of %s is not public', (_, ...addresses) => {
  expect(addresses.filter(isPublicAddress)).toEqual([]);
});

it('an address next to those ranges is public', () => {
  const addresses = [
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '169.253.255.255',
    '169.255.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '192.169.0.0',
    '168.63.129.17',
    '223.255.255.255',
    '2001:200::1',
    '2a00:1450:400e::1',
  ];
  expect(addresses.filter((address) => !isPublicAddress(address))).toEqual([]);
});
