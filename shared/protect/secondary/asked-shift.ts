/** Which group is to change, in which direction (1 or -1), and by how much at most. */
export interface Shift {
  readonly group: number;
  readonly direction: number;
  readonly amount: number;
}
