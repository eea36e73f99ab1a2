/** Which IP addresses are public (RFC 6890 and the registries of special-purpose addresses of IANA). */
import { BlockList, isIPv4, isIPv6 } from "node:net";

const special = new BlockList();
for (const [network, length] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  // Where a cloud tells its machines their credentials.
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  special.addSubnet(network, length, "ipv4");
for (const [network, length] of [
  // Teredo, benchmarks, ORCHID; documentation; 6to4, which wraps an IPv4 address that may be any.
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  special.addSubnet(network, length, "ipv6");

const global = new BlockList();
// All that is given out; what is mapped, translated, local or multicast stands elsewhere.
global.addSubnet("2000::", 3, "ipv6");

/** False for whatever is no address. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special.check(address, "ipv4");
  return isIPv6(address) && global.check(address, "ipv6") && !special.check(address, "ipv6");
}
