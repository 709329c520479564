import { analyze } from './analyze';
import { assistantEval } from './assistant-eval';
import type { Command } from './command';
import { compare } from './compare';
import { demo } from './demo';
import { evaluate } from './evaluate';
import { evaluateModel } from './evaluate-model';
import { evidence } from './evidence';
import { exportCommand } from './export';
import { fetch } from './fetch';
import { generate } from './generate';
import { inspect } from './inspect';
import { labels } from './labels';
import { learn } from './learn';
import { mcp } from './mcp';
import { merge } from './merge';
import { similar } from './similar';
import { templates } from './templates';
import { validate } from './validate';

/** In the order the help lists them. */
export const commands: readonly Command[] = [
  analyze,
  compare,
  evidence,
  learn,
  labels,
  evaluate,
  exportCommand,
  evaluateModel,
  merge,
  templates,
  similar,
  inspect,
  fetch,
  mcp,
  assistantEval,
  demo,
  generate,
  validate,
];
