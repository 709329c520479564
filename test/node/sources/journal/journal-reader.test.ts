import { expect, test } from 'vitest';
import { journalReader } from '../../../../src/node/sources/journal/journal-reader';
import type { JournalQuery } from '../../../../src/protocol/log-source';
import { sentenceText } from '../../../../src/protocol/sentence';
import type { LastEntries } from '../../../../src/protocol/sources';
import { temporaryFolder } from '../../temporary-folder';
import { ProgramAsking } from '../programs/asking';
import { failing, onlyPrograms, printing } from '../programs/fake-programs';

/** What journalctl says where it can read nothing or not all. A real journal is read in test/live/journal. */
const folder = temporaryFolder();
const source = { kind: 'journal', name: 'here', path: null } as const;
const all: JournalQuery = {
  kind: 'journal',
  units: [],
  priority: null,
  boot: null,
  from: null,
  until: null,
  limit: null,
};

const entry = (micros: number) =>
  `${JSON.stringify({ __REALTIME_TIMESTAMP: String(micros), __CURSOR: `c${micros}`, MESSAGE: `m${micros}` })}\n`;

async function fetched(journalctl: string, query: Partial<JournalQuery> = {}) {
  onlyPrograms(folder, { journalctl });
  const asking = new ProgramAsking();
  const texts: string[] = [];
  for await (const batch of journalReader.fetch(source, { ...all, ...query }, asking)) {
    if (batch.kind === 'entries') texts.push(...batch.entries.map(({ text }) => text));
  }
  return { texts, asking };
}

test('entries come in the order of journalctl, and the last one is where a tail goes on', async () => {
  const { texts, asking } = await fetched(printing(entry(5) + entry(4)));
  expect(texts).toEqual(['m5', 'm4']);
  expect(asking).toMatchObject({ last: { time: '4000', keys: ['c4'] }, notes: [], isMissing: false });
});

test('a hint that not all is seen is told, and that entries are missing', async () => {
  const hint =
    'Hint: You are currently not seeing messages from other users and the system.\n      Users in some groups can see all messages.\n      Pass -q to turn off this notice.\n';
  const { asking } = await fetched(`${failing(hint, 0)}${printing(entry(1))}`);
  expect(asking.notes).toEqual([expect.stringMatching(/^You see your own messages only/)]);
  expect(asking.isMissing).toBe(true);
});

test('a file that is passed over is told', async () => {
  const words = 'Journal file /var/log/journal/x.journal corrupted, ignoring file.\n';
  const { asking } = await fetched(`${failing(words, 0)}${printing(entry(1))}`);
  expect(asking.notes[0]).toContain('/var/log/journal/x.journal corrupted');
  expect(asking.isMissing).toBe(true);
});

test('what nobody foresaw is told as it is', async () => {
  const { asking } = await fetched(`${failing('The moon is \u001b[1mfull\n', 0)}${printing(entry(1))}`);
  expect(asking.notes).toEqual(['journalctl says: The moon is [1mfull']);
  expect(asking.isMissing).toBe(false);
});

test('lines that are no entries are told of', async () => {
  const { texts, asking } = await fetched(printing(`${entry(1)}half of an {entry\n${entry(2)}{"cut":`));
  expect(texts).toEqual(['m1', 'm2']);
  expect(asking.isMissing).toBe(true);
});

test.each([
  ['there is no journal', failing('No journal files were found.\n', 0), 'no-journal'],
  [
    'it may not be read',
    failing('No journal files were opened due to insufficient permissions.\n'),
    'journal-forbidden',
  ],
  [
    'the boot is unknown',
    failing('Data from the specified boot (-5) is not available: No such boot\n'),
    'program-failed',
  ],
])('%s: a sentence says so', async (_, journalctl, code) => {
  await expect(fetched(journalctl)).rejects.toMatchObject({ code });
});

test('without journalctl a sentence says what to do', async () => {
  onlyPrograms(folder, {});
  const reading = journalReader.fetch(source, all, new ProgramAsking());
  await expect(reading[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'no-journalctl' });
});

test('a span that holds no microsecond asks nothing', async () => {
  onlyPrograms(folder, {});
  const asking = new ProgramAsking();
  const reading = journalReader.fetch(source, { ...all, from: '1', until: '999' }, asking);
  expect(await reading[Symbol.asyncIterator]().next()).toEqual({ done: true, value: undefined });
});

/** The arguments journalctl was given, as the text of an entry. */
const echo = `console.log(JSON.stringify({ __REALTIME_TIMESTAMP: '1', __CURSOR: 'c1', MESSAGE: args.slice(3).join(' ') }));`;

const tails: readonly { from: string; after: LastEntries | null; asks: string }[] = [
  { from: 'now on', after: null, asks: '--follow --lines=0' },
  { from: 'a cursor on', after: { time: '7000', keys: ['c7'] }, asks: '--follow --no-tail --cursor=c7' },
  {
    from: 'the beginning of a journal that was empty on',
    after: { time: '0', keys: [] },
    asks: '--follow --no-tail',
  },
];

test.each(tails)('a tail goes on from $from', async ({ after, asks }) => {
  onlyPrograms(folder, { journalctl: echo });
  const texts: string[] = [];
  const reading = (async () => {
    for await (const batch of journalReader.tail(source, all, after, new ProgramAsking()))
      if (batch.kind === 'entries') texts.push(...batch.entries.map(({ text }) => text));
  })();
  await expect(reading).rejects.toMatchObject({ code: 'journal-over' });
  expect(texts).toEqual([asks]);
});

const headers = (files: readonly (readonly [entries: number, first: number, last: number])[]) =>
  files
    .map(
      ([entries, first, last], i) =>
        `File path: /j/${i}.journal\nState: ONLINE\nHead realtime timestamp: some day (${first.toString(16)})\nTail realtime timestamp: some day (${last.toString(16)})\nEntry objects: ${entries}\n`,
    )
    .join('\n');

test.each([
  ['everything', {}, 300],
  ['the half of one file', { from: '0', until: '50001000' }, 50],
  ['parts of both', { from: '50000000' }, 250],
  ['nothing', { from: '900000000' }, 0],
  ['no more than asked for', { limit: 7 }, 7],
])('an estimate of %s', async (_, query, entries) => {
  onlyPrograms(folder, {
    journalctl: printing(
      headers([
        [100, 0, 100_000],
        [200, 100_001, 300_000],
      ]),
    ),
  });
  const estimate = await journalReader.estimate(source, { ...all, ...query }, new ProgramAsking());
  expect(estimate).toMatchObject({ entries, bytes: null });
  expect(estimate.notes).toHaveLength(1);
});

test.each([
  [
    'its newest entry',
    printing(entry(1772359200000000)),
    true,
    'newest entry is of 2026-03-01T10:00:00.000Z',
  ],
  ['that it is empty', '', true, 'It is empty'],
  ['that there is none', failing('No journal files were found.\n', 0), false, 'No journal is kept'],
])('testing it tells %s', async (_, journalctl, ok, words) => {
  onlyPrograms(folder, {
    journalctl: `if (args.includes('--version')) console.log('systemd 252 (252-1)\\n+PAM'); else { ${journalctl} }`,
  });
  const verdict = await journalReader.test(source, new ProgramAsking());
  expect(verdict.ok).toBe(ok);
  expect(sentenceText(verdict.sentence)).toContain(words);
  if (ok) expect(verdict.server).toBe('systemd 252');
});
