import { describe, expect, it } from 'vitest';
import { volumePatterns } from '../../../../src/engine/detectors/volume/sentences';
import type { Sentence } from '../../../../src/engine/model/finding';
import { Session } from '../../../../src/engine/session';
import { finish } from '../../log-builder';
import { textsOf } from '../../source-texts';

const start = Date.UTC(2026, 2, 14, 14, 0, 0);
const clients = 24;
const seconds = 1_200;

/** One request a second, each client in its turn; `more(second)`: clients that ask besides. */
function door(more: (second: number) => readonly string[] = () => []): string {
  return Array.from({ length: seconds }, (_, second) => {
    const usual = `192.0.2.${(second * 7) % clients}`;
    return [usual, ...more(second)].map((client, i) => {
      const time = new Date(start + second * 1_000 + i * 10).toISOString();
      return `${time} INFO [door] let in ${client}\n`;
    });
  })
    .flat()
    .join('');
}

/** What is said of one value. */
function floodsIn(text: string): Sentence['values'][] {
  const session = new Session();
  session.openSource({ path: 'door.log', role: 'log', referenceSeconds: start / 1_000 });
  session.push(new TextEncoder().encode(text));
  session.closeSource();
  const { findings } = finish(session.analyse(textsOf(text)));
  const messages = findings.flatMap(({ reasons }) => reasons.map(({ message }) => message));
  return messages.filter(({ pattern }) => pattern === volumePatterns.flood).map(({ values }) => values);
}

const isRush = (second: number) => second >= 600 && second < 620;

describe('a value that floods its place', () => {
  it('is named, with how often it came and when', () => {
    const floods = floodsIn(door((second) => (isRush(second) ? Array(5).fill('198.51.100.9') : [])));
    expect(floods).toHaveLength(1);
    const [count, value, width, from] = floods[0];
    expect([value, width, from]).toEqual(['198.51.100.9', '10 s', '14:10:00']);
    expect(count).toBe(50);
  });

  it('is named where it lasts for minutes and is most of what came at all', () => {
    const flood = (second: number) => (second >= 600 && second < 780 ? Array(9).fill('198.51.100.9') : []);
    expect(floodsIn(door(flood)).map(([count, value]) => [count, value])).toEqual([[90, '198.51.100.9']]);
  });

  it('is none where it lasts for half of the log', () => {
    expect(floodsIn(door((second) => (second >= 600 ? Array(9).fill('198.51.100.9') : [])))).toEqual([]);
  });

  it('is none where it comes again and again', () => {
    const byHabit = (second: number) => (second % 200 < 20 ? Array(5).fill('198.51.100.9') : []);
    expect(floodsIn(door(byHabit))).toEqual([]);
  });

  it('is none where each client comes as often as the others', () => expect(floodsIn(door())).toEqual([]));

  it('is none where all clients come more often at once', () => {
    const all = (second: number) =>
      isRush(second) ? rush.map((i) => `192.0.2.${(second + i) % clients}`) : [];
    expect(floodsIn(door(all))).toEqual([]);
  });

  it('is none where one client is half of the business from the start', () => {
    expect(floodsIn(door((second) => (second % 2 === 0 ? ['198.51.100.9'] : [])))).toEqual([]);
  });
});

const rush = [0, 5, 10, 15, 20];
