import { layoutFormat } from './layout/layout-format';

/**
 * Apache's and nginx's access logs, common and combined, with or without a virtual host in front. The message
 * begins at the request's quote; level and salt come from the status class.
 */
export const accessLog = layoutFormat(
  'access-log',
  [
    '{word} {word} {text} [{time}] {messageFromHere}"{quotedRest} {status} ',
    '{word} {word} {word} {text} [{time}] {messageFromHere}"{quotedRest} {status} ',
  ],
  [
    {
      line: '10.1.2.3 - - [12/Jun/2026:09:41:07 +0000] "GET /notes/7 HTTP/1.1" 200 512',
      time: '1781257267000000000',
      level: 'info',
      component: '',
      message: '"GET /notes/7 HTTP/1.1" 200 512',
    },
    {
      line: '::1 - ann lee [12/Jun/2026:11:41:07 +0200] "PUT /a\\"b HTTP/2" 503 - "https://x.example/" "curl/8.1"',
      time: '1781257267000000000',
      level: 'error',
      component: '',
      message: '"PUT /a\\"b HTTP/2" 503 - "https://x.example/" "curl/8.1"',
    },
    {
      line: 'shop.example:443 10.1.2.3 - - [12/Jun/2026:09:41:07 +0000] "HEAD / HTTP/1.1" 404 0',
      time: '1781257267000000000',
      level: 'warn',
      component: '',
      message: '"HEAD / HTTP/1.1" 404 0',
    },
  ],
);
