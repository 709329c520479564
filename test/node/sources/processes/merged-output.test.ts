import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MergedOutput } from '../../../../src/node/sources/processes/merged-output';

type Piece = readonly [stream: 'stdout' | 'stderr', text: string];

function program() {
  const streams = { stdout: new PassThrough(), stderr: new PassThrough() };
  return { ...streams, ended: Promise.resolve(0), stop: () => undefined };
}

/** Everything the outputs say, each piece after the one before has arrived. */
async function merged(pieces: readonly Piece[]) {
  const source = program();
  const output = new MergedOutput(source);
  let text = '';
  const taking = (async () => {
    for await (const bytes of output.lines()) text += Buffer.from(bytes).toString();
  })();
  for (const [stream, piece] of pieces) {
    source[stream].write(piece);
    await turn();
  }
  source.stdout.end();
  source.stderr.end();
  await taking;
  return { text, output };
}

const cases: readonly { says: string; pieces: readonly Piece[]; text: string }[] = [
  { says: 'nothing', pieces: [], text: '' },
  {
    says: 'lines in the order in which they came',
    pieces: [
      ['stdout', 'one\n'],
      ['stderr', 'two\n'],
      ['stdout', 'three\n'],
    ],
    text: 'one\ntwo\nthree\n',
  },
  {
    says: 'no line in the middle of another',
    pieces: [
      ['stdout', 'begin'],
      ['stderr', 'aside\n'],
      ['stdout', ' and end\n'],
    ],
    text: 'aside\nbegin and end\n',
  },
  {
    says: 'a last line without an end, as it is',
    pieces: [
      ['stderr', 'words\n'],
      ['stdout', 'cut'],
    ],
    text: 'words\ncut',
  },
];

test.each(cases)('$says', async ({ pieces, text }) => {
  expect((await merged(pieces)).text).toBe(text);
});

test('two lines without an end stay two', async () => {
  const { text } = await merged([
    ['stdout', 'out'],
    ['stderr', 'err'],
  ]);
  expect(text.split('\n').toSorted()).toEqual(['err', 'out']);
});

const anyPieces = fc.array(
  fc.tuple(fc.constantFrom('stdout', 'stderr'), fc.stringMatching(/^[a-c\n]{1,6}$/)),
  { maxLength: 8 },
) as fc.Arbitrary<Piece[]>;

test('no line of either output is lost, cut or changed', async () => {
  await fc.assert(
    fc.asyncProperty(anyPieces, async (pieces) => {
      const { text, output } = await merged(pieces);
      const said = (stream: string) =>
        pieces.flatMap(([of, piece]) => (of === stream ? [piece] : [])).join('');
      const lines = ['stdout', 'stderr'].flatMap((stream) => linesOf(said(stream)));
      expect(linesOf(text).toSorted()).toEqual(lines.toSorted());
      expect(output.outputBytes).toBe(said('stdout').length);
      expect(output.words.bytes).toBe(said('stderr').length);
    }),
    { numRuns: 40 },
  );
});

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

test('who takes nothing makes the program wait', async () => {
  const source = program();
  const lines = new MergedOutput(source).lines();
  const first = lines.next();
  source.stdout.write('first\n');
  await first;
  const megabyte = `${'x'.repeat(1023)}\n`.repeat(1024);
  for (let i = 0; i < 8; i++) source.stdout.write(megabyte);
  await turn();
  expect(source.stdout.isPaused()).toBe(true);
  expect(source.stdout.readableLength + source.stdout.writableLength).toBeGreaterThan(4 * megabyte.length);
  await lines.next();
  expect(source.stdout.isPaused()).toBe(false);
});
