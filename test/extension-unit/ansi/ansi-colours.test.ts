import { describe, expect, it } from 'vitest';
import { lookOf } from '../../../src/extension/ansi/ansi-colours';
import type { TextStyle } from '../../../src/protocol/log-lines';

const place = { start: 0, length: 1 };
const looks = (style: Partial<TextStyle>) => lookOf({ ...place, ...style });

describe('how a stretch with ANSI colours looks', () => {
  it.each([
    [1, { theme: 'terminal.ansiRed' }],
    [12, { theme: 'terminal.ansiBrightBlue' }],
    [16, { hex: '#000000' }],
    [208, { hex: '#ff8700' }],
    [231, { hex: '#ffffff' }],
    [232, { hex: '#080808' }],
    [255, { hex: '#eeeeee' }],
    ['#12ab34', { hex: '#12ab34' }],
    ['red; x', undefined],
  ])('in colour %s', (foreground, colour) => {
    expect(looks({ foreground }).colour).toEqual(colour);
  });

  it('inversed is written in its background', () => {
    expect(looks({ foreground: 1, background: 7, inverse: true })).toMatchObject({
      colour: { theme: 'terminal.ansiWhite' },
      background: { theme: 'terminal.ansiRed' },
    });
    expect(looks({ inverse: true })).toMatchObject({
      colour: { theme: 'editor.background' },
      background: { theme: 'editor.foreground' },
    });
  });

  it('may have two lines', () => {
    expect(looks({ underline: true, strike: true }).line).toBe('underline line-through');
  });
});
