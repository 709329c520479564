import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { DashboardState } from '../../../src/protocol/dashboard';
import type { MetricsAnswer } from '../../../src/protocol/metrics';
import { axeViolations, type OpenedDashboard, openDashboard } from '../harness/dashboard-page';
import { EngineDashboard, type EngineDashboardOptions } from '../harness/engine-dashboard';
import { chromiumPath, type Look, launch } from '../harness/served-page';

const start = Date.UTC(2026, 2, 14, 8);
const second = 1000;
const time = (seconds: number) => new Date(start + seconds * second).toISOString();

/** Two hours: a request each other second, a minute of failures after 40, ten minutes without a word after 70. */
const text = Array.from({ length: 7200 }, (_, s) => {
  if (s >= 4200 && s < 4800) return '';
  if (s >= 2400 && s < 2460)
    return `${time(s)} ERROR [till] card ${s} was turned down by the bank after ${s % 700} ms\n`.repeat(4);
  return s % 2 === 0 ? `${time(s)} INFO [shop] basket ${s} shown in ${s % 80} ms\n` : '';
}).join('');

const cpu: MetricsAnswer = {
  series: [
    {
      name: 'cpu of the till',
      unit: '%',
      seconds: Float64Array.from({ length: 240 }, (_, i) => start / second + i * 30),
      values: Float64Array.from({ length: 240 }, (_, i) => (i === 80 ? 97 : 20)),
    },
  ],
  notes: [{ pattern: 'One column was left out.', values: [] }],
};

let browser: Browser;
let opened: OpenedDashboard;
let host: EngineDashboard;
let page: Page;
/** Ends of the stretches the timeline was asked for. */
let asked: (string | null)[];

async function open(options: Partial<EngineDashboardOptions> = {}, look: Look = {}): Promise<void> {
  host = await EngineDashboard.of({ name: 'shop.log', text, ...options });
  const { handlers } = host;
  asked = [];
  const timeline: typeof handlers.timeline = (request, signal) => {
    asked.push(request.until);
    return handlers.timeline(request, signal);
  };
  Object.defineProperty(host, 'handlers', { value: { ...handlers, timeline } });
  opened = await openDashboard(browser, host, { width: 1000, height: 1600, ...look });
  page = opened.page;
  await page.waitForSelector('#timeline[data-state="content"], #timeline[data-state="empty"]');
}

const card = (id: string): Locator => page.locator(`#${id}`);
const surface = () => page.locator('.timeline-surface');
const sentence = () => card('timeline').locator('.card-sentence').textContent();
const band = (kind: string) => page.locator(`.timeline-band.${kind}`);
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const did = (what: string) => host.done.filter((one) => one.what === what).map((one) => one.with);
/** Seconds since the log's begin, of the range that was set last. */
const rangeSet = () => {
  const range = did('setRange').at(-1) as { from: string; until: string } | null | undefined;
  return (
    range &&
    [range.from, range.until].map((end) =>
      Math.floor(Number(BigInt(end) / 1_000_000n - BigInt(start)) / second),
    )
  );
};

/** A share of the plot's width, in the middle of its bars. */
async function placeAt(share: number): Promise<{ readonly x: number; readonly y: number }> {
  const { x, y, width, height } = (await surface().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x + share * width, y: y + height - 40 };
}

async function drag(from: number, to: number): Promise<void> {
  const [first, last] = [await placeAt(from), await placeAt(to)];
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  await page.mouse.move(last.x, last.y, { steps: 5 });
  await page.mouse.up();
}

describe.skipIf(!chromiumPath)('what steers the dashboard, in a browser', () => {
  beforeAll(async () => {
    browser = await launch('dashboard-timeline');
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    expect(opened.complaints).toEqual([]);
    await page.close();
  });

  test('the timeline says what it shows, and a mouse steers it', async () => {
    await open();
    expect(await sentence()).toMatch(/Errors rose from the usual 0 to 240 a bar at 2026-03-14 08:40:00\./);
    expect(await sentence()).toMatch(/Nothing was written for 10 min/);

    // A drag picks a range, of whole bars; while it lasts nothing is filtered and nothing drawn anew.
    const [first, last] = [await placeAt(0.3), await placeAt(0.4)];
    await page.mouse.move(first.x, first.y);
    await page.mouse.down();
    await page.mouse.move(first.x + 10, last.y);
    await page.evaluate(countDrawings);
    await page.mouse.move(last.x, last.y, { steps: 20 });
    expect(await page.evaluate('drawings')).toBe(0);
    await expect.poll(() => band('pending').isVisible()).toBe(true);
    expect(did('setRange')).toEqual([]);
    await page.mouse.up();
    await expect.poll(rangeSet).toEqual([2160, 2939]);
    await expect.poll(() => band('range').isVisible()).toBe(true);

    // With Shift it picks what the range is compared with.
    await page.keyboard.down('Shift');
    await drag(0.7, 0.8);
    await page.keyboard.up('Shift');
    await expect.poll(() => band('against').isVisible()).toBe(true);
    expect(did('setRange')).toHaveLength(1);

    // The wheel zooms and filters nothing; a double click goes back, to all of it and then to no range.
    const middle = await placeAt(0.34);
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.wheel(0, -600);
    await expect.poll(sentence).toMatch(/ (10|15|30) s a bar\./);
    expect(did('setRange')).toHaveLength(1);
    await page.mouse.dblclick(middle.x, middle.y);
    await expect.poll(sentence).toMatch(/ 1 min a bar\./);
    await page.mouse.dblclick(middle.x, middle.y);
    await expect.poll(rangeSet).toBeNull();
    await expect.poll(() => band('against').isVisible()).toBe(false);
  });

  test('the timeline by keys: a cursor that tells its bar, ranges, lines, zoom', async () => {
    await open();
    await surface().focus();
    const said = card('timeline').locator('[aria-live]');
    await press('Home', 'ArrowRight');
    await expect
      .poll(() => said.textContent())
      .toMatch(/^2026-03-14 08:01:00 – 08:02:00\. 30 records\. Information 30$/);
    await press('Enter');
    await expect.poll(() => did('revealAnalysed')).toEqual([30]);

    for (let bar = 1; bar < 40; bar++) await press('ArrowRight');
    await press('Enter');
    await expect.poll(() => did('reveal').length).toBe(1);
    const { findings } = host.state.log ?? { findings: { lines: [] as number[] } };
    expect([...findings.lines]).toContain(did('reveal')[0]);

    await page.keyboard.down('Shift');
    await press('ArrowRight', 'ArrowRight');
    expect(did('setRange')).toEqual([]);
    await page.keyboard.up('Shift');
    await expect.poll(rangeSet).toEqual([2400, 2579]);
    await press('+', '+', '+');
    await expect.poll(sentence).toMatch(/ (5|10|15) s a bar\./);
    await press('Escape');
    await expect.poll(rangeSet).toBeNull();
    await press('Escape');
    await expect.poll(sentence).toMatch(/ 1 min a bar\./);
  });

  test('a mark tells why, and leads to its line', async () => {
    await open();
    const { width } = (await surface().boundingBox()) ?? { width: 0 };
    const plotTop = await page.evaluate<string>(
      `document.querySelector('.timeline-surface').style.getPropertyValue('--plot-top')`,
    );
    const mark = { x: (2400 / 7200) * width, y: Number.parseFloat(plotTop) - 20 };
    await surface().hover({ position: mark });
    await expect
      .poll(() => page.locator('.tooltip').textContent())
      .toMatch(/anomal.*(Critical|High|Medium|Low).+/);
    await surface().click({ position: mark });
    await expect.poll(() => did('reveal').length).toBe(1);
  });

  test('headlines and incidents lead to their lines, and a card shows its stretch', async () => {
    await open();
    await card('headlines').locator('button.headline').first().click();
    await expect.poll(() => did('revealAnalysed').length).toBe(1);

    const incident = card('incidents').locator('.incident').first();
    await incident.locator('.incident-line').first().click();
    await expect.poll(() => did('reveal').length).toBe(1);
    await expect.poll(() => band('highlight').isVisible()).toBe(true);
    await incident.getByRole('button', { name: /^Export/ }).click();
    const [{ id }] = host.state.log?.incidents ?? [{ id: '' }];
    await expect.poll(() => did('incident')).toEqual([{ id, does: 'export' }]);
    await page.mouse.move(0, 0);
    await surface().focus();
    await expect.poll(() => band('highlight').isVisible()).toBe(false);
  });

  test('metrics share the time and the cursor of the timeline', async () => {
    await open({ metrics: cpu });
    await page.waitForSelector('#metrics[data-state="content"]');
    expect(await card('metrics').locator('.card-sentence').textContent()).toBe(
      '1 series. cpu of the till stood out most: 97 % at 2026-03-14 08:40:00, 20 % is usual.',
    );
    const place = await placeAt((2400 + 10) / 7200);
    await page.mouse.move(place.x, place.y);
    await expect.poll(() => page.locator('.metric-value').textContent()).toBe('97 %');
    await page.locator('.metric-surface').focus();
    await press('ArrowRight');
    await expect
      .poll(() => card('metrics').locator('[aria-live]').textContent())
      .toMatch(/cpu of the till \d+ %/);
    expect(await axeViolations(page)).toEqual([]);
  });

  test('without metrics their card offers them, and without incidents theirs says so', async () => {
    const calm = Array.from({ length: 600 }, (_, s) => `${time(s)} INFO [shop] basket ${s} shown\n`).join('');
    await open({ text: calm });
    await card('metrics').getByRole('button', { name: 'Add Metrics…' }).click();
    await expect.poll(() => did('run')).toEqual(['addMetrics']);
    expect(await card('incidents').textContent()).toContain('nothing unusual was found');
  });

  test('a log that is followed stays at its end, where it was looked at', async () => {
    await open();
    await surface().focus();
    await press('End', '+', '+');
    await expect.poll(sentence).not.toMatch(/ 1 min a bar\./);
    const log = host.state.log as NonNullable<DashboardState['log']>;
    const lastTime = String(BigInt(log.lastTime ?? 0) + 600_000_000_000n);
    opened.host.notify('state', { ...host.state, isFollowed: true, log: { ...log, version: 99, lastTime } });
    await expect.poll(() => asked.at(-1)).toBe(lastTime);
  });

  test('of a hundred thousand marks none is drawn while a range is picked', async () => {
    const base = await EngineDashboard.of({ name: 'shop.log', text });
    const log = base.state.log as NonNullable<DashboardState['log']>;
    const count = 100_000;
    const many = {
      lines: Uint32Array.from({ length: count }, (_, i) => i % 3000),
      severities: Uint8Array.from({ length: count }, (_, i) => i % 4),
      seconds: Float64Array.from({ length: count }, (_, i) => start / second + (i * 7200) / count),
      scores: new Float32Array(count),
      templates: new Uint32Array(count),
      counts: new Uint32Array(count).fill(1),
    };
    await open({ state: { log: { ...log, findings: many } } });
    const from = await placeAt(0.1);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 20, from.y);
    await page.evaluate(countDrawings);
    await page.evaluate(watchFrames);
    await page.mouse.move(from.x + 700, from.y, { steps: 120 });
    expect(await page.evaluate('drawings')).toBe(0);
    const frames = await page.evaluate<number[]>('stopWatching()');
    const sorted = frames.sort((a, b) => a - b);
    console.info(
      `brushing 100,000 marks: ${frames.length} frames, median ${sorted[frames.length >> 1]?.toFixed(1)} ms`,
    );
    await page.mouse.up();
    await expect.poll(rangeSet).not.toBeUndefined();
  });
});

/** A canvas that is drawn anew is cleared first. */
const countDrawings = `
  window.drawings = 0;
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (...place) {
    window.drawings++;
    return clear.apply(this, place);
  };`;

const watchFrames = `
  window.frames_ = [];
  let former = performance.now();
  let isWatching = true;
  const frame = (now) => {
    window.frames_.push(now - former);
    former = now;
    if (isWatching) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  window.stopWatching = () => { isWatching = false; return window.frames_; };`;
