import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Frame, FrameLocator } from 'playwright-core';
import { Workbench } from '../harness/workbench';

const corpus = corpusFile('service-5000MB.log');
const jumps = 200;

/** Generated corpora are kept outside the checkout, by edition. */
function corpusFile(name: string): string | undefined {
  const root = path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'oddline-bench');
  const editions = existsSync(root) ? readdirSync(root) : [];
  return editions.map((edition) => path.join(root, edition, name)).find((file) => existsSync(file));
}

describe('the first screen of 5 GB', function () {
  this.timeout(600_000);
  let workbench: Workbench;
  before(async function () {
    if (!corpus) this.skip();
    workbench = await Workbench.open({ files: { 'small.log': 'one line\n'.repeat(1000) } });
    symlinkSync(corpus, workbench.file('first.log'));
    symlinkSync(corpus, workbench.file('second.log'));
  });
  after(() => workbench?.close());

  const view = (): FrameLocator =>
    workbench.page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame');

  /** Seconds from the view's `ready` to its first rows on screen, and from the command to them. */
  async function open(name: string): Promise<{ readonly ready: number; readonly all: number }> {
    await workbench.runCommand('View: Show Explorer', 'Explorer');
    const row = workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
    const began = performance.now();
    await workbench.chooseFromMenu(row, 'Open in Big-Log Editor');
    await workbench.page.locator('.tab.active', { hasText: name }).first().waitFor();
    await view().locator('.row:not(.skeleton) .number').first().waitFor({ timeout: 60_000 });
    const all = (performance.now() - began) / 1000;
    const frame = await activeFrame();
    await frame.waitForFunction(() => performance.getEntriesByName('first rows').length > 0);
    const ready = await frame.evaluate(() => performance.getEntriesByName('first rows')[0].duration);
    return { ready: ready / 1000, all };
  }

  async function activeFrame(): Promise<Frame> {
    const element = await view().locator('body').elementHandle();
    const frame = await element?.ownerFrame();
    if (!frame) throw new Error('no view');
    return frame;
  }

  function tell(what: string, seconds: { readonly ready: number; readonly all: number }): void {
    console.log(
      `  ${what}: ${seconds.ready.toFixed(2)} s from ready, ${seconds.all.toFixed(2)} s from the command`,
    );
  }

  it('in a window that has shown no webview yet', async () => {
    tell('cold', await open('first.log'));
  });

  it('in a window that has shown one', async () => {
    tell('warm', await open('second.log'));
    await workbench.screenshot('first-screen-5GB');
  });

  it('jumps by the scrollbar, while lines are counted and after', async () => {
    const frame = await activeFrame();
    await frame.evaluate(watchJumps);
    for (let jump = 0; jump < jumps; jump++) await dragThumb(frame, (jump * 0.618034) % 1);
    const times = (
      await frame.evaluate(() => performance.getEntriesByName('jump').map((one) => one.duration))
    ).sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(times.length * share)]?.toFixed(0);
    console.log(`  ${times.length} jumps: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms`);
  });

  /** By the mouse, as a reader does; resolves when the rows there are on screen. */
  async function dragThumb(frame: Frame, share: number): Promise<void> {
    const before = await frame.evaluate(() => performance.getEntriesByName('jump').length);
    const thumb = await view().locator('.thumb').boundingBox();
    const track = await view().locator('.scrollbar').boundingBox();
    if (!thumb || !track) throw new Error('no scrollbar');
    const { mouse } = workbench.page;
    await mouse.move(thumb.x + thumb.width / 2, thumb.y + thumb.height / 2);
    await mouse.down();
    await mouse.move(
      thumb.x + thumb.width / 2,
      track.y + thumb.height / 2 + share * (track.height - thumb.height),
    );
    await mouse.up();
    await frame.waitForFunction((count) => performance.getEntriesByName('jump').length > count, before);
  }
});

/** Runs in the view: measures from each drag of the pointer to the frame whose rows all have their text. */
const watchJumps = `{
  const rows = document.querySelector('.rows');
  const shown = () => rows.querySelector('.row .number')?.textContent ?? '';
  let watching = false;
  addEventListener('pointermove', ({ buttons }) => {
    if (buttons === 0 || watching) return;
    watching = true;
    const start = performance.now();
    const before = shown();
    const look = () => {
      const isThere = shown() !== before && rows.querySelector('.skeleton') === null;
      // A jump may lead to where the view is already.
      if (!isThere && performance.now() - start < 2000) return requestAnimationFrame(look);
      performance.measure('jump', { start });
      watching = false;
    };
    requestAnimationFrame(look);
  }, true);
}`;
