import { expect, test } from 'vitest';
import { type PageParts, viewPage } from '../../../src/extension/shared/view-page';

const parts: PageParts = {
  cspSource: 'https://views.example',
  script: { toString: () => 'https://views.example/big-log.js' } as PageParts['script'],
  style: { toString: () => 'https://views.example/big-log.css' } as PageParts['style'],
  nonce: 'n0nce',
  language: 'en',
  title: 'app.log',
};

test('nothing runs or loads but what carries the nonce or is ours', () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(viewPage(parts))?.[1] ?? '';
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'nonce-n0nce' https://views.example",
    "style-src 'nonce-n0nce' https://views.example",
    'font-src https://views.example',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
});

test('holds no script but a reference to ours, and no style of its own', () => {
  const html = viewPage(parts);
  expect(html.match(/<script[^>]*>[^<]*<\/script>/g)).toEqual([
    '<script type="module" nonce="n0nce" src="https://views.example/big-log.js"></script>',
  ]);
  expect(html).not.toMatch(/<style|\bstyle=|\son\w+=/);
});

test('the name of a file is text', () => {
  const html = viewPage({ ...parts, title: '</title><script>alert("1")</script>' });
  expect(html).toContain('&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
});
