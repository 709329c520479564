import { analyze } from './analyze';
import type { Command } from './command';
import { demo } from './demo';
import { evidence } from './evidence';
import { inspect } from './inspect';
import { templates } from './templates';

/** In the order the help lists them. */
export const commands: readonly Command[] = [analyze, evidence, templates, inspect, demo];
