import { describe, expect, test } from 'vitest';
import type { TemplateCorrection } from '../../../../src/engine/templates/corrections/correction';
import { CorrectedLog, pattern } from './corrected';

const pilots = ['ada', 'ben', 'cho', 'dov', 'eli', 'fay', 'gil', 'hua', 'ira'];
const landings = pilots.map((pilot) => `pilot ${pilot} has landed safely`);
const tanks = ['tank 7 is full', 'tank 8 is leaking', 'pump 9 is leaking'];

interface Case {
  readonly name: string;
  readonly lines: readonly string[];
  readonly corrections: readonly TemplateCorrection[];
  readonly patterns: readonly string[];
  readonly names?: readonly string[];
  readonly outcomes: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'a template is named',
    lines: tanks,
    corrections: [{ kind: 'name', pattern: pattern('tank <number> is full'), name: 'Tank full' }],
    patterns: ['tank <number> is full', 'tank <number> is leaking', 'pump <number> is leaking'],
    names: ['Tank full', '', ''],
    outcomes: ['applied'],
  },
  {
    name: 'templates are merged',
    lines: tanks,
    corrections: [
      { kind: 'merge', patterns: [pattern('tank <number> is leaking'), pattern('pump <number> is leaking')] },
    ],
    patterns: ['tank <number> is full', '<word> <number> is leaking', '<word> <number> is leaking'],
    outcomes: ['applied'],
  },
  {
    name: 'templates of another number of words are merged',
    lines: ['tank 7 is full', 'tank 7 has been filled'],
    corrections: [
      {
        kind: 'merge',
        patterns: [pattern('tank <number> has been filled'), pattern('tank <number> is full')],
      },
    ],
    patterns: ['tank <number> is full', 'tank <number> is full'],
    outcomes: ['applied'],
  },
  {
    name: 'outcomes that a person calls one are one',
    lines: ['gate 1 opened', 'gate 2 closed'],
    corrections: [
      { kind: 'merge', patterns: [pattern('gate <number> opened'), pattern('gate <number> closed')] },
    ],
    patterns: ['gate <number> <word>', 'gate <number> <word>'],
    outcomes: ['applied'],
  },
  {
    name: 'each value of a position has its own template',
    lines: landings,
    corrections: [{ kind: 'split', pattern: pattern('pilot <word> has landed safely'), position: 1 }],
    patterns: landings,
    outcomes: ['applied'],
  },
  {
    name: 'one value of a position is a word',
    lines: landings,
    corrections: [
      {
        kind: 'pin',
        token: 'cho',
        as: 'word',
        where: { pattern: pattern('pilot <word> has landed safely'), position: 1 },
      },
    ],
    patterns: landings.map((line) => (line.includes('cho') ? line : 'pilot <word> has landed safely')),
    outcomes: ['applied'],
  },
  {
    name: 'a word is one wherever it stands',
    lines: [...landings, ...pilots.map((pilot) => `we lost sight of ${pilot}, again`)],
    corrections: [{ kind: 'pin', token: 'cho', as: 'word' }],
    patterns: [
      ...landings.map((line) => (line.includes('cho') ? line : 'pilot <word> has landed safely')),
      ...pilots.map((pilot) =>
        pilot === 'cho' ? 'we lost sight of cho, again' : 'we lost sight of <word>, again',
      ),
    ],
    outcomes: ['applied'],
  },
  {
    name: 'a position is a variable',
    lines: tanks,
    corrections: [
      {
        kind: 'pin',
        token: 'full',
        as: 'variable',
        where: { pattern: pattern('tank <number> is full'), position: 3 },
      },
    ],
    patterns: ['tank <number> is <word>', 'tank <number> is <word>', 'pump <number> is leaking'],
    outcomes: ['applied'],
  },
  {
    name: 'a position with one value so far is a variable',
    lines: ['tank 7 (north) is full'],
    corrections: [
      {
        kind: 'pin',
        token: 'north',
        as: 'variable',
        where: { pattern: pattern('tank <number> (north) is full'), position: 2 },
      },
    ],
    patterns: ['tank <number> (<word>) is full'],
    outcomes: ['applied'],
  },
  {
    name: 'a token is a variable wherever it stands, and with it what stands there elsewhere',
    lines: ['tank 7 (north) is full', 'tank 8 (south) is full', 'the wind is north', 'the wind is gone'],
    corrections: [{ kind: 'pin', token: 'north', as: 'variable' }],
    patterns: [
      'tank <number> (<word>) is full',
      'tank <number> (<word>) is full',
      'the wind is <word>',
      'the wind is <word>',
    ],
    outcomes: ['applied'],
  },
  {
    name: 'but no outcome',
    lines: ['engine 1 idle', 'engine 2 failed'],
    corrections: [{ kind: 'pin', token: 'idle', as: 'variable' }],
    patterns: ['engine <number> <word>', 'engine <number> failed'],
    outcomes: ['applied'],
  },
  {
    name: 'each correction speaks of what those before made',
    lines: tanks,
    corrections: [
      { kind: 'merge', patterns: [pattern('tank <number> is leaking'), pattern('pump <number> is leaking')] },
      { kind: 'name', pattern: pattern('<word> <number> is leaking'), name: 'Leak' },
    ],
    patterns: ['tank <number> is full', '<word> <number> is leaking', '<word> <number> is leaking'],
    names: ['', 'Leak', 'Leak'],
    outcomes: ['applied', 'applied'],
  },
  {
    name: 'of two names the later wins',
    lines: tanks,
    corrections: [
      { kind: 'name', pattern: pattern('tank <number> is full'), name: 'Full' },
      { kind: 'name', pattern: pattern('tank <number> is full'), name: 'Tank full' },
    ],
    patterns: ['tank <number> is full', 'tank <number> is leaking', 'pump <number> is leaking'],
    names: ['Tank full', '', ''],
    outcomes: ['overruled by 1', 'applied'],
  },
  {
    name: 'of a merge and a split the later wins',
    lines: tanks,
    corrections: [
      { kind: 'merge', patterns: [pattern('tank <number> is leaking'), pattern('pump <number> is leaking')] },
      { kind: 'split', pattern: pattern('<word> <number> is leaking'), position: 0 },
    ],
    patterns: ['tank <number> is full', 'tank <number> is leaking', 'pump <number> is leaking'],
    outcomes: ['overruled by 1', 'applied'],
  },
  {
    name: 'of a token pinned twice the later wins',
    lines: landings,
    corrections: [
      { kind: 'pin', token: 'cho', as: 'word' },
      { kind: 'pin', token: 'cho', as: 'variable' },
    ],
    patterns: landings.map(() => 'pilot <word> has landed safely'),
    outcomes: ['overruled by 1', 'applied'],
  },
  {
    name: 'a placeholder where values differ is a word like others',
    lines: ['7:30 ferry sails', '8:30 ferry sails'],
    corrections: [{ kind: 'pin', token: 'time', as: 'word' }],
    patterns: ['<time> ferry sails', '<time> ferry sails'],
    outcomes: ['applied'],
  },
  {
    name: 'what the log does not hold changes nothing',
    lines: tanks,
    corrections: [
      { kind: 'name', pattern: pattern('a kite in the wind'), name: 'Kite' },
      { kind: 'split', pattern: pattern('tank <number> is full'), position: 99 },
      { kind: 'pin', token: 'kite', as: 'variable' },
    ],
    patterns: ['tank <number> is full', 'tank <number> is leaking', 'pump <number> is leaking'],
    outcomes: ['unmatched', 'unmatched', 'unmatched'],
  },
];

describe('corrections', () => {
  test.each(cases)('$name', ({ lines, corrections, patterns, names, outcomes }) => {
    const log = new CorrectedLog(lines, corrections);
    expect(log.patterns).toEqual(patterns);
    expect(log.names.map((name) => name ?? '')).toEqual(names ?? patterns.map(() => ''));
    expect(log.outcomes).toEqual(outcomes);
  });
});
