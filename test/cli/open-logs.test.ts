import { describe, expect, it } from 'vitest';
import { openLogs } from '../../src/cli/commands/open-logs';
import { OpenedLogs } from '../../src/cli/terminal/opened-logs';
import { sentenceText } from '../../src/protocol/sentence';

describe('standard input', () => {
  it.each([
    ['says on a terminal that it waits, and how to end it', true, 1],
    ['says nothing in a pipe', false, 0],
  ])('%s', async (_, isTTY, notes) => {
    const said: string[] = [];
    const stdin = Object.assign(typed(said), { isTTY });
    const surroundings = {
      stdin,
      opened: new OpenedLogs(),
      tell: sentenceText,
      note: (sentence: Parameters<typeof sentenceText>[0]) => said.push(sentenceText(sentence)),
    };
    await openLogs(['-'], undefined, surroundings);
    await surroundings.opened.closeAll();
    expect(said).toHaveLength(notes + 1);
    expect(said.at(-1)).toBe('read');
    if (isTTY) expect(said[0]).toMatch(/^Reading from the terminal: .* press Ctrl\+\w.*\.$/);
  });

  /** Notes when reading begins: what is said has to be said before. */
  async function* typed(said: string[]): AsyncGenerator<Uint8Array> {
    said.push('read');
    yield Buffer.from('one line\n');
  }
});
