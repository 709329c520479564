const bars = '▁▂▃▄▅▆▇█';

/** Counts as a line of bars, at most `width` of them, each the most of its steps. */
export function sparkline(counts: readonly number[], width: number): string {
  const bins = Math.min(width, counts.length);
  const heights = Array.from({ length: bins }, (_, bin) => {
    const from = Math.floor((bin * counts.length) / bins);
    const to = Math.max(from + 1, Math.floor(((bin + 1) * counts.length) / bins));
    return Math.max(...counts.slice(from, to));
  });
  const most = Math.max(1, ...heights);
  return heights
    .map((height) => (height === 0 ? ' ' : bars[Math.ceil((height / most) * bars.length) - 1]))
    .join('');
}
