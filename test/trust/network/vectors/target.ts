/** Where one way out leads to: an address and a name that no other way out uses. */
export interface Target {
  readonly name: string;
  /** IPv4, from a block reserved for documentation or measurement. */
  readonly address: string;
  readonly host: string;
}

const suffix = '.vector.test';

/** Targets of ways out, by their names; `block` tells one list from another. */
export function targetsOf(
  names: readonly string[],
  block: 'page' | 'worker' | 'main' | 'native',
): readonly Target[] {
  const net = { page: '203.0.113', worker: '198.51.100', main: '192.0.2', native: '198.18.0' }[block];
  return names.map((name, index) => ({
    name,
    address: `${net}.${index + 10}`,
    host: `${name.toLowerCase()}.${block}${suffix}`,
  }));
}
