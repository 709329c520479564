import { afterDigits, afterSpaces, fourDigits, zero } from './ascii';
import { dateSeconds } from './calendar';
import { applyZone, endsStamp, parseFraction } from './clock';
import { parseLooseClock } from './loose-clock';
import { Certainty, type Instant, type TimeShape } from './time-shape';

const utf8 = new TextEncoder();
const [year, month, day] = ['年', '月', '日'].map((sign) => utf8.encode(sign));
const [hour, traditionalHour, minute, second] = ['时', '時', '分', '秒'].map((sign) => utf8.encode(sign));

/** A number read, and where what follows it begins; -1 where it is none. */
interface Part {
  value: number;
  after: number;
}

/** One or two digits and the sign behind them. */
function readPart(bytes: Uint8Array, pos: number, end: number, signs: readonly Uint8Array[]): Part {
  const digitsEnd = afterDigits(bytes, pos, Math.min(end, pos + 2));
  const sign = signs.find((candidate) => startsWith(bytes, digitsEnd, end, candidate));
  if (digitsEnd === pos || sign === undefined) return { value: -1, after: -1 };
  const value = bytes.subarray(pos, digitsEnd).reduce((sum, digit) => sum * 10 + digit - zero, 0);
  return { value, after: digitsEnd + sign.length };
}

function startsWith(bytes: Uint8Array, pos: number, end: number, sign: Uint8Array): boolean {
  return pos + sign.length <= end && sign.every((byte, i) => bytes[pos + i] === byte);
}

/** `13时05分07秒`, `9時5分7.25秒`: into `out` as seconds of the day. Answers where it ends, or -1. */
function parseSpelledClock(bytes: Uint8Array, pos: number, end: number, out: Instant): number {
  const hours = readPart(bytes, pos, end, [hour, traditionalHour]);
  const minutes = hours.after < 0 ? hours : readPart(bytes, hours.after, end, [minute]);
  if (minutes.after < 0 || hours.value > 23 || minutes.value > 59) return -1;
  const digitsEnd = afterDigits(bytes, minutes.after, Math.min(end, minutes.after + 2));
  const fractionEnd = parseFraction(bytes, digitsEnd, end, out);
  if (digitsEnd === minutes.after || !startsWith(bytes, fractionEnd, end, second)) return -1;
  const seconds = Number(String.fromCharCode(...bytes.subarray(minutes.after, digitsEnd)));
  out.seconds = hours.value * 3600 + minutes.value * 60 + seconds;
  return seconds > 60 ? -1 : fractionEnd + second.length;
}

/** `2026年11月21日 13:05:07`, `2026年1月2日13时05分07秒`: Chinese, and Japanese but for the simplified 时. */
export const chineseDate: TimeShape = {
  name: 'chinese-date',
  certainty: Certainty.zoneOpen,
  samples: [
    { text: '2024年01月02日 03:04:05', time: '1704164645000000000' },
    { text: '2024年1月2日 3:04:05.678', time: '1704164645678000000' },
    { text: '2024年1月2日03时04分05秒', time: '1704164645000000000' },
    { text: '2024年01月02日 03時04分05.5秒', time: '1704164645500000000' },
    { text: '2024年01月02日 03:04:05 +0800', time: '1704135845000000000' },
  ],
  parse(bytes, pos, end, out) {
    const years = fourDigits(bytes, pos, end);
    if (years < 1 || !startsWith(bytes, pos + 4, end, year)) return -1;
    const months = readPart(bytes, pos + 4 + year.length, end, [month]);
    const days = months.after < 0 ? months : readPart(bytes, months.after, end, [day]);
    if (days.after < 0) return -1;
    const clockAt = afterSpaces(bytes, days.after, end);
    const spelledEnd = parseSpelledClock(bytes, clockAt, end, out);
    const clockEnd = spelledEnd < 0 ? parseLooseClock(bytes, clockAt, end, out) : spelledEnd;
    const midnight = dateSeconds(years, months.value, days.value);
    if (clockEnd < 0 || Number.isNaN(midnight)) return -1;
    out.seconds += midnight;
    const after = applyZone(bytes, clockEnd, end, out);
    return endsStamp(bytes, after, end) ? after : -1;
  },
};
