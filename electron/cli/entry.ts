import { Refusal } from '../../shared/base/failure.ts';
import { attack } from './commands/attack.ts';
import { audit } from './commands/audit.ts';
import { compare } from './commands/compare.ts';
import { demo } from './commands/demo.ts';
import { generate } from './commands/generate.ts';
import { ledger } from './commands/ledger.ts';
import { profile } from './commands/profile.ts';
import { receipt } from './commands/receipt.ts';
import { release } from './commands/release.ts';
import { report } from './commands/report.ts';
import { status } from './commands/status.ts';
import { trust } from './commands/trust.ts';
import { approveCommand, inspectCommand, keygenCommand, verifyCommand } from './bundle-commands.ts';
import type { Command } from './command.ts';
import type { CommandOutcome } from './outcome.ts';

const commands: Readonly<Record<string, readonly [Command, string]>> = {
  demo: [demo, 'the main job on an invented town, without a window'],
  generate: [generate, 'write the invented town as files'],
  profile: [profile, 'what is understood of an extract'],
  status: [status, 'whether one identifier objected and would count; changes nothing'],
  release: [release, 'count, protect, sign and write a bundle'],
  verify: [verifyCommand, 'check a bundle from anyone'],
  inspect: [inspectCommand, 'show what is in a bundle'],
  attack: [attack, 'verify a bundle from anyone, then attack what it holds'],
  compare: [compare, 'what changed since an earlier bundle, and what could be subtracted'],
  report: [report, 'verify a bundle and write its report as one page to print'],
  approve: [approveCommand, 'add an approval to a prepared bundle'],
  ledger: [
    ledger,
    'show the releases of this workstation, check their records, print or take in a checkpoint, renew its key',
  ],
  receipt: [receipt, 'sign as a witness that a state of a ledger was seen; check such a receipt'],
  audit: [audit, 'check, show or hand over the audit log of this workstation'],
  keygen: [keygenCommand, 'make a signing key'],
  trust: [trust, 'whose signatures a publisher vouches for: make, sign, import, show, export'],
};

const overview = [
  'freigabe <command> [options]',
  '',
  ...Object.entries(commands).map(([name, [, what]]) => `  ${name.padEnd(10)} ${what}`),
  '',
  'Each command has --help and --json. Exit code 0: it holds; 1: it does not hold; 2: it could not be done.',
  '',
].join('\n');

async function run(name: string | undefined, args: readonly string[]): Promise<CommandOutcome> {
  const command = name === undefined ? undefined : commands[name]?.[0];
  if (command) return command(args, (line) => process.stderr.write(`${line}\n`));
  const asked = name === undefined || name === '--help' || name === 'help';
  if (asked) return { exitCode: 0, json: { help: overview }, text: overview };
  throw new Refusal('bad-option', `There is no command ${name}.\n\n${overview}`, { option: name });
}

function failed(error: unknown): CommandOutcome {
  if (error instanceof Refusal) {
    const { code, message, detail } = error.failure;
    return { exitCode: 2, json: { error: { code, message, detail } }, text: `${message}\n` };
  }
  const isOption =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  const message = error instanceof Error ? error.message : String(error);
  const text = isOption
    ? `${message} See --help.\n`
    : `A defect in Freigabe stopped the command: ${message}\n`;
  return {
    exitCode: 2,
    json: { error: { code: isOption ? 'bad-option' : 'defect', message, detail: {} } },
    text,
  };
}

const [name, ...rest] = process.argv.slice(2);
const wantsJson = rest.includes('--json');
const outcome = await run(
  name,
  rest.filter((arg) => arg !== '--json'),
).catch(failed);
const stream = outcome.exitCode === 2 && !wantsJson ? process.stderr : process.stdout;
stream.write(wantsJson ? `${JSON.stringify(outcome.json)}\n` : outcome.text);
process.exitCode = outcome.exitCode;
