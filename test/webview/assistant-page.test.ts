import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  chineseTexts,
  type OpenedAssistant,
  openAssistant,
  ScriptedAssistant,
} from './harness/assistant-page';
import { conversations } from './harness/assistant-states';
import { axeViolations } from './harness/dashboard-page';
import { chromiumPath, type Look, launch } from './harness/served-page';
import type { Theme } from './harness/themes';

const pictures = path.resolve(__dirname, '../../test-results/screenshots/assistant');

let browser: Browser;
let assistant: ScriptedAssistant;
let opened: OpenedAssistant;
let page: Page;

async function open(state: ScriptedAssistant['state'] | object = {}, look: Look = {}): Promise<void> {
  assistant = new ScriptedAssistant(state);
  opened = await openAssistant(browser, assistant, { height: 900, ...look });
  page = opened.page;
}

/** For people to look at, with all that scrolls in sight. */
async function picture(name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const hidden = await page.evaluate<number>(
    `(() => { const main = document.querySelector('.transcript'); return main.scrollHeight - main.clientHeight; })()`,
  );
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await page.setViewportSize({ width, height: Math.min(height + hidden, 4000) });
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

async function isWithinWidth(): Promise<boolean> {
  return page.evaluate<boolean>(
    `document.documentElement.scrollWidth <= innerWidth && document.querySelector('.transcript').scrollWidth <= document.querySelector('.transcript').clientWidth`,
  );
}

describe.skipIf(!chromiumPath)('the assistant’s page, in a browser', () => {
  beforeAll(async () => {
    browser = await launch('assistant');
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    expect(opened.complaints).toEqual([]);
    await page.close();
  });

  test.for<[Theme, number]>([
    ['light', 1000],
    ['dark', 400],
    ['high-contrast', 1000],
    ['high-contrast-light', 320],
  ])(
    'shows an answer and a report, and breaks no rule of accessibility: %s, %i wide',
    async ([theme, width]) => {
      for (const name of ['answered', 'report']) {
        await open(conversations[name], { theme, width });
        await picture(`${name}-${theme}-${width}`);
        expect(await axeViolations(page)).toEqual([]);
        expect(await isWithinWidth()).toBe(true);
        if (name === 'answered') await page.close();
      }
    },
  );

  test.for(Object.keys(conversations))('shows a conversation: %s', async (name) => {
    await open(conversations[name], { width: 480 });
    await picture(name.replaceAll(' ', '-'));
    expect(await axeViolations(page)).toEqual([]);
    expect(await isWithinWidth()).toBe(true);
  });

  test.for(['with a model', 'answered', 'report'])('speaks Chinese: %s', async (name) => {
    await open({ ...conversations[name], texts: chineseTexts() }, { width: 480 });
    await picture(`zh-${name.replaceAll(' ', '-')}`);
    expect(await axeViolations(page)).toEqual([]);
    expect(await isWithinWidth()).toBe(true);
  });
});
