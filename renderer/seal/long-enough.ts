/** Whether a passphrase has 14 characters or five words. The key file is made by the same rule, checked again there. */
export function longEnough(passphrase: string): boolean {
  const wordCount = passphrase.split(/\s+/).filter((word) => word !== '').length;
  return Array.from(passphrase).length >= 14 || wordCount >= 5;
}
