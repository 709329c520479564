import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonlFile, type JsonlKind } from '../../../src/node/store/versioned-jsonl';
import { temporaryFolder } from '../temporary-folder';

/** Version 1 had {name}, version 2 split it into {first, last}, version 3 added {age}. */
interface Person {
  readonly first: string;
  readonly last: string;
  readonly age: number;
}

const people: JsonlKind<Person> = {
  kind: 'people',
  version: 3,
  migrations: {
    1: ({ name, ...rest }) => {
      const [first, last] = (name as string).split(' ');
      return { ...rest, first, last };
    },
    2: (entry) => ({ ...entry, age: 0 }),
  },
  isEntry: (data): data is Person => {
    const { first, last, age } = data as Partial<Person>;
    return typeof first === 'string' && typeof last === 'string' && typeof age === 'number';
  },
};

const folder = temporaryFolder();
let files = 0;

function fileOf(...lines: string[]) {
  const path = join(folder, `${++files}`, '.oddline', 'people.jsonl');
  const file = new JsonlFile(path, people);
  const write = async () => {
    await file.change((entries) => entries);
    writeFileSync(path, lines.join('\n'));
    return file;
  };
  return { path, file, write, text: () => readFileSync(path, 'utf8') };
}

const ada: Person = { first: 'Ada', last: 'Example', age: 36 };
const bob: Person = { first: 'Bob', last: 'Sample', age: 7 };
const header = '{"oddline":"people","version":3}';

describe('reading', () => {
  it.each([
    ['a missing file', undefined, [], []],
    ['an empty file', '', [], []],
    ['only a header', header, [], []],
    ['today’s version', `${header}\n${JSON.stringify(ada)}\n`, [ada], [2]],
    ['CR LF and blank lines', `${header}\r\n\r\n${JSON.stringify(ada)}\r\n`, [ada], [3]],
    [
      'version 2',
      '{"oddline":"people","version":2}\n{"first":"Ada","last":"Example"}',
      [{ ...ada, age: 0 }],
      [2],
    ],
    ['version 1', '{"version":1,"oddline":"people"}\n{"name":"Ada Example"}', [{ ...ada, age: 0 }], [2]],
    [
      'members of a later day',
      `${header}\n{"age":7,"first":"Bob","last":"Sample","pet":"cat"}`,
      [{ ...bob, pet: 'cat' }],
      [2],
    ],
  ])('%s', async (_, text, entries, lines) => {
    const { file, write } = fileOf(text ?? '');
    if (text !== undefined) await write();
    expect(await file.read()).toEqual({ entries, lines, damaged: [] });
  });

  it('reports damaged lines by number and keeps the rest', async () => {
    const conflict = [
      '<<<<<<< ours',
      header,
      JSON.stringify(ada),
      '{"first":',
      '[1]',
      'null',
      '{"first":"x"}',
    ];
    const { entries, damaged } = await (await fileOf(...conflict).write()).read();
    expect(entries).toEqual([ada]);
    expect(damaged.map(({ line }) => line)).toEqual([1, 4, 5, 6, 7]);
  });

  it('takes an entry that its migration cannot read for damaged', async () => {
    const file = await fileOf(
      '{"oddline":"people","version":1}',
      '{"name":5}',
      '{"name":"Ada Example"}',
    ).write();
    const { entries, damaged } = await file.read();
    expect(entries).toHaveLength(1);
    expect(damaged).toEqual([{ line: 2, text: '{"name":5}' }]);
  });
});

describe('a file that must not be touched', () => {
  it.each([
    [
      'of a newer version',
      '{"oddline":"people","version":4}\n{"anything":1}',
      'newer-store',
      /version 4.*up to 3/,
    ],
    ['of another kind', '{"oddline":"labels","version":1}', 'foreign-store', /"people"/],
    ['of no version', '{"oddline":"people"}', 'foreign-store', /"people"/],
    ['of a strange version', '{"oddline":"people","version":"3"}', 'foreign-store', /"people"/],
    ['that is something else', 'shopping list\nmilk', 'foreign-store', /left as it is/],
  ])('%s is refused by name and stays as it is', async (_, text, code, message) => {
    const { path, file, write, text: now } = fileOf(text);
    await write();
    for (const attempt of [() => file.read(), () => file.change(() => [ada])]) {
      const error = await attempt().catch((reason) => reason);
      expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
      expect(error.message).toContain(path);
    }
    expect(now()).toBe(text);
  });
});

describe('writing', () => {
  it('makes the folder, sorts keys, puts new entries last and leaves no temporary file', async () => {
    const { path, file, text } = fileOf();
    await file.change(() => [bob]);
    await file.change((entries) => [...entries, ada]);
    expect(text()).toBe(
      `${header}\n{"age":7,"first":"Bob","last":"Sample"}\n{"age":36,"first":"Ada","last":"Example"}\n`,
    );
    expect(readdirSync(join(path, '..'))).toEqual(['people.jsonl']);
  });

  it('brings an older version up to date only with the next change', async () => {
    const old = '{"oddline":"people","version":1}\n{"name":"Ada Example"}';
    const { file, write, text } = fileOf(old);
    await write();
    await file.read();
    expect(text()).toBe(old);
    await file.change((entries) => [...entries, bob]);
    expect(text().split('\n')[0]).toBe(header);
    expect((await file.read()).entries).toEqual([{ ...ada, age: 0 }, bob]);
  });

  it('keeps damaged lines where they were, and lines that did not change as they were written', async () => {
    const { file, write, text } = fileOf(header, JSON.stringify(bob), '{broken', JSON.stringify(ada));
    await write();
    await file.change((entries) => entries.filter((entry) => entry.first !== 'Bob'));
    expect(text()).toBe(`${header}\n{broken\n${JSON.stringify(ada)}\n`);
  });

  it('loses no change of several made at once', async () => {
    const { file } = fileOf();
    const ages = Array.from({ length: 20 }, (_, age) => age);
    await Promise.all(ages.map((age) => file.change((entries) => [...entries, { ...ada, age }])));
    expect((await file.read()).entries.map((entry) => entry.age)).toEqual(ages);
  });

  it('changes what a pull or an editor wrote meanwhile, not what was there before', async () => {
    const { path, file, text } = fileOf();
    await file.change(() => [ada]);
    let isPulled = false;
    await file.change((entries) => {
      if (!isPulled) writeFileSync(path, `${text()}${JSON.stringify(bob)}\n`);
      isPulled = true;
      return [...entries, { ...ada, age: 37 }];
    });
    expect((await file.read()).entries).toEqual([ada, bob, { ...ada, age: 37 }]);
  });

  it('goes on after a change that failed', async () => {
    const { file } = fileOf();
    const failing = file.change(() => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await file.change(() => [ada]);
    expect((await file.read()).entries).toEqual([ada]);
  });

  it('gives back what was written, whatever it holds', async () => {
    const person = fc.record({ first: fc.string(), last: fc.string({ unit: 'binary' }), age: fc.integer() });
    await fc.assert(
      fc.asyncProperty(fc.array(person, { maxLength: 5 }), async (entries) => {
        const { file } = fileOf();
        await file.change(() => entries);
        const lines = entries.map((_, index) => index + 2);
        expect(await file.read()).toEqual({ entries, lines, damaged: [] });
      }),
      { numRuns: 10 },
    );
  });
});

it('is read in steps, so that a long file holds nobody up', async () => {
  const { path } = fileOf();
  const turns = new Set<number>();
  let turn = 0;
  const slow: JsonlKind<Person> = {
    ...people,
    isEntry(data): data is Person {
      turns.add(turn);
      for (const since = performance.now(); performance.now() - since < 2; );
      return people.isEntry(data);
    },
  };
  const header = '{"oddline":"people","version":3}';
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, [header, ...Array(40).fill(JSON.stringify(ada))].join('\r\n'));
  const counting = setInterval(() => turn++, 0);
  const { entries } = await new JsonlFile(path, slow).read();
  clearInterval(counting);
  expect(entries).toHaveLength(40);
  expect(turns.size).toBeGreaterThan(1);
});
