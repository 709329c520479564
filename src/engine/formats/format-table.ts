import { accessLog } from './access-log';
import { androidLogcat } from './android-logcat';
import { cefLeef } from './cef-leef';
import { clockLevel } from './clock-level';
import { cloudAccess } from './cloud-access';
import { dmesg } from './dmesg';
import { dotnetConsole } from './dotnet-console';
import { errorLog } from './error-log';
import type { LogFormat } from './format';
import { goConsole } from './go-console';
import { haproxy } from './haproxy';
import { javaGc } from './java-gc';
import { jsonLines } from './json-lines';
import { klog } from './klog';
import { levelOnly } from './level-only';
import { log4j } from './log4j';
import { logfmt } from './logfmt';
import { mongodb } from './mongodb';
import { mysqlError } from './mysql-error';
import { mysqlSlow } from './mysql-slow';
import { netfilter } from './netfilter';
import { php } from './php';
import { postgresql } from './postgresql';
import { pythonLogging } from './python-logging';
import { redis } from './redis';
import { rubyLogger } from './ruby-logger';
import { rustLog } from './rust-log';
import { suricataEve } from './suricata-eve';
import { syslogRfc3164 } from './syslog-rfc3164';
import { syslogRfc5424 } from './syslog-rfc5424';
import { timeLevel } from './time-level';

/** The more specific first: of two formats that read a log about equally well, the earlier is taken. */
export const formatTable: readonly LogFormat[] = [
  suricataEve,
  mongodb,
  jsonLines,
  cefLeef,
  syslogRfc5424,
  haproxy,
  netfilter,
  cloudAccess,
  accessLog,
  postgresql,
  mysqlError,
  mysqlSlow,
  redis,
  rubyLogger,
  php,
  javaGc,
  rustLog,
  errorLog,
  androidLogcat,
  klog,
  syslogRfc3164,
  dmesg,
  goConsole,
  dotnetConsole,
  log4j,
  pythonLogging,
  timeLevel,
  logfmt,
  clockLevel,
  levelOnly,
];
