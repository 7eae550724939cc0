import type { Draw } from '@safeconduct/workflow';

type Make = (draw: Draw) => string;

const some = 'abcxyzABC0189';
const digits = '0123456789';
const repeatsMax = 3;

/**
 * Makes texts that a regular expression matches: literals, classes, groups, alternatives and repetitions.
 * Other syntax, such as look-ahead, is ignored; a field that uses it needs examples.
 */
export function matching(pattern: string, question: string): Make {
  const reader = new Reader(pattern, question);
  return reader.alternatives();
}

class Reader {
  #at = 0;
  #parts = 0;

  constructor(
    private readonly pattern: string,
    private readonly question: string,
  ) {}

  alternatives(): Make {
    const ways = [this.#sequence()];
    while (this.#take('|')) ways.push(this.#sequence());
    const question = this.#asks();
    return (draw) => (ways[ways.length === 1 ? 0 : draw(question, ways.length)] as Make)(draw);
  }

  #sequence(): Make {
    const parts: Make[] = [];
    while (this.#at < this.pattern.length && !['|', ')'].includes(this.#peek()))
      parts.push(this.#repeated(this.#atom()));
    return (draw) => parts.map((make) => make(draw)).join('');
  }

  #atom(): Make {
    const char = this.#next();
    if (char === '^' || char === '$') return () => '';
    if (char === '.') return this.#oneOf(some);
    if (char === '[') return this.#oneOf(this.#charClass());
    if (char === '\\') return this.#oneOf(escaped(this.#next()));
    if (char !== '(') return () => char;
    if (this.#take('?')) for (let mark = this.#next(); mark === '<' || mark === '='; mark = this.#next());
    const inner = this.alternatives();
    this.#take(')');
    return inner;
  }

  #charClass(): string {
    let chars = '';
    while (this.#peek() !== ']' && this.#at < this.pattern.length) {
      const char = this.#next();
      if (char === '\\') chars += escaped(this.#next());
      else if (this.#peek() === '-' && this.pattern.charAt(this.#at + 1) !== ']') {
        this.#next();
        chars += range(char, this.#next());
      } else chars += char;
    }
    this.#take(']');
    return chars;
  }

  #repeated(make: Make): Make {
    const [least, most] = this.#times();
    const question = this.#asks();
    // Each repetition draws for a question of its own; otherwise all would be alike.
    const again =
      (draw: Draw, index: number): Draw =>
      (asked, below) =>
        draw(`${asked} ${index}`, below);
    return (draw) =>
      Array.from({ length: least + (most > least ? draw(question, most - least + 1) : 0) }, (_, index) =>
        make(most > 1 ? again(draw, index) : draw),
      ).join('');
  }

  #times(): readonly [least: number, most: number] {
    if (this.#take('?')) return [0, 1];
    if (this.#take('*')) return [0, repeatsMax];
    if (this.#take('+')) return [1, repeatsMax];
    const found = /^\{(\d+)(,(\d*))?\}/.exec(this.pattern.slice(this.#at));
    if (found === null) return [1, 1];
    this.#at += found[0].length;
    const least = Number(found[1]);
    if (found[2] === undefined) return [least, least];
    return [least, found[3] === '' ? least + repeatsMax : Number(found[3])];
  }

  #oneOf(chars: string): Make {
    const question = this.#asks();
    return (draw) => chars.charAt(draw(question, chars.length));
  }

  #asks(): string {
    this.#parts += 1;
    return `${this.question} part ${this.#parts}`;
  }

  #take(char: string): boolean {
    if (this.#peek() !== char) return false;
    this.#at += 1;
    return true;
  }

  #peek(): string {
    return this.pattern.charAt(this.#at);
  }

  #next(): string {
    this.#at += 1;
    return this.pattern.charAt(this.#at - 1);
  }
}

function escaped(char: string): string {
  if (char === 'd') return digits;
  if (char === 'w') return `${some}_`;
  return char === 's' ? ' ' : char;
}

const range = (from: string, to: string): string =>
  String.fromCharCode(
    ...Array.from(
      { length: to.charCodeAt(0) - from.charCodeAt(0) + 1 },
      (_, index) => from.charCodeAt(0) + index,
    ),
  );
