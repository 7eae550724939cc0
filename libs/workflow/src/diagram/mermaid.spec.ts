import { describe, expect, it } from '@jest/globals';
import { languages, mermaid, type Texts } from '../index.js';
import { luggage } from '../testing/luggage/index.js';

// The lines of a state diagram that are used here, as mermaid.js.org/syntax/stateDiagram.html gives them.
const id = String.raw`s_[A-Za-z0-9_]+`;
const label = String.raw`[^:;"{}]*(?:#\d+;[^:;"{}]*)*`;
const forms = [
  /^stateDiagram-v2$/,
  new RegExp(`^acc(Title|Descr): ${label}$`),
  /^direction (LR|TB)$/,
  new RegExp(`^\\[\\*\\] --> ${id}$`),
  new RegExp(`^state "${label}" as ${id}( \\{)?$`),
  new RegExp(`^${id} : ${label}$`),
  new RegExp(`^${id} --> ${id} : ${label}$`),
  /^\}$/,
  /^classDef [a-z]+ [a-z-]+:[^\s]+$/,
  new RegExp(`^class ${id}(,${id})* [a-z]+$`),
];

const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trim());

describe('the Mermaid diagram', () => {
  it.each(languages)('has only lines that Mermaid reads, in %s', (language) => {
    const lines = linesOf(mermaid(luggage, { language, lit: 'open.found', visited: ['open.searching'] }));
    expect(lines.filter((line) => !forms.some((form) => form.test(line)))).toEqual([]);
  });

  it('closes every group, and declares every state that an arrow names', () => {
    const lines = linesOf(mermaid(luggage, { language: 'en' }));
    const count = (end: RegExp) => lines.filter((line) => end.test(line)).length;
    expect(count(/\{$/)).toBe(count(/^\}$/));
    const declared = lines.flatMap((line) => /^state ".*" as (\w+)/.exec(line)?.[1] ?? []);
    const named = lines.flatMap((line) => (line.includes(' --> ') ? (line.match(/\bs_\w+/g) ?? []) : []));
    expect(named.filter((one) => !declared.includes(one))).toEqual([]);
    expect(named.length).toBeGreaterThan(6);
  });

  it('nests states, names events, and lists inside a state what changes nothing', () => {
    const text = mermaid(luggage, { language: 'en' });
    expect(text).toContain(
      [
        '  state "open" as s_open {',
        '    [*] --> s_open_searching',
        '    state "in every state" as s_open_any',
        '    s_open_any : note taken',
        '    s_open_any : bag traced',
        '    state "searching" as s_open_searching',
        '    s_open_searching : answer overdue (deadline#58; answer the claim)',
        '    state "all found" as s_open_found',
        '  }',
      ].join('\n'),
    );
    expect(text).toContain('\n  s_open_found --> s_closed_paid : claim paid (asks#58; G-NOTED, G-LIMIT)\n');
  });

  it('highlights the state of a case, and marks the states it has visited', () => {
    const text = mermaid(luggage, {
      language: 'en',
      lit: 'open.found',
      visited: ['open.searching', 'open.found'],
    });
    expect(text).toContain('\n  class s_open_found lit');
    expect(text).toContain('\n  class s_open_searching visited\n');
  });

  it('leaves out a state that the chart does not have any more', () => {
    expect(mermaid(luggage, { language: 'en', lit: 'gone', visited: ['gone.too'] })).toBe(
      mermaid(luggage, { language: 'en' }),
    );
  });

  it('writes texts as text, whatever they contain', () => {
    const en: Texts = {
      ...luggage.texts.en,
      states: { ...luggage.texts.en.states, 'open.found': 'a "b": {c}; #d' },
      events: { ...luggage.texts.en.events, ClaimPaid: 'paid: <all>; "now"' },
    };
    const text = mermaid({ ...luggage, texts: { ...luggage.texts, en } }, { language: 'en' });
    expect(text).toContain('state "a #34;b#34;#58; #123;c#125;#59; #35;d" as s_open_found');
    expect(text).toContain('s_open_found --> s_closed_paid : paid#58; #60;all#62;#59; #34;now#34;');
  });
});
