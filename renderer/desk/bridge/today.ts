const two = (part: number) => `${part}`.padStart(2, '0');

/** The date of the machine's clock in its own time zone, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
