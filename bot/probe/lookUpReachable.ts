import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';

/** A name of which no address may be reached. */
export class ForbiddenAddress extends Error {}

/**
 * Looks a name up for the connection that is about to be made, and gives it only addresses that may be
 * reached. There is no second look-up, so a name that changes its answer in between gains nothing.
 */
export function lookUpReachable(mayReach: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, '');
      const reachable = addresses.filter(({ address }) => mayReach(address));
      const [first] = reachable;
      if (first === undefined) return callback(new ForbiddenAddress(), '');
      if (options.all === true) callback(null, reachable);
      else callback(null, first.address, first.family);
    });
  };
}
