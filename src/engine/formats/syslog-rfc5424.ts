import { layoutFormat } from './layout/layout-format';

/** RFC 5424: priority, version, time, host, application, process, message id, structured data, message. */
export const syslogRfc5424 = layoutFormat(
  'syslog-rfc5424',
  [
    '{priority}{number} {time:iso} {word} {component:word} {word} {word} {structuredData} {?\ufeff}{message}',
    '{priority}{number} - {word} {component:word} {word} {word} {structuredData} {?\ufeff}{message}',
  ],
  [
    {
      line: '<165>1 2026-06-12T09:41:07.250Z edge7 ledger 812 ID47 [meta@32473 seq="9" note="a \\"b\\" \\]c"] balance closed',
      time: '1781257267250000000',
      level: 'info',
      component: 'ledger',
      message: 'balance closed',
    },
    {
      line: '<34>1 2026-06-12T11:41:07+02:00 edge7 su - ID1 - \ufefflogin refused for guest',
      time: '1781257267000000000',
      level: 'fatal',
      component: 'su',
      message: 'login refused for guest',
    },
    {
      line: '<15>1 - - probe - - [a@1 k="v"][b@1] tick',
      time: null,
      level: 'debug',
      component: 'probe',
      message: 'tick',
    },
    {
      line: '<11>1 2026-06-12T09:41:07Z edge7 ledger - - -',
      time: '1781257267000000000',
      level: 'error',
      component: 'ledger',
      message: '',
    },
  ],
);
