import { encodingOf } from '../encoding-option';
import { inspectJson, shapesJson, shapesText } from '../output/inspect-shapes';
import { inspectText } from '../output/inspect-text';
import { fetchRemote } from '../remote/fetch-remote';
import { parseLogArguments, refuseTimesOfFiles } from '../remote/parse-log-arguments';
import { oneOf, UsageError } from '../usage-error';
import type { Command } from './command';
import { gestureOptions, stretchOf } from './inspect-gesture';
import { refuseToKeep, understandLog } from './inspect-log';
import { inspectUsage } from './inspect-usage';

const options = {
  format: { type: 'string', default: 'text' },
  'no-content': { type: 'boolean', default: false },
  'time-at': { type: 'string' },
  'level-at': { type: 'string' },
  'id-at': { type: 'string' },
  'record-start-at': { type: 'string' },
  encoding: { type: 'string' },
  'no-store': { type: 'boolean', default: false },
  since: { type: 'string' },
  until: { type: 'string' },
} as const;

export const inspect: Command = {
  name: 'inspect',
  summary: { pattern: 'Say what was understood of a log, and be told what was not', values: [] },
  synopsis: 'oddline inspect FILE [options]',
  usage: inspectUsage,
  async run(args, surroundings) {
    const { values, named, remote } = parseLogArguments('inspect', args, options);
    if (named.length !== 1) {
      throw new UsageError({
        pattern: '{0} takes one log. Name a file, or {1} for standard input.',
        values: ['inspect', '-'],
      });
    }
    refuseTimesOfFiles(values, remote);
    const format = oneOf('--format', values.format, ['text', 'json']);
    const encoding = values.encoding === undefined ? undefined : encodingOf('--encoding', values.encoding);
    const stretches = gestureOptions.flatMap(([option, role]) => {
      const value = values[option];
      return value === undefined ? [] : [stretchOf(`--${option}`, role, value)];
    });
    const [path] = named;
    if (stretches.length > 0 && (remote || path === '-')) refuseToKeep(path);
    const wishes = { path, encoding, heedsStore: !values['no-store'], stretches };
    if (remote) await fetchRemote(remote, surroundings, process.env);
    const understanding = await understandLog(wishes, surroundings);
    const { out } = surroundings;
    if (values['no-content'] && format === 'json') await out.write(shapesJson(understanding));
    else if (values['no-content']) await out.writeAll(shapesText(understanding, surroundings));
    else if (format === 'json') await out.write(inspectJson(understanding, path));
    else await out.writeAll(inspectText(understanding, surroundings));
    return 0;
  },
};
