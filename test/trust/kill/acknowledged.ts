import type { ElectronApplication } from '@playwright/test';
import { z } from 'zod';
import { contract } from '../../../shared/ipc/contract.ts';
import type { KeptWork } from '../../../shared/ipc/kept-work.ts';

const mark = 'acknowledged ';
const Line = z.object({ channel: z.string(), answer: z.unknown() });

/** What main told the desk it had done, in order. */
export interface Acknowledged {
  readonly drafts: KeptWork[];
  readonly discarded: string[];
  /** Digests of releases that were exported. */
  readonly releases: string[];
}

/** Has main say on its output what it answers, before the desk hears it; what is in a pipe outlives the process. */
export async function listen(app: ElectronApplication): Promise<Acknowledged> {
  const heard: Acknowledged = { drafts: [], discarded: [], releases: [] };
  let rest = '';
  app.process().stdout?.on('data', (data: Buffer) => {
    const lines = `${rest}${data.toString()}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith(mark)) take(line.slice(mark.length), heard);
  });
  await app.evaluate(
    ({ ipcMain }, { mark: beginning, channels }) => {
      type Listener = (...args: readonly unknown[]) => Promise<unknown>;
      const { _invokeHandlers: all } = ipcMain as unknown as { _invokeHandlers: Map<string, Listener> };
      for (const channel of channels) {
        const own = all.get(channel);
        if (own === undefined) throw new Error(`nobody answers ${channel}`);
        all.set(channel, async (...args) => {
          const answer = await own(...args);
          process.stdout.write(`\n${beginning}${JSON.stringify({ channel, answer })}\n`);
          return answer;
        });
      }
    },
    { mark, channels: ['draft.save', 'draft.discard', 'release.seal'] },
  );
  return heard;
}

function take(text: string, heard: Acknowledged): void {
  const { channel, answer } = Line.parse(JSON.parse(text));
  if (channel === 'draft.save') {
    const saved = contract['draft.save'].response.parse(answer);
    if (saved.ok) heard.drafts.push(saved.value);
  }
  if (channel === 'release.seal') {
    const sealed = contract['release.seal'].response.parse(answer);
    if (sealed.ok && sealed.value.kind === 'exported') heard.releases.push(sealed.value.receipt.digest);
  }
}
