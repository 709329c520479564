import type { Event } from '../events';
import { isoMicros, isoMillis, syslog } from '../stamps';
import type { Writers } from './writer';

const ranks = { debug: 1, info: 2, warn: 5, error: 7, fatal: 10 } as const;
const alerts = { debug: 3, info: 3, warn: 2, error: 1, fatal: 1 } as const;

/** Logs of named fields, by the format that reads them. */
export const structured: Writers = {
  'json-lines': (e) =>
    JSON.stringify({
      time: `${isoMillis(e)}Z`,
      level: e.level,
      logger: e.component,
      msg: e.message,
      size: e.size,
    }),
  logfmt: (e) =>
    `time=${isoMillis(e)}Z level=${e.level} component=${e.component} msg=${JSON.stringify(e.message)} size=${e.size}`,
  mongodb: (e) =>
    JSON.stringify({
      t: { $date: `${isoMillis(e)}+00:00` },
      s: e.level[0].toUpperCase(),
      c: e.component.toUpperCase(),
      id: e.message.length,
      msg: e.message,
      attr: { size: e.size },
    }),
  'suricata-eve': eve,
  'cef-leef': (e) =>
    `${syslog(e)} edge7 CEF:0|Shop|${e.component}|1.2|${e.message.length}|${e.message}|${ranks[e.level]}|src=${e.client} cnt=${e.size}`,
};

function eve(event: Event): string {
  const about = { timestamp: `${isoMicros(event)}+0000`, flow_id: event.size, src_ip: event.client };
  if (event.level === 'debug')
    return JSON.stringify({
      ...about,
      event_type: 'dns',
      dns: { rrname: `${event.component}.shop.example` },
    });
  const alert = { signature: event.message, severity: alerts[event.level] };
  return JSON.stringify({ ...about, event_type: 'alert', alert });
}
