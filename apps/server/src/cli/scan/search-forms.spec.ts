import { describe, expect, it } from '@jest/globals';
import { searchForms } from './search-forms.js';

const name = 'Zarqūn «al-Wardi»';
const arabic = 'قَسْطون الورديّ';
const formsFound = (text: Buffer, values = [name, arabic]) =>
  new Set(searchForms(values).flatMap(({ form, bytes }) => (text.includes(bytes) ? [form] : [])));

describe('the forms in which a text is looked for', () => {
  it.each([
    ['utf-8', Buffer.from(`{"name":"${name}"}`)],
    ['utf-8', Buffer.from(`x ${name.toUpperCase()} y`)],
    ['utf-8', Buffer.from(`x ${name.normalize('NFD')} y`)],
    ['utf-8', Buffer.from(' قسطون الوردي ')],
    ['utf-16le', Buffer.from(`\0${arabic}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\0${arabic}`, 'utf16le').swap16()],
    [
      'json',
      Buffer.from(
        '"\\u0642\\u064e\\u0633\\u0652\\u0637\\u0648\\u0646 \\u0627\\u0644\\u0648\\u0631\\u062f\\u064a\\u0651"',
      ),
    ],
    [
      'json',
      Buffer.from(
        '\\u0642\\u064E\\u0633\\u0652\\u0637\\u0648\\u0646 \\u0627\\u0644\\u0648\\u0631\\u062F\\u064A\\u0651',
      ),
    ],
    ['percent', Buffer.from(`?q=${encodeURIComponent(arabic)}`)],
    ['percent', Buffer.from(`?q=${new URLSearchParams({ q: arabic }).toString()}`)],
    ['hex', Buffer.from(`\\x00${Buffer.from(arabic).toString('hex')}`)],
  ])('find %s', (form, text) => {
    expect([...formsFound(text)]).toContain(form);
  });

  it.each([0, 1, 2, 3])('find base64 behind %i other bytes', (shift) => {
    const text = Buffer.concat([Buffer.alloc(shift, 0x61), Buffer.from(arabic), Buffer.from('more')]);
    for (const encoding of ['base64', 'base64url'] as const)
      expect([...formsFound(Buffer.from(text.toString(encoding)))]).toEqual(['base64']);
  });

  it('find nothing in other texts, and say which value it was', () => {
    expect(formsFound(Buffer.from('Zarqun al-Wardani, قسطنطين'))).toEqual(new Set());
    const [found] = searchForms([name, arabic]).filter(({ bytes }) => Buffer.from(arabic).equals(bytes));
    expect(found?.value).toBe(1);
  });
});
