import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { generateShopLog } from '../../src/engine/dataset/generator/shop-log';
import { identityOf } from '../../src/engine/labels/record-names';
import { axeViolations, fillAll, type OpenedDashboard, openDashboard } from './harness/dashboard-page';
import { depotLog } from './harness/depot-log';
import { EngineDashboard, type EngineDashboardOptions } from './harness/engine-dashboard';
import { chromiumPath, type Look, launch } from './harness/served-page';
import type { Theme } from './harness/themes';

const pictures = path.resolve(__dirname, '../../test-results/screenshots/dashboard');
const shop = generateShopLog({ seed: 1 }).text;

let browser: Browser;
let opened: OpenedDashboard;
let page: Page;
let host: EngineDashboard;

async function open(options: Partial<EngineDashboardOptions> = {}, look: Look = {}): Promise<void> {
  host = await EngineDashboard.of({ name: 'shop.log', text: shop, ...options });
  opened = await openDashboard(browser, host, { width: 1100, height: 900, ...look });
  page = opened.page;
}

/** The whole page, for people to look at. */
async function picture(name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await fillAll(page);
  const height = await page.evaluate<number>(`document.querySelector('.dashboard').scrollHeight`);
  const width = page.viewportSize()?.width ?? 0;
  await page.setViewportSize({ width, height: Math.min(height, 6000) });
  await fillAll(page);
  await page.evaluate(`document.querySelector('.dashboard').scrollTo(0, 0)`);
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

const card = (id: string) => page.locator(`#${id}`);

describe.skipIf(!chromiumPath)('the dashboard, in a browser', () => {
  beforeAll(async () => {
    browser = await launch('dashboard');
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    expect(opened.complaints).toEqual([]);
    await page.close();
  });

  test.for<[Theme, number]>([
    ['light', 1100],
    ['dark', 1100],
    ['high-contrast', 1100],
    ['high-contrast-light', 1100],
    ['dark', 400],
    ['light', 400],
  ])('shows every card and breaks no rule of accessibility: %s, %i wide', async ([theme, width]) => {
    await open({}, { theme, width });
    await picture(`all-${theme}-${width}`);
    expect(await page.locator('.card[data-state="problem"]').allTextContents()).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    const overflow = await page.evaluate<number>(
      `document.querySelector('.dashboard').scrollWidth - document.querySelector('.dashboard').clientWidth`,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test.for<[string, Partial<EngineDashboardOptions>]>([
    ['without times', { text: 'INFO one\nERROR two failed\nINFO one\n'.repeat(40) }],
    ['of one line', { text: '2026-03-14T09:26:53Z INFO started\n' }],
    ['of twenty years', { text: twentyYears() }],
    ['of hostile text', { text: hostile() }],
    ['that was not analysed', { state: { log: null, status: 'none' } }],
    [
      'that is being analysed',
      { state: { log: null, status: 'running', progress: { phase: 'reading', percent: 42, lines: 1000 } } },
    ],
    ['that changed', { state: { status: 'stale' } }],
  ])('shows a log %s', async ([name, options]) => {
    await open(options);
    await picture(name.replaceAll(' ', '-'));
    expect(await page.locator('.card[data-state="problem"]').allTextContents()).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
  });

  test('the small view holds the first cards', async () => {
    await open({ state: { size: 'panel' } }, { width: 320, height: 800 });
    await picture('panel');
    expect(await page.locator('.card').count()).toBe(3);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Open Dashboard' }).click();
    await expect.poll(() => host.done.at(-1)).toEqual({ what: 'run', with: 'openDashboard' });
  });

  test.for<Theme>(['dark'])(
    'what is labelled says so where it stands, once it is labelled: %s',
    async (theme) => {
      await open({}, { theme });
      await card('incidents').locator('.incident').first().waitFor();
      expect(await page.locator('.label-sign').count()).toBe(0);
      const { incidents, findings, templates } = host.judged;
      const [{ id, findings: within }] = incidents;
      const parts = findings.filter((finding) => within.includes(finding.id)).map(identityOf);
      const incident = { kind: 'incident', id, findings: parts } as const;
      await card('incidents').scrollIntoViewIfNeeded();
      await host.label([{ subject: incident, verdict: 'anomalous', category: 'database', note: null }]);
      const sign = card('incidents').locator('.label-sign');
      await sign.filter({ hasText: 'Label: Anomalous · database' }).waitFor();
      const [common, other] = templates
        .toSorted((one, another) => another.count - one.count)
        .map((template) => ({ kind: 'template', ...template }) as const);
      await card('templates').scrollIntoViewIfNeeded();
      await host.label([
        { subject: common, verdict: 'normal', category: null, note: null },
        { subject: other, verdict: 'anomalous', category: 'leaky <b>cache', note: null },
      ]);
      const rows = card('templates').locator('.template-row:not([hidden])');
      await rows.filter({ hasText: 'Label: Normal' }).waitFor();
      await rows.filter({ hasText: 'Label: Anomalous · leaky <b>cache' }).waitFor();
      expect(await rows.locator('.label-sign').count()).toBe(2);
      // Cards that wait for their answers are dimmed: it fills them first.
      await picture(`labelled-${theme}`);
      expect(await axeViolations(page)).toEqual([]);
      await host.label([]);
      await expect.poll(() => rows.locator('.label-sign').count()).toBe(0);
    },
  );

  test('a range of the timeline asks what is different there', async () => {
    const { text, from, until } = depotLog();
    await open({ name: 'depot.log', text });
    await fillAll(page);
    opened.host.notify('range', { from, until });
    await card('contrast').scrollIntoViewIfNeeded();
    await card('contrast').locator('.contrast', { hasText: 'refused' }).first().waitFor();
    await card('contrast').locator('.contrast', { hasText: 'cedar' }).first().waitFor();
    await picture('range');
    await page.getByRole('button', { name: 'Show all of its time' }).click();
    await expect.poll(() => host.done.at(-1)).toEqual({ what: 'setRange', with: null });
  });

  test.for<Theme>(['light', 'high-contrast'])(
    'a saved picture has what the page tells apart by: %s',
    async (theme) => {
      await open({}, { theme });
      const saveAs = async (id: string, kind: string) => {
        const before = host.saved.length;
        await card(id).scrollIntoViewIfNeeded();
        await card(id)
          .getByRole('button', { name: /^Save / })
          .click();
        await page.getByRole('menuitem', { name: kind }).click();
        await expect.poll(() => host.saved.length).toBe(before + 1);
        return host.saved[before].content;
      };
      const isHighContrast = theme.startsWith('high-contrast');
      const timeline = String(await saveAs('timeline', 'As SVG'));
      expect(timeline).not.toContain('var(--');
      expect(/fill="url\(#oddline-timeline-warn\)"/.test(timeline)).toBe(isHighContrast);
      const services = String(await saveAs('service-map', 'As SVG'));
      expect(/class="edged"[^>]*stroke="|stroke="[^>]*class="edged"/.test(services)).toBe(isHighContrast);
      const drawn = await saveAs('timeline', 'As PNG');
      mkdirSync(pictures, { recursive: true });
      writeFileSync(path.join(pictures, `saved-timeline-${theme}.png`), drawn as Uint8Array);
      writeFileSync(path.join(pictures, `saved-services-${theme}.svg`), services);
    },
  );

  test('the report holds every card, loads nothing, and hides secrets when asked', async () => {
    await open();
    await page.getByRole('button', { name: 'Export Report' }).click();
    await page.getByRole('menuitem', { name: 'Report as HTML, redacted…' }).click();
    await expect.poll(() => host.saved.length).toBe(1);
    const html = String(host.saved[0].content);
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).not.toMatch(/<script|<link|\bsrc=|https?:(?!\/\/www\.w3\.org)|var\(--/i);
    expect(html).not.toMatch(/\b10\.\d+\.\d+\.\d+\b/);
    expect(html.match(/<h2>/g)?.length).toBeGreaterThan(5);
  });
});

function twentyYears(): string {
  const day = 86_400_000;
  const lines = Array.from({ length: 7300 }, (_, i) => {
    const time = new Date(Date.UTC(2006, 0, 1) + i * day).toISOString();
    return `${time} ${i % 900 === 0 ? 'ERROR backup failed: disk full' : 'INFO backup of volume 3 done'}\n`;
  });
  return lines.join('');
}

function hostile(): string {
  const texts = [
    'INFO </script><img src=x onerror="window.hacked=1">',
    'ERROR \u202egnitirw sdrawkcab \u0000 \u001b[31mred\u001b[0m failed',
    `WARN ${'wide'.repeat(2000)}`,
    'INFO ܐܒܓ العربية תשובה = "a","b"',
  ];
  return Array.from({ length: 400 }, (_, i) => {
    const time = new Date(Date.UTC(2026, 2, 14, 9, 0, i)).toISOString();
    return `${time} ${texts[(i * i) % 4]} ${i}\n`;
  }).join('');
}
