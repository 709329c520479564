import path from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { laterBundles, loadedAtOnce, loadedLater } from '../../scripts/build/loaded-later.mjs';

const checkout = path.resolve(__dirname, '../..');

/** A bundle of a module of the extension's room that holds this code. */
async function bundled(contents: string) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: checkout,
    stdin: { contents, resolveDir: path.join(checkout, 'src/extension'), loader: 'ts' },
    outfile: 'dist/tried.js',
    ...{ bundle: true, platform: 'node', format: 'cjs', target: 'node20', write: false, metafile: true },
    plugins: [loadedLater.plugin],
    supported: loadedLater.supported,
  });
  return { code: outputFiles[0]?.text ?? '', metafile };
}

describe('what is loaded later', () => {
  it.each([
    ["import('../node/assistant/assistant')", './assistant.js'],
    ["import('../node/llm/openai-library')", './openai.js'],
    ["import('re2js')", './re2.js'],
  ])('%s becomes a require of %s, and nothing of it comes along', async (dynamic, bundle) => {
    const { code } = await bundled(`export const load = () => ${dynamic};`);
    expect(code).toContain(`require("${bundle}")`);
    expect(code.length).toBeLessThan(4000);
    expect([...laterBundles.values()]).toContain(bundle.slice(2));
  });

  it('any other dynamic import stays in its bundle', async () => {
    const { code } = await bundled("export const load = () => import('../node/llm/presets');");
    expect(code).toContain('DashScope');
  });

  it('a static import of it is found', async () => {
    const what = { bundles: ['dist/tried.js'], packages: /node_modules\/re2js\// };
    const early = await bundled("import { RE2JS } from 're2js'; export const a = RE2JS;");
    expect(loadedAtOnce([early.metafile], what)[0]).toMatch(/^dist\/tried\.js: node_modules\/re2js\//);
    const later = await bundled("export const load = () => import('re2js');");
    expect(loadedAtOnce([later.metafile], what)).toEqual([]);
  });
});
