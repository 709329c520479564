import { analyze } from './analyze';
import type { Command } from './command';
import { demo } from './demo';
import { inspect } from './inspect';
import { templates } from './templates';

/** In the order the help lists them. */
export const commands: readonly Command[] = [analyze, templates, inspect, demo];
