import type { Sentence } from '../engine/model/finding';

const plainText = { pattern: 'plain text', values: [] } as const;

/** The engine's names of formats, as people know them. */
const titles: Readonly<Record<string, Sentence>> = {
  'access-log': { pattern: 'Apache/nginx access', values: [] },
  'android-logcat': { pattern: 'Android logcat', values: [] },
  'cef-leef': { pattern: 'CEF/LEEF security events', values: [] },
  'clock-level': { pattern: 'time of day and level', values: [] },
  'cloud-access': { pattern: 'AWS load balancer or S3 access', values: [] },
  dmesg: { pattern: 'Linux kernel (dmesg)', values: [] },
  'dotnet-console': { pattern: '.NET console', values: [] },
  csv: { pattern: 'CSV', values: [] },
  'error-log': { pattern: 'Apache/nginx error', values: [] },
  'go-console': { pattern: 'Go console', values: [] },
  haproxy: { pattern: 'HAProxy', values: [] },
  'java-gc': { pattern: 'Java garbage collector', values: [] },
  'json-lines': { pattern: 'JSON lines', values: [] },
  klog: { pattern: 'Kubernetes (klog)', values: [] },
  level: { pattern: 'level and message', values: [] },
  log4j: { pattern: 'Log4j', values: [] },
  logfmt: { pattern: 'key=value (logfmt)', values: [] },
  mongodb: { pattern: 'MongoDB', values: [] },
  'mysql-error': { pattern: 'MySQL/MariaDB error', values: [] },
  'mysql-slow': { pattern: 'MySQL/MariaDB slow queries', values: [] },
  netfilter: { pattern: 'Linux firewall', values: [] },
  php: { pattern: 'PHP', values: [] },
  postgresql: { pattern: 'PostgreSQL', values: [] },
  'python-logging': { pattern: 'Python logging', values: [] },
  redis: { pattern: 'Redis', values: [] },
  'ruby-logger': { pattern: 'Ruby Logger', values: [] },
  'rust-log': { pattern: 'Rust log', values: [] },
  'suricata-eve': { pattern: 'Suricata EVE', values: [] },
  'syslog-rfc3164': { pattern: 'syslog', values: [] },
  'syslog-rfc5424': { pattern: 'syslog (RFC 5424)', values: [] },
  'time-level': { pattern: 'time and level', values: [] },
  tsv: { pattern: 'TSV', values: [] },
  w3c: { pattern: 'W3C extended (IIS)', values: [] },
  'windows-events': { pattern: 'Windows events', values: [] },
  text: plainText,
};

/** What the engine calls a collector's wrapping: `docker › log4j`. */
const wrapperTitles: Readonly<Record<string, Sentence>> = {
  docker: { pattern: 'Docker', values: [] },
  'docker-compose': { pattern: 'Docker Compose', values: [] },
  cri: { pattern: 'Kubernetes container (CRI)', values: [] },
  kubectl: { pattern: 'kubectl with prefix', values: [] },
  'runtime-time': { pattern: 'container log with times', values: [] },
  'github-actions': { pattern: 'GitHub Actions', values: [] },
  'gitlab-ci': { pattern: 'GitLab CI', values: [] },
  journal: { pattern: 'system journal', values: [] },
  'labelled-entry': { pattern: 'entries with labels', values: [] },
  'journal-export': { pattern: 'system journal (export)', values: [] },
};

/** What to call a format or a wrapper by the name a source's summary gives it. */
export function formatTitle(name: string): Sentence {
  return titles[name] ?? wrapperTitles[name] ?? plainText;
}
