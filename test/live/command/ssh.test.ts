import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LiveSshd, sshdMissing, startSshd } from '../../../scripts/live/sshd.mjs';
import { remoteCommand, remoteWords } from '../../../src/node/sources/command/known-commands';
import type { CommandSource } from '../../../src/protocol/log-source';
import { describeLive } from '../live-server';
import { openRemoteLog } from '../remote-log';

describeLive('A command over a real ssh', sshdMissing(), () => {
  const folder = mkdtempSync(join(tmpdir(), 'oddline-ssh-'));
  const query = { kind: 'command' } as const;
  let sshd: LiveSshd;

  beforeAll(async () => {
    sshd = await startSshd();
  });
  afterAll(async () => {
    await sshd?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  /** As it would stand in settings, but for the way to this test's own sshd. */
  function over(remote: readonly string[], host = 'here'): CommandSource {
    const [ssh, ...rest] = remoteCommand({ host, port: null, identityFile: null, remote });
    return { kind: 'command', name: 'over ssh', command: [ssh, ...sshd.client, ...rest] };
  }

  async function fetched(remote: readonly string[], host?: string) {
    await using log = await openRemoteLog();
    const summary = await log.fetch(over(remote, host), query);
    return { summary, text: readFileSync(log.spool, 'utf8') };
  }

  it('gives the words to the other side exactly as they are', async () => {
    const words = [
      '',
      'a b',
      "it's",
      '$HOME',
      '`id`',
      '$(id)',
      '*',
      '~',
      '!!',
      '"',
      '\\',
      '\\n',
      '#',
      '-n',
      '; exit 7',
      '&&',
      'ü€😀',
    ];
    const control = Array.from({ length: 0x1f }, (_, i) => `<${String.fromCharCode(i + 1)}>`);
    const { text, summary } = await fetched(['printf', '%s\\0', ...words, ...control]);
    expect(text.split('\0').slice(0, -1)).toEqual([...words, ...control]);
    expect(summary).toMatchObject({ complete: true, notes: [] });
  });

  it('reads a file whose name begins with a minus and holds everything', async () => {
    const name = join(folder, "-it's $(odd)\n.log");
    writeFileSync(name, 'one\ntwo\n');
    expect((await fetched(remoteWords.whole(name))).text).toBe('one\ntwo\n');
  });

  it('tells of a remote program that fails', async () => {
    const { text, summary } = await fetched(['sh', '-c', 'echo half; echo no more space >&2; exit 9']);
    expect(text).toContain('half\n');
    expect(summary.complete).toBe(false);
    expect(summary.notes).toEqual([expect.objectContaining({ values: ['ssh', 9, 'no more space'] })]);
  });

  it('tells of a key that does not fit, and asks nobody for a password', async () => {
    await expect(fetched(['true'], 'stranger')).rejects.toThrow(
      /ssh ended with 255 and said: .*Permission denied/,
    );
  });

  it('follows a file within a second of what is written, through its rotation, until it is cancelled', async () => {
    const file = join(folder, 'app.log');
    writeFileSync(file, 'old\nfirst\n');
    await using log = await openRemoteLog();
    const controller = new AbortController();
    const tail = log.tail(over(remoteWords.follow(file, 1)), query, null, controller.signal);
    const shows = (text: string) =>
      expect.poll(() => readFileSync(log.spool, 'utf8'), { interval: 5 }).toContain(text);
    await shows('first\n');
    const latencies: number[] = [];
    for (let round = 0; round < 5; round++) {
      const written = performance.now();
      appendFileSync(file, `second ${round}\n`);
      await shows(`second ${round}\n`);
      latencies.push(performance.now() - written);
    }
    // The usual one, as any may be the one in which a busy machine did something else. tail -F looks once a second where the
    // system tells it nothing of the file.
    expect(latencies.sort((a, b) => a - b)[2]).toBeLessThan(1500);
    rmSync(file);
    writeFileSync(file, 'third\n');
    await shows('third\n');
    controller.abort();
    await tail;
    expect(readFileSync(log.spool, 'utf8')).not.toContain('old');
  });

  it('says when the connection is gone', async () => {
    await using log = await openRemoteLog();
    const sign = join(folder, 'now');
    // The session is the parent of the shell it runs.
    const script = `echo before; until [ -e "$0" ]; do sleep 0.02; done; kill -9 $PPID; sleep 60`;
    const tail = log.tail(over(['sh', '-c', script, sign]), query, null, new AbortController().signal);
    const gone = expect(tail).rejects.toThrow(/ssh ended with 255/);
    await expect.poll(() => readFileSync(log.spool, 'utf8')).toBe('before\n');
    writeFileSync(sign, '');
    await gone;
  });
});
