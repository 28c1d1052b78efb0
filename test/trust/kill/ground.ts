import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createKeyFile, keyFileBytes } from '../../../electron/node/key-file.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';

/** Written in two halves, so that the test's own sources do not hold the whole. */
export const canary = ['5afe7a11', 'beefc0de'].join('');
export const passphrase = 'five plain words for killing';

/** The files of the journey, the profile that is kept over all trials, and the temporary folder of the application. */
export interface Ground {
  readonly folder: string;
  readonly events: string;
  readonly policy: string;
  readonly key: string;
  readonly bundle: string;
  readonly exports: string;
  readonly userData: string;
  readonly temporary: string;
  readonly answers: string;
}

/** Two zones with more people than any minimum of the plans, one day, and one person who must not be found elsewhere. */
function events(): string {
  const places = ['51.3400,12.3700', '51.3900,12.4400'];
  const rows = Array.from({ length: 160 }, (_, person) => {
    const id = person === 0 ? canary : `${'0'.repeat(13)}${person.toString(16).padStart(3, '0')}`;
    return [9, 10, 11].map(
      (hour) => `2026-05-04T${`${hour}`.padStart(2, '0')}:10:00Z,${id},${places[person % 2]}`,
    );
  });
  return `time,subscriber,latitude,longitude\n${rows.flat().join('\n')}\n`;
}

export async function makeGround(folder: string): Promise<Ground> {
  const at = (name: string): string => join(folder, name);
  const ground: Ground = {
    folder,
    events: at('events.csv'),
    policy: at('policy.json'),
    key: at('petra.key.json'),
    exports: at('exports'),
    bundle: join(at('exports'), 'town.freigabe.zip'),
    userData: at('user-data'),
    temporary: at('temporary'),
    answers: at('answers.json'),
  };
  for (const each of [ground.exports, ground.userData, ground.temporary]) mkdirSync(each);
  writeFileSync(ground.events, events());
  const { solo } = builtInPolicies;
  writeFileSync(
    ground.policy,
    JSON.stringify({
      ...solo,
      id: 'solo-without-attacks',
      title: 'Solo without attacks',
      attacks: { ...solo.attacks, required: [] },
    }),
  );
  const key = await createKeyFile('petra@example.org', passphrase, '2026-05-20');
  writeFileSync(ground.key, keyFileBytes(key));
  writeFileSync(
    ground.answers,
    JSON.stringify({ open: { policy: ground.policy, key: ground.key }, save: { bundle: ground.bundle } }),
  );
  return ground;
}
