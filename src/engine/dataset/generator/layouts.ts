import type { ShopEvent } from './playback';
import type { ShopLevel } from './step';

/** The lines an event is written as: the first its header and message, the others what continues it. */
type Layout = (event: ShopEvent) => readonly string[];

const bracketed: Layout = ({ time, level, service, request, lines }) => {
  const header = `${new Date(time).toISOString()} ${level.padEnd(5)} [${service}] [${request ?? '-'}]`;
  return [`${header} ${lines[0]}`, ...lines.slice(1)];
};

const jsonLines: Layout = ({ time, level, service, request, lines }) => {
  const [message, ...continuation] = lines;
  const stack = continuation.length === 0 ? {} : { stack: continuation.join('\n') };
  const trace = request === null ? {} : { trace_id: request };
  const header = { ts: new Date(time).toISOString(), level: level.toLowerCase(), service };
  return [JSON.stringify({ ...header, ...trace, msg: message, ...stack })];
};

const logfmt: Layout = ({ time, level, service, request, lines }) => {
  const trace = request === null ? '' : ` request_id=${request}`;
  const header = `time=${new Date(time).toISOString()} level=${level.toLowerCase()} service=${service}`;
  return [`${header}${trace} msg=${JSON.stringify(lines.join('\n'))}`];
};

/** Severities of RFC 5424, table 2. */
const syslogSeverities: Readonly<Record<ShopLevel, number>> = {
  FATAL: 2,
  ERROR: 3,
  WARN: 4,
  INFO: 6,
  DEBUG: 7,
};
const localUse = 16;

/** A record is one line: rsyslog writes a line feed within as #012. */
const syslog: Layout = ({ time, level, service, request, lines }) => {
  const priority = localUse * 8 + syslogSeverities[level];
  const header = `<${priority}>1 ${new Date(time).toISOString()} shop-1 ${service} - - -`;
  const trace = request === null ? '' : `[${request}] `;
  return [`${header} ${trace}${lines.join('#012')}`];
};

export const layouts = { bracketed, json: jsonLines, logfmt, syslog } as const satisfies Record<
  string,
  Layout
>;

/** `bracketed` is the sample's own; the others write the same events in well-known formats. */
export type LayoutName = keyof typeof layouts;
