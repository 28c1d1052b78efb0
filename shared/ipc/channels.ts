/** Every name the desk may call. A preload imports this file and nothing else of the project. */
export const channels = [
  'app.start',
  'draft.save',
  'draft.discard',
  'mapping.list',
  'mapping.save',
  'mapping.discard',
  'mapping.export',
  'mapping.import',
  'settings.save',
  'review.open',
  'review.close',
  'attack.earlier',
  'lookup.open',
  'rejects.save',
  'files.choose',
  'files.dropped',
  'policy.open',
  'recipe.open',
  'recipe.save',
  'basemap.open',
  'key.create',
  'key.choose',
  'release.seal',
  'release.elsewhere',
  'signers.list',
  'trust.lists',
  'trust.import',
  'ledger.remember',
  'decision.look',
  'decision.changes',
  'decision.sign',
  'decision.elsewhere',
  'pending.list',
  'pending.import',
  'pending.drop',
  'ledger.overview',
  'bundle.choose',
  'bundle.again',
  'bundle.reveal',
  'bundle.judge',
  'bundle.attack',
  'bundle.attack.stop',
  'bundle.compare',
  'bundle.print',
] as const;
export type Channel = (typeof channels)[number];

/** The one channel a page cannot call by name: its request holds a path, which the preload alone may name. */
export const droppedChannel = 'files.dropped' satisfies Channel;

/** Message by which main hands the desk its port to the vault (the port travels with it). */
export const vaultPortMessage = 'vault.port';
/** Message by which main opens a bundle or extract in a desk that already runs (menu, second start). */
export const openMessage = 'desk.open';
/** Message by which main tells the desk that the vault ended without being asked to; what was read is gone. */
export const vaultGoneMessage = 'vault.gone';
/** Message by which main tells the desk how far attacks on a bundle are. */
export const bundleAttackMessage = 'bundle.attack.progress';
/** Everything main may tell the desk besides handing it a port. */
export const deskMessages = [openMessage, vaultGoneMessage, bundleAttackMessage] as const;
export type DeskMessage = (typeof deskMessages)[number];

/** The one message by which main hands the vault page its two ports: the desk's first, main's own second. */
export const vaultPortsMessage = 'vault.ports';

/** Message by which main hands the vault page the look-up window's port. */
export const vaultLookUpMessage = 'vault.look-up';
/** Message by which main hands the look-up window recipe, settings and its port to the vault. */
export const lookUpPortMessage = 'look-up.port';

/** Main to the seal window: what to show. */
export const sealShowMessage = 'seal.show';
/** Seal window to main: what the officer did. */
export const sealAnswerMessage = 'seal.answer';
