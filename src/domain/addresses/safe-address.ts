/** Hosts of this machine, as in the `hostname` of a URL. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Returns whether an address is one of the web: http or https. */
export function isWebAddress(address: string): boolean {
  return /^https?:$/.test(protocolOf(address));
}

/** Returns whether what an address answers cannot be read or changed on the way: https, or http on this machine. */
export function isSafeAddress(address: string): boolean {
  const protocol = protocolOf(address);
  if (protocol === 'http:') return LOOPBACK.includes(new URL(address).hostname);
  return protocol === 'https:';
}

const protocolOf = (address: string) => (URL.canParse(address) ? new URL(address).protocol : '');
