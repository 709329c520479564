import { layoutFormat } from './layout/layout-format';

/** Apache's error log (2.2 and 2.4) and nginx's. */
export const errorLog = layoutFormat(
  'error-log',
  [
    '[{time}] [{component:word}:{level}] [pid {text}] {message}',
    '[{time:asctime}] [{level}] {message}',
    '{time} [{level}] {number}#{number}: {?*{number} }{message}',
  ],
  [
    {
      line: '[Fri Jun 12 09:41:07 2026] [error] [client 10.1.2.3] no such file: /srv/x',
      time: '1781257267000000000',
      level: 'error',
      component: '',
      message: '[client 10.1.2.3] no such file: /srv/x',
    },
    {
      line: '[Fri Jun 12 09:41:07.250123 2026] [proxy:warn] [pid 81:tid 140] AH0001: backend is slow',
      time: '1781257267250123000',
      level: 'warn',
      component: 'proxy',
      message: 'AH0001: backend is slow',
    },
    {
      line: '2026/06/12 09:41:07 [crit] 81#140: *9 connect() failed (13: Permission denied)',
      time: '1781257267000000000',
      level: 'fatal',
      component: '',
      message: 'connect() failed (13: Permission denied)',
    },
    {
      line: '2026/06/12 09:41:07 [notice] 81#81: signal 15 received, exiting',
      time: '1781257267000000000',
      level: 'info',
      component: '',
      message: 'signal 15 received, exiting',
    },
  ],
);
