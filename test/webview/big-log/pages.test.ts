import { expect, test } from 'vitest';
import type { LinesPage, PageRequest } from '../../../src/protocol/log-lines';
import { blockRows, Pages } from '../../../webview/big-log/pages/pages';
import { MemoryLog } from '../harness/memory-log';

const log = new MemoryLog({ lines: 1e8, textOf: (line) => `line ${line}` });

/** Pages whose answers come when they are let. */
function pagesWith(answer: (request: PageRequest) => LinesPage = log.page) {
  const waiting: (() => void)[] = [];
  const asked: number[] = [];
  const arrived: number[] = [];
  const failures: unknown[] = [];
  const pages = new Pages({
    page: (request) => {
      asked.push(request.start.kind === 'row' ? request.start.row : -1);
      return new Promise((resolve, reject) => {
        waiting.push(() => {
          try {
            resolve(answer(request));
          } catch (error) {
            reject(error);
          }
        });
      });
    },
    arrived: ({ firstRow }) => arrived.push(firstRow),
    failed: (error) => failures.push(error),
  });
  const settle = async () => {
    while (waiting.length > 0) {
      waiting.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { pages, asked, arrived, failures, settle };
}

test('what is seen comes first, then its neighbours, each once, and only what is seen is told', async () => {
  const { pages, asked, arrived, settle } = pagesWith();
  pages.want(250, 310, 1e8, false);
  pages.want(250, 310, 1e8, false);
  expect(asked).toEqual([200]);
  await settle();
  expect(asked).toEqual([200, 400, 100]);
  expect(arrived).toEqual([200]);
  expect(pages.get(250)?.text).toBe('line 250');
  expect(pages.get(399)?.text).toBe('line 399');
});

test('places a fast drag passed are not asked for any more', async () => {
  const { pages, asked, settle } = pagesWith();
  for (let row = 0; row < 50; row++) pages.want(row * 1e6 + 50, row * 1e6 + 80, 1e8, false);
  await settle();
  expect(asked.length).toBeLessThanOrEqual(4 + 3);
  expect(pages.get(49e6 + 60)?.text).toBe(`line ${49e6 + 60}`);
});

test('of lines that are not counted yet, all that is seen comes from one page', async () => {
  const { pages, asked, settle } = pagesWith();
  pages.want(5_000_250, 5_000_310, 1e8, true);
  await settle();
  pages.want(5_000_180, 5_000_240, 1e8, true);
  expect(asked).toEqual([5_000_150]);
  expect(pages.get(5_000_180)?.text).toBe('line 5000180');
  pages.dropUncertain();
  expect(pages.get(5_000_180)).toBeUndefined();
});

test('the end is the end, however many lines there are thought to be', async () => {
  const fewer = new MemoryLog({ lines: 7_000, textOf: (line) => `line ${line}` });
  const { pages, asked, settle } = pagesWith(fewer.page);
  pages.want(99_950, 99_999, 100_000, true);
  await settle();
  expect(asked).toEqual([-1]);
  expect(pages.get(99_999)?.text).toBe('line 6999');
  expect(pages.get(99_950)?.text).toBe('line 6950');
});

test('the forty blocks used last stay', async () => {
  const { pages, settle } = pagesWith();
  for (let block = 0; block < 60; block++) {
    pages.want(block * 1000, block * 1000 + 5, 1e8, false);
    await settle();
  }
  expect(pages.get(0)).toBeUndefined();
  expect(pages.get(59_000)?.text).toBe('line 59000');
});

test('an answer to what was shown before is dropped', async () => {
  const { pages, arrived, settle } = pagesWith();
  pages.want(0, 10, 50, false);
  pages.clear();
  await settle();
  expect(arrived).toEqual([]);
  expect(pages.get(0)).toBeUndefined();
});

test('a block that was not full is asked for again when the log grew', async () => {
  const { pages, asked, settle } = pagesWith();
  const short = new MemoryLog({ lines: 130, textOf: String });
  const one = pagesWith(short.page);
  one.pages.want(0, 129, 130, false);
  await one.settle();
  one.pages.dropUncertain();
  one.pages.want(0, 129, 130, false);
  expect(one.asked).toEqual([0, 100]);
  expect([pages.get(0), asked.length, await settle()]).toEqual([undefined, 0, undefined]);
});

test('a page that cannot be read is told once, and not asked for over and over', async () => {
  const failing = pagesWith(() => {
    throw new Error('the file has become shorter');
  });
  failing.pages.want(10, 20, blockRows, false);
  failing.pages.want(10, 20, blockRows, false);
  await failing.settle();
  failing.pages.want(10, 20, blockRows, false);
  expect(failing.failures).toHaveLength(1);
  expect(failing.asked).toEqual([0]);
});

test('where there are fewer rows by now, no row stands in the place of another', async () => {
  const fewer = new MemoryLog({ lines: 250, textOf: (line) => `line ${line}` });
  const { pages, settle } = pagesWith((request) => fewer.page({ ...request, before: 50 }));
  pages.want(200, 249, 300, false);
  await settle();
  expect(pages.get(200)?.text).toBe('line 200');
  expect(pages.get(249)?.text).toBe('line 249');
});
