import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { answers, type Behaviour, repliesWith } from '../model-server/behaviours';
import { type ModelServer, startModelServer } from '../model-server/model-server';
import { builtCli } from './built-cli';
import { shopLog } from './sample-logs';

const cli = builtCli();
let server: ModelServer | undefined;
afterEach(() => server?.stop());
let made = 0;

const drafter: Behaviour = ({ json }) => {
  const asked = String(json?.messages.at(-1)?.content);
  return answers(`${/Known: (\w+)/.exec(asked)?.[1]}. Drafted.`);
};

async function exported(script: Behaviour, ...args: string[]) {
  server = await startModelServer(script);
  const out = join(cli.folder, `out-${++made}`);
  const log = cli.file('shop.log', shopLog.text);
  const command = ['export', log, '--from-findings', '--sessions', '--balance', '--out', out];
  const draft = ['--draft-endpoint', server.url, '--draft-model', 'drafter'];
  return { out, ...(await cli.run([...command, ...draft, ...args])) };
}

describe('export --draft-endpoint', () => {
  it('has the model write the outputs, and says so on the card and its command', async () => {
    const { out, code, stdout } = await exported(drafter, '--format', 'alpaca');
    expect(code).toBe(0);
    const card = JSON.parse(readFileSync(join(out, 'data-card.json'), 'utf8'));
    const count = card.drafts.drafted;
    expect(count).toBeGreaterThan(5);
    expect(stdout).toContain(`Outputs drafted by drafter (127.0.0.1:${server?.port}): ${count} of ${count}.`);
    expect(card.command.join(' ')).toContain(`--draft-endpoint ${server?.url} --draft-model drafter`);
    expect(readFileSync(join(out, 'train.jsonl'), 'utf8')).toMatch(
      /"output":"\w+\. Drafted\.","drafted_by":"drafter"/,
    );
  });

  it.each([
    ['a format without answers', drafter, ['--format', 'sequence'], /could draft/],
    ['a wrong key', repliesWith(401, { error: { message: 'no key' } }), ['--format', 'openai'], /key/],
  ])('writes nothing of %s', async (_, script, args, told) => {
    const { out, code, stderr } = await exported(script, ...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(told);
    expect(existsSync(out)).toBe(false);
  });

  it('names no model without a server', async () => {
    const args = ['export', 'a.log', '--format', 'alpaca', '--out', 'x', '--draft-model', 'm'];
    const { code, stderr } = await cli.run(args);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('--draft-endpoint') });
  });
});
