import type { Event } from '../events';
import { clock, commaMillis, isoMicros, isoMillis, isoSeconds, klog, monthDay, spaced } from '../stamps';
import type { Writers } from './writer';

const upper = ({ level }: Event): string => level.toUpperCase();
const letter = ({ level }: Event): string => level[0].toUpperCase();
const one =
  <Key extends string>(table: Readonly<Record<Event['level'], Key>>) =>
  (event: Event): Key =>
    table[event.level];

const dotnet = one({ debug: 'dbug', info: 'info', warn: 'warn', error: 'fail', fatal: 'crit' });
const three = one({ debug: 'DBG', info: 'INF', warn: 'WRN', error: 'ERR', fatal: 'FTL' });
const python = one({ debug: 'DEBUG', info: 'INFO', warn: 'WARNING', error: 'ERROR', fatal: 'CRITICAL' });
const php = one({
  debug: 'Notice',
  info: 'Notice',
  warn: 'Warning',
  error: 'Recoverable fatal error',
  fatal: 'Fatal error',
});

/** Logs of programs, by the format that reads them. */
export const application: Writers = {
  log4j: (e) =>
    `${commaMillis(e)} ${upper(e).padEnd(5)} [worker-${e.pid}] org.shop.${e.component} - ${e.message}`,
  'python-logging': (e) => `${commaMillis(e)} - shop.${e.component} - ${python(e)} - ${e.message}`,
  'time-level': (e) => `${isoMillis(e)}Z ${upper(e)} ${e.message}`,
  'clock-level': (e) => `[${clock(e)} ${three(e)}] ${e.message}`,
  level: (e) => `[${upper(e)}] ${e.message}`,
  klog: (e) =>
    `${letter(e)}${klog(e)} ${String(e.pid).padStart(7)} ${e.component}.go:${e.message.length}] ${e.message}`,
  'android-logcat': (e) =>
    `${monthDay(e)}  ${e.pid}  ${e.pid} ${letter(e)} ${e.component.padEnd(8)}: ${e.message}`,
  'rust-log': (e) => `[${isoSeconds(e)}Z ${upper(e).padEnd(5)} shop::${e.component}] ${e.message}`,
  'go-console': (e) =>
    `${isoMillis(e)}Z\t${upper(e)}\t${e.component}/run.go:31\t${e.message}\t{"pid": ${e.pid}}`,
  'dotnet-console': (e) => `${dotnet(e)}: Shop.${e.component}[${e.message.length % 5}]\n      ${e.message}`,
  'ruby-logger': (e) =>
    `${letter(e)}, [${isoMicros(e)} #${e.pid}] ${upper(e).padStart(5)} -- ${e.component}: ${e.message}`,
  php: (e) => `[${phpStamp(e)} UTC] PHP ${php(e)}:  ${e.message} in /srv/${e.component}.php on line ${e.pid}`,
  'error-log': (e) =>
    `${spaced(e).replaceAll('-', '/')} [${errorLevel(e)}] ${e.pid}#${e.pid}: *${e.size} ${e.message}`,
};

const errorLevel = one({ debug: 'debug', info: 'notice', warn: 'warn', error: 'error', fatal: 'emerg' });

function phpStamp(event: Event): string {
  const [year, , date] = isoSeconds(event).slice(0, 10).split('-');
  return `${date}-Jun-${year} ${clock(event)}`;
}
