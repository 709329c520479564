import type { Sentence } from '../engine/model/finding';

const plainText = { pattern: 'plain text', values: [] } as const;

/** The engine's names of formats, as people know them. */
const titles: Readonly<Record<string, Sentence>> = {
  'access-log': { pattern: 'Apache/nginx access', values: [] },
  'android-logcat': { pattern: 'Android logcat', values: [] },
  'error-log': { pattern: 'Apache/nginx error', values: [] },
  'json-lines': { pattern: 'JSON lines', values: [] },
  klog: { pattern: 'Kubernetes (klog)', values: [] },
  level: { pattern: 'level and message', values: [] },
  log4j: { pattern: 'Log4j', values: [] },
  logfmt: { pattern: 'key=value (logfmt)', values: [] },
  'python-logging': { pattern: 'Python logging', values: [] },
  'syslog-rfc3164': { pattern: 'syslog', values: [] },
  'syslog-rfc5424': { pattern: 'syslog (RFC 5424)', values: [] },
  'time-level': { pattern: 'time and level', values: [] },
  text: plainText,
};

/** What to call a format by the name a source's summary gives it. */
export function formatTitle(name: string): Sentence {
  return titles[name] ?? plainText;
}
