import { colon, isDigit, isLetter, underscore } from '../time/ascii';
import { layoutFormat } from './layout/layout-format';
import type { Step } from './layout/step';

const longestSpans = 512;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** `request{id=7}:save{table="cart"}: `: the spans of tracing around an event, at least one with fields. */
const spans: Step = (bytes, pos, end) => {
  const limit = Math.min(end, pos + longestSpans);
  let depth = 0;
  let after = -1;
  for (let i = pos; i < limit; i++) {
    if (bytes[i] === openBrace) depth++;
    else if (bytes[i] === closeBrace) depth--;
    else if (depth > 0) continue;
    else if (bytes[i] === colon && bytes[i - 1] === closeBrace) after = i + 1;
    else if (!isNameByte(bytes[i])) break;
  }
  return depth === 0 ? after : -1;
};

function isNameByte(byte: number): boolean {
  return isLetter(byte) || isDigit(byte) || byte === underscore || byte === colon || byte === 0x2d;
}

/** Rust's env_logger, and tracing where events stand in spans; the module is the component. */
export const rustLog = layoutFormat(
  'rust-log',
  ['[{time:iso} {level} {component}] {message}', '{time:iso} {level} {spans=spans} {component}: {message}'],
  [
    {
      line: '[2026-06-12T09:41:07Z INFO  shop::cart] cart 7 saved',
      time: '1781257267000000000',
      level: 'info',
      component: 'shop::cart',
      message: 'cart 7 saved',
    },
    {
      line: '[2026-06-12T09:41:07.250Z ERROR shop] no bank',
      time: '1781257267250000000',
      level: 'error',
      component: 'shop',
      message: 'no bank',
    },
    {
      line: '2026-06-12T09:41:07.250123Z  WARN request{id=7 path="/a: b"}:save{}: shop::cart: cart is old days=9',
      time: '1781257267250123000',
      level: 'warn',
      component: 'shop::cart',
      message: 'cart is old days=9',
      fields: { spans: 'request{id=7 path="/a: b"}:save{}:' },
    },
  ],
  { elements: { spans } },
);
