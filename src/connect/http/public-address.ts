import { BlockList, isIPv6 } from 'node:net';

/** Networks that are nobody's on the Internet (IANA's special-purpose registries), by address and length of prefix. */
const reserved4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
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
];
/** Among them those that carry an IPv4 address within, which would reach it by another door. */
const reserved6: [string, number][] = [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

const blocked4 = new BlockList();
for (const [network, prefix] of reserved4) blocked4.addSubnet(network, prefix, 'ipv4');
// Two lists: one alone takes an IPv4 address for its IPv6 form and blocks all of them by `::ffff:0:0/96`.
const blocked6 = new BlockList();
for (const [network, prefix] of reserved6) blocked6.addSubnet(network, prefix, 'ipv6');

/** Whether an IP address is on the Internet: not this machine, a private or link-local network, or reserved. */
export function isPublicAddress(address: string): boolean {
  return isIPv6(address) ? !blocked6.check(address, 'ipv6') : !blocked4.check(address, 'ipv4');
}
