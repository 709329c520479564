import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inputError } from '../../node/files/input-problems';
import { readPolicy } from '../../node/policy/read-policy';
import { redactionFor } from '../../node/policy/redaction';
import { formsOf, PrivacyShield } from '../../node/privacy/shield';
import { parseArguments } from '../parse-arguments';
import { patternsVariable, privacyPatterns } from '../privacy-patterns';
import type { Command, Surroundings } from './command';
import { versionOf } from './help';
import { mcpUsage } from './mcp-usage';

const options = { 'no-redact': { type: 'boolean', default: false } } as const;

/** Nobody here knows where the client sends what it is told. */
const destination = { kind: 'remote', host: 'MCP' } as const;

export const mcp: Command = {
  name: 'mcp',
  summary: { pattern: 'Let AI clients look into logs: a server for the Model Context Protocol', values: [] },
  synopsis: 'oddline mcp [FILE|FOLDER ...] [--no-redact]',
  usage: mcpUsage,
  async run(args, surroundings) {
    const { values, positionals: paths } = parseArguments('mcp', args, options);
    const missing = paths.find((path) => !existsSync(path));
    if (missing !== undefined) throw inputError('missing', missing);
    const { installation, stdin } = surroundings;
    const shield = await shieldFor(!values['no-redact'], surroundings);
    if (stdin.isTTY)
      surroundings.note({
        pattern: 'An MCP client is to start this and to write to its standard input. See docs/assistant.md.',
        values: [],
      });
    const { serveMcp } = await import('../../node/mcp/mcp-server');
    const workerPath = join(installation, 'dist', 'analysis-worker.js');
    await serveMcp({ paths, shield, workerPath, stdin: process.stdin, version: versionOf(installation) });
    return 0;
  },
};

/** One for the life of the server: placeholders keep their meaning. */
async function shieldFor(setting: boolean, { note }: Surroundings): Promise<PrivacyShield | undefined> {
  const policy = readPolicy();
  const { redacts, decidedBy, sentence } = redactionFor({ setting, exemptLocal: false, destination, policy });
  if (!setting && decidedBy === 'policy') note(sentence);
  if (!redacts) return undefined;
  const { forms, problems } = await formsOf(privacyPatterns(process.env[patternsVariable]));
  for (const problem of problems) note(problem);
  return new PrivacyShield(forms);
}
