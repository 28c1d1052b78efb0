/** Every name the desk may call. The preload imports this file and nothing else. */
export const channels = [
  'app.start',
  'settings.save',
  'review.open',
  'review.close',
  'files.choose',
  'policy.open',
  'basemap.open',
  'key.create',
  'key.choose',
  'release.seal',
  'bundle.choose',
  'bundle.reveal',
] as const;
export type Channel = (typeof channels)[number];

/** Message by which main hands the desk its port to the vault (the port travels with it). */
export const vaultPortMessage = 'vault.port';
/** Message by which main opens a bundle or extract in a desk that already runs (menu, second start). */
export const openMessage = 'desk.open';
