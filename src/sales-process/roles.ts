import { skeletonOf } from '../util/visible-text.js';

/** The sales team if the configuration names no other; managers are not in it. */
export const DEFAULT_SALES_TEAM: readonly string[] = [
  'sales',
  'rep',
  'account-executive',
  'account-manager',
  'sdr',
  'bdr',
  'sales-engineer',
];

/**
 * The form in which roles are compared: "Account executives" and `account-executive` are the same role, and so are names that only
 * look alike (see `skeletonOf`).
 */
export function roleKey(role: string): string {
  const known = keys.get(role);
  if (known !== undefined) return known;
  const key = skeletonOf(role)
    .replace(/[\s_]+/g, '-')
    .replace(/s$/, '');
  // A company has few roles, looked up for every voice; only hostile input has many.
  if (keys.size > MOST_ROLES) keys.clear();
  keys.set(role, key);
  return key;
}

const MOST_ROLES = 1000;

const keys = new Map<string, string>();

/** Whether two spellings mean the same role. */
export function isSameRole(one: string, other: string): boolean {
  return one === other || roleKey(one) === roleKey(other);
}

/** Whether a role belongs to the sales team. */
export function isSalesTeam(role: string, salesTeam: readonly string[]): boolean {
  return keysOf(salesTeam).has(roleKey(role));
}

/** The team is one list for a whole run, looked up for every voice, so its keys are kept. */
function keysOf(salesTeam: readonly string[]): ReadonlySet<string> {
  if (last.salesTeam !== salesTeam) last = { salesTeam, keys: new Set(salesTeam.map(roleKey)) };
  return last.keys;
}

let last: { readonly salesTeam: readonly string[]; readonly keys: ReadonlySet<string> } = {
  salesTeam: [],
  keys: new Set(),
};

/** Whether any of the roles belongs to the sales team. */
export function hasSalesTeam(roles: readonly string[] | undefined, salesTeam: readonly string[]): boolean {
  return roles?.some((role) => isSalesTeam(role, salesTeam)) ?? false;
}
