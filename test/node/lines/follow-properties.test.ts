import { appendFileSync, utimesSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder';
import { append, copyAway, cut, followed, recreate, rename, shift, shown } from './followed-log';
import { naiveLines } from './opened-lines';

const folder = temporaryFolder();

const piece = fc.oneof(
  fc.constantFrom('\n', '\r', '\r\n', 'x', 'ü', ''),
  fc.integer({ min: 65_530, max: 65_540 }).map((length) => 'y'.repeat(length)),
);

/** A log of lines that are all different, and all that was ever written to it. */
class WrittenLog {
  readonly lines = ['line 0 of all'];

  constructor(private readonly path: string) {}

  write(): void {
    this.lines.push(`line ${this.lines.length} of all`);
    append(`${this.lines.at(-1)}\n`)(this.path);
    // Clocks of file systems tick in milliseconds.
    utimesSync(this.path, this.lines.length, this.lines.length);
  }

  rotate(): void {
    shift(this.path);
    rename(this.path);
    recreate('')(this.path);
    this.write();
  }

  copyAndCut(): void {
    this.write();
    shift(this.path);
    copyAway(this.path);
    cut(this.path);
    this.write();
  }
}

describe('a followed log', () => {
  it('shows what splitting the whole text gives, however it grows', async () => {
    const hold = async (first: string, pieces: string[]) => {
      const { lines, path } = await followed(folder, first);
      let text = first;
      for (const one of pieces) {
        appendFileSync(path, one);
        text += one;
        await lines.look();
        const expected = naiveLines(text).map((line) => line.slice(0, 10_000));
        expect(await shown(lines)).toEqual(expected);
        expect((await lines.call('indexed', undefined)).lines).toBe(expected.length);
      }
      await lines.end();
    };
    await fc.assert(fc.asyncProperty(piece, fc.array(piece, { maxLength: 12 }), hold), { numRuns: 40 });
  });

  it('has every line once, however often it is rotated between two looks', async () => {
    const step = fc.constantFrom('write' as const, 'rotate' as const, 'copyAndCut' as const, 'look' as const);
    const hold = async (steps: readonly ('write' | 'rotate' | 'copyAndCut' | 'look')[]) => {
      const { lines, path } = await followed(folder, 'line 0 of all\n');
      const log = new WrittenLog(path);
      for (const one of steps) {
        // What is written to an empty file and cut again between two looks leaves no trace in it.
        if (one === 'look' || one === 'copyAndCut') await lines.look();
        if (one !== 'look') log[one]();
      }
      await lines.look();
      expect(await shown(lines)).toEqual(log.lines);
      expect(lines.changes.every(({ missedLines }) => missedLines === 0)).toBe(true);
      await lines.end();
    };
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 14 }), hold), { numRuns: 60 });
  });
});
