/** Where an axis has its marks; few and round. */

/** Steps of 1, 2 or 5 times a power of ten, at most `most` + 1 of them; both ends within. Empty where an end is no number. */
export function roundTicks(min: number, max: number, most: number): readonly number[] {
  if (!(Number.isFinite(min) && Number.isFinite(max) && max > min)) return Number.isFinite(min) ? [min] : [];
  const rough = (max - min) / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough * 0.999999);
  return step === undefined ? [min] : multiples(min, max, step);
}

/** Powers of ten from the one at or below `min`, thinned to at most `most`; both must be above 0. */
export function powerTicks(min: number, max: number, most: number): readonly number[] {
  const first = Math.floor(Math.log10(min) + 1e-9);
  const last = Math.ceil(Math.log10(max) - 1e-9);
  const step = Math.max(1, Math.ceil((last - first) / Math.max(1, most)));
  const count = Math.floor((last - first) / step) + 1;
  return Array.from({ length: count }, (_, i) => 10 ** (first + i * step));
}

/** Multiples are counted, not added: 0.1 three times would not be 0.3. */
function multiples(min: number, max: number, step: number): readonly number[] {
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const at = (first + i) * step;
    return digits > 0 && digits < 20 ? Number(at.toFixed(digits)) : at;
  });
}
