/** Adds each number to the next: counts, one place late, become starts. Changes and returns the array. */
export function runningSums(numbers: Int32Array): Int32Array {
  for (let i = 1; i < numbers.length; i += 1) numbers[i] = (numbers[i] ?? 0) + (numbers[i - 1] ?? 0);
  return numbers;
}

/** Adds one to a number. */
export function countUp(numbers: Int32Array, at: number): void {
  numbers[at] = (numbers[at] ?? 0) + 1;
}
