/** Bins a doubling: numbers of one bin differ by at most 2.2 % (a histogram as of DDSketch: Masson, Rim, Lee, VLDB 2019). */
const binsAnOctave = 32;
/** Above what the logarithm of any double, times 32, can be below zero. */
const offset = 1 << 16;

/** The bin of a finite number: 0 of 0, those of negative numbers are negative; ascending with the number. */
export function binOfNumber(value: number): number {
  if (value === 0) return 0;
  return Math.sign(value) * (offset + Math.round(Math.log2(Math.abs(value)) * binsAnOctave));
}

/** The number in the middle of a bin. */
export function numberOfBin(bin: number): number {
  return bin === 0 ? 0 : Math.sign(bin) * 2 ** ((Math.abs(bin) - offset) / binsAnOctave);
}
