import { beforeAll, describe, expect, test } from 'vitest';
import { buildViews } from '../../scripts/build/views.mjs';

const folder = '.cache/test-views-sizes';

/** Minified, with every piece that is loaded later: what a window may have to read at worst. */
describe('the script of a page', () => {
  let outputs: Awaited<ReturnType<typeof buildViews>>['metafile']['outputs'];
  beforeAll(async () => {
    ({
      metafile: { outputs },
    } = await buildViews({ dev: false, folder }));
  });

  function bytesOf(name: string, counted = new Set<string>()): number {
    if (counted.has(name)) return 0;
    counted.add(name);
    const pieces = outputs[name].imports.filter(({ external }) => !external);
    return pieces.reduce((sum, { path }) => sum + bytesOf(path, counted), outputs[name].bytes);
  }

  test.for<[string, number]>([
    ['dashboard', 400],
    ['assistant', 300],
    ['dataset-export', 40],
  ])('is small: %s, under %i kB', ([page, most]) => {
    const bytes = bytesOf(`${folder}/${page}.js`);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(most * 1000);
  });
});
