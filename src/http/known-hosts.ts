import type { RequestHandler } from 'express';
import { Problem } from './problem.ts';

/**
 * Where the server listens on this machine only, answers only to the names of this machine: a page of another site
 * that has its own name lead here must not read the ledger through the browser of whoever looks at it.
 */
export function knownHosts(host: string): RequestHandler {
  const isOpen = !isLoopback(host);
  return (request, _, next) => {
    if (!isOpen && !isLoopback(nameIn(request.get('host') ?? ''))) throw new Problem('host-unknown');
    next();
  };
}

/** Whether an address can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** The name in a Host header, without the port and the brackets of an IPv6 address. */
function nameIn(host: string): string {
  return host
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
}
