import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../../src/engine/dataset/generator/exercises/exercise';
import { exercises, exercisesALanguage } from '../../../src/engine/dataset/generator/exercises/exercises';
import { causeWords } from '../../../src/engine/evaluate/answers/cause-words';

const english = [...exercises('en')];
const chinese = [...exercises('zh')];
const all = [...english, ...chinese];
const linesOf = ({ text }: Exercise): string[] => text.slice(0, -1).split('\n');
const header = /^\d{4}-\S+Z [A-Z]+ +\[\w+\] /;
const han = /\p{Script=Han}/u;
const named = (name: string) => all.find((each) => each.name === name)!;

describe('exercises', () => {
  it('are ten a language, of every shape, and the same each time', () => {
    expect(all.map(({ name }) => name)).toEqual([
      ...Array.from({ length: 10 }, (_, i) => `en-${i + 1}`),
      ...Array.from({ length: 10 }, (_, i) => `zh-${i + 1}`),
    ]);
    expect([english.length, chinese.length]).toEqual([exercisesALanguage, exercisesALanguage]);
    expect(new Set(english.map(({ shape }) => shape)).size).toBe(6);
    expect([...exercises('zh')]).toEqual(chinese);
  });

  it.each(all.map((each) => [each.name, each.shape, each] as const))(
    '%s, %s: what was planted is there',
    (_, shape, each) => {
      const { cause } = each;
      const lines = linesOf(each);
      if (shape === 'no trouble') {
        expect(cause).toBeNull();
        expect(lines.filter((line) => / (?:ERROR|FATAL) +\[/.test(line))).toEqual([]);
        return;
      }
      expect(Object.keys(causeWords)).toContain(cause?.kind);
      expect(cause?.lines.length).toBeGreaterThan(2);
      expect(cause?.lines.every((line) => line >= 1 && line <= lines.length)).toBe(true);
      const own = cause?.messages.flat() ?? [];
      expect(own.every((line) => cause?.lines.includes(line))).toBe(true);
      expect(own.length === 0).toBe(shape === 'cause missing');
    },
  );

  it.each(
    all.filter(({ cause }) => cause && cause.messages.length > 0).map((each) => [each.name, each] as const),
  )('%s is told in the log by words of its kind and its place', (_, each) => {
    const own = each.cause!.messages.flat().map((line) => linesOf(each)[line - 1]);
    expect(own.some((line) => causeWords[each.cause!.kind].test(line))).toBe(true);
    expect(own.some((line) => each.cause!.places.some((place) => line.includes(place)))).toBe(true);
  });

  it.each(all.filter(({ shape }) => shape === 'cause missing').map((each) => [each.name, each] as const))(
    '%s holds no line of the service it comes from, only what others say of it',
    (_, each) => {
      const [service] = each.cause!.places;
      expect(linesOf(each).filter((line) => line.includes(`[${service}]`))).toEqual([]);
      const complaints = each.cause!.lines.map((line) => linesOf(each)[line - 1]);
      expect(complaints.some((line) => line.includes(service))).toBe(true);
    },
  );

  it('in Chinese every message is told in Chinese, but for what Java prints', () => {
    for (const each of chinese) {
      const messages = linesOf(each).filter((line) => header.test(line) && !line.includes(' java.lang.'));
      expect(messages.length).toBeGreaterThan(1_000);
      expect(messages.filter((line) => !han.test(line))).toEqual([]);
    }
    expect(english.filter(({ text }) => han.test(text))).toEqual([]);
  });

  it('a red herring has errors of other services all day long', () => {
    const { text, cause } = named('zh-8');
    const lines = linesOf({ ...named('zh-8'), text });
    const planted = new Set(cause?.lines);
    const others = lines.flatMap((line, index) =>
      / (?:ERROR|WARN) +\[/.test(line) && !planted.has(index + 1) ? [index] : [],
    );
    expect(others[0]).toBeLessThan(lines.length / 4);
    expect(others.at(-1)).toBeGreaterThan((lines.length * 3) / 4);
  });
});
