/** What numbers measure or count. */
const quantities =
  'seq|sequence|offset|bytes|size|length|len|count|counter|total|used|free|heap|mem|memory|position|pos|epoch|timestamp|ts|time|at|took|elapsed|duration|rows?|records?|index|idx|capacity|limit|read|wrote|written|allocated|delta|drift|skew|cursor|uptime|ns|us|ms|quota|rss|cap|lsn|scn';
/** What numbers name. */
const things =
  '\\bid|_id|Id|ID|trace|span|block|blk|nonce|hash|crc|checksum|serial|version|port|pid|tid|txid|xid|zxid|page|term|generation|gen|request|req|order|job|task|commit|transaction|session|batch|event|message|msg|key|value|inode';
const counted = (names: string) => new RegExp(`(?:${names})["']?\\s?[=:#]?\\s?["']?$`, 'i');
const countedBefore = counted(`${quantities}|${things}`);
const measuredBefore = counted('\\b(?:offset|delta|drift|skew|diff|bytes|size|timestamp|ts|epoch)');
/** Another name and `=`: the number is what that name says. */
const namedBefore = /([A-Za-z_][\w.-]{0,40})["']?\s?[=:]\s?["']?$/;
const personNames =
  /phone|mobile|tel|msisdn|cell|contact|sms|whats|fax|call|from|to$|user|login|account|customer|member|recipient|receiver|sender|name|number|buyer|payer|card|\bpan|pay|numb?er/i;
const unitBehind =
  /^\s?(?:bytes?|octets?|[kmgt]?i?b|ns|us|µs|ms|s|sec|seconds?|rows?|records?|events?|messages?|ops|items?|ticks|cycles|pages?|blocks?|entries|lines|files|requests)(?![A-Za-z])/i;

/** Whether a word near before a number says what it is. */
export function isNamedAs(names: RegExp, line: string, start: number): boolean {
  return names.test(line.slice(Math.max(0, start - 32), start));
}

/** Whether what stands around a number says that it measures something. */
export function isMeasured(line: string, start: number, found: string): boolean {
  const behind = line.slice(start + found.length, start + found.length + 12);
  return measuredBefore.test(line.slice(Math.max(0, start - 24), start)) || unitBehind.test(behind);
}

/** Whether what stands around a number says that it counts or names something. */
export function isCounted(line: string, start: number, found: string): boolean {
  const lead = line.slice(Math.max(0, start - 48), start);
  const name = namedBefore.exec(lead)?.[1];
  if (name !== undefined && personNames.test(name)) return false;
  if (countedBefore.test(lead)) return true;
  if (unitBehind.test(line.slice(start + found.length, start + found.length + 12))) return true;
  return name !== undefined && /[=]["']?$/.test(lead.trimEnd());
}
