import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rulesOfFile, rulesOfSetting } from '../../../src/node/store/rules';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();
const header = '{"oddline":"rules","version":1}';
const late = { id: 'late', keywords: ['overdue'] };

function file(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

describe('rules.jsonl', () => {
  it('has none where it is missing', async () => {
    expect(await rulesOfFile(join(folder, 'none.jsonl'))).toEqual([]);
  });

  it('gives each rule with its line, and null for a line that is no object', async () => {
    const path = file('rules.jsonl', header, '', JSON.stringify(late), 'late: yes', '{"id":"x"}', '');
    expect(await rulesOfFile(path)).toEqual([
      { place: path, unit: 'line', number: 3, rule: late },
      { place: path, unit: 'line', number: 4, rule: null },
      { place: path, unit: 'line', number: 5, rule: { id: 'x' } },
    ]);
  });

  it.each([
    ['of a newer version', '{"oddline":"rules","version":9}', 'newer Oddline'],
    ['of another kind', '{"oddline":"labels","version":1}', 'does not begin with the line'],
    ['without its first line', JSON.stringify(late), 'does not begin with the line'],
  ])('is refused %s', async (name, first, message) => {
    await expect(rulesOfFile(file(`${name}.jsonl`, first))).rejects.toThrow(message);
  });
});

describe('the setting', () => {
  it.each([
    ['a list', [late], [late]],
    ['nothing', [], []],
    ['what is no list', late, [late]],
  ])('%s', (_, value, rules) => {
    const given = rulesOfSetting(value);
    expect(given.map(({ rule }) => rule)).toEqual(rules);
    expect(given.map(({ place, unit, number }) => [place, unit, number])).toEqual(
      rules.map((__, i) => ['oddline.rules', 'entry', i + 1]),
    );
  });
});
