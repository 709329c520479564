import { accessLog } from './access-log';
import { androidLogcat } from './android-logcat';
import { errorLog } from './error-log';
import type { LogFormat } from './format';
import { jsonLines } from './json-lines';
import { klog } from './klog';
import { levelOnly } from './level-only';
import { log4j } from './log4j';
import { logfmt } from './logfmt';
import { pythonLogging } from './python-logging';
import { syslogRfc3164 } from './syslog-rfc3164';
import { syslogRfc5424 } from './syslog-rfc5424';
import { timeLevel } from './time-level';

/** The more specific first: of two formats that read a log about equally well, the earlier is taken. */
export const formatTable: readonly LogFormat[] = [
  jsonLines,
  syslogRfc5424,
  accessLog,
  errorLog,
  androidLogcat,
  klog,
  syslogRfc3164,
  log4j,
  pythonLogging,
  timeLevel,
  logfmt,
  levelOnly,
];
