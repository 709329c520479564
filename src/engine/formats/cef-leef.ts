import { Level } from '../model/level';
import { afterDigits, zero } from '../time/ascii';
import { parseTime } from '../time/time-shapes';
import { attributeFields, attributeStart } from './event-attributes';
import { setComponent } from './header';
import { layoutFormat } from './layout/layout-format';
import type { Step } from './layout/step';
import { WordTable } from './word-table';

const pipe = 0x7c;
const backslash = 0x5c;

/** Text up to a pipe that no backslash escapes; may be empty. */
const cell: Step = (bytes, pos, end) => {
  for (let i = pos; i < end; i++) {
    if (bytes[i] === backslash) i++;
    else if (bytes[i] === pipe) return i;
  }
  return -1;
};

/** A cell that names the device: the component. */
const product: Step = (bytes, pos, end, header, context) => {
  const after = cell(bytes, pos, end, header, context);
  if (after >= 0) setComponent(header, pos, after);
  return after;
};

const severityNames = new WordTable(['unknown', 'low', 'medium', 'high', 'very-high']);
const levelOfName = [Level.info, Level.info, Level.warn, Level.error, Level.fatal];

/** CEF's and LEEF's scale, 0 to 10. */
function levelOfRank(rank: number): Level {
  if (rank <= 3) return Level.info;
  if (rank <= 6) return Level.warn;
  return rank <= 8 ? Level.error : Level.fatal;
}

function levelOf(bytes: Uint8Array, start: number, end: number): Level {
  const name = severityNames.indexOf(bytes, start, end);
  if (name >= 0) return levelOfName[name];
  const digits = afterDigits(bytes, start, end) - start;
  if (digits !== end - start || digits < 1 || digits > 2) return Level.none;
  return levelOfRank(
    digits === 1 ? bytes[start] - zero : (bytes[start] - zero) * 10 + bytes[start + 1] - zero,
  );
}

/** CEF's severity: a cell of its own. */
const severity: Step = (bytes, pos, end, header, context) => {
  const after = cell(bytes, pos, end, header, context);
  if (after >= 0) header.level = levelOf(bytes, pos, after);
  return after;
};

const instant = { seconds: 0, nanos: 0 };
const timeNames = ['rt', 'devTime', 'end', 'start'].map((name) => new TextEncoder().encode(`${name}=`));
const severityName = new TextEncoder().encode('sev=');

/** The event's own time and LEEF's severity stand among the attributes; a header's time counts where there is none. */
const attributes: Step = (bytes, pos, end, header, context) => {
  const severityAt = attributeStart(bytes, pos, end, severityName);
  if (severityAt >= 0) header.level = levelOf(bytes, severityAt, afterDigits(bytes, severityAt, end));
  for (const name of timeNames) {
    const at = attributeStart(bytes, pos, end, name);
    if (at < 0 || parseTime(bytes, at, end, instant, context) < 0) continue;
    header.seconds = instant.seconds;
    header.nanos = instant.nanos;
    break;
  }
  return end;
};

const heads = [
  '',
  '{?{priority}~}{time} {host=host} ',
  '{priority}{number} {time} {host=host} {word} {word} {word} - ',
];
const device = '{cell=vendor}|{product=product}|{cell=version}|';

/** ArcSight's CEF and QRadar's LEEF, bare or behind a syslog header. The message begins at the event's name. */
export const cefLeef = layoutFormat(
  'cef-leef',
  heads.flatMap((head) => [
    `${head}CEF:{number}|${device}{cell=event}|{messageFromHere}{cell=name}|{severity=severity}|{attributes}`,
    `${head}LEEF:{number}.{number}|${device}{messageFromHere}{cell=event}|{attributes}`,
  ]),
  [
    {
      line: 'Jun 12 09:41:05 edge7 CEF:0|Acme|Gate|1.2|4711|Port scan|7|src=10.1.2.3 spt=3317 msg=many ports rt=1781257267250 act=drop',
      time: '1781257267250000000',
      level: 'error',
      component: 'Gate',
      message: 'Port scan|7|src=10.1.2.3 spt=3317 msg=many ports rt=1781257267250 act=drop',
      fields: { vendor: 'Acme', event: '4711', src: '10.1.2.3', msg: 'many ports', act: 'drop' },
    },
    {
      line: 'CEF:0|Acme|Web\\|Gate|1.2|9|Login refused|Very-High|suser=ann rt=Jun 12 2026 09:41:07',
      time: '1781257267000000000',
      level: 'fatal',
      component: 'Web\\|Gate',
      message: 'Login refused|Very-High|suser=ann rt=Jun 12 2026 09:41:07',
      fields: { suser: 'ann' },
    },
    {
      line: '<13>1 2026-06-12T09:41:07Z edge7 gate - - - LEEF:1.0|Acme|Gate|1.2|refused|src=10.1.2.3\tsev=5\tusrName=ann lee',
      time: '1781257267000000000',
      level: 'warn',
      component: 'Gate',
      message: 'refused|src=10.1.2.3\tsev=5\tusrName=ann lee',
      fields: { event: 'refused', src: '10.1.2.3', usrName: 'ann lee' },
    },
  ],
  { elements: { cell, product, severity, attributes }, messageFields: attributeFields },
);
