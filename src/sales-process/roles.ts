/** The sales team unless the configuration names another; managers are not in it (design, section 3). */
export const DEFAULT_SALES_TEAM: readonly string[] = [
  'sales',
  'rep',
  'account-executive',
  'account-manager',
  'sdr',
  'bdr',
  'sales-engineer',
];

/** The form in which roles are compared: "Account executives" and `account-executive` are one role. */
export function roleKey(role: string): string {
  if (/^[a-z-]*[a-rt-z]$/.test(role)) return role;
  return role
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
    .replace(/s$/, '');
}

export function isSameRole(one: string, other: string): boolean {
  return one === other || roleKey(one) === roleKey(other);
}

export function isSalesTeam(role: string, salesTeam: readonly string[]): boolean {
  return keysOf(salesTeam).has(roleKey(role));
}

/** The team is one list for a whole run, and is asked about for every voice. */
function keysOf(salesTeam: readonly string[]): ReadonlySet<string> {
  if (last.salesTeam !== salesTeam) last = { salesTeam, keys: new Set(salesTeam.map(roleKey)) };
  return last.keys;
}

let last: { readonly salesTeam: readonly string[]; readonly keys: ReadonlySet<string> } = {
  salesTeam: [],
  keys: new Set(),
};

export function hasSalesTeam(roles: readonly string[] | undefined, salesTeam: readonly string[]): boolean {
  return roles?.some((role) => isSalesTeam(role, salesTeam)) ?? false;
}
