import { table } from '../bench/markdown.mjs';
import { analyse, percent } from './engine.mjs';

const sizes = [2_000, 7_000, 30_000];

/**
 * Share of lines marked in generated logs without trouble.
 *
 * @param {any} engine
 * @param {number} seeds
 */
export function quietTable(engine, seeds) {
  const rows = sizes.map((records) => {
    const shares = Array.from({ length: seeds }, (_, i) => {
      const { text } = engine.generateQuietLog({ seed: i + 1, records });
      const { overview } = analyse(engine, Buffer.from(text)).analysis;
      return overview.markedLines / overview.lines;
    });
    const mean = shares.reduce((sum, share) => sum + share, 0) / seeds;
    const over = shares.filter((share) => share > 0.001).length;
    return [String(records), percent(mean), percent(Math.max(...shares)), `${over} of ${seeds}`];
  });
  return table([['records', 'lines marked', 'most', 'logs above 0.1 %'], ...rows]);
}
