import { analyze } from './analyze';
import type { Command } from './command';
import { compare } from './compare';
import { demo } from './demo';
import { evaluate } from './evaluate';
import { evidence } from './evidence';
import { fetch } from './fetch';
import { generate } from './generate';
import { inspect } from './inspect';
import { learn } from './learn';
import { merge } from './merge';
import { templates } from './templates';

/** In the order the help lists them. */
export const commands: readonly Command[] = [
  analyze,
  compare,
  evidence,
  learn,
  evaluate,
  merge,
  templates,
  inspect,
  fetch,
  demo,
  generate,
];
