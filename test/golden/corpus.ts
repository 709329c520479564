import { type Event, eventsOf } from './events';
import { application } from './writers/application';
import { server } from './writers/server';
import { structured } from './writers/structured';
import { unformatted } from './writers/unformatted';
import type { Writers } from './writers/writer';

const writers: Writers = { ...application, ...server, ...structured, ...unformatted };

/** Traces stand below the lines of programs; what servers write has none. */
const traced = new Set([...Object.keys(application), ...Object.keys(unformatted)]);

export const corpusNames: readonly string[] = Object.keys(writers);

/** What any log may hold beside its own lines; one after every fortieth event. */
const oddLines: readonly (string | Buffer)[] = [
  '',
  '   an indented remark',
  'FATAL: killed by signal 9',
  '\0\0\0\0',
  '\x1b[31ma red remark\x1b[0m',
  '</script><b>not markup</b>',
  Buffer.concat([Buffer.from('invalid '), Buffer.from([0xe9, 0xff]), Buffer.from(' UTF-8')]),
  `a long one ${'of no end '.repeat(2000)}`,
];
const oddEvery = 40;

/** A corpus as bytes: the same for the same name. Some lines end in CR LF. */
export function corpusOf(name: string): Buffer {
  return Buffer.concat(eventsOf(seedOf(name)).flatMap((event) => linesOf(name, event)));
}

function linesOf(name: string, event: Event): Buffer[] {
  const trace = traced.has(name) ? event.below : [];
  const lines: (string | Buffer)[] = [...writers[name](event).split('\n'), ...trace];
  if (event.index % oddEvery === oddEvery - 1)
    lines.push(oddLines[Math.floor(event.index / oddEvery) % oddLines.length]);
  const end = event.index % 11 === 7 ? '\r\n' : '\n';
  return lines.map((line) => Buffer.concat([Buffer.from(line as string), Buffer.from(end)]));
}

function seedOf(name: string): number {
  return [...name].reduce((seed, character) => Math.imul(seed, 31) + character.charCodeAt(0), 7);
}
