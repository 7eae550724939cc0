import { describe, expect, it } from '@jest/globals';
import { ownPath } from './own-path.js';

describe('a path to which a browser is sent on', () => {
  it.each([
    '/',
    '/account',
    '/cases?state=DETAINED#top',
    '/a//b',
    '/cases/%D8%A3',
    '/x?next=https://a.example',
  ])('may be %s', (text) => {
    expect(ownPath(text)).toBe(text);
  });

  it.each([
    'https://evil.example/',
    'HTTPS://evil.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '/ /evil.example',
    '/%2fevil.example',
    '/%2F%2Fevil.example',
    '/%5cevil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/%2e%2e//evil.example',
    '/a/..//evil.example',
    '/a/../%2fevil.example',
    '/\u200b/evil.example',
    '/\u0000/evil.example',
    'evil.example',
    '@evil.example',
    '?x=1',
    '#x',
    '',
    '/oidc/start',
    '/a/../oidc/callback?code=x',
    `/${'a'.repeat(2000)}`,
  ])('is never %j', (text) => {
    expect(ownPath(text)).toBeUndefined();
  });
});
