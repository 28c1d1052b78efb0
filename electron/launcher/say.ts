/** Writes one line for the person at the terminal; standard output stays free for results. */
export function say(line: string): void {
  process.stderr.write(`freigabe: ${line}\n`);
}
