import { expect, test } from 'vitest';
import type { SlashCommandHelp } from '../../../src/protocol/assistant';
import { completions, questionOf, taken } from '../../../webview/assistant/composer/slash';

const commands: readonly SlashCommandHelp[] = (
  ['summary', 'rootcause', 'timeline', 'security', 'compare', 'next'] as const
).map((name) => ({ name, help: '', needsModel: true }));
const all = commands.map(({ name }) => name);

/** `|` is the caret. */
function offered(typed: string): readonly string[] {
  return completions(typed.replace('|', ''), typed.indexOf('|'), commands).map(({ name }) => name);
}

test.for<[string, readonly string[]]>([
  ['/|', all],
  ['／|', all],
  ['/s|', ['summary', 'security']],
  ['/S|', ['summary', 'security']],
  ['/se|cu', ['security']],
  ['/x|', []],
  // It is a command already: Enter sends it.
  ['/next|', []],
  ['/ne|xt', []],
  ['/next why|', []],
  ['/ne why|', []],
  ['|/ne', []],
  ['why /|', []],
  ['|', []],
])('%s offers %j', ([typed, names]) => {
  expect(offered(typed)).toEqual(names);
});

test.for<[string, string]>([
  ['/ti', '/timeline |'],
  ['／ti', '/timeline |'],
  ['/ti since noon', '/timeline |since noon'],
  ['/ti\nsince noon', '/timeline |since noon'],
])('what is taken stands in the place of %j', ([typed, expected]) => {
  const { text, caret } = taken(typed, 'timeline');
  expect(`${text.slice(0, caret)}|${text.slice(caret)}`).toBe(expected);
});

test.for<[string, string]>([
  [' Why?\n', 'Why?'],
  ['／next', '/next'],
  ['/next', '/next'],
  ['how／why', 'how／why'],
  [' \n', ''],
])('%j asks %j', ([typed, text]) => {
  expect(questionOf(typed)).toEqual({ text });
});
