import type { DistanceTravelled, DomainRow } from './share-view.ts';

/** One client's scores; a domain not scored is not in the list. */
export interface ScoredClient {
  readonly client: string;
  /** Day of leaving as `2015-06-30`; null where the client has not left or no date is given. */
  readonly closedOn: string | null;
  readonly satisfied: boolean | null;
  readonly domains: readonly { readonly domain: string; readonly entry: number | null; readonly exit: number | null }[];
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * A client's mean change over the domains scored both times, in points of the scale; null where there is no such pair.
 * The mean at exit is higher than at entry exactly where this is above nought.
 */
export const changeOfClient = ({ domains }: ScoredClient): number | null =>
  meanOf(domains.flatMap(({ entry, exit }) => (entry === null || exit === null ? [] : [exit - entry])));

/** Whether a client has left the service: a date of closing, or any score at exit. */
export const hasLeft = ({ closedOn, domains }: ScoredClient): boolean =>
  closedOn !== null || domains.some(({ exit }) => exit !== null);

/** Beyond nine decimals a difference is rounding of the computer's. */
const NEAR = 1e-9;

function domainRow(domain: string, clients: readonly ScoredClient[]): DomainRow {
  const pairs = clients.flatMap((client) =>
    client.domains.flatMap(({ domain: name, entry, exit }) =>
      name !== domain || entry === null || exit === null ? [] : [{ entry, exit }],
    ),
  );
  const changes = pairs.map(({ entry, exit }) => exit - entry);
  return {
    domain,
    clients: pairs.length,
    higher: changes.filter((change) => change > NEAR).length,
    same: changes.filter((change) => Math.abs(change) <= NEAR).length,
    lower: changes.filter((change) => change < -NEAR).length,
    meanEntry: meanOf(pairs.map(({ entry }) => entry)),
    meanExit: meanOf(pairs.map(({ exit }) => exit)),
    meanChange: meanOf(changes),
  };
}

/** Distance travelled by the clients who left, domain by domain in the order first met; those who have not left apart. */
export function distanceTravelled(clients: readonly ScoredClient[]): DistanceTravelled {
  const left = clients.filter(hasLeft);
  const domains = [...new Set(clients.flatMap((client) => client.domains.map(({ domain }) => domain)))];
  const changes = left.flatMap((client) => changeOfClient(client) ?? []);
  return {
    domains: domains.map((domain) => domainRow(domain, left)),
    meanChange: meanOf(changes),
    withoutExit: clients.length - left.length,
    withoutPair: left.length - changes.length,
  };
}

/** Of the clients who left with scores to compare, how many left with a higher mean score. */
export function improvedOf(clients: readonly ScoredClient[]): { part: number; whole: number } {
  const changes = clients.filter(hasLeft).flatMap((client) => changeOfClient(client) ?? []);
  return { part: changes.filter((change) => change > NEAR).length, whole: changes.length };
}

/** Of the clients who left and answered, how many were satisfied. */
export function satisfiedOf(clients: readonly ScoredClient[]): { part: number; whole: number } {
  const answers = clients.filter(hasLeft).flatMap(({ satisfied }) => satisfied ?? []);
  return { part: answers.filter(Boolean).length, whole: answers.length };
}
